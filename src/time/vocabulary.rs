//! Which words indicate a time or a figure? A lexicon of words and their classes for the grammar.

use crate::text::lexicon::WordClasses;

/// Words with their class; the format is described at the head of the file.
const LIST: &str = include_str!("vocabulary.tsv");

/// The names of the classes in the list, in the order of [`Vocabulary`].
const NAMES: &[&str] = &[
    "before-month",
    "before-year",
    "currency",
    "day-of-publication",
    "determiner",
    "future",
    "head-count",
    "named-day",
    "no-plural",
    "past",
    "year-noun",
    "zone",
];

static WORDS: WordClasses = WordClasses::new(LIST, NAMES);

/// A class of words that the rules use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabulary {
    /// Words after which a bare month is a date.
    BeforeMonth,
    /// Words after which four digits are a year.
    BeforeYear,
    /// Currencies named by their code.
    Currency,
    /// Words after a weekday that make it part of the name of a publication.
    DayOfPublication,
    /// Words that make four digits before a noun a year: "a 2000 treaty".
    Determiner,
    /// Words that refer to the future.
    Future,
    /// Plurals without an s that are counted: "people".
    HeadCount,
    /// Words before a weekday that make it part of a name.
    NamedDay,
    /// Words in "s" that are not plurals.
    NoPlural,
    /// Verbs that refer to the past.
    Past,
    /// Nouns that are dated by a year: "treaty".
    YearNoun,
    /// Time zones after a time.
    Zone,
}

impl Vocabulary {
    /// Whether a word, as written, belongs to the class.
    pub fn has(self, word: &str) -> bool {
        WORDS.has(word, self as usize)
    }

    /// The entry of the class that equals a word as written; `None` if there is none.
    pub fn find(self, word: &str) -> Option<&'static str> {
        WORDS.find(word, self as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::check_list;

    #[test]
    fn the_list_is_sorted_and_whole() {
        check_list(LIST, NAMES);
    }
}
