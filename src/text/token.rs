//! What are the words? Tokens that tile a text, after UAX #29.
//!
//! Word boundaries are Unicode's, with one departure: the last full stop of an acronym with dots
//! belongs to it ("U.N." is one token, not "U.N" and "."). Tokens carry no text of their own; a
//! term is made from one by [`super::fold`] and [`super::stem`].

use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

use super::Span;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TokenKind {
    /// Has a letter: a word, with its apostrophe part ("Putin’s"), or an acronym with its dots.
    Word,
    /// Has a digit and no letter ("1961", "1,000", "3.5").
    Number,
    /// Punctuation and symbols; line ends are [`TokenKind::Space`].
    Mark,
    /// White space of any kind.
    Space,
}

/// A piece of text: where it stands and what it is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

impl Token {
    /// Whether a reader would call it a word or a number.
    pub fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
    }
}

/// The tokens of `text` in order; joined they are the text. Empty text has none.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 3);
    for (start, piece) in text.split_word_bound_indices() {
        if piece == "."
            && let Some(last) = tokens.last_mut()
            && is_dotted(last.span.slice(text))
        {
            last.span.end += 1;
            continue;
        }
        tokens.push(Token {
            span: Span::new(start, start + piece.len()),
            kind: kind_of(piece),
        });
    }
    tokens
}

fn kind_of(piece: &str) -> TokenKind {
    if piece.chars().any(char::is_alphabetic) {
        TokenKind::Word
    } else if piece.chars().any(char::is_numeric) {
        TokenKind::Number
    } else if piece.chars().all(char::is_whitespace) {
        TokenKind::Space
    } else {
        TokenKind::Mark
    }
}

/// Whether a piece is letters with a dot between each two: "U.N", "D.P.R.K", not "U" or "e.g.".
fn is_dotted(piece: &str) -> bool {
    let mut letters = 0;
    for part in piece.split('.') {
        let mut chars = part.chars();
        if !matches!((chars.next(), chars.next()), (Some(c), None) if c.is_alphabetic()) {
            return false;
        }
        letters += 1;
    }
    letters > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, words: &[&str]) {
        let found: Vec<_> = tokens(text)
            .iter()
            .filter(|t| t.is_word())
            .map(|t| t.span.slice(text))
            .collect();
        assert_eq!(found, words, "{text:?}");
    }

    #[test]
    fn words() {
        check("Putin’s visit, don't!", &["Putin’s", "visit", "don't"]);
        check(
            "the U.N. met; U.S.-led",
            &["the", "U.N.", "met", "U.S.", "led"],
        );
        check("1,000 in 24 years.", &["1,000", "in", "24", "years"]);
        check("co-operation e.g. so", &["co", "operation", "e.g.", "so"]);
        check("", &[]);
    }

    #[test]
    fn an_initial_keeps_no_dot() {
        check("N. Korea", &["N", "Korea"]);
    }
}
