//! Which field of an article does a column, a key or a line of front matter give?
//!
//! Foreign names are compared in lower case and by letters and digits alone: `datePublished`,
//! `date_published` and `Date published` are one. Of several names for one field the earlier of
//! its list wins.

use crate::intake::format::letters;
use std::collections::BTreeMap;

use super::date;
use crate::document::{Field, Given};
use crate::intake::Article;
use crate::intake::author::byline;
use crate::order;

/// What a foreign value is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Slot {
    /// The text of the article.
    Text,
    /// What the article is called in its source.
    Id,
    /// The file that a row of given values speaks of.
    File,
    /// The address of its page.
    Address,
    /// Its tags.
    Tags,
    /// A field of an article.
    Known(Field),
}

/// The usual names of each field, the field's own name first.
const NAMES: &[(Slot, &[&str])] = &[
    (
        Slot::Text,
        &[
            "text",
            "fulltext",
            "articletext",
            "maintext",
            "plaintext",
            "cleanedtext",
            "bodytext",
            "articlebody",
            "body",
            "content",
            "articlecontent",
            "story",
            "article",
            "html",
        ],
    ),
    (
        Slot::Id,
        &[
            "id",
            "articleid",
            "docid",
            "documentid",
            "uid",
            "uuid",
            "guid",
            "slug",
        ],
    ),
    (Slot::File, &["file", "filename", "path", "filepath"]),
    (
        Slot::Address,
        &[
            "url",
            "link",
            "uri",
            "articleurl",
            "permalink",
            "canonicalurl",
            "sourceurl",
        ],
    ),
    (
        Slot::Tags,
        &[
            "tags",
            "keywords",
            "topics",
            "subjects",
            "labels",
            "categories",
            "tag",
        ],
    ),
    (
        Slot::Known(Field::Title),
        &["title", "headline", "articletitle", "head", "heading"],
    ),
    (
        Slot::Known(Field::Publisher),
        &[
            "publisher",
            "outlet",
            "source",
            "sitename",
            "site",
            "sourcename",
            "newspaper",
            "publication",
            "outletname",
            "medium",
            "media",
            "domain",
            "sourcedomain",
        ],
    ),
    (
        Slot::Known(Field::Author),
        &[
            "author",
            "authors",
            "byline",
            "creator",
            "writer",
            "reporter",
            "journalist",
        ],
    ),
    (
        Slot::Known(Field::Place),
        &["place", "location", "dateline", "city"],
    ),
    (
        Slot::Known(Field::Published),
        &[
            "published",
            "datepublished",
            "publisheddate",
            "publishdate",
            "publishedat",
            "publicationdate",
            "pubdate",
            "datepublish",
            "publishedon",
            "date",
            "datetime",
            "timestamp",
        ],
    ),
    (
        Slot::Known(Field::Updated),
        &[
            "updated",
            "datemodified",
            "modified",
            "lastmodified",
            "updatedat",
            "lastupdated",
            "dateupdated",
            "modifieddate",
            "datemodify",
        ],
    ),
    (Slot::Known(Field::Kind), &["kind", "genre", "articletype"]),
    (
        Slot::Known(Field::Language),
        &["language", "lang", "inlanguage"],
    ),
];

/// How many columns for one field are looked at.
const ALIKE: usize = 16;
/// How many tags an article has at most.
const TAGS: usize = 500;

/// The slot that a name usually stands for, and its place in the list of that slot's names.
fn usual(name: &str) -> Option<(Slot, usize)> {
    let name = letters(name);
    NAMES.iter().find_map(|(slot, names)| {
        let rank = names.iter().position(|n| *n == name)?;
        Some((*slot, rank))
    })
}

/// The slot that an article's own field of this name is; any usual name will do.
pub(super) fn named(name: &str) -> Option<Slot> {
    usual(name).map(|(slot, _)| slot)
}

/// The own names of all fields.
pub(super) fn names() -> Vec<&'static str> {
    NAMES
        .iter()
        .filter_map(|(_, names)| names.first().copied())
        .collect()
}

/// What the columns or keys called `columns` are for: their indices, the best name of each slot
/// first. A name that `mapped` gives to a field takes the place of that field's usual ones.
pub(super) fn slots<'a>(
    columns: impl Iterator<Item = &'a str>,
    mapped: &BTreeMap<String, String>,
) -> Vec<(Slot, usize)> {
    let mapped: Vec<(Slot, String)> = mapped
        .iter()
        .filter_map(|(field, column)| Some((named(field)?, letters(column))))
        .collect();
    let mut slots: Vec<(Slot, usize, usize)> = Vec::new();
    for (index, column) in columns.enumerate() {
        let own = letters(column);
        let mut taken = false;
        for (slot, _) in mapped.iter().filter(|(_, column)| *column == own) {
            slots.push((*slot, 0, index));
            taken = true;
        }
        let usual = usual(column).filter(|(slot, _)| mapped.iter().all(|(s, _)| s != slot));
        if let (Some((slot, rank)), false) = (usual, taken) {
            slots.push((slot, rank, index));
        }
    }
    order::sort(&mut slots);
    // Names of one slot beyond a few are no article's.
    let mut same = (None, 0);
    slots.retain(|(slot, ..)| {
        same = if same.0 == Some(*slot) {
            (same.0, same.1 + 1)
        } else {
            (Some(*slot), 0)
        };
        same.1 < ALIKE
    });
    slots
        .into_iter()
        .map(|(slot, _, index)| (slot, index))
        .collect()
}

/// What a row gives: values for fields, and what is wrong with them.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub text: String,
    pub id: Option<String>,
    pub file: Option<String>,
    pub address: Option<String>,
    pub given: Given,
    pub warnings: Vec<String>,
}

impl Row {
    /// Takes a value for a slot that has none yet; blanks are no value.
    pub fn set(&mut self, slot: Slot, value: &str) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let given = &mut self.given;
        let place = match slot {
            Slot::Text if self.text.trim().is_empty() => {
                self.text = value.to_owned();
                return;
            }
            Slot::Text => return,
            // A column of links may hold their words.
            Slot::Address if !value.contains("://") || value.contains(char::is_whitespace) => {
                return;
            }
            Slot::Address => &mut self.address,
            Slot::Tags => return self.tag(value),
            Slot::Id => &mut self.id,
            Slot::File => &mut self.file,
            Slot::Known(Field::Title) => &mut given.title,
            Slot::Known(Field::Publisher) => &mut given.publisher,
            Slot::Known(Field::Author) => &mut given.author,
            Slot::Known(Field::Place) => &mut given.place,
            Slot::Known(Field::Kind) => &mut given.kind,
            Slot::Known(Field::Language) => &mut given.language,
            Slot::Known(Field::Published) => &mut given.published,
            Slot::Known(Field::Updated) => &mut given.updated,
            Slot::Known(Field::Rights) => return,
        };
        if place.is_some() {
            return;
        }
        // "By Ann Lee" in a column of bylines.
        let value = match slot {
            Slot::Known(Field::Author) => byline(value).map_or(value, |names| names.slice(value)),
            _ => value,
        };
        let value = match slot {
            Slot::Known(Field::Published | Field::Updated) => match date::iso(value) {
                Some(date) => date,
                None => {
                    let warning = format!("{} is no date that can be read", quoted(value));
                    return self.warnings.push(warning);
                }
            },
            _ => value.split_whitespace().collect::<Vec<_>>().join(" "),
        };
        *place = Some(value);
    }

    /// Takes the tags that a value lists.
    fn tag(&mut self, value: &str) {
        let inner = value.trim_start_matches('[').trim_end_matches(']');
        for tag in inner.split([';', ',', '|', '\n']) {
            let tag = tag.trim().trim_matches(['\'', '"']).trim();
            if self.given.tags.len() >= TAGS {
                return;
            }
            if !tag.is_empty() && !self.given.tags.iter().any(|known| known == tag) {
                self.given.tags.push(tag.to_owned());
            }
        }
    }

    /// Hands everything but text and id to an article.
    pub fn give(self, article: &mut Article) {
        article.given.merge(&self.given);
        article.source.warnings.extend(self.warnings);
        if self.address.is_some() {
            article.source.address = self.address;
        }
    }
}

/// The start of a value, for a message.
pub(super) fn quoted(value: &str) -> String {
    let start: String = value.chars().take(40).collect();
    format!("{start:?}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(columns: &[&str], mapped: &[(&str, &str)], expected: &[(Slot, usize)]) {
        let mapped = mapped
            .iter()
            .map(|(f, c)| ((*f).to_owned(), (*c).to_owned()))
            .collect();
        assert_eq!(
            slots(columns.iter().copied(), &mapped),
            expected,
            "{columns:?}"
        );
    }

    #[test]
    fn names_find_their_slots() {
        let title = Slot::Known(Field::Title);
        let published = Slot::Known(Field::Published);
        check(
            &["Article_Text", "Title", "views"],
            &[],
            &[(Slot::Text, 0), (title, 1)],
        );
        check(
            &["content", "text"],
            &[],
            &[(Slot::Text, 1), (Slot::Text, 0)],
        );
        check(&["datePublished"], &[], &[(published, 0)]);
        check(
            &["date", "pub_date"],
            &[],
            &[(published, 1), (published, 0)],
        );
        check(&["text", "corpo"], &[("text", "Corpo")], &[(Slot::Text, 1)]);
        check(&["", "_"], &[], &[]);
    }

    #[test]
    fn the_first_value_wins() {
        let mut row = Row::default();
        for value in [" ", "By Ann  Lee ", "Bo"] {
            row.set(Slot::Known(Field::Author), value);
        }
        row.set(Slot::Address, "Read more");
        row.set(Slot::Address, "https://example.org/rain");
        assert_eq!(row.address.as_deref(), Some("https://example.org/rain"));
        row.set(Slot::Tags, "['rain', 'wind'; rain]");
        row.set(Slot::Known(Field::Published), "soon");
        assert_eq!(row.given.author.as_deref(), Some("Ann Lee"));
        assert_eq!(row.given.tags, ["rain", "wind"]);
        assert_eq!(row.warnings, ["\"soon\" is no date that can be read"]);
    }
}
