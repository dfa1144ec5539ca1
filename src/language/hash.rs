//! Which number stands for a word? A hash over its characters, the same in training and in the product.

/// What a hash starts from; 2^64 over the golden ratio.
pub(super) const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// One hash out of two.
#[inline]
pub fn mix(a: u64, b: u64) -> u64 {
    let mixed = (a.rotate_left(23) ^ b).wrapping_mul(FACTOR);
    mixed ^ mixed >> 29
}

/// The hash of some characters.
pub(super) fn hash(chars: impl Iterator<Item = char>) -> u64 {
    chars.fold(FACTOR, |hash, c| mix(hash, u64::from(c)))
}

/// A typographic mark as a plain one; others as they are.
pub(super) fn plain(c: char) -> char {
    match c {
        '’' | '‘' | '`' => '\'',
        '“' | '”' => '"',
        '–' | '—' => '-',
        c => c,
    }
}

/// A character in lower case, the first of several.
pub(super) fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// The longest word of which every letter is looked at, in letters; what is behind counts as cut off.
pub(super) const LONGEST: usize = 40;

/// The hash that [`super::Piece::lower`] has of a word in lower case.
pub fn hash_of(word: &str) -> u64 {
    hash(word.chars().take(LONGEST).map(plain))
}
