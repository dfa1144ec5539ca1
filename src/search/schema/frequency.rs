//! How often does a word occur in a document? A pair of weighted counts, and the upper bound of
//! such counts.

/// How often a leaf occurs in a document; each occurrence is weighted by its words.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Frequency {
    /// Anywhere, also weighted by field.
    pub all: f32,
    /// In headlines, without the weight of the field.
    pub headline: f32,
}

impl Frequency {
    /// The sum of `count` equal frequencies.
    pub fn times(self, count: u32) -> Self {
        Self {
            all: self.all * count as f32,
            headline: self.headline * count as f32,
        }
    }

    /// The larger of each of the two counts.
    pub fn max(self, other: Self) -> Self {
        Self {
            all: self.all.max(other.all),
            headline: self.headline.max(other.headline),
        }
    }

    /// The sum.
    pub fn and(self, other: Self) -> Self {
        Self {
            all: self.all + other.all,
            headline: self.headline + other.headline,
        }
    }
}

/// Bounds for the documents of a stream: the highest frequency and the shortest length.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Most {
    /// An upper bound of the frequency in one document.
    pub frequency: Frequency,
    /// The number of tokens of the shortest document.
    pub length: u32,
}
