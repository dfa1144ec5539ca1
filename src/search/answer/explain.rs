//! Why is this the answer? A pass over a query's tree that explains it as plain data, and splits a
//! hit's score into its parts.

use super::shape::{Explanation, ScoreKind, ScorePart};
use crate::search::evaluation::Plan;
use crate::search::index::HitUnit;
use crate::search::lookup::{Alternative, Leaf, Place};
use crate::search::query::{Filter, Node};
use crate::search::rank::{Scored, Stream, Sum, lift, nearness};
use crate::search::schema::{Frequency, Schema};

/// The maximum number of words of the corpus that are listed for a text.
const SHOWN: usize = 24;
/// A smaller contribution is not listed as a part of a score.
const NOTHING: f64 = 5e-3;

/// Explains a node with all its parts.
pub fn explanation(plan: &Plan, node: &Node) -> Explanation {
    let all = |parts: &[Node]| parts.iter().map(|part| explanation(plan, part)).collect();
    match node {
        Node::Text(number) => text(plan, *number),
        Node::Near { distance, parts } => {
            let part = |texts: &Vec<usize>| match texts.as_slice() {
                [number] => text(plan, *number),
                texts => group(
                    "any",
                    None,
                    texts.iter().map(|&number| text(plan, number)).collect(),
                ),
            };
            let parts = parts.iter().map(part).collect();
            group("near", Some(distance.to_string()), parts)
        }
        Node::Filter(filter) => {
            let condition = condition(filter, &plan.index.schema);
            group("filter", Some(condition), Vec::new())
        }
        Node::All(parts) => group("all", None, all(parts)),
        Node::Any(parts) => group("any", None, all(parts)),
        Node::Optional(parts) => group("optional", None, all(parts)),
        Node::Not(inner) => group("not", None, vec![explanation(plan, inner)]),
    }
}

fn text(plan: &Plan, number: usize) -> Explanation {
    let text = &plan.query.texts[number];
    let kind = match &text.words[..] {
        [word] if word.prefix => "prefix",
        [word] if word.edits > 0 => "fuzzy",
        [_] if !text.quoted => "word",
        _ => "phrase",
    };
    let leaves: Vec<Leaf> = plan.leaves.iter().map(|of| of[number].clone()).collect();
    let articles = (0..leaves.len())
        .map(|segment| plan.articles_with(segment, number))
        .sum();
    let mut words = plan.index.words_of(&leaves);
    words.truncate(SHOWN);
    words.extend(other_names(plan, &leaves));
    Explanation {
        words,
        articles: Some(articles),
        ..group(kind, Some(text.typed.clone()), Vec::new())
    }
}

/// The other names that a leaf matches, each word in its most frequent written form, in order of
/// first occurrence in the segments.
fn other_names(plan: &Plan, leaves: &[Leaf]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (segment, leaf) in plan.index.segments().zip(leaves) {
        let look = |&id: &u32| segment.key(id).map(|key| plan.index.look(&key));
        let name = |alternative: &Alternative| {
            let firsts = alternative
                .slots
                .iter()
                .filter_map(|slot| look(slot.first()?));
            firsts.collect::<Vec<_>>().join(" ")
        };
        let others = leaf
            .alternatives()
            .iter()
            .filter(|alternative| alternative.weight < 1.0);
        for name in others.map(name) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
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

/// A condition as it could be typed; values as the terms that are compared.
fn condition(filter: &Filter, schema: &Schema) -> String {
    let (field, value) = match filter {
        Filter::Value(column, terms) => {
            let column = schema.columns.get(*column);
            (column.map_or("", |c| &c.name), terms.trim().to_owned())
        }
        Filter::Date(from, to) => {
            let end = |date: &Option<String>| date.clone().unwrap_or_default();
            ("date", format!("{}..{}", end(from), end(to)))
        }
        Filter::In(_, name) => ("in", name.clone()),
        Filter::Annotated { kind, value, .. } => {
            return format!("{}:{value}", format!("{kind:?}").to_lowercase());
        }
    };
    format!("{field}:{value}")
}

/// The parts of a hit's score: its texts in the order of the query, then what they add together.
/// The parts sum up to the score.
pub fn score_parts(plan: &Plan, scored: Scored, unit: HitUnit) -> Vec<ScorePart> {
    let number = scored.segment as usize;
    let segment = &plan.index.live[number].segment;
    let (local, length) = match unit {
        HitUnit::Article => (scored.id, segment.length(scored.id)),
        HitUnit::Passage => {
            let local = segment.document_of(scored.id);
            (local, segment.block_length(local, scored.id))
        }
    };
    let norm = plan.index.norm_of(unit).of_query(plan.clauses.len());
    let weights = plan.weights_of(unit);
    let mut parts = Vec::new();
    let mut sum = Sum::default();
    let mut held: Vec<Vec<Place>> = Vec::new();
    for (clause, &weight) in plan.clauses.iter().zip(&weights) {
        let mut places = plan.places_in(number, clause.text, local);
        let frequency = match unit {
            HitUnit::Article => {
                let leaf = &plan.leaves[number][clause.text];
                let mut stream = Stream::new(leaf, segment, plan.fields, &plan.index.schema);
                stream.seek(local);
                if stream.document() == local {
                    stream.frequency()
                } else {
                    Frequency::default()
                }
            }
            HitUnit::Passage => {
                places = segment.inside(local, scored.id, &places).to_vec();
                let field = segment.field(scored.id);
                plan.index.schema.frequency(field, places.len() as f32)
            }
        };
        held.push(places);
        if frequency.all > 0.0 {
            let earned = norm.earned(frequency, length);
            sum.add(weight, earned);
            parts.push(ScorePart {
                kind: ScoreKind::Text,
                text: Some(plan.query.texts[clause.text].typed.clone()),
                weight: f64::from(weight),
                frequency: f64::from(frequency.all),
                score: f64::from(weight * earned),
            });
        }
    }
    let whole = weights.iter().sum();
    let lift = lift(sum.covered, whole, weights.len());
    let coverage = f64::from((lift - 1.0) * sum.score);
    let near = f64::from(lift * nearness(&weights, &held));
    let mut rest = f64::from(scored.score) - f64::from(sum.score);
    for (kind, share) in [
        (ScoreKind::Coverage, coverage),
        (ScoreKind::Nearness, near),
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
