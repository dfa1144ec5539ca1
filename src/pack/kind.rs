//! What does a pack contain? An enumeration of the kinds of packs, and the errors of opening one.

use std::fmt::Display;

use crate::error::{ReadError, ReadErrorKind};

/// The kind of a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Articles and decisions.
    Corpus,
    /// Documents of a custom shape and their index.
    Collection,
    /// An index without its documents.
    Index,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Corpus, Self::Collection, Self::Index];

    /// Its number in the header.
    pub(super) fn number(self) -> u32 {
        match self {
            Self::Corpus => 1,
            Self::Collection => 2,
            Self::Index => 3,
        }
    }

    /// The version that this build writes: the first in which its sections are as they are.
    pub(super) fn version(self) -> u32 {
        match self {
            Self::Corpus => 4,
            Self::Collection | Self::Index => 3,
        }
    }

    /// The kind with a number.
    pub(super) fn numbered(number: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.number() == number)
    }

    /// Its name in messages.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Corpus => "corpus",
            Self::Collection => "search index",
            Self::Index => "index",
        }
    }

    /// An error that says what was found instead of a pack of this kind.
    ///
    /// # Errors
    /// Always [`ReadErrorKind::Pack`].
    pub fn refuse<T>(self, found: impl Display) -> Result<T, ReadError> {
        Err(self.refusal(&found))
    }

    /// An error that says what could not be saved, and why.
    ///
    /// # Errors
    /// Always [`ReadErrorKind::Pack`].
    pub fn cannot_save<T>(self, what: &str, why: impl Display) -> Result<T, ReadError> {
        let message = format!("{what} cannot be saved: {why}");
        Err(ReadError::new(ReadErrorKind::Pack, self.noun(), message))
    }

    fn refusal(self, found: &dyn Display) -> ReadError {
        let noun = self.noun();
        let message = format!("expected a saved {noun}, found {found}");
        ReadError::new(ReadErrorKind::Pack, "bytes", message)
    }
}
