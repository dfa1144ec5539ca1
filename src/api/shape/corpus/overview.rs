//! How much is there?

use super::entity::EntityKind;
use super::quote::QuotationKind;

shapes! {
    /// How much a corpus holds.
    Overview {
        articles: u32,
        words: u32,
        /// The first and the last day, or year or month, of publication or else of change, in ISO 8601; null
        /// if no article has one.
        first: Option<String>,
        last: Option<String>,
        /// The kinds of entities that occur, each with its number of entities.
        entities: Vec<EntityKindCount>,
        /// The kinds of quotations, each with its number of quotations.
        quotations: Vec<QuotationKindCount>,
        /// The number of dates in the articles.
        dates: u32,
    }

    /// How many entities are of a kind.
    EntityKindCount { kind: EntityKind, count: u32 }

    /// How many quotations are of a kind.
    QuotationKindCount { kind: QuotationKind, count: u32 }
}
