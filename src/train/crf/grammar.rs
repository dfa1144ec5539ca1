//! Which sequences of labels are allowed? A grammar of which may follow which.

/// Which label may follow which; and which may open and close a sentence.
#[derive(Clone)]
pub struct Grammar {
    /// Number of labels.
    pub labels: usize,
    /// `after[a]` holds, a bit each, the labels that may follow `a`.
    pub after: Vec<u32>,
    /// Labels that may open a sentence.
    pub first: u32,
    /// Labels that may close one.
    pub last: u32,
}
