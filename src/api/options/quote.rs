//! Which quotations?

use crate::api::shape::QuotationKind;

options! {
    /// Which quotations; `speaker` is an entity's id or a part of a speaker's name.
    QuoteFilter { speaker: String, article: String, kind: QuotationKind, query: String }
}
