//! Where does content start? A position: its first element, with the kind of content.

/// The first element of the content of a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// Quoted words.
    Quote(usize),
    /// A clause, with or without "that".
    Clause(usize),
    /// A noun phrase.
    Object(usize),
}

impl Start {
    /// The first element of the content.
    pub fn element(self) -> usize {
        match self {
            Start::Quote(i) | Start::Clause(i) | Start::Object(i) => i,
        }
    }
}
