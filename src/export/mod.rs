//! What do other programs read? The graph as CSV and GraphML; mentions as CoNLL and Web
//! Annotations; quotations as CSV, TEI and Web Annotations; rows of any shape as CSV. Pure: what
//! enters is what a corpus knows, what leaves is a string.

mod annotation;
mod conll;
mod csv;
mod graph;
mod graphml;
mod mention;
mod quotation;
mod rows;
mod tei;
mod xml;

use crate::entity::{EntityId, MentionKind};
use crate::text::Span;
pub use conll::conll;
pub use csv::BYTE_ORDER_MARK;
pub use graph::graph_csv;
pub use graphml::graphml;
pub use mention::mention_json_ld;
pub use quotation::{Attributed, quotation_csv, quotation_json_ld};
pub use rows::rows_csv;
pub use tei::tei;

/// A mention, and the entity that it names; mentions that people ignore are none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Named {
    /// Where it stands.
    pub span: Span,
    /// What the span is.
    pub kind: MentionKind,
    /// Whom it names; `None` when nobody is certain enough.
    pub entity: Option<EntityId>,
}

/// A number with at most three decimals: the same on every machine.
fn figure(number: f64) -> String {
    let text = format!("{number:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}
