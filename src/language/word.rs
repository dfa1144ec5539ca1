//! Which parts of speech can a word have? A lexicon of the grammatical classes of word forms, from
//! `word.txt`.
//!
//! A word that is not listed has no class. It is an open-class word, most likely a noun, an
//! adjective or a verb that only its ending reveals.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::text::lexicon::entries;

/// A set of grammatical classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Class(u32);

macro_rules! classes {
    ($($name:ident = $bit:literal, $label:literal, $doc:literal;)*) => {
        impl Class {
            $(#[doc = $doc] pub const $name: Class = Class(1 << $bit);)*

            fn named(label: &str) -> Class {
                match label {
                    $($label => Self::$name,)*
                    _ => Self::NONE,
                }
            }
        }
    };
}

classes! {
    AUXILIARY = 0, "aux", "be, have, do, modal verbs";
    BE = 1, "be", "a form of be";
    MODAL = 2, "modal", "will, would, can, …";
    NEGATION = 3, "negation", "not, never, n’t forms";
    DETERMINER = 4, "determiner", "articles, demonstratives, quantifiers, small numbers";
    POSSESSIVE = 5, "possessive", "my, his, their, …";
    SUBJECT = 6, "subject", "pronouns that can be a subject, with their contractions";
    OBJECT = 7, "object", "pronouns that can be an object";
    RELATIVE = 8, "relative", "who, which, that, …";
    QUESTION = 9, "question", "words that open an indirect question";
    PREPOSITION = 10, "preposition", "prepositions";
    ATTACH = 11, "attach", "prepositions that hang a phrase on the noun before them";
    CONJUNCTION = 12, "conjunction", "and, but, or, …";
    SUBORDINATOR = 13, "subordinator", "words that open a dependent clause or aside";
    ADVERB = 14, "adverb", "common adverbs; those in -ly need no listing";
    TIME = 15, "time", "days, months, today, …";
    TITLE = 16, "title", "words that stand before a name and belong to it";
    ROLE = 17, "role", "nouns for those who speak in news: people, bodies, documents";
    VERB = 18, "verb", "frequent finite verb forms";
    LINKING = 19, "linking", "be, seem, become, remain";
}

impl Class {
    /// No class at all.
    pub const NONE: Class = Class(0);

    /// Whether it shares at least one class with `other`; `false` if either is empty.
    pub fn any(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    /// The union of both sets.
    pub const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

/// The classes of a lower-case word with straight apostrophes; [`Class::NONE`] if it is not listed.
pub fn classes(word: &str) -> Class {
    static WORDS: OnceLock<HashMap<&'static str, Class>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        entries(include_str!("word.txt"))
            .filter_map(|row| {
                let (word, labels) = row.split_once('\t')?;
                let class = labels.split(' ').map(Class::named);
                Some((word, class.fold(Class::NONE, Class::or)))
            })
            .collect()
    });
    words.get(word).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listed_words() {
        assert!(classes("the").any(Class::DETERMINER));
        assert!(classes("monday").any(Class::TIME));
        assert!(classes("won't").any(Class::NEGATION));
        assert_eq!(classes("treaties"), Class::NONE);
    }

    #[test]
    fn the_list_is_sorted_and_every_label_is_known() {
        let rows: Vec<_> = entries(include_str!("word.txt")).collect();
        for pair in rows.windows(2) {
            assert!(pair[0] < pair[1], "{pair:?}");
        }
        for row in rows {
            let (_, labels) = row.split_once('\t').expect("a tab");
            for label in labels.split(' ') {
                assert_ne!(Class::named(label), Class::NONE, "{row}");
            }
        }
    }
}
