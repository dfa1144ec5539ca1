//! What is searched instead of a text that the corpus lacks? A spelling correction, and the remarks
//! about it.

use super::leaf::Leaf;
use super::leaves::{leaves, stands};
use super::spell::{correct, split};
use crate::search::index::Index;
use crate::search::query::{QueryText, QueryWord, Remark};
use crate::search::term::Glue;

/// The maximum number of words that a remark on a fuzzy word lists.
const SHOWN: usize = 8;

/// A text with corrected words.
pub struct Correction {
    /// What is searched, in each segment.
    pub leaves: Vec<Leaf>,
    /// The corrected text, as the corpus writes it.
    pub shown: String,
}

/// Whether a word occurs in a present document, or whether one segment contains all words of a
/// phrase.
pub fn is_known(leaves: &[Leaf], index: &Index) -> bool {
    let is_phrase = |leaf: &Leaf| leaf.words().is_none();
    leaves.iter().any(is_phrase) || stands(leaves, index)
}

/// The remark on a text that the corpus lacks. A phrase is never replaced; its correction is only
/// offered.
pub fn remark(text: &QueryText, correction: Option<&Correction>) -> Remark {
    let typed = &text.typed;
    match correction {
        Some(Correction { shown, .. }) if !text.exact => {
            let text = format!("No “{typed}”; showing “{shown}”");
            Remark::new("corrected", &text).changed(typed, shown)
        }
        _ => Remark {
            from: Some(typed.clone()),
            ..Remark::new("not-found", &format!("No “{typed}” in these articles"))
        },
    }
}

/// The remark on a fuzzy word: the words found, most frequent first; `None` if it is not fuzzy or
/// nothing was found.
pub fn fuzzy_remark(text: &QueryText, leaves: &[Leaf], index: &Index) -> Option<Remark> {
    if !text.words.iter().any(|word| word.edits > 0) {
        return None;
    }
    let words = index.words_of(leaves);
    let shown: Vec<&str> = words.iter().take(SHOWN).map(String::as_str).collect();
    if words.is_empty() {
        return None;
    }
    let (typed, shown) = (&text.typed, shown.join(", "));
    let said = match words.len().saturating_sub(SHOWN) {
        0 => format!("Spelled like “{typed}”: {shown}"),
        more => format!("Spelled like “{typed}”: {shown} and {more} more"),
    };
    Some(Remark::new("fuzzy", &said).changed(typed, &shown))
}

/// Replaces the words of a text that the corpus lacks: by the nearest word, or by two words that
/// were run together. `None` if a word has no replacement.
pub fn correction(text: &QueryText, index: &Index) -> Option<Correction> {
    let mut better = text.clone();
    if !text.exact && text.words.len() > 1 {
        better.words.truncate(1);
        better.words[0].key = text.words.iter().map(|w| w.key.to_lowercase()).collect();
    }
    let mut shown = Vec::new();
    let mut words = Vec::new();
    for word in better.words {
        let alone = QueryText {
            words: vec![word.clone()],
            ..text.clone()
        };
        if leaves(&alone, index).iter().any(|leaf| !leaf.is_empty()) {
            shown.push(word.typed.clone());
            words.push(word);
            continue;
        }
        if word.prefix || word.edits > 0 {
            return None;
        }
        let found = match correct(&word.key, index) {
            Some(key) => vec![key],
            None => split(&word.key, index).map(|(left, right)| vec![left.into(), right.into()])?,
        };
        for key in found {
            let typed = index.look(&key);
            shown.push(typed.clone());
            words.push(QueryWord {
                typed,
                key,
                glue: Glue::Apart,
                prefix: false,
                edits: 0,
            });
        }
    }
    let better = QueryText {
        words,
        ..text.clone()
    };
    let leaves = leaves(&better, index);
    stands(&leaves, index).then(|| Correction {
        leaves,
        shown: shown.join(" "),
    })
}
