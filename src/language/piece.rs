//! What do the models know of a word? A feature vector: hashes of its form, case, shape, affixes
//! and class.
//!
//! A feature of a model hashes the number of a template with one to three of these values. So no
//! string is allocated or compared while a text is analysed.

use super::cluster::Cluster;
use super::hash::{FACTOR, LONGEST, hash, lower, mix, plain};
use crate::text::Span;

/// The values of one piece of a sentence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Piece {
    /// The piece in the text.
    pub span: Span,
    /// Hash of the form as written, with typographic marks as plain ones.
    pub form: u64,
    /// Hash of the form in lower case.
    pub lower: u64,
    /// Hash of the shape: runs of capitals, small letters and digits; marks as they are.
    pub shape: u64,
    /// Hashes of the first two, three and four letters in lower case; 0 unless the word is longer.
    pub prefixes: [u64; 3],
    /// Hashes of the last one to four letters in lower case; 0 unless the word is longer.
    pub suffixes: [u64; 4],
    /// Classes of the word, learned from its contexts in large amounts of text.
    pub cluster: Cluster,
    /// Whether it starts with a capital.
    pub capital: bool,
    /// Whether it contains a letter.
    pub word: bool,
    /// Whether it has at least two letters and all are capitals.
    pub shouted: bool,
}

impl Piece {
    /// The values of the piece at a span of `text`.
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
