//! Which words tell that a time or a figure is meant? A lexicon: words with the classes that the grammar
//! asks for.

use crate::text::lexicon::WordClasses;

/// Words with their class; see the head of the file.
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

/// A class of words that the rules ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabulary {
    /// Words after which a month may stand alone.
    BeforeMonth,
    /// Words after which four digits are a year.
    BeforeYear,
    /// Currencies that are told by their code.
    Currency,
    /// What comes after a weekday that is part of the name of a publication.
    DayOfPublication,
    /// Words between which and a noun four digits are a year: "a 2000 treaty".
    Determiner,
    /// Words that speak of what is to come.
    Future,
    /// Plurals without an s that are counted: "people".
    HeadCount,
    /// What comes before a weekday that is part of a name.
    NamedDay,
    /// Words with an s that are no plural.
    NoPlural,
    /// Verbs that speak of what was.
    Past,
    /// What is known by its year: "treaty".
    YearNoun,
    /// Zones behind a time.
    Zone,
}

impl Vocabulary {
    /// Whether a word, as written, is of the class.
    pub fn has(self, word: &str) -> bool {
        WORDS.has(word, self as usize)
    }

    /// The word of the list that a word, as written, is, if it is of the class.
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
