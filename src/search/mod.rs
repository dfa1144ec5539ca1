//! Which passages answer a query? Index, query language, ranking, snippets, facets, concordance.
//!
//! Documents enter once, when the index is built: their blocks are numbered, their words folded
//! and sorted, and every place of every word is kept. A query becomes a tree of texts and
//! filters; only the postings of its own words are read. Spans are made at the very end, from
//! the documents, for the hits that are shown.

mod annotation;
mod answer;
mod choice;
mod concordance;
mod draft;
mod explain;
mod facet;
mod feedback;
mod fields;
mod filter;
mod fuzzy;
mod knowledge;
mod leaf;
mod lexer;
mod lexicon;
mod lookup;
mod lower;
mod name;
mod near;
mod parser;
mod plan;
mod posting;
mod query;
mod rank;
mod select;
mod slop;
mod snippet;
mod spell;
mod synonym;
mod table;
mod term;
mod unit;

pub use answer::{
    Answer, Explanation, Facet, Hit, Line, LineSort, Options, Passage, Remark, ScoreKind,
    ScorePart, Snippet, Sort, Unit,
};

pub use knowledge::{Annotation, AnnotationKind, Knowledge};

use crate::document::{DocId, Document};
use crate::text::{EnglishStemmer, is_stop_word};
use annotation::Annotations;
use facet::Facets;
use lexicon::{Lexicon, LexiconBuilder};
use name::{NameBuilder, Names};
use plan::Plan;
use posting::{Place, Postings};
use rank::Scored;
use synonym::Synonyms;
use table::{Table, outside_title};
use term::{Glue, key, units};

/// How many passages of an article are shown.
const PASSAGES: usize = 10;

/// An inverted index over the blocks of documents.
#[derive(Debug, Clone, Default)]
pub struct Index {
    table: Table,
    lexicon: Lexicon,
    names: Names,
    postings: Postings,
    facets: Facets,
    /// For each term, how many documents hold it.
    frequencies: Vec<u32>,
    /// What is known of blocks besides their words; `None` when nobody looked.
    annotations: Option<Annotations>,
    /// Which names mean the same.
    synonyms: Synonyms,
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
        let mut names = NameBuilder::default();
        let mut met = Vec::new();
        let stemmer = EnglishStemmer::new();
        for (document, title) in documents.iter().zip(&titles) {
            table.push_document(document, &stemmer);
            for block in &document.blocks {
                let units = units(&document.text, document.tokens_in(block.span));
                let number = table.push_block(Some(block.kind), units.len());
                let read = read(&document.text, &units, number, &mut words, &mut met);
                names.note(&document.text, block.kind, &units, &read);
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
            names: names.finish(&place_of),
            postings,
            facets: Facets::build(documents),
            frequencies,
            annotations: None,
            synonyms: Synonyms::default(),
        }
    }

    /// Takes over what others know of the documents; it replaces what was taken over before.
    pub fn learn(&mut self, knowledge: &Knowledge) {
        self.annotations = Some(Annotations::new(&knowledge.annotations, &self.table));
        self.synonyms = Synonyms::new(&knowledge.names);
    }

    /// Everything that `query` finds in the documents the index was built from. Never fails: what
    /// cannot be understood is searched as words and remarked.
    pub fn search(&self, documents: &[Document], query: &str, options: &Options) -> Answer {
        let plan = Plan::new(self, documents, query, options.synonyms);
        let sorted = match options.sort {
            Sort::Relevance => options.offset.saturating_add(options.limit),
            Sort::Date => usize::MAX,
        };
        let mut ranked = plan.ranked(options.by, sorted);
        let total = ranked.len();
        let document_of = |scored: &Scored| self.document_of(scored.id, options.by);
        let facets = if options.facets {
            self.facets.count(ranked.iter().map(document_of))
        } else {
            Vec::new()
        };
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
        let explanation = options.explain.then(|| plan.explanation()).flatten();
        let suggestion = if total == 0 {
            plan.suggestion(options.by)
        } else {
            None
        };
        Answer {
            remarks: plan.remarks(),
            suggestion,
            explanation,
            total,
            hits,
            facets,
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

    /// Every match of `query` by its own words with up to `window` words on each side, ordered, and their number
    /// before `limit` cuts them.
    pub fn concordance(
        &self,
        documents: &[Document],
        query: &str,
        window: usize,
        sort: LineSort,
        limit: usize,
    ) -> (usize, Vec<Line>) {
        let plan = Plan::new(self, documents, query, false);
        let mut lines = Vec::new();
        for block in plan.blocks() {
            let number = self.table.documents[block as usize];
            let Some(document) = documents.get(number as usize) else {
                continue;
            };
            let marks = plan.marks(document, block);
            lines.extend(concordance::lines(
                document,
                DocId(number),
                self.table.local(block),
                &marks,
                window,
            ));
        }
        concordance::order(&mut lines, documents, sort);
        let total = lines.len();
        lines.truncate(limit);
        (total, lines)
    }

    /// The document of a block or article.
    fn document_of(&self, id: u32, unit: Unit) -> u32 {
        match unit {
            Unit::Article => id,
            Unit::Passage => self.table.documents[id as usize],
        }
    }
}

/// Notes the words of a block, and its compounds read as one word; gives the words of its units.
fn read<'a>(
    text: &'a str,
    units: &[term::Unit],
    block: u32,
    words: &mut LexiconBuilder<'a>,
    met: &mut Vec<(u32, u32, Place)>,
) -> Vec<u32> {
    let mut start = 0;
    let mut read = Vec::with_capacity(units.len());
    for chain in units.chunk_by(|_, next| next.glue == Glue::Hyphen) {
        for (at, unit) in chain.iter().enumerate() {
            let word = words.word(unit.span.slice(text));
            met.push((word, block, Place::new(start + at, 1)));
            read.push(word);
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
    read
}
