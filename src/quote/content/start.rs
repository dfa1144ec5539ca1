//! Where does content start? The first element of what a cue reports, and what kind of content it opens.

/// Where the content of a cue starts, by its first element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// Words in marks.
    Quote(usize),
    /// A clause, with "that" or without.
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
