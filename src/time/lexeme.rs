//! What do the grammars of dates and figures read? Lexemes: the words and marks of a block.

use crate::document::Document;
use crate::text::{Span, TokenKind, without_possessive};

/// A word, number or mark with the properties that the rules test.
#[derive(Debug, Clone)]
pub(super) struct Lexeme<'a> {
    /// The text of the token without a possessive ending.
    pub text: &'a str,
    /// `text` in lower case.
    pub lower: String,
    /// The span of `text`.
    pub span: Span,
    /// Whether it follows white space or the start of the block.
    pub parted: bool,
}

impl Lexeme<'_> {
    /// Whether it starts with a capital.
    pub fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// The value of one to four digits; `None` for anything else.
    pub fn number(&self) -> Option<u32> {
        let plain = self.text.len() <= 4 && self.text.bytes().all(|b| b.is_ascii_digit());
        if plain { self.text.parse().ok() } else { None }
    }
}

/// The lexemes of a block, in text order.
pub(super) fn lexemes(document: &Document, block: Span) -> Vec<Lexeme<'_>> {
    let mut lexemes = Vec::new();
    let mut parted = true;
    for token in document.tokens_in(block) {
        if token.kind == TokenKind::Space {
            parted = true;
            continue;
        }
        let whole = document.slice(token.span);
        let text = without_possessive(whole);
        let start = token.span.start as usize;
        lexemes.push(Lexeme {
            text,
            lower: text.to_lowercase(),
            span: Span::new(start, start + text.len()),
            parted: std::mem::take(&mut parted),
        });
    }
    lexemes
}

/// The text of the lexeme at an index; empty after the last.
pub(super) fn text<'a>(lexemes: &'a [Lexeme], at: usize) -> &'a str {
    lexemes.get(at).map_or("", |lexeme| lexeme.text)
}

/// The lower-case text of the lexeme at an index; empty after the last.
pub(super) fn lower<'a>(lexemes: &'a [Lexeme], at: usize) -> &'a str {
    lexemes.get(at).map_or("", |w| &w.lower)
}

/// The lower-case text of the lexeme before an index; empty before the first.
pub(super) fn before<'a>(lexemes: &'a [Lexeme], at: usize) -> &'a str {
    at.checked_sub(1).map_or("", |i| lower(lexemes, i))
}

/// Whether `lexemes[at]` follows the lexeme before it without white space.
pub(super) fn glued(lexemes: &[Lexeme], at: usize) -> bool {
    lexemes.get(at).is_some_and(|w| !w.parted)
}

/// Whether a lexeme is a hyphen or a dash.
pub(super) fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—" | "‑")
}
