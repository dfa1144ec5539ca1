//! Which articles does a query without operators find best? Candidates by what its clauses earn, put in
//! order by what the very best of them speak of and by the nearness of its words.

use super::best::{Best, Scope, Scored, Weighted};
use super::feedback::{self, Offer};
use super::plan::Plan;
use super::query::Clause;
use super::rank::{CANDIDATES, LOOKED_AT, inverse_frequency, is_close, lift, nearness};
use super::stream::Place;
use crate::order;

impl Plan<'_> {
    /// The best articles of a query without operators, best first.
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
        if feedback::helps(self.clauses.len()) && most >= feedback::MATCHED {
            let offers = self.offers(&first[..feedback::READ]);
            self.add_offers(first, &offers);
        }
        self.look_closer(&mut first[..most.min(LOOKED_AT)]);
        found.truncate(wanted);
        found
    }

    /// The articles that earn most by the clauses alone, best first.
    fn candidates(&self, wanted: usize) -> Vec<Scored> {
        let norm = self.index.norm().of_query(self.clauses.len());
        let mut best = Best::new(wanted);
        for (number, (part, leaves)) in (0..).zip(self.index.parts.iter().zip(&self.leaves)) {
            let segment = &part.segment;
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
                document: |id| part.document(id),
            };
            best.meet(&scope, clauses.collect());
        }
        best.sorted()
    }

    /// The terms that the best articles add to a long query.
    fn offers(&self, best: &[Scored]) -> Vec<Offer> {
        let whole = self.weights().iter().sum();
        let known = self
            .clauses
            .iter()
            .flat_map(|c| &self.query.texts[c.text].words);
        let known = known.map(|word| word.key.as_str());
        let all = self.index.number_of_documents();
        let weight = |found| inverse_frequency(all, found);
        feedback::offers(best, self.documents, self.index, known, weight, whole)
    }

    /// Adds what offered terms earn to the scores of articles, and sorts them.
    fn add_offers(&self, found: &mut [Scored], offers: &[Offer]) {
        let norm = self.index.norm();
        let whole = self.weights().iter().sum();
        order::sort_by_key(found, |s| (s.segment, s.id));
        for same in found.chunk_by_mut(|a, b| a.segment == b.segment) {
            let number = same[0].segment as usize;
            let segment = &self.index.parts[number].segment;
            let mut gained = vec![0.0; same.len()];
            for offer in offers {
                let mut stream = offer.stream(number, self.index, same[0].id);
                for (scored, gained) in same.iter().zip(&mut gained) {
                    stream.seek_to(scored.id);
                    if stream.document() == scored.id {
                        let earned = norm.earned(stream.frequency(), segment.length(scored.id));
                        *gained += offer.weight * earned;
                    }
                }
            }
            for (scored, gained) in same.iter_mut().zip(gained) {
                scored.score += gained * lift(scored.covered, whole, self.clauses.len());
            }
        }
        found.sort_unstable_by(Scored::order);
    }

    /// Adds what nearness earns to the scores of articles, and sorts them.
    pub(super) fn look_closer(&self, found: &mut [Scored]) {
        if is_close(self.clauses.len()) {
            order::sort_by_key(found, |s| (s.segment, s.id));
            for same in found.chunk_by_mut(|a, b| a.segment == b.segment) {
                self.add_nearness(same);
            }
        }
        found.sort_unstable_by(Scored::order);
    }

    /// The same for articles of one segment in its order.
    fn add_nearness(&self, found: &mut [Scored]) {
        let Some(&first) = found.first() else { return };
        let segment = &self.index.parts[first.segment as usize].segment;
        let leaves = &self.leaves[first.segment as usize];
        let places = |c: &Clause| leaves[c.text].places(segment, self.fields, first.id);
        let mut places: Vec<_> = self.clauses.iter().map(places).collect();
        let mut held: Vec<Vec<Place>> = vec![Vec::new(); places.len()];
        let whole = self.weights().iter().sum();
        for scored in found {
            for (places, held) in places.iter_mut().zip(&mut held) {
                held.clear();
                places.seek(scored.id);
                if places.document() == scored.id {
                    held.extend(places.current());
                }
            }
            let lift = lift(scored.covered, whole, places.len());
            scored.score += lift * nearness(self.weights(), &held);
        }
    }
}
