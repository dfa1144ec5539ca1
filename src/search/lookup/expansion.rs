//! Which other names does a query also seek? An expansion of the query by the synonyms of its names.

use super::leaf::Reading;
use super::leaves::{leaves, stands};
use crate::search::index::{Index, compared};
use crate::search::query::{Query, QueryText};

/// How much another name counts beside the one that was typed.
const WEIGHT: f32 = 0.7;
/// The most texts of a query that are one name.
const LONGEST: usize = 8;
/// The most other names that are sought.
const MOST: usize = 8;

/// What a name in a query also seeks.
#[derive(Debug, PartialEq)]
pub struct Expansion {
    /// The texts of the query that are the name; each may also be met by any of the readings.
    pub texts: std::ops::Range<usize>,
    /// The other names as the corpus has them.
    pub names: Vec<String>,
    /// How these stand in each segment, at their lower weight.
    pub readings: Vec<Vec<Reading>>,
}

/// What the names in a query also seek in an index: its longest names first, from the left; each
/// text belongs to one at the most. `sought` are the texts that the query seeks.
pub fn expansions(query: &Query, typed: &str, sought: &[usize], index: &Index) -> Vec<Expansion> {
    let mut expansions = Vec::new();
    let mut at = 0;
    while at < query.texts.len() {
        let most = if query.texts[at]
            .words
            .first()
            .is_some_and(|word| index.synonyms.opens(&word.key))
        {
            row_length(query, typed, sought, at)
        } else {
            0
        };
        let found = (1..=most)
            .rev()
            .find_map(|n| expansion(query, at..at + n, index));
        at = found.as_ref().map_or(at + 1, |found| found.texts.end);
        expansions.extend(found);
    }
    expansions
}

/// How many texts from one on stand side by side and may be parts of a name.
fn row_length(query: &Query, typed: &str, sought: &[usize], first: usize) -> usize {
    let may = |number: usize| {
        let text = &query.texts[number];
        let plain = text.words.iter().all(|w| !w.prefix && w.edits == 0);
        plain && !text.literal && (sought.contains(&number) || text.is_stop_word())
    };
    let is_beside = |number: usize| {
        let (before, text) = (&query.texts[number - 1], &query.texts[number]);
        let between = typed.get(before.at + before.typed.len()..text.at);
        between.is_some_and(|between| !between.is_empty() && between.trim().is_empty())
    };
    let end = query.texts.len().min(first + LONGEST);
    (first..end)
        .take_while(|&number| may(number) && (number == first || is_beside(number)))
        .count()
}

fn expansion(query: &Query, texts: std::ops::Range<usize>, index: &Index) -> Option<Expansion> {
    let words = query.texts[texts.clone()]
        .iter()
        .flat_map(|text| &text.words);
    let words: Vec<String> = words.map(|word| compared(&word.key)).collect();
    let mut names = Vec::new();
    let mut readings: Vec<Vec<Reading>> = vec![Vec::new(); index.live.len()];
    for name in index.synonyms.others(&words) {
        let Some(text) = QueryText::new(&name.shown, 0, true) else {
            continue;
        };
        let leaves = leaves(&text, index);
        if names.len() < MOST && stands(&leaves, index) {
            names.push(name.shown.clone());
            for (readings, leaf) in readings.iter_mut().zip(&leaves) {
                let weighed = |r: &Reading| Reading {
                    weight: WEIGHT,
                    ..r.clone()
                };
                readings.extend(leaf.readings().iter().map(weighed));
            }
        }
    }
    (!names.is_empty()).then_some(Expansion {
        texts,
        names,
        readings,
    })
}
