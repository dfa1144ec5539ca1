//! Which answer comes first? BM25 with weights for headlines, the share of the query that is
//! there, and the nearness of its words.
//!
//! BM25 after Robertson & Zaragoza, "The Probabilistic Relevance Framework" (2009), with the
//! simple field weights of their section 3.6: a word in a headline counts as several.

use super::answer::Unit;
use super::leaf::{Entry, Leaf, Place};
use super::posting::Postings;
use super::select::Mask;
use super::table::Table;
use crate::document::BlockKind;

/// How soon more of the same word stops to count; 1.2 to 2 in the literature, and the upper
/// end does best on Cranfield, CISI and Medline.
const K1: f32 = 2.0;
/// How much a long text is held against it, 0 to 1; .75 in the literature.
const B: f32 = 0.75;
/// How many words of the text a word of the headline counts for.
const TITLE: f32 = 2.0;
/// By how much a text with all words of the query outranks the sum of its words.
const COVERAGE: f32 = 1.0;
/// How much two neighbours of the query side by side add, in parts of the rarer one's weight.
const NEARNESS: f32 = 0.5;
/// Neighbours of the query further apart than this add nothing, in units.
const NEAR: u32 = 8;
/// How many of the best are looked at for nearness.
const LOOKED_AT: usize = 64;

/// A text of the query that counts, and for how much.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clause {
    /// Its number in the query.
    pub text: usize,
    /// How often it was typed.
    pub weight: f32,
}

/// A block or an article with its score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// Its number.
    pub id: u32,
    /// Its score, 0 or more.
    pub score: f32,
}

impl Scored {
    /// Best first, then by number.
    pub fn order(a: &Self, b: &Self) -> std::cmp::Ordering {
        b.score.total_cmp(&a.score).then(a.id.cmp(&b.id))
    }
}

/// Scores blocks and articles by the clauses of a query.
pub struct Ranker<'a> {
    /// The numbered blocks.
    pub table: &'a Table,
    /// Where words stand.
    pub postings: &'a Postings,
    /// The words of each text of the query.
    pub leaves: &'a [Leaf],
    /// The blocks that hold each text of the query.
    pub entries: &'a [Vec<Entry>],
    /// What counts, in the order of the query.
    pub clauses: &'a [Clause],
    /// How much each clause weighs, from [`weights`].
    pub weights: &'a [f32],
    /// What else counts a little towards articles: blocks of a term, and its weight.
    pub offers: &'a [(Vec<Entry>, f32)],
    /// Where it counts.
    pub mask: Option<&'a Mask>,
}

/// What a block or an article has gathered so far.
#[derive(Debug, Clone, Copy, Default)]
struct Sum {
    score: f32,
    covered: f32,
}

impl Sum {
    /// The score with the bonus for the share of the query that is there. The share is raised
    /// to the number of clauses: all of three words are a wish, half of twenty a coincidence.
    fn total(self, whole: f32, clauses: usize) -> f32 {
        if whole <= 0.0 {
            return self.score;
        }
        let share = (self.covered / whole).min(1.0);
        self.score * (1.0 + COVERAGE * share.powi(clauses.max(2) as i32))
    }
}

impl Ranker<'_> {
    /// The score of each of `matched`, or of everything that holds a clause; the first `sorted` in
    /// order of rank, the others in any.
    pub fn rank(&self, matched: Option<&[u32]>, unit: Unit, sorted: usize) -> Vec<Scored> {
        let (sums, whole) = self.sums(unit);
        let scored = |id: u32| Scored {
            id,
            score: sums[id as usize].total(whole, self.clauses.len()),
        };
        let mut ranked: Vec<Scored> = match matched {
            Some(ids) => ids.iter().map(|&id| scored(id)).collect(),
            None => (0..sums.len() as u32)
                .filter(|&id| sums[id as usize].covered > 0.0)
                .map(scored)
                .collect(),
        };
        if unit == Unit::Passage {
            ranked.retain(|s| self.table.is_shown(s.id));
        }
        self.look_near(&mut ranked, unit);
        sort_first(&mut ranked, LOOKED_AT, sorted);
        ranked
    }

    /// By what a score is multiplied for the share of the query's weight that is there.
    pub fn coverage(&self, covered: f32) -> f32 {
        let whole = self.weights.iter().sum();
        let sum = Sum {
            score: 1.0,
            covered,
        };
        sum.total(whole, self.clauses.len())
    }

    /// Brings the best to the front, looks there for neighbours of the query, and sorts them; what
    /// nearness adds never lets one of the others past them.
    fn look_near(&self, ranked: &mut [Scored], unit: Unit) {
        let best = ranked.len().min(LOOKED_AT);
        if best < ranked.len() {
            ranked.select_nth_unstable_by(best, Scored::order);
        }
        for scored in &mut ranked[..best] {
            scored.score += match unit {
                Unit::Passage => self.nearness(scored.id),
                Unit::Article => {
                    let near = |block| self.nearness(block);
                    self.table.blocks(scored.id).map(near).fold(0.0, f32::max)
                }
            };
        }
        ranked[..best].sort_unstable_by(Scored::order);
    }

    /// The blocks of an article that hold a clause, best first.
    pub fn passages(&self, document: u32) -> Vec<Scored> {
        let range = self.table.blocks(document);
        let mut sums = vec![Sum::default(); range.len()];
        let average = self.table.mean_length(Unit::Passage);
        for (clause, weight) in self.clauses.iter().zip(self.weights) {
            for entry in self.entries_in(clause.text, range.clone()) {
                let length = self.table.lengths[entry.block as usize] as f32;
                let sum = &mut sums[(entry.block - range.start) as usize];
                sum.score += weight * saturated(entry.frequency, length / average);
                sum.covered += weight;
            }
        }
        let whole = self.weights.iter().sum();
        let mut ranked: Vec<Scored> = range
            .zip(sums)
            .filter(|(block, sum)| sum.covered > 0.0 && self.table.is_shown(*block))
            .map(|(id, sum)| Scored {
                id,
                score: sum.total(whole, self.clauses.len()) + self.nearness(id),
            })
            .collect();
        ranked.sort_unstable_by(Scored::order);
        ranked
    }

    /// The open entries of a text of the query among some blocks.
    pub fn entries_in(
        &self,
        text: usize,
        blocks: std::ops::Range<u32>,
    ) -> impl Iterator<Item = Entry> {
        let entries = &self.entries[text];
        let start = entries.partition_point(|e| e.block < blocks.start);
        entries[start..]
            .iter()
            .take_while(move |e| e.block < blocks.end)
            .copied()
            .filter(|e| self.is_open(e.block))
    }

    fn is_open(&self, block: u32) -> bool {
        self.mask.is_none_or(|mask| mask[block as usize])
    }

    /// What each block or article gathers from all clauses, and what one with all of them would.
    fn sums(&self, unit: Unit) -> (Vec<Sum>, f32) {
        let number = match unit {
            Unit::Passage => self.table.lengths.len(),
            Unit::Article => self.table.document_lengths.len(),
        };
        let mut sums = vec![Sum::default(); number];
        for (clause, &weight) in self.clauses.iter().zip(self.weights) {
            self.each(&self.entries[clause.text], unit, |id, saturated| {
                let sum = &mut sums[id as usize];
                sum.score += weight * saturated;
                sum.covered += weight;
            });
        }
        for (entries, weight) in self.offers {
            self.each(entries, unit, |id, saturated| {
                sums[id as usize].score += weight * saturated;
            });
        }
        (sums, self.weights.iter().sum())
    }

    /// Calls `add` for each block or article among entries, with how well it holds their text.
    fn each(&self, entries: &[Entry], unit: Unit, mut add: impl FnMut(u32, f32)) {
        let mean = self.table.mean_length(unit);
        let lengths = match unit {
            Unit::Passage => &self.table.lengths,
            Unit::Article => &self.table.document_lengths,
        };
        let of = |block: u32| match unit {
            Unit::Passage => block,
            Unit::Article => self.table.documents[block as usize],
        };
        let mut open = entries.iter().filter(|e| self.is_open(e.block));
        let Some(first) = open.next() else { return };
        let (mut last, mut frequency) = (of(first.block), self.weighted(first));
        for entry in open {
            let id = of(entry.block);
            if id != last {
                add(
                    last,
                    saturated(frequency, lengths[last as usize] as f32 / mean),
                );
                (last, frequency) = (id, 0.0);
            }
            frequency += self.weighted(entry);
        }
        add(
            last,
            saturated(frequency, lengths[last as usize] as f32 / mean),
        );
    }

    /// How often an entry counts: in a headline more.
    pub fn weighted(&self, entry: &Entry) -> f32 {
        let kind = self.table.kinds[entry.block as usize];
        let is_title = matches!(kind, None | Some(BlockKind::Title));
        entry.frequency * if is_title { TITLE } else { 1.0 }
    }

    /// What neighbours of the query add that stand near each other in a block, in the order of
    /// the query; falls with the square of their distance, after Rasolofo & Savoy, "Term
    /// Proximity Scoring for Keyword-Based Retrieval Systems" (2003).
    pub fn nearness(&self, block: u32) -> f32 {
        if self.clauses.len() < 2 || !self.is_open(block) {
            return 0.0;
        }
        let mut sum = 0.0;
        let mut before: Vec<Place> = Vec::new();
        for (at, clause) in self.clauses.iter().enumerate() {
            let held = self.entries[clause.text]
                .binary_search_by_key(&block, |e| e.block)
                .is_ok();
            let places = if held {
                self.leaves[clause.text].places(block, self.postings)
            } else {
                Vec::new()
            };
            if at > 0
                && let Some(distance) = least_distance(&before, &places)
            {
                let step = (distance + 1) as f32;
                sum += NEARNESS * self.weights[at - 1].min(self.weights[at]) / (step * step);
            }
            before = places;
        }
        sum
    }
}

/// Sorts what lies between two ranks; everything before is sorted and better already.
fn sort_first(ranked: &mut [Scored], from: usize, to: usize) {
    let Some(rest) = ranked.get_mut(from..) else {
        return;
    };
    let wanted = to.saturating_sub(from).min(rest.len());
    if wanted == 0 {
        return;
    }
    if wanted < rest.len() {
        rest.select_nth_unstable_by(wanted, Scored::order);
    }
    rest[..wanted].sort_unstable_by(Scored::order);
}

/// How many units part two neighbours of a query where they are nearest; `None` when too many
/// or when one is absent. The wrong order costs one unit.
fn least_distance(before: &[Place], after: &[Place]) -> Option<u32> {
    let mut least: Option<u32> = None;
    for a in before {
        let next = after.partition_point(|b| b.0 < a.1);
        let right = after.get(next).map(|b| b.0 - a.1);
        let left = next
            .checked_sub(1)
            .and_then(|at| Some(a.0.checked_sub(after[at].1)? + 1));
        least = [least, right, left].into_iter().flatten().min();
    }
    least.filter(|distance| *distance <= NEAR)
}

/// The part of a clause's weight that a frequency earns in a text of a length relative to others.
pub fn saturated(frequency: f32, relative_length: f32) -> f32 {
    frequency * (K1 + 1.0) / (frequency + K1 * (1.0 - B + B * relative_length))
}

/// The weight of each clause: how rare it is among blocks or articles, how often it was typed.
pub fn weights(table: &Table, entries: &[Vec<Entry>], clauses: &[Clause], unit: Unit) -> Vec<f32> {
    let weight = |clause: &Clause| clause.weight * rarity(table, &entries[clause.text], unit);
    clauses.iter().map(weight).collect()
}

/// How rare a text is among blocks or articles.
fn rarity(table: &Table, entries: &[Entry], unit: Unit) -> f32 {
    let document = |entry: &Entry| table.documents[entry.block as usize];
    match unit {
        Unit::Passage => inverse_frequency(table.lengths.len(), entries.len()),
        Unit::Article => {
            let found = entries.chunk_by(|a, b| document(a) == document(b)).count();
            inverse_frequency(table.document_lengths.len(), found)
        }
    }
}

/// Robertson's inverse document frequency, kept above 0.
pub fn inverse_frequency(all: usize, found: usize) -> f32 {
    (1.0 + (all as f32 - found as f32 + 0.5) / (found as f32 + 0.5)).ln()
}
