//! Where does content start? The first unit of what a cue reports, and what kind of content it opens.

/// Where the content of a cue starts, by its first unit.
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
    /// The first unit of the content.
    pub fn unit(self) -> usize {
        match self {
            Start::Quote(i) | Start::Clause(i) | Start::Object(i) => i,
        }
    }
}
