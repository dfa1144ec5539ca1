//! Which words beside a cue show how it reports? A lexicon of word classes that the rules query.

use crate::text::lexicon::WordClasses;

/// Words with their class; the first lines of the file describe them.
const LIST: &str = include_str!("vocabulary.tsv");

/// The names of the classes in the list, in the order of [`Vocabulary`].
const NAMES: &[&str] = &[
    "charge",
    "day-part",
    "no-source",
    "plural",
    "prospective",
    "stand-in",
    "subject-stand-in",
    "told-scene",
    "unsaid",
];

static WORDS: WordClasses = WordClasses::new(LIST, NAMES);

/// A class of words that the rules query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabulary {
    /// Nouns for what others have said, such as "allegation"; singular.
    Charge,
    /// Words that specify a time: "last", "two".
    DayPart,
    /// Nouns after "according to" that are not sources.
    NoSource,
    /// Plural nouns and pronouns without an s.
    Plural,
    /// Words before "to say" that leave open whether it is said.
    Prospective,
    /// Determiners used as nouns: "one said".
    StandIn,
    /// Determiners used as nouns before a verb in -s: "this helps".
    SubjectStandIn,
    /// Prepositions whose phrase is part of the content: "said with the new part, the machine can".
    ToldScene,
    /// Verbs and adjectives before "to say" that mean it was not said.
    Unsaid,
}

impl Vocabulary {
    /// Whether a word, as written, is in the class.
    pub fn has(self, word: &str) -> bool {
        WORDS.has(word, self as usize)
    }

    /// Whether a word is in the class, ignoring ASCII case.
    pub fn has_any_case(self, word: &str) -> bool {
        if word.bytes().any(|b| b.is_ascii_uppercase()) {
            self.has(&word.to_ascii_lowercase())
        } else {
            self.has(word)
        }
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
