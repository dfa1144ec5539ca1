//! What is reported around an attribution? Rules that make a frame: "The bridge, officials said, is
//! safe"; "“…,” she said, “…”".

use std::ops::Range;

use crate::language::{Class, Form};
use crate::quote::content::{Start, trimmed_end};
use crate::quote::cue::{Cue, CueClass};
use crate::quote::frame::{Frame, Rule};
use crate::quote::sentence::{
    ElementKind, Phrase, Sentence, core_after, is_adverb, is_clause, is_finite,
};

/// Whether subject and cue are an aside or the end of the sentence, with no content directly after
/// them.
pub fn stands_aside(s: &Sentence, lead: usize, start: Option<Start>) -> bool {
    let Some(before) = lead.checked_sub(1) else {
        return false;
    };
    let parted =
        s.quote(before).is_some() || s.is_mark(before, &[',', '—', '–', '(']) || s.is(before, "as");
    let quoted = s.quote(before).is_some()
        || before > 0 && s.quote(before - 1).is_some() && s.is_mark(before, &[',']);
    parted && (start.is_none() || quoted && matches!(start, Some(Start::Quote(_))))
}

/// "…, Kim said", "…, Kim said, …", "“…,” Kim told reporters, “…”", "as Kim said, …".
pub fn aside(
    s: &Sentence,
    i: usize,
    cue: &Cue,
    speaker: Option<Phrase>,
    rule: Rule,
    lead: usize,
) -> Option<Frame> {
    if s.is_mark(i + 1, &[':']) && s.quote(lead - 1).is_none() && !s.has_quote(0..s.elements.len())
    {
        return None;
    }
    let known = lead > 1 && (s.is(lead - 2, "known") || s.is(lead - 2, "such"));
    let as_clause = s.is(lead - 1, "as") && !known;
    let heard = core_after(s, i + 1).filter(|_| cue.addressee);
    if as_clause && !ends_at(s, heard.unwrap_or(i + 1)) {
        return None;
    }
    let lead = if as_clause { lead - 1 } else { lead };
    let rule = if as_clause { Rule::AsClause } else { rule };
    around(s, i, cue, speaker, rule, lead..i + 1)
}

/// Whether an as-clause ends at element `i`, or only its circumstances follow: "as Kim said on
/// Monday,".
fn ends_at(s: &Sentence, i: usize) -> bool {
    let circumstance = Class::TIME.or(Class::PREPOSITION).or(Class::ADVERB);
    !s.is_word(i)
        || s.class(i).any(circumstance) && !s.class(i).any(Class::DETERMINER)
        || is_adverb(s, i)
}

/// The frame of an attribution that covers the elements `hole`; its content is on both sides, up to
/// the mark that ends it.
pub fn around(
    s: &Sentence,
    i: usize,
    cue: &Cue,
    speaker: Option<Phrase>,
    rule: Rule,
    hole: Range<usize>,
) -> Option<Frame> {
    let before = 0..trimmed_end(s, 0, hole.start);
    let rest = past_mark(s, hole.end);
    let after = rest..trimmed_end(s, rest, s.elements.len());
    let speech = cue.class == CueClass::Speech && !cue.marks;
    let quoted = s.has_quote(before.clone()) || s.has_quote(after.clone());
    let mut content = Vec::new();
    if quoted
        && speech
        && !s.has_quote(before.clone())
        && s.quote(after.start).is_none()
        && continues(s, &after)
    {
        // "Or, if it rains, Kim says, it will be “wet”" is read as if the cue came first.
        return Some(Frame {
            rule,
            cue: i..i + 1,
            speaker,
            content: vec![after],
            indirect: true,
            clause: true,
            lead: hole.start,
            after: true,
        });
    }
    if quoted {
        content.extend([before, after]);
    } else if speech && is_aside_boundary(s, &hole) {
        content.extend(clause_around(s, rule, cue.clausal, before, after));
    }
    content.retain(|c| !c.is_empty());
    (!content.is_empty()).then(|| Frame {
        rule,
        cue: i..i + 1,
        speaker,
        content,
        indirect: speech && !quoted,
        clause: false,
        lead: hole.start,
        after: false,
    })
}

/// Where the content continues: after the next mark, or at the next quoted span.
fn past_mark(s: &Sentence, from: usize) -> usize {
    (from..s.elements.len())
        .find_map(|k| match s.quote(k) {
            Some(_) => Some(k),
            None => s
                .is_mark(k, &[',', ':', ';', '—', '–', ')'])
                .then_some(k + 1),
        })
        .unwrap_or(s.elements.len())
}

/// The reported clause before an attribution, and its continuation after it. `loose` means that the
/// cue reports only clauses, so that a clause with an unlisted verb counts.
fn clause_around(
    s: &Sentence,
    rule: Rule,
    loose: bool,
    before: Range<usize>,
    after: Range<usize>,
) -> Vec<Range<usize>> {
    let continues = if rule == Rule::Inverted && !past_link(s, &before).is_empty() {
        is_finite(s, after.start)
    } else {
        continues(s, &after)
    };
    let reported = !before.is_empty()
        && (!continues || !is_adverbial(s, &before))
        && (continues || is_clause(s, past_link(s, &before)) || loose && before.len() >= 6);
    let parts = [(before, reported), (after, continues)];
    let told = |part: &Range<usize>| !past_link(s, part).is_empty();
    let kept = parts.into_iter().filter(|(part, kept)| *kept && told(part));
    kept.map(|(part, _)| part).collect()
}

/// A clause without the conjunction or adverb that links it to the previous sentence: "But the
/// bridge is safe".
fn past_link(s: &Sentence, range: &Range<usize>) -> Range<usize> {
    let mut start = range.start;
    while start < range.end
        && (s.class(start).any(Class::CONJUNCTION)
            || is_adverb(s, start)
            || s.is_mark(start, &[',']))
    {
        start += 1;
    }
    start..range.end
}

/// Whether a mark, the end of the sentence or a circumstance follows the attribution.
fn is_aside_boundary(s: &Sentence, hole: &Range<usize>) -> bool {
    let close = (hole.end..s.elements.len())
        .find(|&k| s.elements[k].kind == ElementKind::Mark)
        .unwrap_or(s.elements.len());
    close - hole.end <= 12
        && !(hole.end..close).any(|k| is_finite(s, k) && !s.slice(k).ends_with("ed"))
}

/// Whether the reported clause continues after the attribution.
fn continues(s: &Sentence, after: &Range<usize>) -> bool {
    let first = after.start;
    let complement = s.is(first, "that") || s.is(first, "whether");
    let joined = (s.is(first, "but") || s.is(first, "and"))
        && !is_finite(s, first + 1)
        && s.elements
            .get(first + 1)
            .is_some_and(|element| element.cue.is_none())
        && is_clause(s, first + 1..after.end);
    complement
        || joined
        || !after.is_empty()
            && !s.class(first).any(
                Class::CONJUNCTION
                    .or(Class::RELATIVE)
                    .or(Class::SUBORDINATOR),
            )
            && !s.elements[first]
                .cue
                .is_some_and(|c| c.form == Form::Gerund)
            && !s.slice(first).ends_with("ing")
            && !s.is(first, "according")
            && (is_clause(s, after.clone()) || is_finite(s, first))
}

/// Whether the words before an aside are only adverbial: "Or, if it rains", "In Seoul".
pub fn is_adverbial(s: &Sentence, range: &Range<usize>) -> bool {
    let mut first = range.start;
    while s.class(first).any(Class::CONJUNCTION) || s.is_mark(first, &[',']) {
        first += 1;
    }
    s.class(first)
        .any(Class::PREPOSITION.or(Class::SUBORDINATOR))
        || is_adverb(s, first)
}
