//! What else do the best articles discuss? Pseudo-relevance feedback: words that a long query left
//! out.
//!
//! A query of many words describes a subject, and the articles that match best contain more words
//! about it. Their rarest shared terms then contribute a little to the order of matches; nothing is
//! found or marked by them. After Rocchio's relevance feedback, with the best hits taken as
//! relevant (Manning, Raghavan & Schütze, "Introduction to Information Retrieval", 9.1). Short
//! queries are left as typed, and so are whole paragraphs.

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::scored::Scored;
use crate::order;
use crate::search::index::{Index, Segment, WordId};
use crate::search::lookup::Union;
use crate::search::schema::{Documents, FieldSet};
use crate::search::term::{key, term};
use crate::text::{EnglishStemmer, is_stop_word};

/// The minimum number of clauses of a query that describes a subject.
const LONG: usize = 4;
/// A query with more clauses is a pasted abstract, to which nothing needs to be added.
const FULL: usize = 32;
/// The number of best articles that are read.
pub const READ: usize = 5;
/// The minimum number of matching articles; with fewer, the best may be chance.
pub const MATCHED: usize = 50;
/// The minimum number of articles in which a term occurs.
const SHARED: u32 = 2;
/// The maximum number of terms.
const TERMS: usize = 20;
/// The weight of the best term, relative to its inverse document frequency.
const SHARE: f32 = 0.6;
/// The maximum weight of all terms together, relative to the weight of the query.
const MOST: f32 = 1.0;
/// The number of words that are read in an article: its beginning states its topic.
const LEAD: usize = 1024;
/// The usual number of distinct words in five articles.
const USUAL: usize = 400;

/// A term with its weight.
#[derive(Debug, Clone, PartialEq)]
pub struct FeedbackTerm {
    firsts: Firsts,
    /// Its weight.
    pub weight: f32,
}

/// The first word of a term in each segment; `None` if the segment lacks it.
type Firsts = Vec<Option<WordId>>;

/// A term of the articles that were read.
struct ReadTerm {
    firsts: Firsts,
    /// The alphabetically first of its keys that were read.
    key: String,
    /// The sum of its values in the articles read before.
    sum: f32,
    /// The number of its occurrences in the current article.
    count: f32,
    /// Its inverse document frequency.
    weight: f32,
}

/// Reads the best articles and collects their terms.
struct Reader<'a> {
    index: &'a Index,
    stemmer: EnglishStemmer,
    /// The term of each written word; `None` for a stop word.
    looks: FxHashMap<&'a str, Option<usize>>,
    numbers: FxHashMap<Firsts, usize>,
    terms: Vec<ReadTerm>,
}

impl FeedbackTerm {
    /// The documents of the term in a segment of the index, from `from` on.
    pub fn stream<'a>(&self, number: usize, index: &'a Index, from: u32) -> Union<'a> {
        let segment = &index.live[number].segment;
        let each = |field, weight| index.schema.frequency(field, weight);
        let first = self.firsts.get(number).copied().flatten();
        let members = first.into_iter().flat_map(|first| segment.members(first));
        let words: Vec<_> = members.map(|word| (word.id, 1.0)).collect();
        Union::new(&words, segment, FieldSet::ALL, from, each)
    }
}

/// Whether a query with this many clauses describes a subject.
pub fn is_subject(clauses: usize) -> bool {
    (LONG..=FULL).contains(&clauses)
}

/// The terms that the best articles share, best first. `known` are the keys of the query, `weight`
/// turns a document frequency into a weight, and `whole` is the weight of the query.
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
    /// Reads the beginning of an article, without sections that are not shown.
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

    /// The number of the term of a written word; `None` for a stop word.
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

    /// The first word of a key's term in each segment. A segment that contains the key stores it;
    /// in others, the term is looked up.
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
