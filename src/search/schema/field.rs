//! In which fields may a word occur? A set of field numbers, as a bit mask.

/// A set of fields, one bit for each of 16.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldSet(pub u16);

impl FieldSet {
    /// All fields.
    pub const ALL: Self = Self(u16::MAX);

    /// A single field.
    pub fn one(field: u8) -> Self {
        Self(1 << (field & 15))
    }

    /// The fields that are in both sets.
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The fields that are in either set.
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the set contains a field.
    pub fn has(self, field: u8) -> bool {
        self.0 >> (field & 15) & 1 == 1
    }
}

impl Default for FieldSet {
    fn default() -> Self {
        Self::ALL
    }
}
