//! What do other programs read? The graph as a table and as GraphML; mentions as CoNLL and as Web
//! Annotations; quotations as a table, as TEI and as Web Annotations. Pure: what enters is what a corpus knows, what leaves is a string.

mod annotation;
mod conll;
mod csv;
mod graphml;
mod mention;
mod speech;
mod table;
mod tei;
mod xml;

use crate::entity::{EntityId, EntityKind, MentionKind};
use crate::text::Span;
pub use conll::conll;
pub use csv::{BYTE_ORDER_MARK, Csv};
pub use graphml::graphml;
pub use mention::json_ld;
pub use speech::{Said, quote_json_ld, quote_table};
pub use table::table;
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

/// What kinds of entities are called in files.
fn kind_name(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organisation => "organisation",
        EntityKind::Place => "place",
        EntityKind::Document => "document",
        EntityKind::Event => "event",
        EntityKind::Publication => "publication",
        EntityKind::Work => "work",
    }
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
