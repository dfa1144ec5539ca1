//! Which words of a segment does a typed word match? A selection from its forms, spellings and
//! endings.

use std::cell::OnceCell;

use super::fuzzy::within;
use crate::search::index::{Index, Segment, Word, WordId, bare};
use crate::search::query::QueryWord;
use crate::search::term::{acronym_of, is_capital_key, term};
use crate::text::{EnglishStemmer, spelling_key};

/// Selects words of a segment.
pub struct Choice<'a> {
    /// Decides which words are names, from the whole corpus, not only the segment.
    pub index: &'a Index,
    /// The segment to select from.
    pub segment: &'a Segment,
    /// Created once for all words of a query.
    pub stemmer: &'a EnglishStemmer,
}

impl Choice<'_> {
    /// The words that match a typed one, sorted. With `exact`, its inflected forms do not match.
    pub fn words(&self, word: &QueryWord, exact: bool) -> Vec<WordId> {
        let mut words = if word.prefix {
            self.opened(&word.key)
        } else if word.edits > 0 {
            within(&word.key, word.edits, self.segment)
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

    /// The words with a key, in no other form.
    pub fn as_typed(&self, key: &str) -> Vec<WordId> {
        let compounds = self.segment.compounds(key);
        compounds.chain(self.segment.find(key)).collect()
    }

    /// The words that start with a key. A short key also matches acronyms.
    fn opened(&self, key: &str) -> Vec<WordId> {
        let short = (key.len() < 3).then(|| self.segment.range(&key.to_ascii_uppercase()));
        let words = short.into_iter().flatten();
        words
            .chain(self.segment.range(&key.to_lowercase()))
            .collect()
    }

    /// The forms of a word. In lower case, it also matches the acronym; in capitals, it matches the
    /// word if the corpus lacks the acronym.
    fn forms(&self, word: &QueryWord, exact: bool) -> Vec<WordId> {
        let key = &*word.key;
        let has_capital = word.typed.contains(char::is_uppercase);
        let mut words = self.same(key, exact, has_capital);
        if is_capital_key(key) {
            let small = key.to_ascii_lowercase();
            match key {
                "US" | "IT" | "WHO" => {}
                // Newspapers write "Aids" as a name; "aids" is help.
                "AIDS" => words.extend(
                    self.segment
                        .find(&small)
                        .filter(|_| self.index.is_name(&small)),
                ),
                _ if words.is_empty() => words = self.same(&small, exact, has_capital),
                _ => {}
            }
        }
        if !has_capital {
            let acronyms = [capital(key), acronym_of(key)].into_iter().flatten();
            words.extend(acronyms.filter_map(|acronym| self.segment.find(&acronym)));
        }
        words
    }

    /// The words of a key's term. With `exact`, only those that differ in regional spelling; names
    /// also have a plural but no other forms.
    fn same(&self, key: &str, exact: bool, has_capital: bool) -> Vec<WordId> {
        let typed = self.segment.find(key).and_then(|id| self.segment.word(id));
        let typed_is_name = self.index.is_name(key);
        let is_known = typed.is_some() || self.index.count(key) > 0;
        let first = match typed {
            Some(word) => Some(word.first),
            None => self.segment.term(&term(key, self.stemmer)),
        };
        let Some(first) = first else {
            return Vec::new();
        };
        let spelling = OnceCell::new();
        let is_same = |word: &Word| {
            let other = self.segment.key(word.id).unwrap_or_default();
            let is_name = self.index.is_name(&other);
            if !exact && !typed_is_name && !is_name {
                return true;
            }
            let spelling = spelling.get_or_init(|| spelling_key(key));
            let other = spelling_key(bare(&other));
            if other == *spelling {
                return true;
            }
            // A name has a plural but no other forms. The singular of a name in -s is another name.
            !exact
                && match (typed_is_name, is_name) {
                    (false, false) => true,
                    (true, true) => is_plural(&other, spelling) || is_plural(spelling, &other),
                    (true, false) => is_plural(&other, spelling),
                    (false, true) => {
                        is_plural(spelling, &other)
                            || !is_known && has_capital && is_plural(&other, spelling)
                    }
                }
        };
        self.segment
            .members(first)
            .filter(is_same)
            .map(|word| word.id)
            .collect()
    }
}

/// The acronym of two capitals that a lower-case key also matches ("un" → "UN"); `None` for
/// pronouns ("us").
fn capital(key: &str) -> Option<String> {
    let is_word = is_capital_key(key) || key.len() != 2 || matches!(key, "us" | "it");
    (!is_word).then(|| key.to_ascii_uppercase())
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
