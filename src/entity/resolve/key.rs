//! What do mentions of one entity share? A key: its kind, and its name as it is compared.

use crate::entity::kind::EntityKind;
use crate::text::fold::fold;

/// What mentions of one entity share: its kind, and a canonical name after "=" or a folded one.
pub type EntityKey = (EntityKind, String);

/// A name as key: folded words without articles.
pub fn folded_name(name: &str) -> String {
    let words = crate::text::tokens(name);
    let words = words
        .iter()
        .filter(|t| t.is_word())
        .map(|t| fold(t.span.slice(name)));
    // A possessive that stands apart, as some tokenisers leave it, is none either.
    words
        .filter(|w| w != "the" && w != "s")
        .collect::<Vec<_>>()
        .join(" ")
}
