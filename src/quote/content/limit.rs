//! Where does content end? A scan over elements, which stops before the next attribution, the
//! reporter’s own verb or a full stop.

use super::start::Start;
use crate::language::{Class, Form};
use crate::quote::cue::CueClass;
use crate::quote::sentence::{Sentence, is_adverb, is_finite, subject_before};
use crate::text::lexicon::WordList;

/// The end of content that starts at `start`; `leads` are the first elements of the later frames of
/// the sentence, in order.
pub fn content_end(s: &Sentence, start: Start, leads: &[usize]) -> usize {
    let from = start.element();
    let mut end = s.elements.len();
    for i in from + 1..s.elements.len() {
        let next = (i + 1..i + 3).find(|&j| !is_adverb(s, j)).unwrap_or(i + 1);
        let comma = s.is_mark(i, &[',', ';', '—', '–']);
        let object = matches!(start, Start::Object(_)) && comma;
        let aside =
            comma && (is_gerund_cue(s, next) || s.is(next, "according") && s.is(next + 1, "to"));
        if closes_speech(s, i) {
            end = i + 1;
            break;
        }
        let contrast = comma && is_contrast(s, i + 1) || is_reticence(s, i);
        let joint = (comma || s.is(i, "and") || s.is(i, "but")) && leads.contains(&i);
        if object || aside || joint || contrast {
            end = i;
            break;
        }
        if s.is(i, "according") && s.is(i + 1, "to") && leads.contains(&i) {
            end = i;
            break;
        }
    }
    trimmed_end(s, from, end)
}

/// "said it “is over,” and left": a comma before the closing mark ends the content, and the verb
/// after it is the reporter’s.
fn closes_speech(s: &Sentence, i: usize) -> bool {
    s.quote(i)
        .is_some_and(|q| s.quotes[q].inner.slice(s.text).ends_with(','))
        && (s.is(i + 1, "and") || s.is(i + 1, "but"))
        && is_finite(s, i + 2)
}

/// "but did not elaborate", "and declined to say": the reporter notes what the source did not say.
fn is_reticence(s: &Sentence, i: usize) -> bool {
    let at = i + usize::from(s.is_mark(i, &[',']));
    if !(s.is(at, "but") || s.is(at, "and") || s.is(at, "though") || s.is(at, "without")) {
        return false;
    }
    let at = at + usize::from(s.class(at + 1).any(Class::SUBJECT));
    if s.is(at + 1, "declined") || s.is(at + 1, "refused") {
        return true;
    }
    if s.is(at, "without") {
        return RETICENT
            .words()
            .iter()
            .any(|verb| s.slice(at + 1).strip_suffix("ing") == Some(verb.trim_end_matches('e')));
    }
    let verb = (at + 1..at + 5).find(|&k| RETICENT.words().iter().any(|word| s.is(k, word)));
    verb.is_some_and(|verb| (at + 1..verb).any(|k| s.class(k).any(Class::NEGATION)))
        && (s.class(at + 1).any(Class::AUXILIARY.or(Class::NEGATION)) || is_adverb(s, at + 1))
}

/// Verbs for what a source did not do.
static RETICENT: WordList = WordList::new(include_str!("reticent.txt"));

/// ", but Kim disagreed": another person’s reaction, though it reports no content.
fn is_contrast(s: &Sentence, at: usize) -> bool {
    (s.is(at, "but") || s.is(at, "while"))
        && (at + 2..(at + 8).min(s.elements.len())).any(|k| {
            let cue = s.elements[k].cue.filter(|cue| !cue.noun);
            cue.is_some_and(|cue| cue.form == Form::Past && cue.class != CueClass::Belief)
                && subject_before(s, k).is_some_and(|subject| subject.elements.start == at + 1)
        })
}

fn is_gerund_cue(s: &Sentence, i: usize) -> bool {
    s.elements
        .get(i)
        .is_some_and(|element| element.cue.is_some_and(|c| c.form == Form::Gerund))
}

/// The end of `from..end` without final punctuation, which belongs to the reporter.
pub fn trimmed_end(s: &Sentence, from: usize, mut end: usize) -> usize {
    while end > from
        && s.is_mark(end - 1, &[',', '.', ';', ':', '!', '?', '—', '–', '-', '…'])
        && !closes_abbreviation(s, end - 1)
    {
        end -= 1;
    }
    end
}

fn closes_abbreviation(s: &Sentence, i: usize) -> bool {
    i > 0 && i + 1 < s.elements.len() && s.is_mark(i, &['.']) && s.is_mark(i + 1, &['.'])
}

#[cfg(test)]
mod tests {
    use crate::text::lexicon::check_list;

    #[test]
    fn the_list_is_sorted() {
        check_list(include_str!("reticent.txt"), &[]);
    }
}
