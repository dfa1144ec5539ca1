//! What did the parser read? A parse tree, in which required and optional parts are not yet
//! distinguished.

use super::filter::Filter;

/// A query's tree before lowering.
pub enum ParseTree {
    /// A word or phrase, by its number in the query.
    Text(usize),
    /// A condition.
    Filter(Filter),
    /// Side by side.
    Row(Vec<ParseTree>),
    /// Joined by AND.
    All(Vec<ParseTree>),
    /// Joined by OR.
    Any(Vec<ParseTree>),
    /// After NOT or a minus.
    Not(Box<ParseTree>),
    /// After a plus.
    Must(Box<ParseTree>),
    /// Joined by NEAR with a maximum distance: alternatives for each operand, in order.
    Near(u32, Vec<Vec<usize>>),
}

impl ParseTree {
    /// The alternative texts of an operand of NEAR; `None` if it contains anything but texts.
    pub fn alternatives(&self) -> Option<Vec<usize>> {
        match self {
            Self::Text(text) => Some(vec![*text]),
            Self::Row(parts) | Self::Any(parts) => {
                let parts: Option<Vec<_>> = parts.iter().map(Self::alternatives).collect();
                parts.map(|parts| parts.concat())
            }
            _ => None,
        }
    }

    /// Whether it contains nothing.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Row(parts) | Self::All(parts) | Self::Any(parts) => {
                parts.iter().all(Self::is_empty)
            }
            _ => false,
        }
    }
}
