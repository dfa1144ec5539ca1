//! Which spans name something, by rule?
//!
//! Blocks are read twice. In each run of capitals the known names of the gazetteer and names with
//! telling words are taken first, the longer one winning; what is left is judged by its shape and
//! neighbours. The second reading knows what the first was sure of, so that a surname goes with
//! its full name and an acronym with its definition.

use super::candidate::Found;
use super::capitalised::run_end;
use super::head::headed_at;
use super::legal_document::paper_at;
use super::name_memory::Memory;
use super::title::{after_long_title, completes_title, is_title};
use super::unknown_name::Candidate;
use crate::document::Document;
use crate::entity::kind::MentionKind;
use crate::entity::lexicon::{Class, Gazetteer, Lexicon, Match};
use crate::entity::mention::Mention;
use crate::entity::token::{Word, words};
use crate::text::Span;

/// What the rules take for mentions of a document, in text order, without overlaps.
pub fn by_rules(document: &Document) -> Vec<Mention> {
    let blocks: Vec<_> = document
        .blocks
        .iter()
        .map(|b| words(document, b.span))
        .collect();
    let mut memory = Memory::default();
    for block in &blocks {
        let found = read(block, &Memory::default());
        memory.learn(block, &found);
    }
    blocks
        .iter()
        .flat_map(|block| {
            read(block, &memory)
                .into_iter()
                .map(|found| mention(block, found))
        })
        .collect()
}

fn mention(words: &[Word], found: Found) -> Mention {
    let start = words[found.first].span.start as usize;
    let end = words[found.end - 1].bare_span().end as usize;
    Mention {
        span: Span::new(start, end),
        kind: found.kind,
        confidence: found.confidence,
    }
}

/// The names of a block.
fn read(words: &[Word], memory: &Memory) -> Vec<Found> {
    let mut names = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some(paper) = paper_at(words, at) {
            at = paper.end;
            names.push(paper);
        } else if words[at].is_capital() {
            let end = run_end(words, at);
            at = read_run(words, at, end, memory, &mut names);
        } else if let Some(found) = Gazetteer::get()
            .longest_at(words, at)
            .filter(|m| m.words > 1)
        {
            names.push(known(at, found));
            at += found.words;
        } else {
            at += 1;
        }
    }
    names
}

fn known(at: usize, found: Match) -> Found {
    Found {
        first: at,
        end: at + found.words,
        kind: found.known.kind,
        confidence: 0.95,
    }
}

/// Reads one run, adds its names, and returns where reading goes on.
fn read_run(
    words: &[Word],
    start: usize,
    end: usize,
    memory: &Memory,
    names: &mut Vec<Found>,
) -> usize {
    let mut at = start;
    let mut titled = false;
    while at < end {
        if let Some(paper) = paper_at(words, at) {
            at = paper.end;
            names.push(paper);
            continue;
        }
        if skips(words, at, end) {
            titled = is_title(words, at)
                || completes_title(words, at)
                || titled && words[at].text == ".";
            at += 1;
            continue;
        }
        if let Some(found) = listed_or_headed(words, at, end, titled, memory) {
            at = found.end;
            names.push(found);
            titled = false;
            continue;
        }
        if let Some(name) = after_long_title(words, at, end) {
            (at, titled) = (name, true);
            continue;
        }
        at = read_unknown(words, at, end, titled, memory, names);
        titled = false;
    }
    at
}

/// Judges the unknown name at `words[at]`, adds it if it is one, and returns where reading goes on.
fn read_unknown(
    words: &[Word],
    at: usize,
    end: usize,
    titled: bool,
    memory: &Memory,
    names: &mut Vec<Found>,
) -> usize {
    let stop = candidate_end(words, at, end);
    if stop > at + 1 && owes_capital(&words[at]) && !titled {
        return at + 1;
    }
    if stop == at + 1
        && let Some(body) = office_body(words, at)
    {
        names.push(body);
        return stop;
    }
    let candidate = Candidate {
        words,
        first: at,
        end: stop,
        titled,
        memory,
    };
    if let Some((kind, confidence)) = candidate.kind() {
        names.push(Found {
            first: at,
            end: stop,
            kind,
            confidence,
        });
    } else if words[at].opens && stop > at + 1 {
        return at + 1;
    }
    stop
}

/// Whether a word has its capital from the sentence it opens.
fn owes_capital(word: &Word) -> bool {
    let lexicon = Lexicon::get();
    let name = lexicon.is_given(word.text) || lexicon.is_family(word.text);
    word.opens && lexicon.is_common(&word.lower) && !name
}

/// A known name or one with a telling word, whichever is longer, unless a person bears it.
fn listed_or_headed(
    words: &[Word],
    at: usize,
    end: usize,
    titled: bool,
    memory: &Memory,
) -> Option<Found> {
    let listed = Gazetteer::get().longest_at(words, at).map(|m| known(at, m));
    let headed = headed_at(words, at, end);
    match (listed, headed) {
        (Some(listed), Some(headed)) if headed.end > listed.end => Some(headed),
        (Some(listed), _) if is_person_instead(words, listed, end, titled, memory) => None,
        (Some(listed), _) => Some(listed),
        (None, headed) => headed.filter(|_| !titled),
    }
}

/// Whether a known one-word name is here a person's: "Jordan Hale", "Senator London".
fn is_person_instead(
    words: &[Word],
    listed: Found,
    end: usize,
    titled: bool,
    memory: &Memory,
) -> bool {
    let lexicon = Lexicon::get();
    let word = &words[listed.first];
    if listed.end > listed.first + 1 || listed.kind == MentionKind::Nationality {
        return false;
    }
    let next = words
        .get(listed.end)
        .filter(|w| listed.end < end && w.is_capital());
    let goes_on = next.is_some_and(|w| {
        lexicon.is_given(word.text)
            && !lexicon.is_common(&w.lower)
            && Gazetteer::get().longest_at(words, listed.end).is_none()
    });
    let place = listed.kind == MentionKind::Place;
    let led = listed.first > 0
        && matches!(
            words[listed.first - 1].lower.as_str(),
            "in" | "to" | "from" | "of" | "at" | "with" | "and" | "near" | "the" | ","
        );
    goes_on
        || place && titled && next.is_none()
        || place
            && !led
            && memory
                .person(words, listed.first, listed.end)
                .is_some_and(|sure| sure > 0.7)
}

/// Whether a word of a run opens no name: a mark, a day, a title before a name, a common word
/// whose capital the sentence explains.
fn skips(words: &[Word], at: usize, end: usize) -> bool {
    let lexicon = Lexicon::get();
    let word = &words[at];
    if !word.is_word || lexicon.is(word.bare, Class::Calendar) {
        return true;
    }
    if crate::text::is_stop_word(&word.lower)
        && !word.is_acronym()
        && (word.opens || word.in_headline || at + 1 == end)
    {
        return Gazetteer::get()
            .longest_at(words, at)
            .is_none_or(|m| m.words < 2);
    }
    let creed = lexicon.is(word.bare, Class::Creed);
    if at + 1 < end && completes_title(words, at) {
        return true;
    }
    if !is_title(words, at) && !creed {
        return false;
    }
    let headed = headed_at(words, at, end).is_some();
    let listed = Gazetteer::get().longest_at(words, at).is_some();
    !headed && !listed
}

/// A body every country has, named alone: "the Senate".
fn office_body(words: &[Word], at: usize) -> Option<Found> {
    let word = &words[at];
    let named = Lexicon::get().is(word.bare, Class::OfficeBody) && !word.opens && !word.in_headline;
    named.then_some(Found {
        first: at,
        end: at + 1,
        kind: MentionKind::Organisation,
        confidence: 0.6,
    })
}

/// The end of an unknown name: the run, cut where something known begins or a hyphen joins two.
fn candidate_end(words: &[Word], at: usize, end: usize) -> usize {
    let lexicon = Lexicon::get();
    let gazetteer = Gazetteer::get();
    for i in at + 1..end {
        let word = &words[i];
        let cut = if matches!(word.text, "-" | "‑") {
            let name_goes_on = i + 2 < end && words[i + 2].is_capital()
                || i > at + 1
                || words[i + 1].text.starts_with(char::is_lowercase);
            !name_goes_on || gazetteer.longest_at(words, i + 1).is_some()
        } else {
            lexicon.is(word.bare, Class::Calendar)
                || paper_at(words, i).is_some()
                || gazetteer.longest_at(words, i).is_some_and(|m| {
                    let plain = words[at..i].iter().all(|w| lexicon.is_common(&w.lower));
                    m.words > 1 || m.known.kind == MentionKind::Nationality || plain
                })
        };
        if cut {
            return i;
        }
    }
    end
}
