//! Which number stands for a word? A hash over its characters, also used in training.

/// The initial value of a hash: 2^64 divided by the golden ratio.
pub(super) const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// Combines two hashes into one; the order matters.
#[inline]
pub fn mix(a: u64, b: u64) -> u64 {
    let mixed = (a.rotate_left(23) ^ b).wrapping_mul(FACTOR);
    mixed ^ mixed >> 29
}

/// The hash of a sequence of characters.
pub(super) fn hash(chars: impl Iterator<Item = char>) -> u64 {
    chars.fold(FACTOR, |hash, c| mix(hash, u64::from(c)))
}

/// A typographic quotation mark or dash as its plain form; other characters unchanged.
pub(super) fn plain(c: char) -> char {
    match c {
        '’' | '‘' | '`' => '\'',
        '“' | '”' => '"',
        '–' | '—' => '-',
        c => c,
    }
}

/// A character in lower case; the first one if there are several.
pub(super) fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// The longest word that is read in full, in letters; letters beyond it are ignored.
pub(super) const LONGEST: usize = 40;

/// The hash of a lower-case word, equal to [`super::Piece::lower`].
pub fn hash_of(word: &str) -> u64 {
    hash(word.chars().take(LONGEST).map(plain))
}
