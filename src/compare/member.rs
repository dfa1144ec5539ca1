//! Where does an article say it? A member of a group: spans of one sentence.

use crate::document::DocId;
use crate::text::Span;

/// A passage of a group.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// The article.
    pub document: DocId,
    /// One or more spans of one sentence, in text order.
    pub spans: Vec<Span>,
    /// The quotation that covers most of it: an index into the quotations of its article.
    pub quotation: Option<u32>,
    /// The words that another member has too, in text order.
    pub shared: Vec<Span>,
}

impl Member {
    /// The span from its first word to its last.
    pub fn span(&self) -> Span {
        let first = self.spans[0];
        self.spans.iter().fold(first, |all, span| all.cover(*span))
    }

    /// Whether `place` is inside one of its spans.
    pub fn contains(&self, place: Span) -> bool {
        self.spans.iter().any(|span| span.contains(place))
    }
}
