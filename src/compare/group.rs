//! What do several articles report alike? A group: passages that have something in common.

use super::difference::Difference;
use super::member::Member;
use crate::entity::EntityId;

/// What the passages of a group have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupKind {
    /// They say the same, in any words.
    Statement,
    /// They name something in the same words: a treaty, a slogan, a term.
    Title,
    /// They are about one document or event.
    Topic,
}

/// Passages of at least two articles that have something in common.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// What they have in common.
    pub kind: GroupKind,
    /// The document or event that a topic is about.
    pub about: Option<EntityId>,
    /// The passages, by article and place.
    pub members: Vec<Member>,
    /// The ordinal of the member that is most similar to the others.
    pub centre: usize,
    /// How they differ.
    pub differences: Vec<Difference>,
}

/// The number of articles with a passage in a group.
pub fn articles(group: &Group) -> usize {
    let pairs = group.members.windows(2);
    1 + pairs.filter(|p| p[0].document != p[1].document).count()
}
