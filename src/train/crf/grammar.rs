//! Which sequences of labels are allowed? A grammar: the labels that may follow each other.

/// The labels that may follow each other, open a sentence and close one.
#[derive(Clone)]
pub struct Grammar {
    /// The number of labels.
    pub labels: usize,
    /// `after[a]` has one bit for each label that may follow `a`.
    pub after: Vec<u32>,
    /// The labels that may open a sentence.
    pub first: u32,
    /// The labels that may close a sentence.
    pub last: u32,
}
