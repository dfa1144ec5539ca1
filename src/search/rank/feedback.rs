//! What else do the best articles speak of? Pseudo-relevance feedback: words that a long query did not think of.
//!
//! A query of many words describes a subject, and the articles that meet it best name more of
//! that subject. Their rarest common terms then count a little, for the order of what matches
//! alone: nothing is found or marked by them. After Rocchio's relevance feedback with the best
//! answers taken as relevant (Manning, Raghavan & Schütze, "Introduction to Information
//! Retrieval", 9.1); short queries are left as they are typed, and so are whole paragraphs.

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::scored::Scored;
use crate::order;
use crate::search::index::{Index, Segment, WordId};
use crate::search::lookup::Union;
use crate::search::schema::{Documents, FieldSet};
use crate::search::term::{key, term};
use crate::text::{EnglishStemmer, is_stop_word};

/// From how many clauses on a query describes a subject.
const LONG: usize = 4;
/// A query of more clauses describes it at length and leaves nothing to add: a pasted abstract.
const FULL: usize = 32;
/// How many of the best articles are read.
pub const READ: usize = 5;
/// How many articles must match for the best to be more than chance.
pub const MATCHED: usize = 50;
/// In how many articles a term must stand: that of one alone speaks of no other.
const SHARED: u32 = 2;
/// How many of their terms count.
const TERMS: usize = 20;
/// How much of its rarity the best of these terms weighs.
const SHARE: f32 = 0.6;
/// What all of them may weigh together, in parts of what the query weighs.
const MOST: f32 = 1.0;
/// How many words of an article are read: its first page says what it is about.
const LEAD: usize = 1024;
/// How many words five articles use.
const USUAL: usize = 400;

/// A term and what it weighs.
#[derive(Debug, Clone, PartialEq)]
pub struct FeedbackTerm {
    firsts: Firsts,
    /// What it weighs.
    pub weight: f32,
}

/// The first word of a term in each segment, where it has one.
type Firsts = Vec<Option<WordId>>;

/// A term that was read.
struct ReadTerm {
    firsts: Firsts,
    /// The first by alphabet of its keys that were read.
    key: String,
    /// What it was worth in the articles before.
    sum: f32,
    /// How often it stands in the last article.
    count: f32,
    /// How rare it is.
    weight: f32,
}

/// What was read.
struct Reader<'a> {
    index: &'a Index,
    stemmer: EnglishStemmer,
    /// For each word as it is written its term; none for a stop word.
    looks: FxHashMap<&'a str, Option<usize>>,
    numbers: FxHashMap<Firsts, usize>,
    terms: Vec<ReadTerm>,
}

impl FeedbackTerm {
    /// The documents of the term in a segment of an index, from one on.
    pub fn stream<'a>(&self, number: usize, index: &'a Index, from: u32) -> Union<'a> {
        let segment = &index.live[number].segment;
        let each = |field, weight| index.schema.frequency(field, weight);
        let first = self.firsts.get(number).copied().flatten();
        let members = first.into_iter().flat_map(|first| segment.members(first));
        let words: Vec<_> = members.map(|word| (word.id, 1.0)).collect();
        Union::new(&words, segment, FieldSet::ALL, from, each)
    }
}

/// Whether a query of some clauses wants words that it did not think of.
pub fn is_subject(clauses: usize) -> bool {
    (LONG..=FULL).contains(&clauses)
}

/// The terms that the best articles share, best first; `known` are the keys of the query, `weight`
/// says how rare a term is by its documents, `whole` what the query weighs.
pub fn feedback_terms<'a>(
    best: &[Scored],
    documents: &'a dyn Documents,
    index: &'a Index,
    known: impl Iterator<Item = &'a str>,
    weight: impl Fn(u32) -> f32,
    whole: f32,
) -> Vec<FeedbackTerm> {
    let mut reader = Reader {
        index,
        stemmer: EnglishStemmer::new(),
        looks: FxHashMap::with_capacity_and_hasher(USUAL, FxBuildHasher),
        numbers: FxHashMap::with_capacity_and_hasher(USUAL, FxBuildHasher),
        terms: Vec::with_capacity(USUAL),
    };
    for scored in best {
        reader.read(documents, scored);
    }
    for key in known {
        if let Some(&known) = reader.numbers.get(&reader.firsts(key)) {
            reader.terms[known].sum = 0.0;
        }
    }
    let mut terms = reader.terms;
    for term in &mut terms {
        let found = index.documents_of(&term.firsts);
        if found < SHARED {
            term.sum = 0.0;
        }
        term.weight = weight(found);
        term.sum *= term.weight;
    }
    terms.retain(|term| term.sum > 0.0);
    order::sort_by(&mut terms, |a, b| {
        b.sum.total_cmp(&a.sum).then_with(|| a.key.cmp(&b.key))
    });
    terms.truncate(TERMS);
    let best = terms.first().map_or(0.0, |term| term.sum);
    let mut feedback: Vec<FeedbackTerm> = terms
        .into_iter()
        .map(|term| FeedbackTerm {
            weight: SHARE * term.weight * term.sum / best.max(f32::MIN_POSITIVE),
            firsts: term.firsts,
        })
        .collect();
    let sum: f32 = feedback.iter().map(|term| term.weight).sum();
    let scale = (MOST * whole / sum.max(f32::MIN_POSITIVE)).min(1.0);
    feedback.iter_mut().for_each(|term| term.weight *= scale);
    feedback
}

impl<'a> Reader<'a> {
    /// Reads an article, as far as it can be shown.
    fn read(&mut self, documents: &'a dyn Documents, article: &Scored) {
        let mut met = Vec::new();
        let mut left = LEAD;
        documents.sections(article.document, &mut |field, text, tokens| {
            if !self.index.schema.is_shown(field) {
                return;
            }
            let read = &tokens[..tokens.len().min(left)];
            left -= read.len();
            for token in read {
                if let Some(number) = self.number(token.span.slice(text)) {
                    let term = &mut self.terms[number];
                    if term.count == 0.0 {
                        met.push(number);
                    }
                    term.count += 1.0;
                }
            }
        });
        for number in met {
            let term = &mut self.terms[number];
            term.sum += article.score * term.count / (term.count + 2.0);
            term.count = 0.0;
        }
    }

    /// The number of a written word's term; `None` for a stop word.
    fn number(&mut self, look: &'a str) -> Option<usize> {
        if let Some(number) = self.looks.get(look) {
            return *number;
        }
        let key = key(look);
        let number = (!is_stop_word(&key)).then(|| self.term(key));
        self.looks.insert(look, number);
        number
    }

    fn term(&mut self, key: String) -> usize {
        let firsts = self.firsts(&key);
        if let Some(&number) = self.numbers.get(&firsts) {
            let term = &mut self.terms[number];
            if key < term.key {
                term.key = key;
            }
            return number;
        }
        let number = self.terms.len();
        self.numbers.insert(firsts.clone(), number);
        self.terms.push(ReadTerm {
            firsts,
            key,
            sum: 0.0,
            count: 0.0,
            weight: 0.0,
        });
        number
    }

    /// The first word in each segment of a key's term. A segment that has the key knows the term;
    /// the others are asked by its name.
    fn firsts(&self, key: &str) -> Firsts {
        let mut name = None;
        let segments = self.index.segments();
        let first = |segment: &Segment| match segment.find(key) {
            Some(id) => segment.word(id).map(|word| word.first),
            None => segment.term(name.get_or_insert_with(|| term(key, &self.stemmer))),
        };
        segments.map(first).collect()
    }
}
