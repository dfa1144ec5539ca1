//! What do the models see of a word? Its form, case, shape, endings and class, each as a number.
//!
//! A feature of a model is a hash over a template's number and one to three of these, so no string
//! is made or compared while a text is read.

use super::cluster::Cluster;
use crate::text::Span;

/// The numbers of one piece of a sentence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub span: Span,
    /// Hash of the form as written, typographic apostrophes as plain ones.
    pub form: u64,
    /// The same in lower case.
    pub lower: u64,
    /// Hash of the shape: runs of capitals, small letters, digits; marks as they are.
    pub shape: u64,
    /// Hashes of the first two, three and four letters in lower case; 0 when the word is no longer.
    pub prefixes: [u64; 3],
    /// Hashes of the last one to four letters in lower case; 0 when the word is no longer.
    pub suffixes: [u64; 4],
    /// Classes of the word by what stands around it in large amounts of text.
    pub cluster: Cluster,
    /// Whether it starts with a capital.
    pub capital: bool,
    /// Whether it has a letter.
    pub word: bool,
    /// Whether all its letters are capitals and it has at least two.
    pub shouted: bool,
}

const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// One hash out of two.
#[inline]
pub fn mix(a: u64, b: u64) -> u64 {
    let mixed = (a.rotate_left(23) ^ b).wrapping_mul(FACTOR);
    mixed ^ mixed >> 29
}

fn hash(chars: impl Iterator<Item = char>) -> u64 {
    chars.fold(FACTOR, |hash, c| mix(hash, u64::from(c)))
}

fn plain(c: char) -> char {
    match c {
        '’' | '‘' | '`' => '\'',
        '“' | '”' => '"',
        '–' | '—' => '-',
        c => c,
    }
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// The longest word of which every letter is looked at, in letters; what is behind counts as cut off.
const LONGEST: usize = 40;

impl Piece {
    /// The numbers of the word at a span.
    pub fn new(text: &str, span: Span) -> Self {
        let mut letters = ['\0'; LONGEST];
        let mut count = 0;
        let (mut capitals, mut smalls) = (0, 0);
        let (mut form, mut shape, mut run) = (FACTOR, FACTOR, '\0');
        for c in span.slice(text).chars().take(LONGEST).map(plain) {
            form = mix(form, u64::from(c));
            let class = match c {
                'a'..='z' => 'x',
                'A'..='Z' => 'X',
                '0'..='9' => 'd',
                _ if c.is_uppercase() => 'X',
                _ if c.is_alphabetic() => 'x',
                _ if c.is_numeric() => 'd',
                _ => c,
            };
            capitals += usize::from(class == 'X');
            smalls += usize::from(class == 'x');
            if class != run {
                shape = mix(shape, u64::from(class));
                run = class;
            } else if count < 2 {
                shape = mix(shape, 1);
            }
            letters[count] = lower(c);
            count += 1;
        }
        let letters = &letters[..count];
        let start = |n: usize| {
            if count > n {
                hash(letters[..n].iter().copied())
            } else {
                0
            }
        };
        let end = |n: usize| {
            if count > n {
                hash(letters[count - n..].iter().copied())
            } else {
                0
            }
        };
        let lower = hash(letters.iter().copied());
        Self {
            span,
            form,
            lower,
            shape,
            prefixes: [start(2), start(3), start(4)],
            suffixes: [end(1), end(2), end(3), end(4)],
            cluster: Cluster::of(lower),
            capital: capitals > 0 && span.slice(text).starts_with(char::is_uppercase),
            word: capitals + smalls > 0,
            shouted: capitals > 1 && smalls == 0,
        }
    }
}

/// The hash that [`Piece::lower`] has of a word in lower case.
pub fn hash_of(word: &str) -> u64 {
    hash(word.chars().take(LONGEST).map(plain))
}
