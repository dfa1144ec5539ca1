//! Who heard it, where did it appear, and when was it said? A reader of the words beside a cue.
//!
//! They occur between subject and cue ("Kim on Monday told the Post"), between cue and content
//! ("told the Post in an interview that"), after an attribution up to the next mark, and before the
//! first comma of the sentence ("In a statement on Monday, Kim said").

use std::ops::Range;

use super::structure::Frame;
use crate::language::Class;
use crate::quote::sentence::{ElementKind, Sentence, core_after, folded, is_adverb, phrase_after};
use crate::quote::telling::Telling;
use crate::quote::vocabulary::Vocabulary;
use crate::text::Span;
use crate::text::lexicon::WordList;

/// How many elements beside a cue are read.
const REACH: usize = 30;

/// Adds the addressee, medium and time of a frame to `telling`.
pub fn add_circumstances(s: &Sentence, frame: &Frame, telling: &mut Telling) {
    let [before, after] = beside(s, frame);
    let opening = opening(s, frame);
    telling.addressee = addressee(s, frame, after.clone());
    for range in [after, before, opening] {
        telling.medium = telling.medium.or_else(|| medium(s, range.clone()));
        telling.time = telling.time.or_else(|| time(s, range));
    }
}

/// The elements between subject and cue, and those after both that are not content.
fn beside(s: &Sentence, frame: &Frame) -> [Range<usize>; 2] {
    let speaker = frame.speaker.as_ref().map(|phrase| phrase.elements.clone());
    let subject = speaker
        .clone()
        .filter(|elements| elements.end <= frame.cue.start);
    let inverted = speaker.filter(|elements| elements.start >= frame.cue.end);
    let before = subject.map_or(0..0, |elements| elements.end..frame.cue.start);
    let start = inverted.map_or(frame.cue.end, |elements| elements.end);
    let content = frame.content.iter().map(|range| range.start);
    let next = content
        .filter(|&at| at >= start)
        .min()
        .unwrap_or(s.elements.len());
    let stops = |k: &usize| s.elements[*k].kind != ElementKind::Word && !s.is_mark(*k, &['.', ',']);
    let limit = next.min(start + REACH);
    let end = (start..limit).find(stops).unwrap_or(limit);
    [before, start..end.max(start)]
}

/// The elements before the comma ahead of a frame, if they open the sentence with a preposition or
/// a time.
fn opening(s: &Sentence, frame: &Frame) -> Range<usize> {
    let scene = s.class(0).any(Class::PREPOSITION.or(Class::TIME)) && s.quote(0).is_none();
    let comma = (0..frame.lead.min(REACH))
        .rev()
        .find(|&k| s.is_mark(k, &[',']));
    let near = comma.filter(|&comma| scene && comma + 2 >= frame.lead);
    near.map_or(0..0, |comma| 0..comma)
}

/// The addressee: the object of "told", or the phrase after "to" with other cues.
fn addressee(s: &Sentence, frame: &Frame, after: Range<usize>) -> Option<Span> {
    let cue = s.elements.get(frame.cue.start)?.cue?;
    let first = (after.clone()).find(|&k| !is_adverb(s, k) && !s.class(k).any(Class::TIME))?;
    let to = (first..after.end).find(|&k| s.is(k, "to"));
    let at = if cue.addressee && !s.class(first).any(Class::PREPOSITION) {
        first
    } else {
        to.filter(|&to| to == first || s.class(to + 1).any(Class::OBJECT))? + 1
    };
    let object = s.class(at).any(Class::OBJECT) && !s.class(at).any(Class::POSSESSIVE);
    let end = if object { at + 1 } else { core_after(s, at)? };
    let listener = object
        || s.elements[at..end]
            .iter()
            .any(|element| element.capital || element.class.any(Class::ROLE))
        || cue.hearer
        || s.slice(end - 1).ends_with('s');
    (listener && end <= after.end).then(|| s.span(at..end))?
}

/// The medium: a listed noun after a preposition, with its complements.
fn medium(s: &Sentence, range: Range<usize>) -> Option<Span> {
    let carries = ["in", "on", "via", "through", "at", "during"];
    range.clone().find_map(|k| {
        if !carries.iter().any(|word| s.is(k, word)) {
            return None;
        }
        let end = core_after(s, k + 1).filter(|&end| end <= range.end)?;
        let head = (k + 1..end).rfind(|&at| is_medium(&folded(s.slice(at))))?;
        let whole = if head + 1 == end {
            phrase_after(s, k + 1).map_or(end, |phrase| phrase.elements.end)
        } else {
            head + 1
        };
        let whole = past_maker(s, whole);
        s.span(k + 1..whole.min(range.end))
    })
}

/// The element after "published by the Daily Post", which is part of the medium; otherwise `end`.
fn past_maker(s: &Sentence, end: usize) -> usize {
    let made = s.slice(end).ends_with("ed") && (s.is(end + 1, "by") || s.is(end + 1, "in"));
    let maker = made.then(|| core_after(s, end + 2)).flatten();
    maker.unwrap_or(end)
}

/// Nouns for what carries speech.
static MEDIA: WordList = WordList::new(include_str!("media.txt"));

fn is_medium(word: &str) -> bool {
    MEDIA.contains(word)
        || word
            .strip_suffix('s')
            .is_some_and(|one| MEDIA.contains(one))
}

/// The time: words of time, with the words that specify the day ("last", "May 2").
fn time(s: &Sentence, range: Range<usize>) -> Option<Span> {
    let first = range.clone().find(|&k| is_time(s, k))?;
    let mut start = first;
    while start > range.start && is_part_of_day(s, start - 1) {
        start -= 1;
    }
    let mut end = first + 1;
    while end < range.end
        && (is_time(s, end)
            || s.elements[end].first.is_numeric()
            || s.is_mark(end, &['.'])
                && s.elements
                    .get(end + 1)
                    .is_some_and(|n| n.first.is_numeric()))
    {
        end += 1;
    }
    let ago = usize::from(end < range.end && s.is(end, "ago"));
    s.span(start..end + ago)
}

fn is_time(s: &Sentence, i: usize) -> bool {
    let verb = s.class(i).any(Class::VERB.or(Class::MODAL));
    s.class(i).any(Class::TIME) && (s.elements[i].capital || !verb)
}

fn is_part_of_day(s: &Sentence, i: usize) -> bool {
    Vocabulary::DayPart.has_any_case(s.slice(i)) || s.elements[i].first.is_numeric()
}

#[cfg(test)]
mod tests {
    use super::is_medium;
    use crate::text::lexicon::check_list;

    #[test]
    fn the_list_of_media_is_sorted() {
        check_list(include_str!("media.txt"), &[]);
        assert!(is_medium("statement") && is_medium("tweets") && !is_medium("city"));
    }
}
