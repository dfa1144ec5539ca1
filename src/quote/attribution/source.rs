//! Which source does "according to" name? A rule that makes a frame: the source with its
//! appositions, and the clause attributed to it.

use std::ops::Range;

use crate::language::Class;
use crate::quote::content::trimmed_end;
use crate::quote::frame::{Frame, Rule};
use crate::quote::sentence::{Phrase, Relation, Sentence, is_clause, is_finite, phrase_after};
use crate::quote::vocabulary::Vocabulary;

/// "According to Kim, …", "…, according to Kim.", "which, according to Kim, …".
pub fn according_to(s: &Sentence, i: usize) -> Option<Frame> {
    let speaker = source_after(s, i + 2)?;
    if Vocabulary::NoSource.has(s.slice(speaker.head)) {
        return None;
    }
    let speaker = with_name(s, speaker, i + 2);
    let close = past_relay(s, past_description(s, speaker.elements.end));
    let before = trimmed_end(s, 0, i);
    let rest = if s.is_mark(close, &[',']) {
        close + 1
    } else {
        close
    };
    let after = rest..trimmed_end(s, rest, s.elements.len());
    let opens = before == 0 || !is_clause(s, 0..before) && !s.has_quote(0..before);
    let joints = Class::RELATIVE
        .or(Class::SUBORDINATOR)
        .or(Class::CONJUNCTION);
    let inside = before > 0 && s.class(before - 1).any(joints);
    let after = if inside {
        after.start..aside_end(s, &after)
    } else {
        after
    };
    // "The firm is, according to its chairman, ready" is one clause around its source.
    let parted = !opens && !inside && before > 0 && s.class(before - 1).any(Class::AUXILIARY);
    let content = match (parted, opens || inside) {
        (true, _) => vec![0..before, after.clone()],
        (false, true) => vec![after.clone()],
        (false, false) => std::iter::once(0..before).collect(),
    };
    let follows = content.last() == Some(&after) && !parted;
    (!content.iter().all(Range::is_empty)).then(|| Frame {
        rule: Rule::AccordingTo,
        cue: i..i + 2,
        speaker: Some(speaker),
        after: follows,
        content,
        indirect: true,
        clause: true,
        lead: i,
    })
}

/// A source that starts at element `start`, extended by a name in apposition: "according to the
/// coach, Lee Min,".
fn with_name(s: &Sentence, source: Phrase, start: usize) -> Phrase {
    let end = source.elements.end;
    if !s.is_mark(end, &[',']) || start >= end || s.elements[source.head].capital {
        return source;
    }
    let name = (end + 1..s.elements.len())
        .take(4)
        .take_while(|&k| s.elements[k].capital)
        .count();
    if name < 2 || !s.is_mark(end + 1 + name, &[',', '.']) {
        return source;
    }
    Phrase {
        elements: source.elements.start..end + 1 + name,
        head: end + name,
        relation: source.relation,
    }
}

/// The end of a clause inside another: the comma that closes it, or the end of the range.
pub fn aside_end(s: &Sentence, range: &Range<usize>) -> usize {
    range
        .clone()
        .find(|&k| s.is_mark(k, &[',']) && is_finite(s, k + 1))
        .unwrap_or(range.end)
}

/// The source after "according to". If its noun is missing ("a published Thursday by the agency"),
/// the phrase after "by".
fn source_after(s: &Sentence, at: usize) -> Option<Phrase> {
    if s.class(at).any(Class::OBJECT) {
        return Some(Phrase {
            elements: at..at + 1,
            head: at,
            relation: Relation::Pronoun,
        });
    }
    let phrase = phrase_after(s, at)?;
    let lost = s.slice(phrase.head).ends_with("ed")
        && !s.elements[phrase.head].capital
        && phrase.elements.len() == 2;
    if !lost {
        return Some(phrase);
    }
    let by = (phrase.elements.end..(phrase.elements.end + 4).min(s.elements.len()))
        .find(|&k| s.is(k, "by"))?;
    phrase_after(s, by + 1)
}

/// The comma that closes a description after a name (", editor of the Daily,"), or `end` if there
/// is none.
pub fn past_description(s: &Sentence, end: usize) -> usize {
    if !s.is_mark(end, &[',']) {
        return end;
    }
    let first = end + 1;
    let describes = s
        .class(first)
        .any(Class::RELATIVE.or(Class::TITLE).or(Class::ROLE))
        || s.is(first, "a")
        || s.is(first, "an");
    let close = (first..(first + 25).min(s.elements.len())).find(|&k| s.is_mark(k, &[',']));
    match close {
        Some(close)
            if describes
                && !(first..close)
                    .any(|k| is_finite(s, k) && !s.class(first).any(Class::RELATIVE)) =>
        {
            close
        }
        None if describes
            && !(first..s.elements.len()).any(|k| is_finite(s, k) || s.quote(k).is_some()) =>
        {
            trimmed_end(s, end, s.elements.len())
        }
        _ => end,
    }
}

/// The comma that closes "quoting the agency," after a source that ends at `comma`; otherwise
/// `comma`.
fn past_relay(s: &Sentence, comma: usize) -> usize {
    let relay =
        s.is_mark(comma, &[',']) && (s.is(comma + 1, "quoting") || s.is(comma + 1, "citing"));
    if !relay {
        return comma;
    }
    let close = (comma + 2..(comma + 25).min(s.elements.len())).find(|&k| s.is_mark(k, &[',']));
    close.unwrap_or(comma)
}
