//! Which numbers do some bytes start with? A reader that takes numbers and slices from the front.

/// The bytes that have not been read yet.
#[derive(Debug, Clone, Copy)]
pub struct Numbers<'a>(pub &'a [u8]);

impl<'a> Numbers<'a> {
    /// The next `length` bytes; `None` if fewer are left, and then nothing is taken.
    pub fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (front, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(front)
    }

    /// The next number of 32 bits.
    pub fn number(&mut self) -> Option<u32> {
        let (front, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*front))
    }

    /// The next number of 64 bits, as a length; `None` also if it exceeds the address space.
    pub fn length(&mut self) -> Option<usize> {
        let (front, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        usize::try_from(u64::from_le_bytes(*front)).ok()
    }

    /// The next `count` numbers of 32 bits.
    pub fn numbers(&mut self, count: u32) -> Option<impl Iterator<Item = u32> + use<'a>> {
        let bytes = self.take((count as usize).checked_mul(4)?)?;
        Some(numbers(bytes.as_chunks().0))
    }

    /// The rest as numbers of 32 bits; `None` if its length is not a multiple of 4.
    pub fn all(self) -> Option<impl Iterator<Item = u32> + use<'a>> {
        let (chunks, rest) = self.0.as_chunks();
        rest.is_empty().then(|| numbers(chunks))
    }
}

fn numbers(chunks: &[[u8; 4]]) -> impl Iterator<Item = u32> {
    chunks.iter().map(|chunk| u32::from_le_bytes(*chunk))
}
