//! What does attribution read of a sentence? A sequence of elements: words with their classes,
//! marks, and each quoted span as one element.
//!
//! Thus nothing inside a quotation is taken for its cue or speaker.

use crate::language::Class;
use crate::quote::cue::Cue;
use crate::quote::marks::Quoted;
use crate::text::Span;

/// The kind of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ElementKind {
    /// A word or number; a hyphenated compound is one word.
    Word,
    /// A mark of punctuation.
    Mark,
    /// A quoted span, by its index in the block.
    Quote(usize),
}

/// A word, a mark, or a whole quoted span.
#[derive(Debug, Clone, Copy)]
pub struct Element {
    /// Its span in the document; a quoted span includes its marks.
    pub span: Span,
    /// Its kind.
    pub kind: ElementKind,
    /// The grammatical classes of a word.
    pub class: Class,
    /// The cue, if it may be a form of a reporting verb.
    pub cue: Option<Cue>,
    /// Whether it starts with a capital.
    pub capital: bool,
    /// Its first character.
    pub first: char,
    /// Whether it ends in ’s or s’.
    pub genitive: bool,
}

/// The elements of one sentence, with the text and the quoted spans of its block.
#[derive(Clone, Copy)]
pub struct Sentence<'a> {
    /// The text of the document.
    pub text: &'a str,
    /// The elements, in order.
    pub elements: &'a [Element],
    /// The quoted spans of the block.
    pub quotes: &'a [Quoted],
}

/// The longest sentence, in elements. Longer ones are cut, so that work stays linear in the text.
pub const LONGEST: usize = 240;

impl Sentence<'_> {
    /// The text of element `i`; empty if there is none.
    pub fn slice(&self, i: usize) -> &str {
        self.elements
            .get(i)
            .map_or("", |element| element.span.slice(self.text))
    }

    /// Whether element `i` is the word or mark `word`, ignoring ASCII case.
    pub fn is(&self, i: usize, word: &str) -> bool {
        self.slice(i).eq_ignore_ascii_case(word)
    }

    /// Whether element `i` is a mark of punctuation among `marks`.
    pub fn is_mark(&self, i: usize, marks: &[char]) -> bool {
        self.elements.get(i).is_some_and(|element| {
            element.kind == ElementKind::Mark && marks.contains(&element.first)
        })
    }

    /// The classes of element `i`; none if there is no such element.
    pub fn class(&self, i: usize) -> Class {
        self.elements
            .get(i)
            .map_or(Class::NONE, |element| element.class)
    }

    /// Element `i` if it is a word.
    pub fn word(&self, i: usize) -> Option<&Element> {
        let element = self.elements.get(i);
        element.filter(|element| element.kind == ElementKind::Word)
    }

    /// Whether element `i` is a word.
    pub fn is_word(&self, i: usize) -> bool {
        self.word(i).is_some()
    }

    /// The index of the quoted span at element `i`; `None` for words and marks.
    pub fn quote(&self, i: usize) -> Option<usize> {
        match self.elements.get(i)?.kind {
            ElementKind::Quote(q) => Some(q),
            _ => None,
        }
    }

    /// The text span of a range of elements; `None` if it is empty.
    pub fn span(&self, range: std::ops::Range<usize>) -> Option<Span> {
        let elements = self.elements.get(range)?;
        Some(elements.first()?.span.cover(elements.last()?.span))
    }

    /// Whether a range of elements contains a quoted span.
    pub fn has_quote(&self, range: std::ops::Range<usize>) -> bool {
        range.into_iter().any(|i| self.quote(i).is_some())
    }
}

/// A word in lower case and with straight apostrophes, as in the lists.
pub fn folded(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c == '’' { '\'' } else { c })
        .collect()
}
