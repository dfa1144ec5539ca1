//! Which positions can a word in a field have in a document? A view of the layout: from the first
//! block of the field to the end of its last.

use std::ops::Range;

/// A number, as stored in memory or in a segment.
pub trait Number: Copy {
    fn number(self) -> u32;
}

impl Number for u32 {
    fn number(self) -> u32 {
        self
    }
}

impl Number for [u8; 4] {
    #[inline]
    fn number(self) -> u32 {
        u32::from_le_bytes(self)
    }
}

/// The layout of blocks in each document.
pub struct Extents<'a, N> {
    /// For each document, its first block.
    pub firsts: &'a [N],
    /// For each document, its number of tokens.
    pub lengths: &'a [N],
    /// For each block, its first position.
    pub places: &'a [N],
    /// For each block, its field.
    pub fields: &'a [u8],
}

impl<N: Number> Extents<'_, N> {
    /// The positions of a field in a document; empty if it has no such block.
    #[inline]
    pub fn of(&self, document: u32, field: u8) -> Range<u32> {
        let at = document as usize;
        let number = |numbers: &[N], at: usize| numbers.get(at).map(|n| n.number());
        let first = number(self.firsts, at).unwrap_or(0) as usize;
        let end = number(self.firsts, at.saturating_add(1));
        let end = end.map_or(self.fields.len(), |end| end as usize);
        let fields = self.fields.get(first..end).unwrap_or_default();
        let is_field = |&of: &u8| of == field;
        let Some(start) = fields.iter().position(is_field) else {
            return 0..0;
        };
        let last = fields.iter().rposition(is_field).unwrap_or(start);
        // One position is free between blocks.
        let after = if last + 1 < fields.len() {
            number(self.places, first + last + 1).unwrap_or(0)
        } else {
            let tokens = number(self.lengths, at).unwrap_or(0);
            tokens.saturating_add(fields.len() as u32)
        };
        number(self.places, first + start).unwrap_or(0)..after.saturating_sub(1)
    }
}
