//! What do the rules for gaps read? The words and marks of a sentence, without white space.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::words::WordClass;
use crate::text::{Span, Token, TokenKind};

/// A word or mark of a sentence.
pub struct Word<'a> {
    /// The text of the token.
    pub text: &'a str,
    /// `text` in lower case.
    pub lower: Cow<'a, str>,
    /// Its span in the block.
    pub span: Span,
    /// Whether it is a word, number or mark.
    pub kind: TokenKind,
    /// Whether it follows white space or is the first of its sentence.
    pub parted: bool,
}

impl Word<'_> {
    /// Whether the word, in lower case, is in a class.
    pub fn is(&self, class: WordClass) -> bool {
        class.has(&self.lower)
    }

    /// Whether the word, in lower case, is in one of some classes.
    pub fn is_any(&self, classes: &[WordClass]) -> bool {
        classes.iter().any(|class| self.is(*class))
    }

    pub fn is_lower(&self) -> bool {
        self.kind == TokenKind::Word && self.text == self.lower
    }

    pub fn is_name(&self) -> bool {
        self.kind == TokenKind::Word && self.text.starts_with(char::is_uppercase)
    }
}

pub fn words<'a>(text: &'a str, all: &[Token], sentence: Span) -> Vec<Word<'a>> {
    let first = all.partition_point(|t| t.span.start < sentence.start);
    let inside = all[first..]
        .iter()
        .take_while(|t| t.span.end <= sentence.end);
    let mut words = Vec::new();
    let mut parted = true;
    for token in inside {
        if token.kind == TokenKind::Space {
            parted = true;
            continue;
        }
        let piece = token.span.slice(text);
        words.push(Word {
            text: piece,
            lower: lower(piece),
            span: token.span,
            kind: token.kind,
            parted,
        });
        parted = false;
    }
    words
}

fn lower(word: &str) -> Cow<'_, str> {
    if word
        .bytes()
        .all(|b| b.is_ascii() && !b.is_ascii_uppercase())
    {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

/// Whether a text habitually has spaces before its marks; computed on first use.
pub struct Spacing<'a> {
    text: &'a str,
    spaced: OnceCell<bool>,
}

impl<'a> Spacing<'a> {
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            spaced: OnceCell::new(),
        }
    }

    /// Whether spaces before marks are a habit of the text and so prove nothing.
    pub fn is_wide(&self) -> bool {
        *self.spaced.get_or_init(|| is_spaced(self.text))
    }
}

/// Whether a text has spaces before commas or stops throughout, as tokenized text does.
fn is_spaced(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut commas = Marks::default();
    let mut stops = Marks::default();
    let mut possessives = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b',' => commas.count(text, at),
            b'.' => stops.count(text, at),
            b'\'' if bytes[..at].ends_with(b" n") && bytes[at + 1..].starts_with(b"t") => {
                return true;
            }
            b'\'' => {
                let apart = bytes[..at].ends_with(b" ") && bytes[at + 1..].starts_with(b"s ");
                possessives += usize::from(apart);
            }
            _ => {}
        }
    }
    commas.are_spaced()
        || stops.are_spaced()
        || stops.all == 1 && stops.apart == 1
        || possessives > 1
}

/// The number of marks of one kind before white space, and how many of them follow white space.
#[derive(Default)]
struct Marks {
    all: usize,
    apart: usize,
}

impl Marks {
    fn count(&mut self, text: &str, at: usize) {
        let next = text[at + 1..].chars().next();
        if next.is_none_or(char::is_whitespace) {
            self.all += 1;
            self.apart += usize::from(text[..at].ends_with(char::is_whitespace));
        }
    }

    fn are_spaced(&self) -> bool {
        self.apart * 3 > self.all && self.apart > 1
    }
}

/// A sentence as the rules see it.
pub struct Sentence<'a> {
    pub words: &'a [Word<'a>],
    /// Whether the text habitually has spaces before its marks.
    pub spacing: &'a Spacing<'a>,
}

impl Sentence<'_> {
    pub fn word(&self, at: usize) -> Option<&Word<'_>> {
        self.words.get(at)
    }

    pub fn is_mark(&self, at: usize, mark: &str) -> bool {
        self.word(at).is_some_and(|w| w.text == mark)
    }

    /// Whether the word at `at` is directly followed by a hyphen, slash, apostrophe or the like.
    pub fn is_joined(&self, at: usize) -> bool {
        self.word(at + 1).is_some_and(|next| {
            !next.parted && matches!(next.text, "-" | "‐" | "‑" | "/" | "–" | "=" | "'" | "’")
        })
    }

    /// Whether the word at `at` is quoted: mentioned, not used.
    pub fn is_quoted(&self, at: usize) -> bool {
        let quote = |w: Option<&Word>| {
            w.is_some_and(|w| matches!(w.text, "“" | "”" | "\"" | "'" | "‘" | "’" | "*" | "_"))
        };
        let Some(word) = self.word(at) else {
            return false;
        };
        let before = !word.parted && quote(at.checked_sub(1).and_then(|at| self.word(at)));
        let after = self.word(at + 1).is_some_and(|next| !next.parted) && quote(self.word(at + 1));
        before || after
    }
}
