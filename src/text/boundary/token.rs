//! What are the words of a text? A tokenizer after UAX #29, whose tokens tile the text.
//!
//! Word boundaries are those of Unicode, with one exception: the last full stop of an acronym with
//! dots belongs to it ("U.N." is one token, not "U.N" and "."). Tokens do not contain text;
//! [`fold`](crate::text::fold) and [stems](crate::text::EnglishStemmer) turn their text into terms.

use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;

use crate::text::Span;

/// The kind of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TokenKind {
    /// Contains a letter: a word, including a part after an apostrophe ("Putin’s"), or an acronym
    /// with its dots.
    Word,
    /// Contains a digit but no letter ("1961", "1,000", "3.5").
    Number,
    /// Punctuation and symbols.
    Mark,
    /// White space of any kind, including line ends.
    Space,
}

/// A piece of text with its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Token {
    /// Its span in the text.
    pub span: Span,
    /// Its kind.
    pub kind: TokenKind,
}

impl Token {
    /// Whether it is a word or a number.
    pub fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
    }
}

/// The tokens of `text` in order; their concatenation is the text. Empty text has none.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 3);
    let mut start = 0;
    while start < text.len() {
        let (len, kind) = plain(&text.as_bytes()[start..]).unwrap_or_else(|| {
            let piece = text[start..].split_word_bounds().next().unwrap_or_default();
            (piece.len(), kind_of(piece))
        });
        let span = Span::new(start, start + len);
        start += len;
        if span.slice(text) == "."
            && let Some(last) = tokens.last_mut()
            && is_dotted(last.span.slice(text))
        {
            last.span.end += 1;
            continue;
        }
        tokens.push(Token { span, kind });
    }
    tokens
}

/// The length and kind of the first token if its bytes alone determine them, as they nearly always
/// do in English text; otherwise `None`.
///
/// A word boundary never depends on text before the previous boundary, so scanning can resume at
/// any boundary.
fn plain(bytes: &[u8]) -> Option<(usize, TokenKind)> {
    let first = *bytes.first()?;
    let (mut len, mut kind) = (0, TokenKind::Number);
    while let Some(byte) = bytes.get(len)
        && byte.is_ascii_alphanumeric()
    {
        if byte.is_ascii_alphabetic() {
            kind = TokenKind::Word;
        }
        len += 1;
    }
    let is_plain = |at: usize| bytes.get(at).is_none_or(u8::is_ascii);
    if len > 0 {
        let ends = match bytes.get(len) {
            None => true,
            Some(b'_') => false,
            // These marks join words and numbers if an alphanumeric character follows.
            Some(b'.' | b',' | b':' | b';' | b'\'') => {
                is_plain(len + 1) && !bytes.get(len + 1).is_some_and(u8::is_ascii_alphanumeric)
            }
            Some(next) => next.is_ascii(),
        };
        return ends.then_some((len, kind));
    }
    let joins = matches!(first, b'_' | b'\r') || first == b' ' && bytes.get(1) == Some(&b' ');
    let kind = match char::from(first).is_whitespace() {
        true => TokenKind::Space,
        false => TokenKind::Mark,
    };
    (first.is_ascii() && !joins && is_plain(1)).then_some((1, kind))
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

/// Whether a piece is single letters separated by dots: "U.N", "D.P.R.K", not "U" or "e.g.".
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
    use proptest::prelude::*;

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

    /// The tokens as the slow path alone finds them.
    fn by_unicode_alone(text: &str) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        for (start, piece) in text.split_word_bound_indices() {
            match spans.last_mut() {
                Some(last) if piece == "." && is_dotted(last.slice(text)) => last.end += 1,
                _ => spans.push(Span::new(start, start + piece.len())),
            }
        }
        spans
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn boundaries_are_those_of_unicode(parts in prop::collection::vec(prop_oneof![
            "[a-zA-Z0-9 .,:;'\"_\r\n\t-]{1,4}",
            "\\PC",
            prop::sample::select(vec![
                "\u{301}", "\u{200d}", "\u{ad}", "’", "א", "カ", "🇳", "👩", "\u{3000}", "\u{85}", "é", "ก", "١", "‿", "\u{1c}", "ﬁ",
            ]).prop_map(str::to_owned),
        ], 0..16)) {
            let text = parts.concat();
            let found = tokens(&text);
            let spans: Vec<Span> = found.iter().map(|token| token.span).collect();
            prop_assert_eq!(spans, by_unicode_alone(&text));
            for token in found {
                let piece = token.span.slice(&text);
                prop_assert!(token.kind == kind_of(piece), "{:?} {:?}", piece, token.kind);
            }
        }
    }
}
