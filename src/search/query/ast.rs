//! What does a query ask? An abstract syntax tree of texts and conditions, the texts it numbers, and the remarks
//! on its reading.

use super::filter::Filter;
use super::remark::Remark;
use super::text::QueryText;

/// A query understood.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// What is sought; `None` when nothing is.
    pub root: Option<Node>,
    /// The texts that [`Node::Text`] numbers.
    pub texts: Vec<QueryText>,
    /// Remarks with the byte of the query they refer to.
    pub remarks: Vec<(usize, Remark)>,
}

/// A part of a query's tree.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// A word or phrase, by its number.
    Text(usize),
    /// Each part stands in the block, by any of its texts, at most `distance` tokens before or
    /// behind the part that stands before it in this list; 1 is side by side. Two parts never
    /// share a token.
    Near {
        /// How far apart, in tokens: from the last of one part to the first of the other.
        distance: u32,
        /// For each part, the texts that may stand for it; at least two parts.
        parts: Vec<Vec<usize>>,
    },
    /// A condition on articles or blocks.
    Filter(Filter),
    /// Every one of these that is no [`Node::Optional`].
    All(Vec<Node>),
    /// At least one of these.
    Any(Vec<Node>),
    /// What matches this is excluded.
    Not(Box<Node>),
    /// Better with these, but not only with them.
    Optional(Vec<Node>),
}
