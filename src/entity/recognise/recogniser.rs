//! Which spans name something? A merger of two sources: a learned model that reads the results of
//! the rules, and the rules themselves for what it was not taught.
//!
//! The model predicts people, organisations, places and other names. Where it agrees with a rule on
//! the span, the rule’s finer kind is kept: a demonym, treaty, event or publication. Names that
//! only the rules find, mostly treaties named by year and noun, are kept unless the model found a
//! name inside them.

use std::sync::OnceLock;

use crate::document::Document;
use crate::entity::kind::MentionKind;
use crate::entity::mention::Mention;
use crate::entity::recognise::model::{
    CoarseKind, ModelInput, add_repeated_names, features, names,
};
use crate::entity::recognise::rule::{is_creed, is_office, kind_of_other};
use crate::language::{Room, Sequence};
use crate::text::Span;

/// The confidence of a name that only the model found; most are correct.
const ALONE: f64 = 0.75;
/// The confidence from which a rule overrides the model: listed names, names with a title.
const SURE: f64 = 0.94;
/// The confidence from which a rule overrides the model for a person, such as one named in full
/// elsewhere.
const NAMED: f64 = 0.85;
/// The confidence from which a person found only by a rule is kept: with a title or a known name,
/// or introduced as a speaker ("said Quill, a historian").
const TOLD: f64 = 0.85;
/// The lowest confidence of a name on which the model and a rule agree.
const AGREED: f64 = 0.9;

fn model() -> &'static Sequence {
    static MODEL: OnceLock<Sequence> = OnceLock::new();
    MODEL.get_or_init(|| Sequence::read(include_bytes!("../models/recogniser.bin")))
}

/// The mentions of a document, in text order and without overlaps.
pub fn mentions(document: &Document) -> Vec<Mention> {
    mentions_by(model(), document)
}

/// The mentions of a document, by any model of this recogniser.
pub fn mentions_by(model: &Sequence, document: &Document) -> Vec<Mention> {
    let reading = ModelInput::new(document);
    let mut room = Room::default();
    let mut found = Vec::new();
    for sentence in &reading.sentences {
        let (pieces, known) = (&sentence.pieces, &sentence.known);
        let is_open = |at: usize| sentence.may_name(at);
        model.label(pieces.len(), &mut room, is_open, |at, emit| {
            features(pieces, known, at, emit)
        });
        found.extend(names(pieces, &room.labels));
    }
    add_repeated_names(&reading.sentences, &mut found);
    merge(
        document,
        &whole_names(document, found, &reading.rules),
        &reading.rules,
    )
}

/// Merges the names of the model, with the rules’ kinds where they agree, and the names that only
/// the rules found.
fn merge(document: &Document, found: &[(Span, CoarseKind)], rules: &[Mention]) -> Vec<Mention> {
    let mut mentions = Vec::with_capacity(found.len());
    let mut next = 0;
    for &(span, of) in found {
        while let Some(rule) = rules.get(next).filter(|rule| rule.span.end <= span.start) {
            mentions.extend(is_kept(document, rule).then(|| rule.clone()));
            next += 1;
        }
        let first = next;
        while rules
            .get(next)
            .is_some_and(|rule| rule.span.start < span.end)
        {
            next += 1;
        }
        let touched = &rules[first..next];
        if are_joined(document, span, touched) {
            mentions.extend_from_slice(touched);
        } else {
            mentions.extend(mention(document, span, of, touched));
        }
    }
    mentions.extend(
        rules[next..]
            .iter()
            .filter(|rule| is_kept(document, rule))
            .cloned(),
    );
    mentions
}

/// Restores names that a rule is sure of where the model found only parts of them.
fn whole_names(
    document: &Document,
    found: Vec<(Span, CoarseKind)>,
    rules: &[Mention],
) -> Vec<(Span, CoarseKind)> {
    let mut names = Vec::with_capacity(found.len());
    let mut rest = found.as_slice();
    let take =
        |rest: &mut &[(Span, CoarseKind)], count: usize, names: &mut Vec<(Span, CoarseKind)>| {
            names.extend(&rest[..count]);
            *rest = &rest[count..];
        };
    // "Ministry of Trade, Industry and Energy", "Choi Dong [Wook]": the model has seen few such
    // names, and few treaties.
    let is_list = |rule: &Mention| {
        [", ", " and ", "["]
            .iter()
            .any(|joint| document.slice(rule.span).contains(joint))
    };
    let stands = |rule: &&Mention| {
        rule.confidence >= SURE || rule.kind == MentionKind::Document || is_list(rule)
    };
    for rule in rules.iter().filter(stands) {
        let before = rest.partition_point(|(span, _)| span.end <= rule.span.start);
        take(&mut rest, before, &mut names);
        let touched = rest.partition_point(|(span, _)| span.start < rule.span.end);
        let is_part =
            |(span, _): &(Span, CoarseKind)| rule.span.contains(*span) && *span != rule.span;
        if touched > 0 && rest[..touched].iter().all(is_part) {
            names.push((rule.span, type_of(rule.kind)));
            rest = &rest[touched..];
        }
    }
    names.extend(rest);
    names
}

/// Whether a name of the model consists of several names of the rules: "Russia-North Korea",
/// "Article 51 of the UN Charter", "the university’s institute". A word after two hyphenated names
/// is not part of either.
fn are_joined(document: &Document, span: Span, rules: &[Mention]) -> bool {
    let [first, .., last] = rules else {
        return false;
    };
    let joint = |pair: &[Mention]| Span {
        start: pair[0].span.end,
        end: pair[1].span.start,
    };
    let mut joints = rules.windows(2).map(|pair| document.slice(joint(pair)));
    let is_hyphen = |joint: &str| matches!(joint, "-" | "‑" | "–");
    let hyphens = joints.clone().all(is_hyphen);
    let alike = matches!(first.kind, MentionKind::Person | MentionKind::Place)
        && rules.iter().all(|rule| rule.kind == first.kind);
    let known = joints.all(|joint| {
        is_hyphen(joint)
            || matches!(joint.trim(), "’s" | "'s" | "of the" | "of")
            || alike && matches!(joint.trim(), "and" | ",")
    });
    let inside = last.span.end <= span.end && hyphens || last.span.end == span.end;
    first.span.start == span.start && known && inside
}

/// A name of the model combined with the rules that touch it; `None` if it is a creed.
fn mention(document: &Document, span: Span, of: CoarseKind, rules: &[Mention]) -> Option<Mention> {
    if let [rule] = rules
        && let Some(mention) = beside(document, span, of, rule)
    {
        return Some(mention);
    }
    let name = document.slice(span);
    let kind = match of {
        CoarseKind::Person => MentionKind::Person,
        CoarseKind::Organisation => MentionKind::Organisation,
        CoarseKind::Place => MentionKind::Place,
        CoarseKind::Other if is_creed(name) => return None,
        CoarseKind::Other => kind_of_other(name),
    };
    Some(Mention {
        span,
        kind,
        confidence: ALONE,
    })
}

/// A name of the model combined with a rule for a part of it; `None` if the rule does not apply.
fn beside(document: &Document, span: Span, of: CoarseKind, rule: &Mention) -> Option<Mention> {
    let is_person = rule.kind == MentionKind::Person;
    let rest = document
        .text
        .get(rule.span.end as usize..span.end as usize)
        .unwrap_or_default();
    // Titles, offices and places after a name are not part of it, although some of the model’s
    // training corpora include them.
    let titled = is_person
        && of == CoarseKind::Person
        && rule.span.end == span.end
        && rule.span.start > span.start;
    let tailed = rule.span.start == span.start
        && (is_person && rest.starts_with(" of ") || rule.confidence >= SURE && is_office(rest));
    let sure = Mention {
        confidence: rule.confidence.max(AGREED),
        ..rule.clone()
    };
    if titled || tailed {
        return Some(sure);
    }
    let agreed = type_of(rule.kind) == of
        || rule.kind == MentionKind::Publication && of == CoarseKind::Organisation;
    let vague =
        || of == CoarseKind::Other && kind_of_other(document.slice(span)) == MentionKind::Work;
    if rule.span == span {
        return (agreed || is_sure(rule) || vague()).then_some(sure);
    }
    agreed.then_some(Mention {
        span,
        kind: rule.kind,
        confidence: ALONE,
    })
}

/// Whether the kind of a rule overrides that of the model.
fn is_sure(rule: &Mention) -> bool {
    let enough = if rule.kind == MentionKind::Person {
        NAMED
    } else {
        SURE
    };
    rule.confidence >= enough
}

/// The model’s kind for a kind of mention.
fn type_of(kind: MentionKind) -> CoarseKind {
    match kind {
        MentionKind::Person => CoarseKind::Person,
        MentionKind::Organisation => CoarseKind::Organisation,
        MentionKind::Place => CoarseKind::Place,
        _ => CoarseKind::Other,
    }
}

/// Whether a name that only the rules found is kept: a kind that the model was not taught, a person
/// with evidence, or the first part of a compound ("U.N.-led"), which some corpora label otherwise.
fn is_kept(document: &Document, rule: &Mention) -> bool {
    let after = document
        .text
        .get(rule.span.end as usize..)
        .unwrap_or_default();
    type_of(rule.kind) == CoarseKind::Other
        || rule.kind == MentionKind::Person && rule.confidence >= TOLD
        || is_sure(rule) && after.starts_with(['-', '‑'])
}
