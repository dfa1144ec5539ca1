//! Which passages answer a query? Index, query language, ranking, snippets, facets, concordance,
//! collocations.
//!
//! Documents enter once, when the index is built: their blocks are numbered, their words folded
//! and sorted, and every place of every word is kept. A query becomes a tree of texts and
//! filters; only the postings of its own words are read. Spans are made at the very end, from
//! the documents, for the hits that are shown.

mod annotation;
mod answer;
mod best;
mod bits;
mod candidate;
mod capability;
mod choice;
mod collocation;
mod concordance;
mod documents;
mod draft;
mod explain;
mod facet;
mod feedback;
mod filter;
mod fuzzy;
mod growth;
mod histogram;
mod hit;
mod index;
mod knowledge;
mod leaf;
mod lexer;
mod lookup;
mod lower;
mod marking;
mod matched;
mod matching;
mod measure;
mod near;
mod pack;
mod parser;
mod plan;
mod query;
mod rank;
mod running;
mod schema;
mod select;
mod selection;
mod slop;
mod snippet;
mod spell;
mod spread;
mod stream;
mod suggest;
mod synonym;
mod tally;
mod term;
mod unit;
mod walk;

pub use answer::{
    Answer, Explanation, Facet, FacetValue, Hit, Options, Passage, Remark, ScoreKind, ScorePart,
    Snippet, Sort, Unit,
};
pub use collocation::{Collocate, CollocationOptions, Collocations};
pub use concordance::{Concordance, Group, Line, LineOptions, LineSort};
pub use documents::Documents;
pub use facet::Named;
pub use filter::day;
pub use histogram::{Bar, Histogram, Step};
pub use knowledge::{Annotation, AnnotationKind, Knowledge};
pub use measure::{Measure, log_likelihood};
pub use schema::{Column, SECTIONS, Schema, Section};
pub use selection::Selection;
pub use term::{Unit as Word, units};

use std::sync::OnceLock;

use crate::order;
use annotation::Annotations;
use best::Scored;
use facet::Facets;
use filter::Head;
use growth::Part;
use index::{Looks, Segment, WordId, Writing, bare};
use leaf::Leaf;
use plan::Plan;
use rank::Norm;
use running::Running;
use spread::Spread;
use std::collections::BTreeMap;
use synonym::Synonyms;

/// An inverted index over the blocks of documents.
///
/// It is made of segments that never change: documents join in a segment of their own, leave by a
/// mark, and now and then small segments are laid together (a log-structured merge, as in Lucene).
#[derive(Debug, Clone, Default)]
pub struct Index {
    parts: Vec<Part>,
    /// What its documents look like.
    schema: Schema,
    /// How many documents there are.
    count: u32,
    /// For each document, what filters and the order by date ask of it; once somebody asked.
    heads: OnceLock<Vec<Head>>,
    /// What hits are counted by, likewise.
    facets: OnceLock<Facets>,
    /// Facets of names that were found elsewhere, by field.
    named: Vec<(String, Named)>,
    /// What is known of blocks besides their words; `None` when nobody looked.
    annotations: Option<Annotations>,
    /// Which names mean the same.
    synonyms: Synonyms,
    /// The words of the blocks in their order, once collocations have been asked for.
    running: OnceLock<Running>,
}

impl Index {
    /// Takes over what others know of the documents. It replaces all that was taken over before, and
    /// holds until the documents change.
    pub fn learn(&mut self, knowledge: Knowledge) {
        self.annotations = Some(Annotations::new(&knowledge.annotations));
        self.synonyms = Synonyms::new(&knowledge.names);
        self.named = knowledge.facets;
        self.facets = OnceLock::new();
    }

    fn heads(&self, documents: &dyn Documents) -> &[Head] {
        let heads = || Head::all(documents, &self.schema);
        self.heads.get_or_init(heads)
    }

    fn facets(&self, documents: &dyn Documents) -> &Facets {
        let facets = || Facets::build(documents, &self.schema, &self.named);
        self.facets.get_or_init(facets)
    }

    /// For each document whether a selection admits it; `None` when nothing is selected.
    fn admitted(&self, documents: &dyn Documents, selection: &Selection) -> Option<Vec<bool>> {
        (!selection.is_open()).then(|| self.facets(documents).admitted(selection))
    }

    /// Whether a hit can show a block.
    fn is_shown(&self, segment: &Segment, block: u32) -> bool {
        self.schema.is_shown(segment.field(block))
    }

    fn segments(&self) -> impl Iterator<Item = &Segment> {
        self.parts.iter().map(|part| &part.segment)
    }

    fn number_of_documents(&self) -> u32 {
        self.segments().map(|segment| segment.documents).sum()
    }

    fn number_of_blocks(&self) -> u32 {
        self.segments().map(|segment| segment.blocks).sum()
    }

    /// The norm of articles.
    fn norm(&self) -> Norm {
        self.norm_of(Unit::Article)
    }

    /// The norm of articles or passages.
    fn norm_of(&self, unit: Unit) -> Norm {
        let number = match unit {
            Unit::Article => self.number_of_documents(),
            Unit::Passage => self.number_of_blocks(),
        };
        let units: u64 = self.segments().map(|segment| segment.units).sum();
        Norm::new(units as f32 / number.max(1) as f32)
    }

    /// How often the word of a key stands in the corpus.
    fn count(&self, key: &str) -> u32 {
        let count = |segment: &Segment| Some(segment.word(segment.find(key)?)?.count);
        self.segments().filter_map(count).sum()
    }

    /// In how many documents a term stands; `firsts` has its first word in each segment.
    fn documents_of(&self, firsts: &[Option<WordId>]) -> u32 {
        let each = self.segments().zip(firsts);
        let documents = |(segment, first): (&Segment, &Option<WordId>)| {
            Some(segment.word((*first)?)?.documents)
        };
        each.filter_map(documents).sum()
    }

    /// Whether the corpus writes the word of a key as a name.
    fn is_name(&self, key: &str) -> bool {
        let mut writing = Writing::default();
        for segment in self.segments() {
            if let Some(word) = segment.find(key).and_then(|id| segment.word(id)) {
                writing.add(word.writing);
            }
        }
        writing.is_name()
    }

    /// The words of a leaf in all segments as they are written, without its other names; most
    /// frequent first, then by key.
    fn words_of(&self, leaves: &[Leaf]) -> Vec<String> {
        let mut words: BTreeMap<String, (u32, Looks)> = BTreeMap::new();
        for (segment, leaf) in self.segments().zip(leaves) {
            let typed = leaf
                .readings()
                .iter()
                .filter(|reading| reading.weight >= 1.0);
            let mut ids: Vec<_> = typed.flat_map(|reading| reading.slots.concat()).collect();
            ids.sort_unstable();
            ids.dedup();
            for word in ids.into_iter().filter_map(|id| segment.word(id)) {
                let key = segment.key(word.id).unwrap_or_default();
                let (count, looks) = words.entry(bare(&key).to_owned()).or_default();
                *count += word.count;
                looks.add(segment.looks(&word));
            }
        }
        let mut words: Vec<_> = words.into_iter().collect();
        order::sort_by_key(&mut words, |(_, (count, _))| std::cmp::Reverse(*count));
        let look = |(key, (_, looks)): (String, (u32, Looks))| looks.best().unwrap_or(key);
        words.into_iter().map(look).collect()
    }

    /// The word of a key as it is most often written.
    fn look(&self, key: &str) -> String {
        let mut looks = Looks::default();
        for segment in self.segments() {
            if let Some(word) = segment.find(key).and_then(|id| segment.word(id)) {
                looks.add(segment.looks(&word));
            }
        }
        looks.best().unwrap_or_else(|| key.to_owned())
    }

    /// Everything that `query` finds in the documents the index was built from. Never fails: what
    /// cannot be understood is searched as words and remarked.
    pub fn search(&self, documents: &dyn Documents, query: &str, options: &Options) -> Answer {
        let plan = Plan::new(self, documents, query, options.synonyms);
        let wanted = options.offset.saturating_add(options.limit);
        let by_rank = options.sort == Sort::Relevance;
        let admitted = self.admitted(documents, &options.filter);
        let is_quick =
            by_rank && options.by == Unit::Article && plan.is_plain && admitted.is_none();
        let mut ranked = match &admitted {
            Some(admitted) => self.selected(&plan, query, options.by, admitted),
            None if is_quick => plan.best(wanted),
            None if by_rank => plan.ranked(options.by, wanted),
            None => plan.ranked(options.by, usize::MAX),
        };
        if !by_rank {
            let heads = self.heads(documents);
            let day = |scored: &Scored| heads.get(scored.document as usize)?.day.as_deref();
            order::sort_by(&mut ranked, |a, b| day(b).cmp(&day(a)));
        }
        let counts_all = options.count || options.facets || options.histogram;
        let found: Vec<u32> = if is_quick && counts_all {
            plan.documents_matched()
        } else {
            ranked.iter().map(|scored| scored.document).collect()
        };
        let by_passage = options.by == Unit::Passage;
        let mut remarks = plan.remarks();
        let mut apart = Vec::new();
        if counts_all && !by_passage {
            remarks.extend(plan.lone_passages(&found, admitted.as_deref()));
        }
        let is_spread = by_passage || options.facets || options.histogram;
        let spread = is_spread.then(|| Spread::new(self.count, &found));
        if let Some(spread) = spread.as_ref().filter(|_| counts_all && by_passage) {
            apart = plan.apart(spread, admitted.as_deref());
            remarks.extend(spread::apart_remark(&apart));
        }
        let shown = ranked.iter().skip(options.offset).take(options.limit);
        let hits = shown.map(|&scored| plan.hit(scored, options)).collect();
        let is_lost = found.is_empty() && admitted.is_none();
        let hits_of = |is_asked: bool| spread.as_ref().filter(|_| is_asked);
        let facets = hits_of(options.facets).map(|s| self.facets(documents).count(&s.hits));
        let bars = |s: &Spread| self.facets(documents).histogram(&s.hits, options.step);
        Answer {
            remarks,
            articles: spread
                .as_ref()
                .map_or(found.len(), |spread| spread.articles),
            apart,
            richest: hits_of(options.facets && by_passage).map_or(Vec::new(), Spread::richest),
            histogram: hits_of(options.histogram).map(bars),
            suggestion: is_lost.then(|| plan.suggestion(options.by)).flatten(),
            explanation: options.explain.then(|| plan.explanation()).flatten(),
            total: found.len(),
            hits,
            facets: facets.unwrap_or_default(),
        }
    }
}
