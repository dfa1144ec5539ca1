//! Which words hold English sentences together? A lexicon of the closed classes that reveal gaps.
//!
//! The words and their classes are in `words.tsv`, irregular verbs in `past.txt`.

use crate::text::lexicon::{WordClasses, WordList};
use crate::time::WEEKDAYS;

/// Words with their class; the format is described at the head of the file.
const LIST: &str = include_str!("words.tsv");

/// The names of the classes in the list, in the order of [`WordClass`].
const NAMES: &[&str] = &[
    "article",
    "auxiliary",
    "clause-opener",
    "conjunction",
    "leaving-for",
    "leaving-to",
    "leaving-with",
    "never-after-article",
    "no-participle",
    "no-verb",
    "preposition",
    "speech-verb",
    "stranding",
    "subject-opener",
];

static WORDS: WordClasses = WordClasses::new(LIST, NAMES);

/// Past forms without a regular ending, one per line.
const PAST: &str = include_str!("past.txt");

static IRREGULAR: WordList = WordList::new(PAST);

/// A class of words that the rules query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordClass {
    /// Articles and possessives that need a noun. "his" and "her" do not: they also occur alone.
    Article,
    /// Forms of auxiliaries.
    Auxiliary,
    /// Conjunctions that open a clause with a subject.
    ClauseOpener,
    /// Coordinating conjunctions.
    Conjunction,
    /// Verbs, by their first letters, that may leave "for" at the end of their clause.
    LeavingFor,
    /// Verbs, by their first letters, that may leave "to", as in "the noise they listened to
    /// against their will".
    LeavingTo,
    /// Verbs, by their first letters, that may leave "with".
    LeavingWith,
    /// Words that never follow an article or possessive.
    NeverAfterArticle,
    /// Nouns and adjectives that look like participles.
    NoParticiple,
    /// Words in "s" that are not verbs.
    NoVerb,
    /// Prepositions, and "to" before verbs.
    Preposition,
    /// Verbs that introduce or follow a speaker.
    SpeechVerb,
    /// Words that may leave "of" before an infinitive: "the best place I know of to eat".
    Stranding,
    /// Words that open the subject of a clause.
    SubjectOpener,
}

impl WordClass {
    /// Whether a lower-case word is in the class.
    pub fn has(self, word: &str) -> bool {
        WORDS.has(word, self as usize)
    }
}

/// Whether a lower-case word names a day: after a participle, no noun phrase continues with one.
pub fn is_day(word: &str) -> bool {
    WEEKDAYS.contains(&word) || matches!(word, "today" | "yesterday")
}

/// Whether a verb may leave a preposition at the end of its clause.
pub fn leaves(verb: &str, preposition: &str) -> bool {
    let class = match preposition {
        "for" => WordClass::LeavingFor,
        "to" => WordClass::LeavingTo,
        "with" => WordClass::LeavingWith,
        _ => return false,
    };
    let mut openings = (1..=verb.len()).filter_map(|len| verb.get(..len));
    openings.any(|opening| class.has(opening))
}

/// Whether a lower-case word can be a finite verb by its form; plain forms do not count.
pub fn may_be_finite(word: &str) -> bool {
    WordClass::Auxiliary.has(word)
        || IRREGULAR.contains(word)
        || word.ends_with("ed") && word.len() > 3
        || word.ends_with('s')
            && !word.ends_with("ss")
            && !word.ends_with("’s")
            && !word.ends_with("'s")
            && !WordClass::NoVerb.has(word)
        || word.ends_with("n't")
        || word.ends_with("n’t")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::check_list;

    #[test]
    fn the_lists_are_sorted_and_whole() {
        check_list(LIST, NAMES);
        check_list(PAST, &[]);
    }

    #[test]
    fn verbs_leave_prepositions() {
        assert!(leaves("listened", "to") && leaves("look", "for") && leaves("living", "with"));
        assert!(!leaves("listened", "for") && !leaves("loo", "for") && !leaves("", "to"));
        assert!(!leaves("knew", "of"));
    }
}
