//! What do mentions of one entity share? A key: a kind and a normalised name.

use crate::entity::kind::EntityKind;
use crate::text::fold::fold;

/// A kind, with either "=" and a canonical name or a folded name.
pub type EntityKey = (EntityKind, String);

/// A name as a key: its folded words, without "the".
pub fn folded_name(name: &str) -> String {
    let words = crate::text::tokens(name);
    let words = words
        .iter()
        .filter(|t| t.is_word())
        .map(|t| fold(t.span.slice(name)));
    // A possessive "s" that some tokenisers separate is dropped too.
    words
        .filter(|w| w != "the" && w != "s")
        .collect::<Vec<_>>()
        .join(" ")
}
