//! Which documents score best? A heap of the best ones, and two ways to fill it.
//!
//! If the segment is small or the query has many clauses, the scores of all documents are added up,
//! list by list. Otherwise most documents are never scored: MaxScore (Turtle & Flood 1995) with the
//! bounds of blocks (Ding & Suel, "Faster Top-k Document Retrieval Using Block-Max Indexes", 2011)
//! reads a document only through clauses that could lift it among the best, and skips whole blocks
//! that cannot contain such a document. Both ways give the same sums.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::bm25::{Norm, SLACK, Sum};
use super::scored::Scored;
use super::stream::Stream;
use super::tally::Tally;
use crate::order;
use crate::search::index::{END, Segment};
use crate::search::lookup::Leaf;
use crate::search::schema::{FieldSet, Schema};

/// Segments with fewer documents are scored exhaustively: clearing and reading a sum for each costs
/// less than choosing.
const SMALL: u32 = 1 << 17;
/// Queries with more clauses are scored exhaustively: that many bounds seldom exclude a document.
const MANY: usize = 12;

/// A clause, resolved for a segment.
pub struct Weighted<'a> {
    /// Its leaf in the segment.
    pub leaf: &'a Leaf,
    /// Its weight.
    pub weight: f32,
}

/// A clause that is read document by document.
struct Scorer<'a> {
    stream: Stream<'a>,
    weight: f32,
    /// The upper bound of its contribution.
    most: f32,
    /// Its index in the query.
    at: usize,
}

impl Scorer<'_> {
    fn sum(&mut self, norm: Norm, length: u32) -> Sum {
        Sum {
            score: self.weight * norm.earned(self.stream.frequency(), length),
            covered: self.weight,
        }
    }
}

/// The best documents found so far.
pub struct Best {
    heap: BinaryHeap<Reverse<Scored>>,
    wanted: usize,
}

/// A segment to be searched.
pub struct Scope<'a, D> {
    /// The number of the segment.
    pub number: u32,
    /// The segment.
    pub segment: &'a Segment,
    /// The fields in which clauses count.
    pub fields: FieldSet,
    /// The sections and columns of its documents.
    pub schema: &'a Schema,
    /// The length normalisation.
    pub norm: Norm,
    /// Maps a document to its number in the corpus; `None` if it was removed.
    pub document: D,
}

impl Best {
    /// An empty heap for the `wanted` best documents.
    pub fn new(wanted: usize) -> Self {
        Self {
            heap: BinaryHeap::with_capacity(wanted.min(1 << 16) + 1),
            wanted,
        }
    }

    /// The best documents, best first.
    pub fn sorted(self) -> Vec<Scored> {
        self.heap
            .into_sorted_vec()
            .into_iter()
            .map(|Reverse(scored)| scored)
            .collect()
    }

    /// The score that a document needs at least.
    fn floor(&self) -> f32 {
        if self.heap.len() < self.wanted {
            return f32::NEG_INFINITY;
        }
        self.heap
            .peek()
            .map_or(f32::INFINITY, |worst| worst.0.score)
    }

    fn push<D: Fn(u32) -> Option<u32>>(&mut self, scope: &Scope<D>, id: u32, sum: Sum) {
        let Some(document) = (scope.document)(id) else {
            return;
        };
        let Sum { score, covered } = sum;
        let met = Reverse(Scored {
            segment: scope.number,
            id,
            document,
            score,
            covered,
        });
        if self.heap.len() < self.wanted {
            self.heap.push(met);
        } else if let Some(mut worst) = self.heap.peek_mut()
            && met < *worst
        {
            *worst = met;
        }
    }

    /// Adds the documents of a segment that contain a clause.
    pub fn meet<D: Fn(u32) -> Option<u32>>(&mut self, scope: &Scope<D>, clauses: Vec<Weighted>) {
        if clauses.is_empty() {
            return;
        }
        if scope.segment.documents < SMALL || clauses.len() > MANY {
            self.add_up(scope, clauses);
        } else {
            self.choose(scope, clauses);
        }
    }

    fn add_up<D: Fn(u32) -> Option<u32>>(&mut self, scope: &Scope<D>, clauses: Vec<Weighted>) {
        let Scope { segment, norm, .. } = scope;
        let mut sums = vec![Sum::default(); segment.documents as usize];
        let lengths = segment.lengths();
        let mut tally = Tally::default();
        for Weighted { leaf, weight } in clauses {
            tally.each(
                leaf,
                segment,
                scope.fields,
                scope.schema,
                |id, frequency| {
                    if let (Some(sum), Some(&length)) =
                        (sums.get_mut(id as usize), lengths.get(id as usize))
                    {
                        sum.add(weight, norm.earned(frequency, u32::from_le_bytes(length)));
                    }
                },
            );
        }
        // A document without any clause has the score 0.
        let mut floor = self.floor().max(f32::MIN_POSITIVE);
        for (id, sum) in (0..).zip(sums) {
            if sum.score >= floor {
                self.push(scope, id, sum);
                floor = self.floor().max(f32::MIN_POSITIVE);
            }
        }
    }

    fn choose<'c, D: Fn(u32) -> Option<u32>>(
        &mut self,
        scope: &Scope<'c, D>,
        clauses: Vec<Weighted<'c>>,
    ) {
        let Scope { segment, norm, .. } = scope;
        let read = |(at, Weighted { leaf, weight }): (usize, Weighted<'c>)| {
            let stream = Stream::new(leaf, segment, scope.fields, scope.schema);
            Scorer {
                most: norm.most(stream.most(), weight),
                stream,
                weight,
                at,
            }
        };
        let mut clauses: Vec<Scorer> = clauses.into_iter().enumerate().map(read).collect();
        order::sort_by(&mut clauses, |a, b| a.most.total_cmp(&b.most));
        // For each clause, the bound of its contribution and those of all clauses before it.
        let mut together: Vec<f32> = Vec::with_capacity(clauses.len());
        for clause in &clauses {
            together.push(together.last().unwrap_or(&0.0) + clause.most);
        }
        let mut floor = self.floor();
        let mut first = together.partition_point(|&sum| sum < floor);
        // Blocks were already checked up to this document.
        let mut looked_at = None;
        // The contribution of each clause, in the order of the query, so that sums do not depend on
        // the order in which clauses are read.
        let mut earned = vec![Sum::default(); clauses.len()];
        while first < clauses.len() {
            let (poor, rich) = clauses.split_at_mut(first);
            let id = rich
                .iter()
                .map(|c| c.stream.document())
                .min()
                .unwrap_or(END);
            if id == END {
                break;
            }
            if floor > f32::NEG_INFINITY && looked_at.is_none_or(|last| id > last) {
                let (mut last, mut sum) =
                    (END - 1, first.checked_sub(1).map_or(0.0, |at| together[at]));
                for clause in rich.iter() {
                    let (end, most) = clause.stream.most_near(id);
                    last = last.min(end);
                    sum += norm.most(most, clause.weight);
                }
                if sum < floor {
                    rich.iter_mut().for_each(|c| c.stream.seek(last + 1));
                    continue;
                }
                looked_at = Some(last);
            }
            let length = segment.length(id);
            earned.fill(Sum::default());
            let mut score = 0.0;
            for clause in rich {
                if clause.stream.document() == id {
                    earned[clause.at] = clause.sum(*norm, length);
                    score += earned[clause.at].score;
                    clause.stream.advance();
                }
            }
            for (clause, &sum) in poor.iter_mut().zip(&together).rev() {
                if (score + sum) * SLACK < floor {
                    break;
                }
                clause.stream.seek(id);
                if clause.stream.document() == id {
                    earned[clause.at] = clause.sum(*norm, length);
                    score += earned[clause.at].score;
                }
            }
            if score * SLACK >= floor {
                let sum = earned
                    .iter()
                    .fold(Sum::default(), |sum, part| sum.and(*part));
                if sum.score >= floor {
                    self.push(scope, id, sum);
                    floor = self.floor();
                    first = first.max(together.partition_point(|&sum| sum < floor));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::search::index::Index;
    use crate::search::lookup::{self, Resolution};
    use crate::search::query::Query;
    use crate::search::rank::bm25::weights;

    /// The next number below `most` from a one-line generator.
    fn next(state: &mut u64, most: u64) -> u64 {
        *state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (*state >> 33) % most
    }

    /// Both ways find the same documents with the same scores, however many are wanted.
    #[test]
    fn both_ways_find_the_same() {
        let mut state = 3;
        let words = [
            "the", "treaty", "river", "missiles", "missile", "Kim", "hill", "opal", "quartz",
        ];
        let mut text = |longest: u64| {
            let count = 1 + next(&mut state, longest);
            // Later words in the list are rarer.
            let word = |_| {
                let rank = next(&mut state, 9).min(next(&mut state, 9)) as usize;
                words[rank.min(next(&mut state, 9) as usize)]
            };
            (0..count).map(word).collect::<Vec<_>>().join(" ")
        };
        let document = |n: usize| {
            let mut document = Document::from_text(&n.to_string(), &text(60));
            document.title = n.is_multiple_of(3).then(|| text(5));
            document
        };
        let documents: Vec<Document> = (0..3000).map(document).collect();
        let index = Index::build(&documents);
        for typed in [
            "opal",
            "treaty missile",
            "river hill quartz kim",
            "\"the river\" missiles opal",
            "the treaty of the river on the hill with missiles opal quartz",
        ] {
            let mut query = Query::parse(typed, &index.schema);
            let Resolution {
                leaves, clauses, ..
            } = Resolution::new(&mut query, typed, (&index, &documents), true);
            let segment = &index.live[0].segment;
            let documents_with = |clause: &lookup::Clause| {
                let (leaf, fields) = (&leaves[0][clause.text], FieldSet::ALL);
                let mut stream = Stream::new(leaf, segment, fields, &index.schema);
                let next = || {
                    let document = stream.document();
                    stream.advance();
                    (document != END).then_some(document)
                };
                std::iter::from_fn(next).count() as u32
            };
            let found: Vec<u32> = clauses.iter().map(documents_with).collect();
            let weights = weights(&clauses, &found, segment.documents);
            let scope = Scope {
                number: 0,
                segment,
                fields: FieldSet::ALL,
                schema: &index.schema,
                norm: index.norm().of_query(clauses.len()),
                document: |id| (id % 7 > 0).then_some(id),
            };
            let weighted = || {
                let each = clauses.iter().zip(&weights);
                each.map(|(clause, &weight)| Weighted {
                    leaf: &leaves[0][clause.text],
                    weight,
                })
                .collect::<Vec<_>>()
            };
            for wanted in [1, 10, 64, 5000] {
                let (mut all, mut chosen) = (Best::new(wanted), Best::new(wanted));
                all.add_up(&scope, weighted());
                chosen.choose(&scope, weighted());
                let (all, chosen) = (all.sorted(), chosen.sorted());
                assert!(!all.is_empty());
                assert_eq!(all, chosen, "{typed}, {wanted}");
            }
        }
    }
}
