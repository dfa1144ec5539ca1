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
mod choice;
mod collocation;
mod concordance;
mod draft;
mod explain;
mod facet;
mod feedback;
mod field;
mod fields;
mod filter;
mod fuzzy;
mod histogram;
mod hit;
mod index;
mod knowledge;
mod leaf;
mod lexer;
mod lookup;
mod lower;
mod matched;
mod measure;
mod near;
mod pack;
mod parser;
mod plan;
mod query;
mod rank;
mod running;
mod select;
mod selection;
mod slop;
mod snippet;
mod spell;
mod stream;
mod synonym;
mod term;
mod unit;
mod walk;

pub use answer::{
    Answer, Explanation, Facet, FacetValue, Hit, Options, Passage, Remark, ScoreKind, ScorePart,
    Snippet, Sort, Unit,
};
pub use collocation::{Collocate, CollocationOptions, Collocations};
pub use concordance::{Concordance, Group, Line, LineOptions, LineSort};
pub use facet::Named;
pub use histogram::{Bar, Histogram, Step};
pub use knowledge::{Annotation, AnnotationKind, Knowledge};
pub use measure::Measure;
pub use selection::Selection;

use std::sync::OnceLock;

use crate::document::{BlockKind, DocId, Document};
use crate::text::{EnglishStemmer, is_stop_word, tokens};
use annotation::Annotations;
use best::Scored;
use facet::Facets;
use filter::Head;
use index::{Builder, Segment, bare};
use leaf::Leaf;
use plan::Plan;
use rank::Norm;
use running::Running;
use std::collections::BTreeMap;
use synonym::Synonyms;
use term::{key, units};

/// An inverted index over the blocks of documents.
///
/// It is made of segments that never change: documents join in a segment of their own, leave by a
/// mark, and now and then small segments are laid together (a log-structured merge, as in Lucene).
#[derive(Debug, Clone, Default)]
pub struct Index {
    parts: Vec<Part>,
    /// For each document, what filters and the order by date ask of it.
    heads: Vec<Head>,
    facets: Facets,
    /// What is known of blocks besides their words; `None` when nobody looked.
    annotations: Option<Annotations>,
    /// Which names mean the same.
    synonyms: Synonyms,
    /// The words of the blocks in their order, once collocations have been asked for.
    running: OnceLock<Running>,
}

/// A segment, and which of its documents are there.
#[derive(Debug, Clone)]
struct Part {
    segment: Segment,
    /// For each document of the segment, its number in the corpus; none when it has left.
    numbers: Vec<Option<u32>>,
    /// Whether none has left.
    is_whole: bool,
}

impl Part {
    fn new(segment: Segment, numbers: Vec<Option<u32>>) -> Self {
        Self {
            segment,
            is_whole: numbers.iter().all(Option::is_some),
            numbers,
        }
    }

    /// The number in the corpus of a document of the segment.
    fn document(&self, local: u32) -> Option<u32> {
        *self.numbers.get(local as usize)?
    }

    /// How many of its documents are there.
    fn present(&self) -> usize {
        self.numbers.iter().flatten().count()
    }
}

impl Index {
    /// The index of documents, in their order.
    pub fn build(documents: &[Document]) -> Self {
        let mut index = Self::default();
        index.append(documents);
        index
    }

    /// Adds the documents of a corpus that are not in the index: those from its length on.
    pub fn append(&mut self, documents: &[Document]) {
        let known = self.heads.len();
        let new = documents.get(known..).unwrap_or_default();
        if !new.is_empty() {
            let numbers = (known as u32..documents.len() as u32).map(Some).collect();
            self.parts.push(Part::new(segment(new), numbers));
            self.tidy();
        }
        self.describe(documents);
    }

    /// Takes documents out by their numbers, ascending; `documents` are those that stay, and the
    /// numbers of what follows a gap fall.
    pub fn remove(&mut self, gone: &[DocId], documents: &[Document]) {
        for number in self.parts.iter_mut().flat_map(|part| &mut part.numbers) {
            *number = number.and_then(|n| match gone.binary_search(&DocId(n)) {
                Ok(_) => None,
                Err(before) => Some(n - before as u32),
            });
        }
        self.tidy();
        self.describe(documents);
    }

    /// Puts the document of a number in the place of the one that had it.
    pub fn replace(&mut self, id: DocId, documents: &[Document]) {
        let Some(document) = documents.get(id.0 as usize) else {
            return;
        };
        for number in self.parts.iter_mut().flat_map(|part| &mut part.numbers) {
            *number = number.filter(|&n| n != id.0);
        }
        let segment = segment(std::slice::from_ref(document));
        self.parts.push(Part::new(segment, vec![Some(id.0)]));
        self.tidy();
        self.describe(documents);
    }

    /// Lays the last segments together as long as one is not twice as large as the next, and the
    /// segments anew of which a quarter has left.
    fn tidy(&mut self) {
        while let [.., large, small] = self.parts.as_slice()
            && large.present() < 2 * small.present()
        {
            let small = self.parts.pop();
            let large = self.parts.pop();
            self.parts.extend(merged(large.into_iter().chain(small)));
        }
        for part in &mut self.parts {
            part.is_whole = part.numbers.iter().all(Option::is_some);
        }
        let is_worn = |part: &Part| 4 * part.present() < 3 * part.numbers.len();
        for part in self.parts.iter_mut().filter(|part| is_worn(part)) {
            *part = merged([part.clone()].into_iter()).unwrap_or_else(|| part.clone());
        }
        self.parts.retain(|part| part.present() > 0);
    }

    /// Takes over what others know of the documents; it replaces what was taken over before.
    pub fn learn(&mut self, knowledge: &Knowledge) {
        self.annotations = Some(Annotations::new(&knowledge.annotations));
        self.synonyms = Synonyms::new(&knowledge.names);
    }

    /// Adds a facet of names that were found elsewhere: "entity", "speaker".
    pub fn name(&mut self, field: &'static str, named: Named) {
        self.facets.name(field, named);
    }

    /// Notes what filters and facets ask of documents.
    fn describe(&mut self, documents: &[Document]) {
        self.running = OnceLock::new();
        let stemmer = EnglishStemmer::new();
        self.heads = documents.iter().map(|d| Head::new(d, &stemmer)).collect();
        self.facets = Facets::build(documents);
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

    /// In how many documents a term stands.
    fn documents_with(&self, term: &str) -> u32 {
        let documents = |segment: &Segment| Some(segment.word(segment.term(term)?)?.documents);
        self.segments().filter_map(documents).sum()
    }

    /// The words of a leaf in all segments as they are written, without its other names; most
    /// frequent first, then by key.
    fn words_of(&self, leaves: &[Leaf]) -> Vec<String> {
        let mut words: BTreeMap<String, (u32, String)> = BTreeMap::new();
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
                let known = words.entry(bare(&key).to_owned()).or_default();
                if word.count > known.0 || known.1.is_empty() {
                    known.1 = bare(&segment.look(&word)).to_owned();
                }
                known.0 += word.count;
            }
        }
        let mut words: Vec<_> = words.into_iter().collect();
        words.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
        words.into_iter().map(|(_, (_, look))| look).collect()
    }

    /// The word of a key as it is most often written.
    fn look(&self, key: &str) -> String {
        let looks = self.segments().filter_map(|segment| {
            let word = segment.word(segment.find(key)?)?;
            Some((word.count, segment.look(&word)))
        });
        looks
            .max_by_key(|(count, _)| *count)
            .map_or_else(|| key.to_owned(), |(_, look)| look)
    }

    /// Everything that `query` finds in the documents the index was built from. Never fails: what
    /// cannot be understood is searched as words and remarked.
    pub fn search(&self, documents: &[Document], query: &str, options: &Options) -> Answer {
        let plan = Plan::new(self, documents, query, options.synonyms);
        let wanted = options.offset.saturating_add(options.limit);
        let by_rank = options.sort == Sort::Relevance;
        let admitted = self.facets.admitted(&options.filter);
        let is_quick =
            by_rank && options.by == Unit::Article && plan.is_plain && admitted.is_none();
        let mut ranked = match &admitted {
            Some(admitted) => self.selected(&plan, query, options.by, admitted),
            None if is_quick => plan.best(wanted),
            None if by_rank => plan.ranked(options.by, wanted),
            None => plan.ranked(options.by, usize::MAX),
        };
        if !by_rank {
            let day = |scored: &Scored| self.heads.get(scored.document as usize)?.day.as_deref();
            ranked.sort_by(|a, b| day(b).cmp(&day(a)));
        }
        let counts_all = options.count || options.facets || options.histogram;
        let found: Vec<u32> = if is_quick && counts_all {
            plan.documents_matched()
        } else {
            ranked.iter().map(|scored| scored.document).collect()
        };
        let mut counts = vec![0; self.heads.len()];
        for &document in &found {
            counts[document as usize] += 1;
        }
        let shown = ranked.iter().skip(options.offset).take(options.limit);
        let hits = shown.map(|&scored| plan.hit(scored, options)).collect();
        let is_lost = found.is_empty() && admitted.is_none();
        let facets = options.facets.then(|| self.facets.count(&counts));
        let histogram = options
            .histogram
            .then(|| self.facets.histogram(&counts, options.step));
        Answer {
            remarks: plan.remarks(),
            suggestion: is_lost.then(|| plan.suggestion(options.by)).flatten(),
            explanation: options.explain.then(|| plan.explanation()).flatten(),
            total: found.len(),
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
        let capitals = (prefix.len() < 4).then(|| prefix.to_ascii_uppercase());
        let mut words: BTreeMap<String, (u32, String)> = BTreeMap::new();
        for segment in self.segments() {
            let starts = capitals.iter().chain([&prefix]);
            for id in starts.flat_map(|start| segment.range(start)) {
                let (Some(word), Some(key)) = (segment.word(id), segment.key(id)) else {
                    continue;
                };
                if word.width == 1 && !is_stop_word(&key) {
                    let known = words.entry(key).or_default();
                    if word.count > known.0 {
                        known.1 = segment.look(&word);
                    }
                    known.0 += word.count;
                }
            }
        }
        let mut words: Vec<_> = words.into_iter().collect();
        words.sort_by(|a, b| b.1.0.cmp(&a.1.0).then_with(|| a.0.cmp(&b.0)));
        let shown = words.into_iter().take(limit);
        shown
            .map(|(_, (count, look))| (look, count as usize))
            .collect()
    }
}

/// The segment of documents: their blocks by kind, and the headline that none of them shows.
fn segment(documents: &[Document]) -> Segment {
    let headlines: Vec<_> = documents
        .iter()
        .map(|d| outside_title(d).map(|title| (title, units(title, &tokens(title)))))
        .collect();
    let mut builder = Builder::default();
    for (document, headline) in documents.iter().zip(&headlines) {
        builder.document();
        for block in &document.blocks {
            let units = units(&document.text, document.tokens_in(block.span));
            builder.block(
                field::number(block.kind),
                &document.text,
                &units,
                is_running(block.kind),
            );
        }
        if let Some((title, units)) = headline {
            builder.block(field::HEADLINE, title, units, false);
        }
    }
    builder.finish()
}

/// Whether blocks of a kind hold sentences, whose capitals show which words are names.
fn is_running(kind: BlockKind) -> bool {
    use BlockKind::{Caption, Item, Paragraph, Quotation};
    matches!(kind, Paragraph | Item | Caption | Quotation)
}

/// Some segments as one, without what has left; none of nothing.
fn merged(parts: impl Iterator<Item = Part>) -> Option<Part> {
    let parts: Vec<Part> = parts.collect();
    let mut builder = Builder::default();
    for part in &parts {
        builder.segment(&part.segment, |local| part.document(local).is_some());
    }
    let numbers = parts
        .iter()
        .flat_map(|part| part.numbers.iter().copied().filter(Option::is_some));
    (!parts.is_empty()).then(|| Part::new(builder.finish(), numbers.collect()))
}

/// The headline of a document that none of its blocks holds.
fn outside_title(document: &Document) -> Option<&str> {
    let inside = document.blocks.iter().any(|b| b.kind == BlockKind::Title);
    if inside {
        None
    } else {
        filter::title(document).filter(|t| !t.is_empty())
    }
}
