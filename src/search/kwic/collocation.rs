//! Which words keep a query company more often than chance? Counts around its matches.
//!
//! Counted is on the surface, as in S. Evert, "Corpora and collocations" (2008): a word that stands
//! near several matches counts once, matches themselves are no company, and a window ends with its
//! block. Of `words` words outside matches, `near` stand in a window; a word that stands
//! `frequency` times outside matches is expected `near · frequency / words` times in the windows.

use std::collections::HashMap;
use std::ops::Range;

use super::measure::{Measure, log_dice, log_likelihood};
use crate::order;
use crate::search::filter::Selection;
use crate::search::index::{ForwardIndex, Index, WordNumber};
use crate::search::schema::Documents;

/// What is asked of collocations besides the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CollocationOptions {
    /// How many words before a match are near it.
    pub left: usize,
    /// How many words after a match are near it.
    pub right: usize,
    /// What the words are ordered by.
    pub measure: Measure,
    /// How often a word must stand near a match at the least.
    pub min: usize,
    /// Whether words that say nothing alone ("the") are among them; they are counted in any case.
    pub stop_words: bool,
    /// How many words to leave out at the start.
    pub offset: usize,
    /// How many words at the most.
    pub limit: usize,
    /// Which articles are asked.
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

/// The company of a query.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Collocations {
    /// How many matches the query has.
    pub matches: usize,
    /// How many words the articles asked have outside matches.
    pub words: usize,
    /// How many of them stand near a match.
    pub near: usize,
    /// How many words keep company more often than chance.
    pub total: usize,
    /// Those asked for: highest measure first, then most observed, then by alphabet.
    pub collocates: Vec<Collocate>,
}

/// A word that stands near matches more often than chance.
#[derive(Debug, Clone, PartialEq)]
pub struct Collocate {
    /// The word in its most frequent form.
    pub word: String,
    /// How often it stands before its nearest match.
    pub left: usize,
    /// How often it stands after its nearest match; as near to both counts here.
    pub right: usize,
    /// How often chance would put it near a match.
    pub expected: f64,
    /// How often it stands in the articles asked, outside matches.
    pub frequency: usize,
    /// In how many articles it stands near a match.
    pub articles: usize,
    /// Dunning's G².
    pub log_likelihood: f64,
    /// Rychlý's logDice.
    pub log_dice: f64,
}

impl Collocate {
    /// How often it stands near a match.
    pub fn observed(&self) -> usize {
        self.left + self.right
    }
}

/// What was counted of a word.
#[derive(Debug, Clone, Copy, Default)]
struct Company {
    left: usize,
    right: usize,
    articles: usize,
    /// The document after which it was last met, counted from 1.
    last: usize,
    /// How often it stands inside a match.
    inside: usize,
}

impl Index {
    /// The words that stand near matches of `query` more often than chance.
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
        let mut company: HashMap<WordNumber, Company> = HashMap::new();
        let (mut matches, mut inside, mut near) = (0, 0, 0);
        for matched in self.matched(documents, query, admitted.as_deref()) {
            let document = matched.doc.0 as usize;
            let words = forward.block(document, matched.block);
            let nodes: Vec<Range<usize>> = matched.nodes.into_iter().map(|n| n.1).collect();
            matches += nodes.len();
            for (at, &word) in words.iter().enumerate() {
                match side(at, &nodes, options) {
                    Side::Far => continue,
                    Side::Inside => {
                        inside += 1;
                        company.entry(word).or_default().inside += 1;
                    }
                    side => {
                        near += 1;
                        company.entry(word).or_default().meet(side, document);
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
        let mut collocates: Vec<Collocate> = company
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

/// Where a word stands, seen from the matches of its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Inside,
    Left,
    Right,
    Far,
}

/// The place of the word `at`, by its nearest match in reach; `nodes` are in order.
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

/// How many words the admitted documents have, and how often each of them.
fn frequencies(forward: &ForwardIndex, admitted: &[bool]) -> (usize, Vec<usize>) {
    let mut counts = vec![0; forward.forms().len()];
    let mut all = 0;
    for (document, _) in admitted.iter().enumerate().filter(|(_, is)| **is) {
        let words = forward.document(document);
        all += words.len();
        for &word in words {
            counts[word as usize] += 1;
        }
    }
    (all, counts)
}

impl Company {
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
        // The seventh word is as near to both; the eighth is nearer to the second.
        assert_eq!(drawn, ".<<##>><#>>>....");
    }
}
