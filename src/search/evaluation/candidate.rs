//! Which articles are best for a query without operators? A ranking in two steps: candidates are
//! found by the scores of clauses, then reordered by coverage, feedback and proximity.

use super::plan::Plan;
use crate::order;
use crate::search::lookup::Clause;
use crate::search::rank::{
    Best, CANDIDATES, FeedbackTerm, LOOKED_AT, MATCHED, READ, Scope, Scored, Weighted,
    feedback_terms, inverse_frequency, is_subject, lift,
};

impl Plan<'_> {
    /// The `wanted` best articles of a query without operators, best first.
    pub fn best(&self, wanted: usize) -> Vec<Scored> {
        if self.query.root.is_none() {
            return Vec::new();
        }
        let mut found = self.candidates(wanted.max(CANDIDATES));
        let whole = self.weights().iter().sum();
        for scored in &mut found {
            scored.score *= lift(scored.covered, whole, self.clauses.len());
        }
        let most = found.len().min(CANDIDATES);
        let (first, rest) = found.split_at_mut(most);
        first.sort_unstable_by(Scored::order);
        rest.sort_unstable_by(Scored::order);
        if is_subject(self.clauses.len()) && most >= MATCHED {
            let feedback_terms = self.feedback_terms(&first[..READ]);
            self.add_feedback(first, &feedback_terms);
        }
        self.look_closer(&mut first[..most.min(LOOKED_AT)]);
        found.truncate(wanted);
        found
    }

    /// The articles with the highest scores by clauses alone, best first.
    fn candidates(&self, wanted: usize) -> Vec<Scored> {
        let norm = self.index.norm().of_query(self.clauses.len());
        let mut best = Best::new(wanted);
        for (number, (live, leaves)) in (0..).zip(self.index.live.iter().zip(&self.leaves)) {
            let segment = &live.segment;
            let each = self.clauses.iter().zip(self.weights());
            let weighted = |(clause, &weight): (&Clause, &f32)| Weighted {
                leaf: &leaves[clause.text],
                weight,
            };
            let clauses = each.map(weighted).filter(|c| !c.leaf.is_empty());
            let scope = Scope {
                number,
                segment,
                fields: self.fields,
                schema: &self.index.schema,
                norm,
                document: |id| live.document(id),
            };
            best.meet(&scope, clauses.collect());
        }
        best.sorted()
    }

    /// The terms that the best articles add to a long query.
    fn feedback_terms(&self, best: &[Scored]) -> Vec<FeedbackTerm> {
        let whole = self.weights().iter().sum();
        let known = self
            .clauses
            .iter()
            .flat_map(|c| &self.query.texts[c.text].words);
        let known = known.map(|word| word.key.as_str());
        let all = self.index.number_of_documents();
        let weight = |found| inverse_frequency(all, found);
        feedback_terms(best, self.documents, self.index, known, weight, whole)
    }

    /// Adds the contributions of feedback terms to the scores of articles, and sorts them.
    fn add_feedback(&self, found: &mut [Scored], feedback_terms: &[FeedbackTerm]) {
        let norm = self.index.norm();
        let whole = self.weights().iter().sum();
        order::sort_by_key(found, |s| (s.segment, s.id));
        for same in found.chunk_by_mut(|a, b| a.segment == b.segment) {
            let number = same[0].segment as usize;
            let segment = &self.index.live[number].segment;
            let mut gained = vec![0.0; same.len()];
            for term in feedback_terms {
                let mut stream = term.stream(number, self.index, same[0].id);
                for (scored, gained) in same.iter().zip(&mut gained) {
                    stream.seek_to(scored.id);
                    if stream.document() == scored.id {
                        let earned = norm.earned(stream.frequency(), segment.length(scored.id));
                        *gained += term.weight * earned;
                    }
                }
            }
            for (scored, gained) in same.iter_mut().zip(gained) {
                scored.score += gained * lift(scored.covered, whole, self.clauses.len());
            }
        }
        found.sort_unstable_by(Scored::order);
    }
}
