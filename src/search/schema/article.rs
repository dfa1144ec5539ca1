//! How does an index see articles? The default schema, and an implementation of [`Documents`] for
//! them.

use std::borrow::Cow;

use super::date::day;
use super::documents::Documents;
use super::shape::{Column, Schema, Section};
use crate::document::{BlockKind, Document};
use crate::search::term::{IndexToken, index_tokens};
use crate::text::tokens;

/// The kinds of blocks, by the number of their field.
const KINDS: [(BlockKind, &str); 10] = [
    (BlockKind::Title, "title"),
    (BlockKind::Heading, "heading"),
    (BlockKind::Paragraph, "paragraph"),
    (BlockKind::Item, "item"),
    (BlockKind::Caption, "caption"),
    (BlockKind::Meta, "meta"),
    (BlockKind::Byline, "byline"),
    (BlockKind::Dateline, "dateline"),
    (BlockKind::Quotation, "quotation"),
    (BlockKind::Table, "table"),
];

/// The field of a headline that is not a block of the text.
const HEADLINE: u8 = KINDS.len() as u8;

/// The column by which a concordance is grouped: the publisher.
pub const OUTLET: usize = 0;

/// Reads the value of an article in a column.
type Value = fn(&Document) -> Option<&str>;

/// The columns of articles, by number.
const COLUMNS: [(&str, Value); 4] = [
    ("publisher", |d| d.publisher.as_deref()),
    ("title", headline),
    ("kind", |d| d.kind.as_deref()),
    ("author", |d| d.author.as_deref()),
];

impl Default for Schema {
    /// The schema of articles: one section for each kind of block, and one for the headline.
    fn default() -> Self {
        let section = |kind: BlockKind, name: &str| Section {
            is_running: is_running(kind),
            ..if kind == BlockKind::Title {
                Section::title(name)
            } else {
                Section::new(name)
            }
        };
        let headline = Section {
            is_shown: false,
            ..Section::title("title")
        };
        let column = |(name, _): (&str, _)| Column {
            name: name.to_owned(),
            has_forms: matches!(name, "title" | "kind"),
            is_facet: name != "title",
        };
        Self {
            sections: KINDS
                .into_iter()
                .map(|(kind, name)| section(kind, name))
                .chain([headline])
                .collect(),
            columns: COLUMNS.into_iter().map(column).collect(),
            is_annotated: true,
        }
    }
}

/// Whether blocks of a kind contain sentences.
fn is_running(kind: BlockKind) -> bool {
    use BlockKind::{Caption, Item, Paragraph, Quotation};
    matches!(kind, Paragraph | Item | Caption | Quotation)
}

/// Articles, for an index of the default [`Schema`].
impl<D: AsRef<[Document]>> Documents for D {
    fn count(&self) -> u32 {
        self.as_ref().len() as u32
    }

    fn document(&self, number: u32) -> Option<Cow<'_, Document>> {
        self.as_ref().get(number as usize).map(Cow::Borrowed)
    }

    fn sections<'a>(&'a self, number: u32, each: &mut dyn FnMut(u8, &'a str, &[IndexToken])) {
        let Some(document) = self.as_ref().get(number as usize) else {
            return;
        };
        for block in &document.blocks {
            let tokens = index_tokens(&document.text, document.tokens_in(block.span));
            each(block.kind as u8, &document.text, &tokens);
        }
        let has_title = document.blocks.iter().any(|b| b.kind == BlockKind::Title);
        if let Some(title) = headline(document).filter(|t| !has_title && !t.is_empty()) {
            each(HEADLINE, title, &index_tokens(title, &tokens(title)));
        }
    }

    fn values(&self, number: u32, column: usize) -> Vec<&str> {
        let document = self.as_ref().get(number as usize);
        let values = document.zip(COLUMNS.get(column));
        let value = values.and_then(|(document, (_, value))| value(document));
        value.into_iter().collect()
    }

    fn day(&self, number: u32) -> Option<&str> {
        let document = self.as_ref().get(number as usize)?;
        day(document.dated()?)
    }
}

/// The headline of a document: its title, or else its title block.
fn headline(document: &Document) -> Option<&str> {
    let block = || document.blocks.iter().find(|b| b.kind == BlockKind::Title);
    document
        .title
        .as_deref()
        .or_else(|| block().map(|b| document.slice(b.span)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_numbered_as_blocks_are() {
        for (at, (kind, name)) in KINDS.into_iter().enumerate() {
            assert_eq!(kind as usize, at);
            let fields = Schema::default().fields(name).unwrap();
            assert_eq!(fields.has(HEADLINE), kind == BlockKind::Title);
            assert!(fields.has(at as u8));
        }
    }
}
