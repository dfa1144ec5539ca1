//! What does a sentence look like once its quotations are single words? Its elements: words with their
//! classes, marks, and each quoted stretch as one.
//!
//! Attribution reads elements, so that nothing inside a quotation is taken for its cue or speaker.

use crate::language::Class;
use crate::quote::cue::Cue;
use crate::quote::marks::Quoted;
use crate::text::Span;

/// What an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ElementKind {
    /// A word or number; hyphenated compounds are one.
    Word,
    /// A mark of punctuation.
    Mark,
    /// A quoted stretch: its index in the block.
    Quote(usize),
}

/// A word, a mark, or a whole quoted stretch.
#[derive(Debug, Clone, Copy)]
pub struct Element {
    /// Where it stands; a quoted stretch with its marks.
    pub span: Span,
    /// What it is.
    pub kind: ElementKind,
    /// Grammatical classes of a word.
    pub class: Class,
    /// The reporting verb that it may be a form of.
    pub cue: Option<Cue>,
    /// Whether it starts with a capital.
    pub capital: bool,
    /// Its first letter, or the mark itself.
    pub first: char,
    /// Whether it ends in ’s or s’.
    pub genitive: bool,
}

/// The elements of one sentence, with the text under them.
#[derive(Clone, Copy)]
pub struct Sentence<'a> {
    /// The text of the document.
    pub text: &'a str,
    /// The elements, in order.
    pub elements: &'a [Element],
    /// The quoted stretches of the block.
    pub quotes: &'a [Quoted],
}

/// Longest sentence, in elements: longer ones are cut, so that work stays linear in the text.
pub const LONGEST: usize = 240;

impl Sentence<'_> {
    /// The text of element `i`; empty beyond the ends.
    pub fn slice(&self, i: usize) -> &str {
        self.elements
            .get(i)
            .map_or("", |element| element.span.slice(self.text))
    }

    /// Whether element `i` is the word or mark `word`, case aside.
    pub fn is(&self, i: usize, word: &str) -> bool {
        self.slice(i).eq_ignore_ascii_case(word)
    }

    /// Whether element `i` is a mark of punctuation among `marks`.
    pub fn is_mark(&self, i: usize, marks: &[char]) -> bool {
        self.elements.get(i).is_some_and(|element| {
            element.kind == ElementKind::Mark && marks.contains(&element.first)
        })
    }

    /// The classes of element `i`; none beyond the ends.
    pub fn class(&self, i: usize) -> Class {
        self.elements
            .get(i)
            .map_or(Class::NONE, |element| element.class)
    }

    /// Whether element `i` is a word.
    pub fn is_word(&self, i: usize) -> bool {
        self.elements
            .get(i)
            .is_some_and(|element| element.kind == ElementKind::Word)
    }

    /// The index of the quoted stretch that element `i` is.
    pub fn quote(&self, i: usize) -> Option<usize> {
        match self.elements.get(i)?.kind {
            ElementKind::Quote(q) => Some(q),
            _ => None,
        }
    }

    /// The text span of a range of elements; `None` when it is empty.
    pub fn span(&self, range: std::ops::Range<usize>) -> Option<Span> {
        let elements = self.elements.get(range)?;
        Some(elements.first()?.span.cover(elements.last()?.span))
    }

    /// Whether a quoted stretch stands among the elements of a range.
    pub fn has_quote(&self, range: std::ops::Range<usize>) -> bool {
        range.into_iter().any(|i| self.quote(i).is_some())
    }
}

/// A word as the lists write it: lower case, straight apostrophe.
pub fn folded(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c == '’' { '\'' } else { c })
        .collect()
}
