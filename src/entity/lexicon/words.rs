//! What do the words around a name indicate? A lexicon: titles, roles, verbs, heads of names, given
//! names, East Asian family names, and words that are common without a capital.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::class::Class;
use crate::text::lexicon::entries;

/// The lists in `lists`.
pub struct Lexicon {
    classes: HashMap<&'static str, u64>,
    given: HashSet<&'static str>,
    family: HashSet<&'static str>,
    common: HashSet<&'static str>,
}

/// Whether a folded word names a kind of document: "treaty", "pact", "charter".
pub fn is_document_noun(word: &str) -> bool {
    Lexicon::get().is(word, Class::DocumentNoun)
}

impl Lexicon {
    /// The lists, read once.
    pub fn get() -> &'static Lexicon {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(|| {
            let mut classes: HashMap<_, u64> = HashMap::new();
            for (word, class) in
                entries(include_str!("lists/lexicon.tsv")).filter_map(|l| l.split_once('\t'))
            {
                *classes.entry(word).or_default() |= Class::read(class).map_or(0, Class::bit);
            }
            Lexicon {
                classes,
                given: entries(include_str!("lists/given.txt")).collect(),
                family: entries(include_str!("lists/family.txt")).collect(),
                common: entries(include_str!("lists/common.txt")).collect(),
            }
        })
    }

    /// Whether a word, as written, belongs to a class.
    pub fn is(&self, word: &str, class: Class) -> bool {
        self.classes
            .get(word)
            .is_some_and(|bits| bits & class.bit() != 0)
    }

    /// Whether a word, as written, is a given name.
    pub fn is_given(&self, word: &str) -> bool {
        self.given.contains(word)
    }

    /// Whether a word, as written, is an East Asian family name.
    pub fn is_family(&self, word: &str) -> bool {
        self.family.contains(word)
    }

    /// Whether a word in lower case is common, or has an ending that names rarely have.
    pub fn is_common(&self, lower: &str) -> bool {
        self.common.contains(lower)
            || crate::text::is_stop_word(lower)
            || lower.len() > 5 && (lower.ends_with("ly") || lower.ends_with("ing"))
            || lower
                .strip_suffix('s')
                .is_some_and(|stem| self.common.contains(stem))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_read() {
        for list in [
            include_str!("lists/lexicon.tsv"),
            include_str!("lists/given.txt"),
            include_str!("lists/family.txt"),
            include_str!("lists/common.txt"),
        ] {
            let lines: Vec<_> = entries(list).collect();
            assert!(lines.windows(2).all(|w| w[0] < w[1]));
        }
        for line in entries(include_str!("lists/lexicon.tsv")) {
            assert!(
                line.split_once('\t')
                    .and_then(|(_, c)| Class::read(c))
                    .is_some(),
                "{line}"
            );
        }
    }

    #[test]
    fn a_word_may_be_of_several_classes() {
        let lexicon = Lexicon::get();
        assert!(
            lexicon.is("Convention", Class::Document) && lexicon.is("Convention", Class::Event)
        );
        assert!(!lexicon.is("convention", Class::Document) && lexicon.is_common("said"));
    }
}
