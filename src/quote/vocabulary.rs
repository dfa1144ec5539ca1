//! Which words beside a cue tell how it reports? A lexicon: words with the classes that the rules ask for.

use crate::text::lexicon::WordClasses;

/// Words with their class; see the head of the file.
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

/// A class of words that the rules ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabulary {
    /// What is denied was said by others: "allegation". Without the s of a plural.
    Charge,
    /// What makes a word of time one day: "last", "two".
    DayPart,
    /// What things go according to, and nobody says.
    NoSource,
    /// Plural nouns and pronouns without an s.
    Plural,
    /// Words before "to say" that leave it open.
    Prospective,
    /// Determiners that stand for a noun: "one said".
    StandIn,
    /// Determiners that stand for a noun before a verb in -s: "this helps".
    SubjectStandIn,
    /// Prepositions whose phrase belongs to what is said: "said with the new part, the machine can".
    ToldScene,
    /// Verbs and adjectives before "to say" that leave it unsaid.
    Unsaid,
}

impl Vocabulary {
    /// Whether a word, as written, is of the class.
    pub fn has(self, word: &str) -> bool {
        WORDS.has(word, self as usize)
    }

    /// Whether a word is of the class, ASCII case aside.
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
