//! What does a sentence look like once its quotations are single words? Its units: words with their
//! classes, marks, and each quoted stretch as one.
//!
//! Attribution reads units, so that nothing inside a quotation is taken for its cue or speaker.

use crate::language::Class;
use crate::quote::cue::Cue;
use crate::quote::marks::Quoted;
use crate::text::Span;

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitKind {
    /// A word or number; hyphenated compounds are one.
    Word,
    /// A mark of punctuation.
    Mark,
    /// A quoted stretch: its index in the block.
    Quote(usize),
}

/// A word, a mark, or a whole quoted stretch.
#[derive(Debug, Clone, Copy)]
pub struct Unit {
    /// Where it stands; a quoted stretch with its marks.
    pub span: Span,
    /// What it is.
    pub kind: UnitKind,
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

/// The units of one sentence, with the text under them.
#[derive(Clone, Copy)]
pub struct Sentence<'a> {
    /// The text of the document.
    pub text: &'a str,
    /// The units, in order.
    pub units: &'a [Unit],
    /// The quoted stretches of the block.
    pub quotes: &'a [Quoted],
}

/// Longest sentence, in units: longer ones are cut, so that work stays linear in the text.
pub const LONGEST: usize = 240;

impl Sentence<'_> {
    /// The text of unit `i`; empty beyond the ends.
    pub fn slice(&self, i: usize) -> &str {
        self.units
            .get(i)
            .map_or("", |unit| unit.span.slice(self.text))
    }

    /// Whether unit `i` is the word or mark `word`, case aside.
    pub fn is(&self, i: usize, word: &str) -> bool {
        self.slice(i).eq_ignore_ascii_case(word)
    }

    /// Whether unit `i` is a mark of punctuation among `marks`.
    pub fn is_mark(&self, i: usize, marks: &[char]) -> bool {
        self.units
            .get(i)
            .is_some_and(|unit| unit.kind == UnitKind::Mark && marks.contains(&unit.first))
    }

    /// The classes of unit `i`; none beyond the ends.
    pub fn class(&self, i: usize) -> Class {
        self.units.get(i).map_or(Class::NONE, |unit| unit.class)
    }

    /// Whether unit `i` is a word.
    pub fn is_word(&self, i: usize) -> bool {
        self.units
            .get(i)
            .is_some_and(|unit| unit.kind == UnitKind::Word)
    }

    /// The index of the quoted stretch that unit `i` is.
    pub fn quote(&self, i: usize) -> Option<usize> {
        match self.units.get(i)?.kind {
            UnitKind::Quote(q) => Some(q),
            _ => None,
        }
    }

    /// The text span of a range of units; `None` when it is empty.
    pub fn span(&self, range: std::ops::Range<usize>) -> Option<Span> {
        let units = self.units.get(range)?;
        Some(units.first()?.span.cover(units.last()?.span))
    }

    /// Whether a quoted stretch stands among the units of a range.
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
