//! Which words of the lexicon does a typed word mean? Its forms, its spellings, its endings.

use super::fuzzy::within;
use super::lexicon::{Lexicon, WordId};
use super::name::Names;
use super::query::QueryWord;
use super::term::{acronym_of, is_capital_key, term};
use crate::text::{EnglishStemmer, spelling_key};

/// Chooses words of a lexicon.
pub struct Choice<'a> {
    /// The words to choose from.
    pub lexicon: &'a Lexicon,
    /// Which of them are names.
    pub names: &'a Names,
    /// Made once for all words of a query.
    pub stemmer: &'a EnglishStemmer,
}

impl Choice<'_> {
    /// The words that may stand for a typed one, sorted; `exact` when its form is meant as typed.
    pub fn words(&self, word: &QueryWord, exact: bool) -> Vec<WordId> {
        let mut words = if word.prefix {
            self.opened(&word.key)
        } else if word.edits > 0 {
            within(&word.key, word.edits, self.lexicon)
        } else {
            self.forms(word, exact)
        };
        words.sort_unstable();
        words.dedup();
        words
    }

    /// The same for a chain of words joined by hyphens, read as one word.
    pub fn joined(&self, chain: &[QueryWord], exact: bool) -> Vec<WordId> {
        let joined = QueryWord {
            typed: chain.iter().map(|w| w.typed.as_str()).collect(),
            key: chain.iter().map(|w| w.key.to_lowercase()).collect(),
            glue: chain[0].glue,
            prefix: chain.iter().any(|w| w.prefix),
            edits: chain[0].edits,
        };
        self.words(&joined, exact)
    }

    /// The words that start with a key; acronyms in capitals too where it is short.
    fn opened(&self, key: &str) -> Vec<WordId> {
        let capitals = self.lexicon.range(&key.to_ascii_uppercase());
        let small = self.lexicon.range(&key.to_lowercase());
        capitals.filter(|_| key.len() < 3).chain(small).collect()
    }

    /// The forms of a word; in small letters it also means the acronym, in capitals the word where
    /// the corpus lacks the acronym.
    fn forms(&self, word: &QueryWord, exact: bool) -> Vec<WordId> {
        let key = &*word.key;
        let has_capital = word.typed.contains(char::is_uppercase);
        let mut words = self.same(key, exact, has_capital);
        if is_capital_key(key) {
            let small = key.to_ascii_lowercase();
            match key {
                "US" | "IT" | "WHO" => {}
                // "Aids" is a name that newspapers write so; "aids" is help.
                "AIDS" => {
                    words.extend(self.lexicon.find(&small).filter(|&id| self.names.holds(id)))
                }
                _ if words.is_empty() => words = self.same(&small, exact, has_capital),
                _ => {}
            }
        }
        if !has_capital {
            words.extend(self.lexicon.capital(key));
            words.extend(acronym_of(key).and_then(|acronym| self.lexicon.find(&acronym)));
        }
        words
    }

    /// The words of a key's term, or only those that differ from it in spelling.
    fn same(&self, key: &str, exact: bool, has_capital: bool) -> Vec<WordId> {
        let spelling = spelling_key(key);
        let typed = self.lexicon.find(key);
        let typed_is_name = typed.is_some_and(|id| self.names.holds(id));
        let is_same = |&&id: &&WordId| {
            let other = spelling_key(&self.lexicon.words()[id as usize].key);
            if other == spelling {
                return true;
            }
            // A name has a plural and no other form; what it is the plural of is another name.
            !exact
                && match (typed_is_name, self.names.holds(id)) {
                    (false, false) => true,
                    (true, true) => is_plural(&other, &spelling) || is_plural(&spelling, &other),
                    (true, false) => is_plural(&other, &spelling),
                    (false, true) => {
                        is_plural(&spelling, &other)
                            || typed.is_none() && has_capital && is_plural(&other, &spelling)
                    }
                }
        };
        let members = self.lexicon.members(&term(key, self.stemmer));
        members.iter().filter(is_same).copied().collect()
    }
}

/// Whether a word is the regular plural of another.
fn is_plural(plural: &str, word: &str) -> bool {
    let stem = |ending| plural.strip_suffix(ending);
    stem("s") == Some(word)
        || stem("es") == Some(word)
        || stem("ies").is_some_and(|stem| word.strip_suffix('y') == Some(stem))
}

#[cfg(test)]
mod tests {
    use super::is_plural;

    #[test]
    fn plurals() {
        for (plural, word, expected) in [
            ("koreas", "korea", true),
            ("joneses", "jones", true),
            ("treaties", "treaty", true),
            ("banks", "banking", false),
            ("s", "", true),
            ("hastings", "hast", false),
        ] {
            assert_eq!(is_plural(plural, word), expected, "{plural} {word}");
        }
    }
}
