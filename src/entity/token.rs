//! What do the rules read? Cased tokens: the words and marks of a block, with what their capitals
//! indicate.

use crate::document::Document;
use crate::text::{Span, TokenKind, without_possessive};

/// A word, number or mark with its orthographic features.
#[derive(Debug, Clone)]
pub struct CasedToken<'a> {
    /// Its text.
    pub text: &'a str,
    /// Without a possessive ending.
    pub bare: &'a str,
    /// In lower case.
    pub lower: String,
    /// The span of `text`.
    pub span: Span,
    /// Whether it is a word and not a number or mark.
    pub is_word: bool,
    /// Whether white space or the start of the block precedes it.
    pub parted: bool,
    /// Whether it opens a sentence or speech inside one.
    pub opens: bool,
    /// Whether it is in a sentence in headline case.
    pub in_headline: bool,
}

impl CasedToken<'_> {
    /// Whether it is a word that starts with a capital.
    pub fn is_capital(&self) -> bool {
        self.is_word && self.text.starts_with(char::is_uppercase)
    }

    /// Whether it is four or more letters, all capitals.
    pub fn is_shouted(&self) -> bool {
        self.bare.chars().count() > 3 && self.bare.chars().all(char::is_uppercase)
    }

    /// Whether it is two to six capitals or digits, with at least two capitals and at most one
    /// digit, dots aside: "OPEC", "G20".
    pub fn is_acronym(&self) -> bool {
        let letters = self.bare.chars().filter(|c| *c != '.');
        (2..=6).contains(&letters.clone().count())
            && letters
                .clone()
                .all(|c| c.is_uppercase() || c.is_ascii_digit())
            && letters.clone().filter(|c| c.is_ascii_digit()).count() < 2
            && letters.filter(|c| c.is_uppercase()).count() > 1
    }

    /// Whether it ends in a possessive.
    pub fn is_possessive(&self) -> bool {
        self.text.len() > self.bare.len()
    }

    /// The span without the possessive ending.
    pub fn bare_span(&self) -> Span {
        let start = self.span.start as usize;
        Span::new(start, start + self.bare.len())
    }
}

/// A line shorter than this many bytes was broken on purpose, not wrapped.
const SHORT_LINE: u32 = 60;

/// Whether a token is a mark that may end a paragraph.
fn may_end_paragraph(word: Option<&CasedToken>) -> bool {
    word.is_some_and(|w| matches!(w.text, "." | "!" | "?" | ":" | "”" | "\"" | ")"))
}

/// The tokens of a block in order, without white space.
pub fn cased_tokens(document: &Document, block: Span) -> Vec<CasedToken<'_>> {
    let mut tokens: Vec<CasedToken> = Vec::new();
    let (mut parted, mut line) = (true, block.start);
    let mut broken = false;
    for token in document.tokens_in(block) {
        if token.kind == TokenKind::Space {
            parted = true;
            if document.slice(token.span).contains('\n') {
                broken = token.span.start.saturating_sub(line) < SHORT_LINE
                    || may_end_paragraph(tokens.last());
                line = token.span.end;
            }
            continue;
        }
        let text = document.slice(token.span);
        tokens.push(CasedToken {
            text,
            bare: without_possessive(text),
            lower: text.to_lowercase(),
            span: token.span,
            is_word: token.kind == TokenKind::Word,
            parted: std::mem::take(&mut parted),
            opens: std::mem::take(&mut broken),
            in_headline: false,
        });
    }
    mark_sentences(document, &mut tokens);
    tokens
}

/// Marks the words that open a sentence, and those in sentences in headline case.
fn mark_sentences(document: &Document, tokens: &mut [CasedToken]) {
    let mut at = 0;
    while at < tokens.len() {
        let end_byte = document
            .sentence_at(tokens[at].span.start)
            .map_or(tokens[at].span.end, |s| s.end);
        let end = at
            + tokens[at..]
                .iter()
                .position(|w| w.span.start >= end_byte)
                .unwrap_or(tokens.len() - at);
        let end = end.max(at + 1);
        let sentence = &mut tokens[at..end];
        let headline = is_headline(sentence);
        let mut open = true;
        for word in sentence {
            word.in_headline = headline;
            word.opens = (open || word.opens) && word.is_word;
            if word.is_word {
                open = false;
            }
            open |= matches!(word.text, "“" | "\"" | "«" | ":" | "•" | "—" | "*");
        }
        at = end;
    }
}

/// Whether nearly every word of over three letters has a capital.
fn is_headline(sentence: &[CasedToken]) -> bool {
    let long = || {
        sentence
            .iter()
            .filter(|w| w.is_word && w.bare.chars().count() > 3)
    };
    let capital = long().filter(|w| w.is_capital()).count();
    long().count() > 3 && capital * 10 >= long().count() * 8
}
