//! Which corrections did people make, and what were their outcomes?

use super::EntityKind;
use crate::decision;

shapes! {
    /// An entity as it was found; name and kind are null where a file was written by hand.
    AddressView { id: String, name: Option<String>, kind: Option<EntityKind> }

    /// A mention by its article, its place in UTF-16 units, and its words.
    QuotedView { article: String, start: u32, end: u32, text: String }

    /// A decision and its outcome.
    DecisionView {
        id: String,
        action: DecisionAction,
        entity: Option<AddressView>,
        /// What a merge makes of it.
        into: Option<AddressView>,
        /// Those that a split takes out, or that are ignored.
        mentions: Vec<QuotedView>,
        name: Option<String>,
        kind: Option<EntityKind>,
        outcome: DecisionOutcome,
        /// Why not all of it was done, in words.
        reason: Option<String>,
        /// The ids of the entities that are what they are by it.
        touches: Vec<String>,
    }
}

names! {
    /// What is done to an entity, or to mentions.
    DecisionAction = decision::Action { Merge, Split, Rename, Kind, Ignore }
}

/// What came of a decision; `pending` where the corpus was not analysed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub enum DecisionOutcome {
    Applied,
    Partly,
    NotApplicable,
    Pending,
}
