//! Which other names does a query also search for? A query expansion by synonyms of names.

use super::leaf::Alternative;
use super::leaves::{leaves, stands};
use crate::search::index::{Index, Synonyms, compared};
use crate::search::query::{Query, QueryText};
use crate::search::schema::Documents;

/// The weight of another name, relative to the typed one.
const WEIGHT: f32 = 0.7;
/// The maximum number of texts of a query in one name.
const LONGEST: usize = 8;
/// The maximum number of other names for one name.
const MOST: usize = 8;

/// The other names that are searched for a name in a query.
#[derive(Debug, PartialEq)]
pub struct Expansion {
    /// The texts of the query that form the name; each also matches any of the alternatives.
    pub texts: std::ops::Range<usize>,
    /// The other names, as they are shown.
    pub names: Vec<String>,
    /// The alternatives of these names in each segment, with their lower weight.
    pub alternatives: Vec<Vec<Alternative>>,
}

/// Finds the other names for the names in a query. Longer names win, from the left; each text
/// belongs to at most one. `sought` are the texts that the query searches for.
pub fn expansions(
    query: &Query,
    typed: &str,
    sought: &[usize],
    (index, documents): (&Index, &dyn Documents),
) -> Vec<Expansion> {
    let synonyms = index.synonyms(documents);
    let mut expansions = Vec::new();
    let mut at = 0;
    while at < query.texts.len() {
        let most = if query.texts[at]
            .words
            .first()
            .is_some_and(|word| synonyms.opens(&word.key))
        {
            row_length(query, typed, sought, at)
        } else {
            0
        };
        let found = (1..=most)
            .rev()
            .find_map(|n| expansion(query, at..at + n, index, synonyms));
        at = found.as_ref().map_or(at + 1, |found| found.texts.end);
        expansions.extend(found);
    }
    expansions
}

/// The number of adjacent texts from `first` on that may be parts of one name.
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

fn expansion(
    query: &Query,
    texts: std::ops::Range<usize>,
    index: &Index,
    synonyms: &Synonyms,
) -> Option<Expansion> {
    let words = query.texts[texts.clone()]
        .iter()
        .flat_map(|text| &text.words);
    let words: Vec<String> = words.map(|word| compared(&word.key)).collect();
    let mut names = Vec::new();
    let mut alternatives: Vec<Vec<Alternative>> = vec![Vec::new(); index.live.len()];
    for name in synonyms.others(&words) {
        let Some(text) = QueryText::new(&name.shown, 0, true) else {
            continue;
        };
        let leaves = leaves(&text, index);
        if names.len() < MOST && stands(&leaves, index) {
            names.push(name.shown.clone());
            for (alternatives, leaf) in alternatives.iter_mut().zip(&leaves) {
                let weighed = |r: &Alternative| Alternative {
                    weight: WEIGHT,
                    ..r.clone()
                };
                alternatives.extend(leaf.alternatives().iter().map(weighed));
            }
        }
    }
    (!names.is_empty()).then_some(Expansion {
        texts,
        names,
        alternatives,
    })
}
