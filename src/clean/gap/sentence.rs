//! What do the rules read? The words and marks of a sentence, without its blanks.

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::text::{Span, Token, TokenKind};

/// A word or mark of a sentence.
pub struct Word<'a> {
    /// As it stands.
    pub text: &'a str,
    /// In lower case.
    pub lower: Cow<'a, str>,
    /// Where it stands.
    pub span: Span,
    /// Word, number or mark.
    pub kind: TokenKind,
    /// Whether a blank stands before it.
    pub parted: bool,
}

impl Word<'_> {
    pub fn is_one_of(&self, list: &[&str]) -> bool {
        list.contains(&&*self.lower)
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

/// A habit of a text, told once it is asked for: whether it sets blanks before its marks.
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

    /// Whether blanks before marks prove nothing here.
    pub fn is_wide(&self) -> bool {
        *self.spaced.get_or_init(|| is_spaced(self.text))
    }
}

/// Whether a text sets blanks before its commas and stops throughout, as tokenised text does: then
/// a blank proves nothing.
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

/// How many marks of one kind end something, and how many of them have a blank before them.
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

/// A sentence under the rules.
pub struct Sentence<'a> {
    pub words: &'a [Word<'a>],
    /// Whether blanks before marks are the text's habit.
    pub spacing: &'a Spacing<'a>,
}

impl Sentence<'_> {
    pub fn word(&self, at: usize) -> Option<&Word<'_>> {
        self.words.get(at)
    }

    pub fn is_mark(&self, at: usize, mark: &str) -> bool {
        self.word(at).is_some_and(|w| w.text == mark)
    }

    /// Whether the word at `at` is glued to a hyphen, stroke or another word behind it.
    pub fn is_joined(&self, at: usize) -> bool {
        self.word(at + 1).is_some_and(|next| {
            !next.parted && matches!(next.text, "-" | "‐" | "‑" | "/" | "–" | "=" | "'" | "’")
        })
    }

    /// Whether a word stands between marks of its own: it is mentioned, not used.
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
