//! What does a query mean? An abstract syntax tree of texts and conditions, with its numbered texts
//! and the remarks from parsing.

use super::filter::Filter;
use super::remark::Remark;
use super::text::QueryText;

/// A parsed query.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// The tree to search for; `None` if there is nothing to search for.
    pub root: Option<Node>,
    /// The texts that the numbers in [`Node::Text`] and [`Node::Near`] refer to.
    pub texts: Vec<QueryText>,
    /// Remarks, each with the byte offset in the query that it refers to.
    pub remarks: Vec<(usize, Remark)>,
}

/// A node of the tree.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// A word or phrase, by its number in [`Query::texts`].
    Text(usize),
    /// One text of each part occurs in the block, at most `distance` tokens before or after the
    /// previous part in this list; 1 means adjacent. Two parts never share a token.
    Near {
        /// The maximum distance in tokens, from the last token of one part to the first of the
        /// other.
        distance: u32,
        /// For each part, its alternative texts; at least two parts.
        parts: Vec<Vec<usize>>,
    },
    /// A condition on articles or blocks.
    Filter(Filter),
    /// Matches if every node matches; [`Node::Optional`] nodes need not.
    All(Vec<Node>),
    /// Matches if at least one node matches.
    Any(Vec<Node>),
    /// Matches what the node does not match.
    Not(Box<Node>),
    /// Raises the score of hits that match these nodes, without requiring them.
    Optional(Vec<Node>),
}
