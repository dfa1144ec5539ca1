//! How often does a word stand in a document? A pair of weighted counts, and the bound of such counts.

/// How often a leaf stands in a document, each place by the weight of its words.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Frequency {
    /// Anywhere, and by the weight of the field.
    pub all: f32,
    /// In headlines.
    pub headline: f32,
}

impl Frequency {
    /// As often as this so many times.
    pub fn times(self, count: u32) -> Self {
        Self {
            all: self.all * count as f32,
            headline: self.headline * count as f32,
        }
    }

    /// The most of either.
    pub fn max(self, other: Self) -> Self {
        Self {
            all: self.all.max(other.all),
            headline: self.headline.max(other.headline),
        }
    }

    /// Both together.
    pub fn and(self, other: Self) -> Self {
        Self {
            all: self.all + other.all,
            headline: self.headline + other.headline,
        }
    }
}

/// The most that a stream counts in a document, and the least length of one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Most {
    /// The most it counts.
    pub frequency: Frequency,
    /// The tokens of the shortest document.
    pub length: u32,
}
