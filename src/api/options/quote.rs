//! Which quotations?

use crate::api::shape::QuotationKind;

options! {
    /// Which quotations, and which part of them.
    QuoteFilter {
        /// The id of an entity, or a part of a speaker's name.
        speaker: String,
        article: String,
        kind: QuotationKind,
        query: String,
        /// The id of the entity that speaks; empty for quotations whose speaker is none.
        entity: String,
        /// Only quotations that are no fragments of another one; default false.
        whole: bool,
        /// How many are passed over; default 0.
        offset: u32,
        /// How many are returned at most; default all.
        limit: u32,
    }

    /// Whose quotations are counted, and which part of the speakers is listed.
    SpeakerFilter {
        article: String,
        /// Only quotations of this kind; by default, those that are no fragments of another one.
        kind: QuotationKind,
        /// How many speakers are passed over; default 0.
        offset: u32,
        /// How many speakers are listed at most; default all.
        limit: u32,
    }
}
