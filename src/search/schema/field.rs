//! In which fields does a word count? A set of field numbers, one bit each.

/// Which fields count, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldSet(pub u16);

impl FieldSet {
    /// All of them.
    pub const ALL: Self = Self(u16::MAX);

    /// One field alone.
    pub fn one(field: u8) -> Self {
        Self(1 << (field & 15))
    }

    /// The fields that are in both.
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The fields that are in one of both.
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether a field counts.
    pub fn has(self, field: u8) -> bool {
        self.0 >> (field & 15) & 1 == 1
    }
}

impl Default for FieldSet {
    fn default() -> Self {
        Self::ALL
    }
}
