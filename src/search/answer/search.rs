//! How is a query answered? A pipeline from a typed query to its answer: rank, count, show.

use fixedbitset::FixedBitSet;

use super::fold::Folding;
use super::options::{Options, Sort};
use super::shape::{Answer, Hit};
use super::spread::{Spread, apart_remark};
use crate::document::DocId;
use crate::order;
use crate::search::evaluation::Plan;
use crate::search::filter::{Facet, Histogram};
use crate::search::index::{HitUnit, Index};
use crate::search::query::Remark;
use crate::search::rank::Scored;
use crate::search::schema::Documents;

impl Index {
    /// Searches the documents from which the index was built. It never fails: what cannot be parsed
    /// is searched as words, with a remark.
    pub fn search(&self, documents: &dyn Documents, query: &str, options: &Options) -> Answer {
        let search = Search {
            plan: Plan::new(self, documents, query, options.synonyms),
            options,
            admitted: self.admitted(documents, &options.filter),
        };
        let mut ranked = search.ranked();
        let folding = search.folded(&mut ranked);
        let found = search.found(&ranked);
        let spread = search.spread(&found);
        search.answer((&ranked, &folding), &found, spread.as_ref())
    }
}

/// A query with its options.
struct Search<'a> {
    plan: Plan<'a>,
    options: &'a Options,
    /// The documents that are admitted; `None` if all are.
    admitted: Option<FixedBitSet>,
}

impl Search<'_> {
    fn is_by_rank(&self) -> bool {
        self.options.sort == Sort::Relevance
    }

    fn is_by_passage(&self) -> bool {
        self.options.by == HitUnit::Passage
    }

    fn is_folded(&self) -> bool {
        !self.options.folds.is_empty()
    }

    /// Whether all hits are counted, not only those that were read.
    fn counts_all(&self) -> bool {
        self.options.count || self.options.facets || self.options.histogram
    }

    /// Whether the best articles are found without reading all matches.
    fn is_quick(&self) -> bool {
        let is_plain = self.plan.is_plain && self.admitted.is_none();
        self.is_by_rank() && !self.is_by_passage() && is_plain && !self.is_folded()
    }

    /// The matches in the requested order. After a quick search, or beyond the hits that are shown,
    /// they may be incomplete or unordered.
    fn ranked(&self) -> Vec<Scored> {
        let (plan, by) = (&self.plan, self.options.by);
        // Of hits that are folded, any may be shown.
        let wanted = match self.is_folded() {
            true => usize::MAX,
            false => self.options.offset.saturating_add(self.options.limit),
        };
        let mut ranked = match &self.admitted {
            Some(admitted) => plan.selected(by, admitted),
            None if self.is_quick() => plan.best(wanted),
            None if self.is_by_rank() => plan.ranked(by, wanted),
            None => plan.ranked(by, usize::MAX),
        };
        if !self.is_by_rank() {
            let values = plan.index.values(plan.documents);
            let day = |scored: &Scored| values.get(scored.document as usize)?.day.as_deref();
            order::sort_by(&mut ranked, |a, b| day(b).cmp(&day(a)));
        }
        ranked
    }

    /// Removes the hits that others stand for.
    fn folded(&self, ranked: &mut Vec<Scored>) -> Folding {
        match self.is_folded() {
            true => Folding::new(&self.plan, self.options.by, &self.options.folds, ranked),
            false => Folding::default(),
        }
    }

    /// The document of each hit, in any order.
    fn found(&self, ranked: &[Scored]) -> Vec<u32> {
        if self.is_quick() && self.counts_all() {
            self.plan.documents_matched()
        } else {
            ranked.iter().map(|scored| scored.document).collect()
        }
    }

    /// The distribution of the hits over articles, if the answer needs it.
    fn spread(&self, found: &[u32]) -> Option<Spread> {
        let is_asked = self.is_by_passage() || self.options.facets || self.options.histogram;
        is_asked.then(|| Spread::new(self.plan.index.count, found))
    }

    fn answer(
        &self,
        (ranked, folding): (&[Scored], &Folding),
        found: &[u32],
        spread: Option<&Spread>,
    ) -> Answer {
        let apart = self.apart(spread);
        let is_lost = found.is_empty() && self.admitted.is_none();
        let richest = spread.filter(|_| self.options.facets && self.is_by_passage());
        Answer {
            remarks: self.remarks(found, &apart),
            suggestion: is_lost
                .then(|| self.plan.suggestion(self.options.by))
                .flatten(),
            explanation: self
                .options
                .explain
                .then(|| self.plan.explanation())
                .flatten(),
            total: found.len(),
            articles: spread.map_or(found.len(), |spread| spread.articles),
            apart,
            richest: richest.map_or(Vec::new(), Spread::richest),
            hits: self.hits(ranked, folding),
            facets: self.facets(spread),
            histogram: self.histogram(spread),
        }
    }

    /// The articles that match as a whole although none of their passages does.
    fn apart(&self, spread: Option<&Spread>) -> Vec<DocId> {
        let spread = spread.filter(|_| self.counts_all() && self.is_by_passage());
        let apart = |spread| self.plan.apart(spread, self.admitted.as_ref());
        spread.map_or(Vec::new(), apart)
    }

    /// The remarks on the query in its order, followed by those on matches of the other unit.
    fn remarks(&self, found: &[u32], apart: &[DocId]) -> Vec<Remark> {
        let mut remarks = self.plan.remarks();
        if self.counts_all() && !self.is_by_passage() {
            remarks.extend(self.plan.lone_passages(found, self.admitted.as_ref()));
        }
        remarks.extend(apart_remark(apart));
        remarks
    }

    /// The requested hits.
    fn hits(&self, ranked: &[Scored], folding: &Folding) -> Vec<Hit> {
        let shown = ranked.iter().skip(self.options.offset);
        let shown = shown.take(self.options.limit);
        shown
            .map(|&scored| self.plan.hit(scored, folding.under(&scored), self.options))
            .collect()
    }

    fn facets(&self, spread: Option<&Spread>) -> Vec<Facet> {
        let plan = &self.plan;
        let count = |spread: &Spread| plan.index.facets(plan.documents).count(&spread.hits);
        spread
            .filter(|_| self.options.facets)
            .map_or(Vec::new(), count)
    }

    fn histogram(&self, spread: Option<&Spread>) -> Option<Histogram> {
        let plan = &self.plan;
        let facets = |spread: &Spread| {
            let facets = plan.index.facets(plan.documents);
            facets.histogram(&spread.hits, self.options.step)
        };
        spread.filter(|_| self.options.histogram).map(facets)
    }
}
