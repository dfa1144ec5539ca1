//! How does an index grow and shrink? Documents join in a segment of their own, leave by a mark, and
//! now and then segments are laid together: a log-structured merge, as in Lucene.

use std::sync::OnceLock;

use super::Index;
use super::facet::Facets;
use super::field;
use super::filter::{Head, title};
use super::index::{Builder, Segment};
use super::term::units;
use crate::document::{BlockKind, DocId, Document};
use crate::text::{EnglishStemmer, tokens};

/// A segment, and which of its documents are there.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub segment: Segment,
    /// For each document of the segment, its number in the corpus; none when it has left.
    pub numbers: Vec<Option<u32>>,
    /// Whether none has left.
    pub is_whole: bool,
}

impl Part {
    pub fn new(segment: Segment, numbers: Vec<Option<u32>>) -> Self {
        Self {
            segment,
            is_whole: numbers.iter().all(Option::is_some),
            numbers,
        }
    }

    /// The number in the corpus of a document of the segment.
    pub fn document(&self, local: u32) -> Option<u32> {
        *self.numbers.get(local as usize)?
    }

    /// How many of its documents are there.
    pub fn present(&self) -> usize {
        self.numbers.iter().flatten().count()
    }
}

impl Index {
    /// The index of documents, in their order.
    pub fn build(documents: &[Document]) -> Self {
        let mut index = Self::default();
        index.append(documents);
        index
    }

    /// Adds the documents of a corpus that are not in the index: those from its length on.
    pub fn append(&mut self, documents: &[Document]) {
        let known = self.heads.len();
        let new = documents.get(known..).unwrap_or_default();
        if !new.is_empty() {
            let numbers = (known as u32..documents.len() as u32).map(Some).collect();
            self.parts.push(Part::new(segment(new), numbers));
            self.tidy();
        }
        self.describe(documents);
    }

    /// Takes documents out by their numbers, ascending; `documents` are those that stay, and the
    /// numbers of what follows a gap fall.
    pub fn remove(&mut self, gone: &[DocId], documents: &[Document]) {
        for number in self.parts.iter_mut().flat_map(|part| &mut part.numbers) {
            *number = number.and_then(|n| match gone.binary_search(&DocId(n)) {
                Ok(_) => None,
                Err(before) => Some(n - before as u32),
            });
        }
        self.tidy();
        self.describe(documents);
    }

    /// Puts the document of a number in the place of the one that had it.
    pub fn replace(&mut self, id: DocId, documents: &[Document]) {
        let Some(document) = documents.get(id.0 as usize) else {
            return;
        };
        for number in self.parts.iter_mut().flat_map(|part| &mut part.numbers) {
            *number = number.filter(|&n| n != id.0);
        }
        let segment = segment(std::slice::from_ref(document));
        self.parts.push(Part::new(segment, vec![Some(id.0)]));
        self.tidy();
        self.describe(documents);
    }

    /// Lays the last segments together as long as one is not twice as large as the next, and the
    /// segments anew of which a quarter has left.
    fn tidy(&mut self) {
        while let [.., large, small] = self.parts.as_slice()
            && large.present() < 2 * small.present()
        {
            let small = self.parts.pop();
            let large = self.parts.pop();
            self.parts.extend(merged(large.into_iter().chain(small)));
        }
        for part in &mut self.parts {
            part.is_whole = part.numbers.iter().all(Option::is_some);
        }
        let is_worn = |part: &Part| 4 * part.present() < 3 * part.numbers.len();
        for part in self.parts.iter_mut().filter(|part| is_worn(part)) {
            *part = merged([part.clone()].into_iter()).unwrap_or_else(|| part.clone());
        }
        self.parts.retain(|part| part.present() > 0);
    }

    /// Notes what filters and facets ask of documents.
    pub(super) fn describe(&mut self, documents: &[Document]) {
        self.running = OnceLock::new();
        let stemmer = EnglishStemmer::new();
        self.heads = documents.iter().map(|d| Head::new(d, &stemmer)).collect();
        self.facets = Facets::build(documents);
    }
}

/// The segment of documents: their blocks by kind, and the headline that none of them shows.
pub(super) fn segment(documents: &[Document]) -> Segment {
    let headlines: Vec<_> = documents
        .iter()
        .map(|d| outside_title(d).map(|title| (title, units(title, &tokens(title)))))
        .collect();
    let mut builder = Builder::default();
    for (document, headline) in documents.iter().zip(&headlines) {
        builder.document();
        for block in &document.blocks {
            let units = units(&document.text, document.tokens_in(block.span));
            builder.block(
                field::number(block.kind),
                &document.text,
                &units,
                is_running(block.kind),
            );
        }
        if let Some((title, units)) = headline {
            builder.block(field::HEADLINE, title, units, false);
        }
    }
    builder.finish()
}

/// Whether blocks of a kind hold sentences, whose capitals show which words are names.
fn is_running(kind: BlockKind) -> bool {
    use BlockKind::{Caption, Item, Paragraph, Quotation};
    matches!(kind, Paragraph | Item | Caption | Quotation)
}

/// Some segments as one, without what has left; none of nothing.
fn merged(parts: impl Iterator<Item = Part>) -> Option<Part> {
    let parts: Vec<Part> = parts.collect();
    let mut builder = Builder::default();
    for part in &parts {
        builder.segment(&part.segment, |local| part.document(local).is_some());
    }
    let numbers = parts
        .iter()
        .flat_map(|part| part.numbers.iter().copied().filter(Option::is_some));
    (!parts.is_empty()).then(|| Part::new(builder.finish(), numbers.collect()))
}

/// The headline of a document that none of its blocks holds.
fn outside_title(document: &Document) -> Option<&str> {
    let inside = document.blocks.iter().any(|b| b.kind == BlockKind::Title);
    if inside {
        None
    } else {
        title(document).filter(|t| !t.is_empty())
    }
}
