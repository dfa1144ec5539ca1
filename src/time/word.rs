//! What does the expression grammar read? The words and marks of a block, without its spaces.

use crate::document::Document;
use crate::text::{Span, TokenKind, without_possessive};

/// A word, number or mark, with what the rules ask of it.
#[derive(Debug, Clone)]
pub(super) struct Word<'a> {
    /// As it stands, without a possessive ending.
    pub text: &'a str,
    /// In lower case.
    pub lower: String,
    /// Where `text` stands.
    pub span: Span,
    /// Whether white space or the start of the block parts it from what is before.
    pub parted: bool,
}

impl Word<'_> {
    /// Whether it starts with a capital.
    pub fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Its value when it is digits alone.
    pub fn number(&self) -> Option<u32> {
        let plain = self.text.len() <= 4 && self.text.bytes().all(|b| b.is_ascii_digit());
        if plain { self.text.parse().ok() } else { None }
    }
}

/// The words of a block in order.
pub(super) fn words(document: &Document, block: Span) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut parted = true;
    for token in document.tokens_in(block) {
        if token.kind == TokenKind::Space {
            parted = true;
            continue;
        }
        let whole = document.slice(token.span);
        let text = without_possessive(whole);
        let start = token.span.start as usize;
        words.push(Word {
            text,
            lower: text.to_lowercase(),
            span: Span::new(start, start + text.len()),
            parted: std::mem::take(&mut parted),
        });
    }
    words
}
