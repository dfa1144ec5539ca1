//! Which spans name something? A learned model that has read what the rules say, and the rules for
//! what it was not taught.
//!
//! The model tells people, organisations, places and other names. Where it agrees with a rule on the
//! span, the rule's finer kind stands: a demonym, a treaty, an event, a newspaper. Names that only
//! the rules know, most of them treaties called by year and word, stay unless the model took a part
//! of them.

use std::sync::OnceLock;

use super::echo::add_echoes;
use super::feature::features;
use super::kind::kind_of_other;
use super::reading::Reading;
use super::scheme::{Type, names};
use super::{Mention, MentionKind};
use crate::document::Document;
use crate::language::{Room, Sequence};
use crate::text::Span;

/// How sure a name is that the model found alone; most are right.
const ALONE: f64 = 0.75;
/// How sure a name is at least on which the model and a rule agree.
const AGREED: f64 = 0.9;

fn model() -> &'static Sequence {
    static MODEL: OnceLock<Sequence> = OnceLock::new();
    MODEL.get_or_init(|| Sequence::read(include_bytes!("models/recogniser.bin")))
}

/// The mentions of a document, in text order, without overlaps.
pub fn mentions(document: &Document) -> Vec<Mention> {
    mentions_by(model(), document)
}

/// The mentions of a document by any model of this recogniser.
pub fn mentions_by(model: &Sequence, document: &Document) -> Vec<Mention> {
    let reading = Reading::new(document);
    let mut room = Room::default();
    let mut found = Vec::new();
    for sentence in &reading.sentences {
        let (pieces, known) = (&sentence.pieces, &sentence.known);
        model.label(pieces.len(), &mut room, |at, emit| {
            features(pieces, known, at, emit)
        });
        found.extend(names(pieces, &room.labels));
    }
    add_echoes(&reading.sentences, &mut found);
    merge(document, &found, &reading.rules)
}

/// What the model found, in the rules' kinds where they agree, and what only the rules know.
fn merge(document: &Document, found: &[(Span, Type)], rules: &[Mention]) -> Vec<Mention> {
    let mut mentions = Vec::with_capacity(found.len());
    let mut next = 0;
    for &(span, of) in found {
        while let Some(rule) = rules.get(next).filter(|rule| rule.span.end <= span.start) {
            mentions.extend(is_kept(rule).then(|| rule.clone()));
            next += 1;
        }
        let first = next;
        while rules
            .get(next)
            .is_some_and(|rule| rule.span.start < span.end)
        {
            next += 1;
        }
        mentions.push(mention(document, span, of, &rules[first..next]));
    }
    mentions.extend(rules[next..].iter().filter(|rule| is_kept(rule)).cloned());
    mentions
}

/// A name of the model, beside what the rules say of its words.
fn mention(document: &Document, span: Span, of: Type, rules: &[Mention]) -> Mention {
    if let [rule] = rules
        && is_of(rule.kind, of)
    {
        let same = rule.span == span;
        return Mention {
            span,
            kind: rule.kind,
            confidence: if same {
                rule.confidence.max(AGREED)
            } else {
                ALONE
            },
        };
    }
    let kind = match of {
        Type::Person => MentionKind::Person,
        Type::Organisation => MentionKind::Organisation,
        Type::Place => MentionKind::Place,
        Type::Other => kind_of_other(document.slice(span)),
    };
    Mention {
        span,
        kind,
        confidence: ALONE,
    }
}

/// Whether the model could call a kind so.
fn is_of(kind: MentionKind, of: Type) -> bool {
    match of {
        Type::Person => kind == MentionKind::Person,
        Type::Organisation => matches!(kind, MentionKind::Organisation | MentionKind::Publication),
        Type::Place => kind == MentionKind::Place,
        Type::Other => !matches!(
            kind,
            MentionKind::Person | MentionKind::Organisation | MentionKind::Place
        ),
    }
}

/// Whether a name that only the rules know stays: kinds that the model was not taught as such.
fn is_kept(rule: &Mention) -> bool {
    is_of(rule.kind, Type::Other)
}
