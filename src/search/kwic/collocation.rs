//! Which words occur near a query more often than by chance? Collocations: counts around its
//! matches.
//!
//! Counts are surface co-occurrences, as in S. Evert, "Corpora and collocations" (2008). A word
//! near several matches counts once, words inside matches do not count, and a window ends with its
//! block. If `near` of the `words` words outside matches lie in a window, a word that occurs
//! `frequency` times outside matches is expected `near · frequency / words` times in windows.

use std::collections::HashMap;
use std::ops::Range;

use fixedbitset::FixedBitSet;

use super::measure::{Measure, log_dice, log_likelihood};
use crate::order;
use crate::search::filter::Selection;
use crate::search::index::{ForwardIndex, Index, WordNumber};
use crate::search::schema::Documents;

/// Options of [`Index::collocations`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CollocationOptions {
    /// The size of the window before a match, in words.
    pub left: usize,
    /// The size of the window after a match, in words.
    pub right: usize,
    /// The measure by which collocates are ordered.
    pub measure: Measure,
    /// The minimum number of occurrences near a match.
    pub min: usize,
    /// Whether stop words ("the") are listed; they are always counted.
    pub stop_words: bool,
    /// The number of collocates to skip.
    pub offset: usize,
    /// The maximum number of collocates.
    pub limit: usize,
    /// The articles to search.
    pub filter: Selection,
}

impl Default for CollocationOptions {
    fn default() -> Self {
        Self {
            left: 5,
            right: 5,
            measure: Measure::default(),
            min: 2,
            stop_words: false,
            offset: 0,
            limit: 50,
            filter: Selection::default(),
        }
    }
}

/// The collocations of a query.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Collocations {
    /// The number of matches.
    pub matches: usize,
    /// The number of words outside matches in the selected articles.
    pub words: usize,
    /// The number of these words that lie near a match.
    pub near: usize,
    /// The number of all collocates.
    pub total: usize,
    /// The requested collocates: by descending measure, then by descending frequency near matches,
    /// then alphabetically.
    pub collocates: Vec<Collocate>,
}

/// A word that occurs near matches more often than by chance.
#[derive(Debug, Clone, PartialEq)]
pub struct Collocate {
    /// The word in its most frequent form.
    pub word: String,
    /// The number of its occurrences before the nearest match.
    pub left: usize,
    /// The number of its occurrences after the nearest match, including those at equal distance to
    /// both.
    pub right: usize,
    /// The number of occurrences near a match expected by chance.
    pub expected: f64,
    /// The number of its occurrences outside matches in the selected articles.
    pub frequency: usize,
    /// The number of articles in which it occurs near a match.
    pub articles: usize,
    /// Dunning's G².
    pub log_likelihood: f64,
    /// Rychlý's logDice.
    pub log_dice: f64,
}

impl Collocate {
    /// The number of its occurrences near a match.
    pub fn observed(&self) -> usize {
        self.left + self.right
    }
}

/// The counts of a word.
#[derive(Debug, Clone, Copy, Default)]
struct WordCounts {
    left: usize,
    right: usize,
    articles: usize,
    /// The last document in which it occurred near a match, counted from 1; 0 for none.
    last: usize,
    /// The number of its occurrences inside matches.
    inside: usize,
}

impl Index {
    /// The collocates of `query`; empty if nothing matches.
    pub fn collocations(
        &self,
        documents: &dyn Documents,
        query: &str,
        options: &CollocationOptions,
    ) -> Collocations {
        let forward = self
            .forward
            .get_or_init(|| ForwardIndex::build(documents, &self.schema));
        let admitted = self.admitted(documents, &options.filter);
        let mut counts: HashMap<WordNumber, WordCounts> = HashMap::new();
        let (mut matches, mut inside, mut near) = (0, 0, 0);
        for matched in self.matched(documents, query, admitted.as_ref()) {
            let document = matched.doc.0 as usize;
            let words = forward.block(document, matched.block);
            let nodes: Vec<Range<usize>> = matched.nodes.into_iter().map(|n| n.1).collect();
            matches += nodes.len();
            for (at, &word) in words.iter().enumerate() {
                match side(at, &nodes, options) {
                    Side::Far => continue,
                    Side::Inside => {
                        inside += 1;
                        counts.entry(word).or_default().inside += 1;
                    }
                    side => {
                        near += 1;
                        counts.entry(word).or_default().meet(side, document);
                    }
                }
            }
        }
        let frequencies = admitted.map(|admitted| frequencies(forward, &admitted));
        let frequency = |word: WordNumber| match &frequencies {
            Some((_, counts)) => counts[word as usize],
            None => forward.forms()[word as usize].count as usize,
        };
        let words = frequencies.as_ref().map_or(forward.len(), |(all, _)| *all) - inside;
        let mut collocates: Vec<Collocate> = counts
            .into_iter()
            .filter(|(word, _)| options.stop_words || !forward.forms()[*word as usize].is_stop)
            .filter(|(_, met)| met.left + met.right >= options.min.max(1))
            .map(|(word, met)| {
                let surface = &forward.forms()[word as usize].surface;
                met.measured(
                    surface,
                    frequency(word) - met.inside,
                    [near, words],
                    matches,
                )
            })
            .filter(|c| c.observed() as f64 > c.expected)
            .collect();
        order::sort_by(&mut collocates, |a, b| {
            let by = |c: &Collocate| match options.measure {
                Measure::LogLikelihood => c.log_likelihood,
                Measure::LogDice => c.log_dice,
            };
            let measured = by(b).total_cmp(&by(a));
            measured
                .then_with(|| b.observed().cmp(&a.observed()))
                .then_with(|| a.word.cmp(&b.word))
        });
        let total = collocates.len();
        let shown = collocates.into_iter().skip(options.offset);
        Collocations {
            matches,
            words,
            near,
            total,
            collocates: shown.take(options.limit).collect(),
        }
    }
}

/// The side of the nearest match on which a word lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Inside,
    Left,
    Right,
    Far,
}

/// The side of the word `at`, by its nearest match within the window; `nodes` are in order.
fn side(at: usize, nodes: &[Range<usize>], options: &CollocationOptions) -> Side {
    let next = nodes.partition_point(|node| node.end <= at);
    if nodes.get(next).is_some_and(|node| node.start <= at) {
        return Side::Inside;
    }
    let after = next.checked_sub(1).map(|last| at + 1 - nodes[last].end);
    let before = nodes.get(next).map(|node| node.start - at);
    let after = after.filter(|&distance| distance <= options.right);
    let before = before.filter(|&distance| distance <= options.left);
    match (after, before) {
        (Some(after), Some(before)) if before < after => Side::Left,
        (Some(_), _) => Side::Right,
        (None, Some(_)) => Side::Left,
        (None, None) => Side::Far,
    }
}

/// The number of words in the admitted documents, and the number of occurrences of each.
fn frequencies(forward: &ForwardIndex, admitted: &FixedBitSet) -> (usize, Vec<usize>) {
    let mut counts = vec![0; forward.forms().len()];
    let mut all = 0;
    for document in admitted.ones() {
        let words = forward.document(document);
        all += words.len();
        for &word in words {
            counts[word as usize] += 1;
        }
    }
    (all, counts)
}

impl WordCounts {
    fn meet(&mut self, side: Side, document: usize) {
        match side {
            Side::Left => self.left += 1,
            _ => self.right += 1,
        }
        self.articles += usize::from(self.last != document + 1);
        self.last = document + 1;
    }

    fn measured(
        self,
        surface: &str,
        frequency: usize,
        [near, words]: [usize; 2],
        matches: usize,
    ) -> Collocate {
        let observed = self.left + self.right;
        Collocate {
            word: surface.to_owned(),
            left: self.left,
            right: self.right,
            expected: near as f64 * frequency as f64 / words.max(1) as f64,
            frequency,
            articles: self.articles,
            log_likelihood: log_likelihood(observed, near, frequency, words),
            log_dice: log_dice(observed, matches, frequency),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_word_stands() {
        let options = CollocationOptions {
            left: 2,
            right: 3,
            ..CollocationOptions::default()
        };
        let drawn: String = (0..16)
            .map(|at| match side(at, &[3..5, 8..9], &options) {
                Side::Inside => '#',
                Side::Left => '<',
                Side::Right => '>',
                Side::Far => '.',
            })
            .collect();
        // The seventh word is equally near to both matches; the eighth is nearer to the second.
        assert_eq!(drawn, ".<<##>><#>>>....");
    }
}
