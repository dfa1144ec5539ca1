//! What did the parser read? A parse tree: the query before it is known which of its parts are wanted.

use super::filter::Filter;

/// A query's tree before it is known whether words side by side are all wanted.
pub enum ParseTree {
    /// A word or phrase, by its number.
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
    /// Joined by NEAR: each of these, any of its texts, so far from the one before it.
    Near(u32, Vec<Vec<usize>>),
}

impl ParseTree {
    /// The texts any of which may stand at a side of NEAR; `None` when it holds more.
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

    /// Whether it asks for nothing.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Row(parts) | Self::All(parts) | Self::Any(parts) => {
                parts.iter().all(Self::is_empty)
            }
            _ => false,
        }
    }
}
