//! What is shown of an answer? Its best passages, what matched in them, and the best part of each.

use super::answer::{Explanation, Hit, Options, Passage, Unit};
use super::best::Scored;
use super::bits::Bits;
use super::explain::{explanation, score_parts};
use super::filter::Filter;
use super::plan::Plan;
use super::rank::{Sum, lift, nearness};
use super::select::Selector;
use super::snippet::snippet;
use super::stream::{Fields, Place};
use crate::document::{DocId, Document};
use crate::order;

/// A block of a document in a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The number of the segment.
    pub segment: u32,
    /// The document's number in the segment.
    pub local: u32,
    /// The block's number in the segment.
    pub block: u32,
    /// The document.
    pub doc: DocId,
}

impl Plan<'_> {
    /// A hit with its passages.
    pub fn hit(&self, scored: Scored, options: &Options) -> Hit {
        let segment = &self.index.parts[scored.segment as usize].segment;
        let local = match options.by {
            Unit::Article => scored.id,
            Unit::Passage => segment.document_of(scored.id),
        };
        let spot = |block| Spot {
            segment: scored.segment,
            local,
            block,
            doc: DocId(scored.document),
        };
        let is_shown = options.by == Unit::Passage || options.passages > 0;
        let places = if is_shown {
            self.places_of(scored.segment as usize, local)
        } else {
            Vec::new()
        };
        let blocks = match options.by {
            Unit::Passage => vec![scored.id],
            Unit::Article if !is_shown => Vec::new(),
            Unit::Article => {
                self.passages_of(scored.segment as usize, local, options.passages, &places)
            }
        };
        let document = match blocks.as_slice() {
            [] => None,
            _ => self.documents.document(scored.document),
        };
        let passage = |block| {
            let document = document.as_deref()?;
            Some(self.passage(document, spot(block), &places, options.snippets))
        };
        Hit {
            doc: DocId(scored.document),
            score: f64::from(scored.score),
            passages: blocks.into_iter().filter_map(passage).collect(),
            score_parts: if options.explain {
                score_parts(self, scored, options.by)
            } else {
                Vec::new()
            },
        }
    }

    /// How the query was read, and what of it stands in the corpus.
    pub fn explanation(&self) -> Option<Explanation> {
        Some(explanation(self, self.query.root.as_ref()?))
    }

    /// The best blocks of an article that match: by themselves, or else together; its first
    /// block when only its headline or a filter matched.
    fn passages_of(
        &self,
        number: usize,
        local: u32,
        most: usize,
        places: &[Vec<Place>],
    ) -> Vec<u32> {
        let segment = &self.index.parts[number].segment;
        let range = segment.blocks_of(local);
        let mut blocks = self.ranked_blocks(number, local, places);
        if !self.is_plain {
            let strict = self.strict_blocks(number, local);
            let is_strict = |block: &u32| strict.has(block - range.start);
            if range
                .clone()
                .any(|block| is_strict(&block) && self.index.is_shown(segment, block))
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
                .find(|&block| self.index.is_shown(segment, block))
                .into_iter()
                .collect();
        }
        blocks.truncate(most);
        blocks
    }

    /// The shown blocks of an article that hold a clause, best first.
    fn ranked_blocks(&self, number: usize, local: u32, places: &[Vec<Place>]) -> Vec<u32> {
        let segment = &self.index.parts[number].segment;
        let norm = self
            .index
            .norm_of(Unit::Passage)
            .of_query(self.clauses.len());
        let weights = self.weights();
        let whole = weights.iter().sum();
        let shown = segment
            .blocks_of(local)
            .filter(|&block| self.index.is_shown(segment, block));
        let mut ranked: Vec<(f32, u32)> = Vec::new();
        for block in shown {
            let inside = |places: &Vec<Place>| segment.inside(local, block, places).to_vec();
            let held: Vec<Vec<Place>> = places.iter().map(inside).collect();
            let mut sum = Sum::default();
            for (held, &weight) in held
                .iter()
                .zip(weights)
                .filter(|(held, _)| !held.is_empty())
            {
                let field = segment.field(block);
                let frequency = self.index.schema.frequency(field, held.len() as f32);
                sum.add(
                    weight,
                    norm.earned(frequency, segment.block_length(local, block)),
                );
            }
            if sum.covered > 0.0 {
                let lift = lift(sum.covered, whole, self.clauses.len());
                ranked.push((lift * (sum.score + nearness(weights, &held)), block));
            }
        }
        order::sort_by(&mut ranked, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        ranked.into_iter().map(|(_, block)| block).collect()
    }

    /// The blocks of an article that match the query by themselves, numbered from its first.
    fn strict_blocks(&self, number: usize, local: u32) -> Bits {
        let part = &self.index.parts[number];
        let segment = &part.segment;
        let range = segment.blocks_of(local);
        let size = range.len() as u32;
        let text = |text: usize, fields: Fields| {
            let mut bits = Bits::none(size);
            let places = self.leaves[number][text].places(segment, fields, local);
            for place in places
                .current()
                .iter()
                .filter(|_| places.document() == local)
            {
                bits.insert(segment.block_at(local, place.0) - range.start);
            }
            bits
        };
        let head = || {
            let heads = self.index.heads(self.documents);
            part.document(local).and_then(|d| heads.get(d as usize))
        };
        let near = |distance: u32, parts: &[Vec<usize>], fields: Fields| {
            let mut bits = Bits::none(size);
            for (_, block) in self.spots_near(number, distance, parts, fields, local..local + 1) {
                bits.insert(block - range.start);
            }
            bits
        };
        let filter = |filter: &Filter| {
            let mut bits = Bits::none(size);
            if let Filter::Annotated { kind, terms, .. } = filter {
                let known = self
                    .annotated(part, *kind, terms)
                    .into_iter()
                    .filter(|spot| spot.0 == local);
                known.for_each(|(_, block)| bits.insert(block - range.start));
                return bits;
            }
            if head().is_some_and(|head| filter.admits(head)) {
                let fits = |block: &u32| filter.admits_block(segment.field(*block));
                range
                    .clone()
                    .filter(fits)
                    .for_each(|block| bits.insert(block - range.start));
            }
            bits
        };
        let selector = Selector {
            near: &near,
            size,
            text: &text,
            filter: &filter,
        };
        self.query
            .root
            .as_ref()
            .map_or(Bits::none(size), |root| selector.select(root, self.fields))
    }

    fn passage(
        &self,
        document: &Document,
        spot: Spot,
        places: &[Vec<Place>],
        with_snippet: bool,
    ) -> Passage {
        let block = self.block(spot);
        let marks = self.marks(document, spot, places);
        let span = document
            .blocks
            .get(block)
            .map(|b| b.span)
            .unwrap_or_default();
        Passage {
            block,
            marks: marks.iter().map(|m| m.span).collect(),
            snippet: with_snippet.then(|| snippet(document, span, &marks)),
        }
    }

    /// The ordinal of a block in its document.
    pub fn block(&self, spot: Spot) -> usize {
        let segment = &self.index.parts[spot.segment as usize].segment;
        (spot.block - segment.blocks_of(spot.local).start) as usize
    }

    /// The blocks that match, in the order of the corpus.
    pub fn blocks(&self) -> Vec<Spot> {
        let mut spots = Vec::new();
        for (number, part) in self.index.parts.iter().enumerate() {
            for block in self.matched_in(number, Unit::Passage).iter() {
                let local = part.segment.document_of(block);
                let doc = part.document(local).map(DocId);
                spots.extend(doc.map(|doc| Spot {
                    segment: number as u32,
                    local,
                    block,
                    doc,
                }));
            }
        }
        order::sort_by_key(&mut spots, |spot| (spot.doc, spot.block));
        spots
    }

    /// A whole query that finds hits of a unit, for one that finds none: with misspelt phrases
    /// corrected, or with its words alone.
    pub fn suggestion(&self, by: Unit) -> Option<String> {
        let finds = |query: &String| {
            let plan = Plan::new(self.index, self.documents, query, self.with_synonyms);
            query != self.typed && !plan.ranked(by, 0).is_empty()
        };
        let words = self
            .clauses
            .iter()
            .map(|c| self.query.texts[c.text].typed.as_str());
        let words: Vec<&str> = words.collect();
        [self.mended.clone(), Some(words.join(" "))]
            .into_iter()
            .flatten()
            .find(finds)
    }
}
