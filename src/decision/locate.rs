//! Where is a quoted mention now? A look-up of mentions by article, range and words.

use std::collections::BTreeMap;

use super::Quoted;
use crate::document::{DocId, Document};
use crate::entity::Mention;
use crate::order;
use crate::text::{OffsetIndex, Span, Unit};

/// The mentions of a corpus, indexed for decisions.
pub(super) struct Places<'a> {
    documents: &'a [Document],
    mentions: &'a [Vec<Mention>],
    by_id: BTreeMap<&'a str, usize>,
    offsets: BTreeMap<usize, OffsetIndex>,
}

impl<'a> Places<'a> {
    pub fn new(documents: &'a [Document], mentions: &'a [Vec<Mention>]) -> Self {
        let ids = documents
            .iter()
            .enumerate()
            .map(|(n, d)| (d.id.as_str(), n));
        Self {
            documents,
            mentions,
            by_id: order::gathered(ids),
            offsets: BTreeMap::new(),
        }
    }

    /// The mention with the range and words of `quoted`; otherwise one that overlaps its range,
    /// since the analysis may now find it longer or shorter; otherwise, if the text of the article
    /// moved, the only mention there with its words.
    pub fn find(&mut self, quoted: &Quoted) -> Option<(DocId, u32)> {
        let doc = *self.by_id.get(quoted.article.as_str())?;
        let document = &self.documents[doc];
        let row = self.mentions.get(doc)?;
        let offsets = self
            .offsets
            .entry(doc)
            .or_insert_with(|| OffsetIndex::new(&document.text, Unit::Utf16));
        // A text has no more UTF-16 units than bytes, so larger offsets are outside it.
        let is_inside = quoted.start < quoted.end && quoted.end as usize <= document.text.len();
        let at = is_inside.then(|| Span {
            start: offsets.byte(quoted.start),
            end: offsets.byte(quoted.end),
        });
        let stands = |span: &Span| quoted.text.is_empty() || document.slice(*span) == quoted.text;
        let found = match at.filter(stands) {
            Some(at) => {
                let exact = row.iter().position(|m| m.span == at);
                exact.or_else(|| row.iter().position(|m| m.span.overlaps(at)))
            }
            None => None,
        };
        let only = || {
            let mut same = row.iter().enumerate();
            let mut same = same
                .by_ref()
                .filter(|(_, m)| document.slice(m.span) == quoted.text);
            let (n, _) = same.next()?;
            same.next().is_none().then_some(n)
        };
        let number = found.or_else(only)?;
        Some((DocId(doc as u32), number as u32))
    }

    /// The span of a mention.
    pub fn span(&self, (doc, mention): (DocId, u32)) -> Span {
        self.mentions[doc.0 as usize][mention as usize].span
    }

    /// The words of a mention.
    pub fn words(&self, at: (DocId, u32)) -> &'a str {
        self.documents[at.0.0 as usize].slice(self.span(at))
    }
}
