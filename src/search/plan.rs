//! What does a query find in this corpus? Its words looked up, corrected, matched and marked.

use std::cell::OnceCell;

use super::answer::{Explanation, Hit, Options, Passage, Remark, Unit};
use super::explain::{Explainer, score_parts};
use super::leaf::{Entry, Leaf, entries_of_words};
use super::lookup::Lookup;
use super::query::{Node, Query};
use super::rank::{Clause, Ranker, Scored, inverse_frequency, weights};
use super::select::{Mask, Selector};
use super::snippet::{Mark, snippet};
use super::term::units;
use super::{Index, PASSAGES, feedback, fields};
use crate::document::{DocId, Document};
use crate::text::Span;
use crate::text::fold::without_possessive;

/// A query with all that the corpus knows of it.
pub struct Plan<'a> {
    index: &'a Index,
    documents: &'a [Document],
    typed: &'a str,
    with_synonyms: bool,
    query: Query,
    leaves: Vec<Leaf>,
    entries: Vec<Vec<Entry>>,
    clauses: Vec<Clause>,
    /// Where clauses count; `None` for everywhere.
    mask: Option<Mask>,
    /// The blocks that match by themselves; `None` when all that hold a clause do.
    strict: Option<Vec<u32>>,
    /// What clauses weigh among passages, and among articles.
    weights: [OnceCell<Vec<f32>>; 2],
    /// What a whole query would be with its misspelt phrases corrected.
    mended: Option<String>,
}

impl<'a> Plan<'a> {
    /// The plan of a typed query; names also seek the others of their bearer `with_synonyms`.
    pub fn new(
        index: &'a Index,
        documents: &'a [Document],
        typed: &'a str,
        with_synonyms: bool,
    ) -> Self {
        let mut query = Query::parse(typed);
        fields::settle(&mut query, index);
        let Lookup {
            leaves,
            clauses,
            mended,
        } = Lookup::new(&mut query, typed, index, with_synonyms);
        let entries = leaves
            .iter()
            .map(|leaf| leaf.entries(&index.postings))
            .collect();
        let mut plan = Self {
            index,
            documents,
            typed,
            with_synonyms,
            query,
            leaves,
            entries,
            clauses,
            mask: None,
            strict: None,
            weights: Default::default(),
            mended,
        };
        if let Some(root) = &plan.query.root
            && !is_plain(root)
        {
            let selector = plan.selector();
            let mask = match root {
                Node::All(parts) => selector.conditions(parts, None),
                _ => None,
            };
            let strict = selector.select(root, None, Unit::Passage);
            plan.mask = mask;
            plan.strict = Some(strict);
        }
        plan
    }

    /// The remarks on the query, in its order.
    pub fn remarks(&self) -> Vec<Remark> {
        let mut remarks = self.query.remarks.clone();
        remarks.sort_by_key(|(at, _)| *at);
        remarks.into_iter().map(|(_, remark)| remark).collect()
    }

    /// Everything the query finds; the first `sorted` best first, the others in any order.
    pub fn ranked(&self, unit: Unit, sorted: usize) -> Vec<Scored> {
        let Some(root) = &self.query.root else {
            return Vec::new();
        };
        let matched = match (&self.strict, unit) {
            (None, _) => None,
            (Some(blocks), Unit::Passage) => Some(blocks.clone()),
            (Some(_), Unit::Article) => Some(self.selector().select(root, None, unit)),
        };
        let ranker = self.ranker(unit);
        if unit == Unit::Passage || self.clauses.len() < feedback::LONG {
            return ranker.rank(matched.as_deref(), unit, sorted);
        }
        let best = ranker.rank(matched.as_deref(), unit, sorted.max(feedback::READ));
        if best.len() < feedback::MATCHED {
            return best;
        }
        let whole = ranker.weights.iter().sum();
        let offers = self.offers(&best[..feedback::READ], whole);
        Ranker {
            offers: &offers,
            ..ranker
        }
        .rank(matched.as_deref(), unit, sorted)
    }

    /// The blocks and the weight of each term that the best articles add to a long query.
    fn offers(&self, best: &[Scored], whole: f32) -> Vec<(Vec<Entry>, f32)> {
        let Index {
            lexicon,
            postings,
            table,
            frequencies,
            ..
        } = self.index;
        let words = self
            .clauses
            .iter()
            .flat_map(|c| self.leaves[c.text].only_words());
        let mut known: Vec<_> = words.map(|&word| lexicon.term_of(word)).collect();
        known.sort_unstable();
        let entries = |term| entries_of_words(lexicon.members_of(term), postings);
        let all = table.document_lengths.len();
        let weight = |term| inverse_frequency(all, frequencies[term as usize] as usize);
        let offers = feedback::offers(best, self.documents, lexicon, &known, weight, whole);
        offers
            .into_iter()
            .map(|(term, weight)| (entries(term), weight))
            .collect()
    }

    /// The blocks that match, in order.
    pub fn blocks(&self) -> Vec<u32> {
        let mut blocks: Vec<u32> = self.ranked(Unit::Passage, 0).iter().map(|s| s.id).collect();
        blocks.sort_unstable();
        blocks
    }

    /// A hit with its passages.
    pub fn hit(&self, scored: Scored, options: &Options) -> Hit {
        let number = self.index.document_of(scored.id, options.by);
        let blocks = match options.by {
            Unit::Passage => vec![scored.id],
            Unit::Article => self.passages_of(number),
        };
        let passages = self
            .documents
            .get(number as usize)
            .map_or_else(Vec::new, |document| {
                blocks
                    .iter()
                    .map(|&block| self.passage(document, block, options.snippets))
                    .collect()
            });
        let score_parts = if options.explain {
            score_parts(&self.ranker(options.by), &self.query, scored, options.by)
        } else {
            Vec::new()
        };
        Hit {
            doc: DocId(number),
            score: f64::from(scored.score),
            passages,
            score_parts,
        }
    }

    /// How the query was read, and what of it stands in the corpus.
    pub fn explanation(&self) -> Option<Explanation> {
        let explainer = Explainer {
            query: &self.query,
            leaves: &self.leaves,
            entries: &self.entries,
            lexicon: &self.index.lexicon,
            table: &self.index.table,
        };
        Some(explainer.explain(self.query.root.as_ref()?))
    }

    /// The best blocks of an article that match: by themselves, or else together; its first
    /// block when only its headline or a filter matched.
    fn passages_of(&self, number: u32) -> Vec<u32> {
        let range = self.index.table.blocks(number);
        let mut blocks: Vec<u32> = self
            .ranker(Unit::Article)
            .passages(number)
            .iter()
            .map(|s| s.id)
            .collect();
        if let Some(strict) = &self.strict {
            let is_strict = |block: &u32| strict.binary_search(block).is_ok();
            if range
                .clone()
                .any(|block| is_strict(&block) && self.index.table.is_shown(block))
            {
                blocks.retain(is_strict);
                if blocks.is_empty() {
                    blocks = range.clone().find(is_strict).into_iter().collect();
                }
            }
        }
        if blocks.is_empty() {
            blocks = range
                .into_iter()
                .find(|&block| self.index.table.is_shown(block))
                .into_iter()
                .collect();
        }
        blocks.truncate(PASSAGES);
        blocks
    }

    fn passage(&self, document: &Document, block: u32, with_snippet: bool) -> Passage {
        let local = self.index.table.local(block);
        let marks = self.marks(document, block);
        let span = document
            .blocks
            .get(local)
            .map(|b| b.span)
            .unwrap_or_default();
        Passage {
            block: local,
            marks: marks.iter().map(|m| m.span).collect(),
            snippet: with_snippet.then(|| snippet(document, span, &marks)),
        }
    }

    /// What matches in a block, in order and apart: words, and phrases as a whole.
    pub fn marks(&self, document: &Document, block: u32) -> Vec<Mark> {
        let Some(span) = document
            .blocks
            .get(self.index.table.local(block))
            .map(|b| b.span)
        else {
            return Vec::new();
        };
        let units = units(&document.text, document.tokens_in(span));
        let mut marks: Vec<Mark> = Vec::new();
        for clause in &self.clauses {
            for (first, end) in self.leaves[clause.text].places(block, &self.index.postings) {
                let (Some(first), Some(last)) = (
                    units.get(first as usize),
                    units.get((end as usize).saturating_sub(1)),
                ) else {
                    continue;
                };
                let length = without_possessive(last.span.slice(&document.text)).len() as u32;
                let span = Span {
                    start: first.span.start,
                    end: last.span.start + length,
                };
                marks.push(Mark {
                    span,
                    text: clause.text,
                });
            }
        }
        marks.sort_unstable();
        apart(marks)
    }

    /// A whole query that finds hits of a unit, for one that finds none: with misspelt phrases
    /// corrected, or with its words alone.
    pub fn suggestion(&self, by: Unit) -> Option<String> {
        let finds = |query: &String| {
            let plan = Plan::new(self.index, self.documents, query, self.with_synonyms);
            query != self.typed && !plan.ranked(by, 0).is_empty()
        };
        let words: Vec<&str> = self
            .clauses
            .iter()
            .map(|c| self.query.texts[c.text].typed.as_str())
            .collect();
        [self.mended.clone(), Some(words.join(" "))]
            .into_iter()
            .flatten()
            .find(finds)
    }

    fn selector(&self) -> Selector<'_> {
        Selector {
            table: &self.index.table,
            entries: &self.entries,
            leaves: &self.leaves,
            postings: &self.index.postings,
            annotations: self.index.annotations.as_ref(),
        }
    }

    fn ranker(&self, unit: Unit) -> Ranker<'_> {
        let table = &self.index.table;
        let weights = self.weights[usize::from(unit == Unit::Article)]
            .get_or_init(|| weights(table, &self.entries, &self.clauses, unit));
        Ranker {
            table: &self.index.table,
            postings: &self.index.postings,
            leaves: &self.leaves,
            entries: &self.entries,
            clauses: &self.clauses,
            weights,
            offers: &[],
            mask: self.mask.as_ref(),
        }
    }
}

/// Whether everything that holds one of a tree's texts matches it.
fn is_plain(node: &Node) -> bool {
    match node {
        Node::Text(_) => true,
        Node::Any(parts) => parts.iter().all(is_plain),
        _ => false,
    }
}

/// Sorted marks without overlaps: one that starts inside another is joined with it.
fn apart(marks: Vec<Mark>) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::with_capacity(marks.len());
    for mark in marks {
        match out.last_mut() {
            Some(last) if last.span.overlaps(mark.span) => last.span = last.span.cover(mark.span),
            _ => out.push(mark),
        }
    }
    out
}
