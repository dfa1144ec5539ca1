//! Which passages answer a query? Index, query language, ranking, snippets, facets, concordance,
//! collocations.
//!
//! Documents enter once, when the index is built: their blocks are numbered, their words folded
//! and sorted, and every place of every word is kept. A query becomes a tree of texts and
//! filters; only the postings of its own words are read. Spans are made at the very end, from
//! the documents, for the hits that are shown.

mod answer;
mod collocation;
mod concordance;
mod facet;
mod feedback;
mod filter;
mod histogram;
mod leaf;
mod lexer;
mod lexicon;
mod lookup;
mod matched;
mod measure;
mod parser;
mod plan;
mod posting;
mod query;
mod rank;
mod running;
mod select;
mod selection;
mod snippet;
mod spell;
mod table;
mod term;

pub use answer::{Answer, Facet, FacetValue, Hit, Options, Passage, Remark, Snippet, Sort, Unit};
pub use collocation::{Collocate, CollocationOptions, Collocations};
pub use concordance::{Concordance, Group, Line, LineOptions, LineSort};
pub use facet::Named;
pub use histogram::{Bar, Histogram, Step};
pub use measure::Measure;
pub use selection::Selection;

use std::sync::OnceLock;

use crate::document::Document;
use crate::text::{EnglishStemmer, is_stop_word};
use facet::Facets;
use lexicon::{Lexicon, LexiconBuilder};
use plan::Plan;
use posting::{Place, Postings};
use rank::Scored;
use running::Running;
use table::{Table, outside_title};
use term::{Glue, key, units};

/// How many passages of an article are shown.
const PASSAGES: usize = 10;

/// An inverted index over the blocks of documents.
#[derive(Debug, Clone, Default)]
pub struct Index {
    table: Table,
    lexicon: Lexicon,
    postings: Postings,
    facets: Facets,
    /// For each term, how many documents hold it.
    frequencies: Vec<u32>,
    /// The words of the blocks in their order, once collocations have been asked for.
    running: OnceLock<Running>,
}

impl Index {
    /// The index of documents, in their order.
    pub fn build(documents: &[Document]) -> Self {
        let titles: Vec<_> = documents
            .iter()
            .map(|d| outside_title(d).map(|t| (t, crate::text::tokens(t))))
            .collect();
        let mut table = Table::default();
        let mut words = LexiconBuilder::default();
        let mut met = Vec::new();
        let stemmer = EnglishStemmer::new();
        for (document, title) in documents.iter().zip(&titles) {
            table.push_document(document, &stemmer);
            for block in &document.blocks {
                let units = units(&document.text, document.tokens_in(block.span));
                let number = table.push_block(Some(block.kind), units.len());
                read(&document.text, &units, number, &mut words, &mut met);
            }
            if let Some((title, tokens)) = title {
                let units = units(title, tokens);
                let number = table.push_block(None, units.len());
                read(title, &units, number, &mut words, &mut met);
            }
        }
        let (lexicon, place_of) = words.finish();
        let postings = Postings::build(&met, &place_of);
        let frequencies = feedback::document_frequencies(&lexicon, &postings, &table);
        Self {
            table,
            lexicon,
            postings,
            facets: Facets::build(documents),
            frequencies,
            running: OnceLock::new(),
        }
    }

    /// Adds a facet of names that were found elsewhere: "entity", "speaker".
    pub fn name(&mut self, field: &'static str, named: Named) {
        self.facets.name(field, named);
    }

    /// Everything that `query` finds in the documents the index was built from. Never fails: what
    /// cannot be understood is searched as words and remarked.
    pub fn search(&self, documents: &[Document], query: &str, options: &Options) -> Answer {
        let plan = Plan::new(self, documents, query);
        let admitted = self.facets.admitted(&options.filter);
        let sorted = match options.sort {
            Sort::Relevance => options.offset.saturating_add(options.limit),
            Sort::Date => usize::MAX,
        };
        let mut ranked = match &admitted {
            None => plan.ranked(options.by, sorted),
            Some(admitted) => self.selected(&plan, query, options.by, admitted),
        };
        let total = ranked.len();
        let document_of = |scored: &Scored| self.document_of(scored.id, options.by);
        let mut counts = vec![0; self.table.heads.len()];
        for scored in &ranked {
            counts[document_of(scored) as usize] += 1;
        }
        if options.sort == Sort::Date {
            let day = |scored: &Scored| {
                self.table.heads[document_of(scored) as usize]
                    .day
                    .as_deref()
            };
            ranked.sort_by(|a, b| day(b).cmp(&day(a)));
        }
        let shown = ranked.iter().skip(options.offset).take(options.limit);
        let hits = shown.map(|&scored| plan.hit(scored, options)).collect();
        let suggestion = if total == 0 && admitted.is_none() {
            plan.suggestion(options.by)
        } else {
            None
        };
        let facets = options.facets.then(|| self.facets.count(&counts));
        let histogram = options
            .histogram
            .then(|| self.facets.histogram(&counts, options.step));
        Answer {
            remarks: plan.remarks(),
            suggestion,
            total,
            hits,
            facets: facets.unwrap_or_default(),
            histogram,
        }
    }

    /// Words of the corpus that start with `prefix` as it is typed, with the number of their
    /// occurrences, most first, then by alphabet; at most `limit`.
    pub fn suggest(&self, prefix: &str, limit: usize) -> Vec<(String, usize)> {
        let prefix = key(prefix.trim()).to_lowercase();
        if prefix.is_empty() {
            return Vec::new();
        }
        let capitals = self
            .lexicon
            .range(&prefix.to_ascii_uppercase())
            .filter(|_| prefix.len() < 4);
        let mut words: Vec<_> = capitals
            .chain(self.lexicon.range(&prefix))
            .map(|id| &self.lexicon.words()[id as usize])
            .filter(|word| !word.joined && !is_stop_word(&word.key))
            .collect();
        words.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.key.cmp(&b.key)));
        words.dedup_by(|a, b| a.key == b.key);
        words
            .into_iter()
            .take(limit)
            .map(|w| (w.surface.to_string(), w.count as usize))
            .collect()
    }

    /// The document of a block or article.
    fn document_of(&self, id: u32, unit: Unit) -> u32 {
        match unit {
            Unit::Article => id,
            Unit::Passage => self.table.documents[id as usize],
        }
    }
}

/// Notes the words of a block, and its compounds read as one word.
fn read<'a>(
    text: &'a str,
    units: &[term::Unit],
    block: u32,
    words: &mut LexiconBuilder<'a>,
    met: &mut Vec<(u32, u32, Place)>,
) {
    let mut start = 0;
    for chain in units.chunk_by(|_, next| next.glue == Glue::Hyphen) {
        for (at, unit) in chain.iter().enumerate() {
            met.push((
                words.word(unit.span.slice(text)),
                block,
                Place::new(start + at, 1),
            ));
        }
        if (2..=Place::MAX_WIDTH).contains(&chain.len()) {
            let joined = chain
                .iter()
                .map(|u| key(u.span.slice(text)).to_lowercase())
                .collect();
            met.push((
                words.compound(joined),
                block,
                Place::new(start, chain.len()),
            ));
        }
        start += chain.len();
    }
}
