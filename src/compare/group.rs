//! What do several articles say alike? A group: passages that have something in common, side by side.

use super::difference::Difference;
use super::member::Member;
use crate::entity::EntityId;

/// What the passages of a group have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupKind {
    /// They say the same, in whatever words.
    Statement,
    /// They name something by the same words: a treaty, a slogan, a term.
    Title,
    /// They speak of one paper or event.
    Topic,
}

/// Passages that say the same, of at least two articles.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// What they have in common.
    pub kind: GroupKind,
    /// The paper or event that a topic is.
    pub about: Option<EntityId>,
    /// The passages, by article and place.
    pub members: Vec<Member>,
    /// The ordinal of the member that resembles the others most.
    pub centre: usize,
    /// In what they differ.
    pub differences: Vec<Difference>,
}

/// How many articles have a passage in a group.
pub fn articles(group: &Group) -> usize {
    let pairs = group.members.windows(2);
    1 + pairs.filter(|p| p[0].document != p[1].document).count()
}
