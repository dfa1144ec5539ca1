//! Why can parts not become a page? The error type of this room.

use std::fmt;

/// The reason why parts cannot become a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageError {
    /// The markup lacks a place or has it twice.
    Place(&'static str),
    /// A part contains text that would end its element early or hide what follows.
    Unsafe {
        /// The part.
        part: &'static str,
        /// The text.
        text: &'static str,
    },
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Place(name) => write!(f, "the markup must contain <!-- {name} --> exactly once"),
            Self::Unsafe { part, text } => {
                write!(
                    f,
                    "the {part} contains “{text}”, which would break the page"
                )
            }
        }
    }
}

impl std::error::Error for PageError {}
