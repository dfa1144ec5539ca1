//! How is the list of endings made? Counts of lemmas in treebanks.

use std::collections::{BTreeMap, HashMap};

use super::tagger::Tree;
use crate::language::{LONGEST_ENDING, ending, lemma};

/// The fewest words with an ending of a tag for it to be listed.
const LEAST: usize = 3;

type Key = (&'static str, String);
type Counts = HashMap<Key, HashMap<(usize, String), usize>>;

/// The list: tag, ending (or "^" and a word), number of letters removed, letters appended; sorted.
pub fn list(trees: &[Tree]) -> String {
    let counts = counts(trees);
    let mut kept: BTreeMap<Key, (usize, String)> = BTreeMap::new();
    let mut keys: Vec<&Key> = counts.keys().collect();
    keys.sort_by_key(|(tag, ending)| {
        (
            ending.starts_with('^'),
            ending.chars().count(),
            ending.clone(),
            *tag,
        )
    });
    for key in keys {
        let edits = &counts[key];
        let total: usize = edits.values().sum();
        let Some((best, _)) = edits
            .iter()
            .max_by_key(|(edit, n)| (**n, std::cmp::Reverse((*edit).clone())))
        else {
            continue;
        };
        let word = key.1.strip_prefix('^');
        let shorter = match word {
            Some(word) => (0..=LONGEST_ENDING)
                .rev()
                .filter_map(|n| ending(word, n))
                .find_map(|e| kept.get(&(key.0, e.to_owned()))),
            None => (0..key.1.chars().count())
                .rev()
                .filter_map(|n| ending_of(&key.1, n))
                .find_map(|e| kept.get(&(key.0, e.to_owned()))),
        };
        let usual = (0, String::new());
        if shorter.unwrap_or(&usual) != best && (total >= LEAST || word.is_some() && total > 1) {
            kept.insert(key.clone(), best.clone());
        }
    }
    let mut rows: Vec<String> = kept
        .iter()
        .map(|((tag, ending), (off, on))| format!("{tag}\t{ending}\t{off}\t{on}"))
        .collect();
    rows.sort();
    let head = "# Tag, ending or ^ and a whole word, how many letters come off, what is put on. Learned from the lemmas of UD English\n\
                # EWT and GUM (see models/MODELS.md for their licences): cargo run --features train --bin train -- lemma\n";
    format!("{head}{}\n", rows.join("\n"))
}

/// The last letters of an ending.
fn ending_of(word: &str, letters: usize) -> Option<&str> {
    match letters {
        0 => Some(""),
        n => word
            .char_indices()
            .rev()
            .nth(n - 1)
            .map(|(at, _)| &word[at..]),
    }
}

/// For each ending of each tag, the count of each edit; every distinct word counts once.
fn counts(trees: &[Tree]) -> Counts {
    let mut words: BTreeMap<(&str, String, String), usize> = BTreeMap::new();
    for tree in trees {
        for ((span, tag), lemma) in tree.spans.iter().zip(&tree.tags).zip(&tree.lemmas) {
            let word = span.slice(&tree.text).to_lowercase().replace('’', "'");
            *words
                .entry((tag.name(), word, lemma.to_lowercase()))
                .or_default() += 1;
        }
    }
    let mut counts: Counts = HashMap::new();
    for ((tag, word, lemma), seen) in words {
        let shared = word
            .char_indices()
            .zip(lemma.char_indices())
            .take_while(|((_, a), (_, b))| a == b)
            .count();
        let on: String = lemma.chars().skip(shared).collect();
        let edit = (word.chars().count() - shared, on);
        let mut add = |key: String, n: usize| {
            *counts
                .entry((tag, key))
                .or_default()
                .entry(edit.clone())
                .or_default() += n;
        };
        for ending in (0..=LONGEST_ENDING).filter_map(|n| ending(&word, n)) {
            add(ending.to_owned(), 1);
        }
        add(format!("^{word}"), seen);
    }
    counts
}

/// The share of words whose lemma agrees with the treebank, given their tags.
pub fn accuracy(trees: &[Tree]) -> f64 {
    let (mut right, mut all) = (0usize, 0usize);
    for tree in trees {
        for ((span, tag), wanted) in tree.spans.iter().zip(&tree.tags).zip(&tree.lemmas) {
            right += usize::from(lemma(span.slice(&tree.text), *tag) == *wanted);
            all += 1;
        }
    }
    right as f64 / all.max(1) as f64
}
