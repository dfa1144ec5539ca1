//! Why is this the answer? A query's tree in plain data, and a hit's score by its parts.

use super::answer::{Explanation, ScoreKind, ScorePart, Unit};
use super::filter::Filter;
use super::leaf::{Entry, Leaf, Reading};
use super::lexicon::{Lexicon, Word};
use super::query::{Node, Query};
use super::rank::{Ranker, Scored, saturated};
use super::table::Table;

/// How many words of the corpus are named for a text.
const SHOWN: usize = 24;
/// What is too little to be a part of a score.
const NOTHING: f64 = 5e-3;

/// Tells how a query was read.
pub struct Explainer<'a> {
    /// The query.
    pub query: &'a Query,
    /// The words of each of its texts.
    pub leaves: &'a [Leaf],
    /// The blocks that hold each of its texts.
    pub entries: &'a [Vec<Entry>],
    /// The words of the corpus.
    pub lexicon: &'a Lexicon,
    /// The numbered blocks.
    pub table: &'a Table,
}

impl Explainer<'_> {
    /// A part of the query's tree with all its parts.
    pub fn explain(&self, node: &Node) -> Explanation {
        let all = |parts: &[Node]| parts.iter().map(|part| self.explain(part)).collect();
        match node {
            Node::Text(text) => self.text(*text),
            Node::Near { distance, parts } => {
                let part = |texts: &Vec<usize>| match texts.as_slice() {
                    [text] => self.text(*text),
                    texts => group("any", None, texts.iter().map(|&t| self.text(t)).collect()),
                };
                let parts = parts.iter().map(part).collect();
                group("near", Some(distance.to_string()), parts)
            }
            Node::Filter(filter) => group("filter", Some(condition(filter)), Vec::new()),
            Node::All(parts) => group("all", None, all(parts)),
            Node::Any(parts) => group("any", None, all(parts)),
            Node::Optional(parts) => group("optional", None, all(parts)),
            Node::Not(inner) => group("not", None, vec![self.explain(inner)]),
        }
    }

    fn text(&self, number: usize) -> Explanation {
        let text = &self.query.texts[number];
        let kind = match &text.words[..] {
            [word] if word.prefix => "prefix",
            [word] if word.edits > 0 => "fuzzy",
            [_] if !text.quoted => "word",
            _ => "phrase",
        };
        let document = |entry: &Entry| self.table.documents[entry.block as usize];
        let entries = &self.entries[number];
        Explanation {
            words: self.words(&self.leaves[number]),
            articles: Some(entries.chunk_by(|a, b| document(a) == document(b)).count()),
            ..group(kind, Some(text.typed.clone()), Vec::new())
        }
    }

    /// The words of a leaf as typed, then its other names.
    fn words(&self, leaf: &Leaf) -> Vec<String> {
        let (typed, others): (Vec<&Reading>, Vec<&Reading>) = leaf
            .readings
            .iter()
            .partition(|reading| reading.weight >= 1.0);
        let mut ids: Vec<_> = typed.iter().flat_map(|r| r.slots.concat()).collect();
        ids.sort_unstable();
        ids.dedup();
        let word = |id: u32| &self.lexicon.words()[id as usize];
        let mut words: Vec<&Word> = ids.into_iter().map(word).collect();
        words.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.key.cmp(&b.key)));
        let words = words
            .into_iter()
            .take(SHOWN)
            .map(|word| word.surface.to_string());
        let name = |reading: &Reading| {
            let firsts = reading.slots.iter().filter_map(|slot| slot.first());
            let firsts: Vec<&str> = firsts.map(|&id| &*word(id).surface).collect();
            firsts.join(" ")
        };
        words.chain(others.into_iter().map(name)).collect()
    }
}

fn group(kind: &'static str, text: Option<String>, parts: Vec<Explanation>) -> Explanation {
    Explanation {
        kind,
        text,
        words: Vec::new(),
        articles: None,
        parts,
    }
}

/// A condition as it could be typed; names by the words that are compared.
fn condition(filter: &Filter) -> String {
    let (field, value) = match filter {
        Filter::Publisher(terms) => ("publisher", terms.trim().to_owned()),
        Filter::Title(terms) => ("title", terms.trim().to_owned()),
        Filter::Author(terms) => ("author", terms.trim().to_owned()),
        Filter::Kind(terms) => ("kind", terms.trim().to_owned()),
        Filter::Date(from, to) => {
            let end = |date: &Option<String>| date.clone().unwrap_or_default();
            ("date", format!("{}..{}", end(from), end(to)))
        }
        Filter::In(kind) => ("in", format!("{kind:?}").to_lowercase()),
        Filter::Annotated { kind, value, .. } => {
            return format!("{}:{value}", format!("{kind:?}").to_lowercase());
        }
    };
    format!("{field}:{value}")
}

/// What a hit's score is made of: its texts in the order of the query, then what they earn
/// together. The parts add up to the score.
pub fn score_parts(ranker: &Ranker, query: &Query, scored: Scored, unit: Unit) -> Vec<ScorePart> {
    let (blocks, length) = match unit {
        Unit::Passage => (
            scored.id..scored.id + 1,
            ranker.table.lengths[scored.id as usize],
        ),
        Unit::Article => (
            ranker.table.blocks(scored.id),
            ranker.table.document_lengths[scored.id as usize],
        ),
    };
    let relative = length as f32 / ranker.table.mean_length(unit);
    let mut parts = Vec::new();
    let mut covered = 0.0;
    for (clause, &weight) in ranker.clauses.iter().zip(ranker.weights) {
        let entries = ranker.entries_in(clause.text, blocks.clone());
        let frequency: f32 = entries.map(|entry| ranker.weighted(&entry)).sum();
        if frequency > 0.0 {
            covered += weight;
            parts.push(ScorePart {
                kind: ScoreKind::Text,
                text: Some(query.texts[clause.text].typed.clone()),
                weight: f64::from(weight),
                frequency: f64::from(frequency),
                score: f64::from(weight * saturated(frequency, relative)),
            });
        }
    }
    let texts: f64 = parts.iter().map(|part| part.score).sum();
    let mut rest = f64::from(scored.score) - texts;
    let nearness = blocks
        .map(|block| ranker.nearness(block))
        .fold(0.0, f32::max);
    for (kind, share) in [
        (
            ScoreKind::Coverage,
            texts * f64::from(ranker.coverage(covered) - 1.0),
        ),
        (ScoreKind::Nearness, f64::from(nearness)),
        (ScoreKind::Feedback, f64::INFINITY),
    ] {
        let score = share.min(rest);
        if score > NOTHING {
            rest -= score;
            parts.push(ScorePart {
                kind,
                text: None,
                weight: 0.0,
                frequency: 0.0,
                score,
            });
        }
    }
    parts
}
