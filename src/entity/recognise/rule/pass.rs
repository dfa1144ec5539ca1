//! Which spans name something, by rule? A pass over the blocks of a document.
//!
//! Blocks are read twice. In each capitalised sequence, names in the gazetteer and names with head
//! words are found first, and the longer wins; the rest is judged by its shape and neighbours. The
//! second reading knows the confident names of the first, so that a surname is read like its full
//! name and an acronym like its definition.

use super::candidate::CandidateMention;
use super::capitalised::sequence_end;
use super::head::headed_at;
use super::legal_document::legal_document_at;
use super::name_memory::NameMemory;
use super::title::{after_long_title, completes_title, is_title};
use super::unknown_name::UnknownName;
use crate::document::Document;
use crate::entity::kind::MentionKind;
use crate::entity::lexicon::{Class, Gazetteer, GazetteerMatch, Lexicon};
use crate::entity::mention::Mention;
use crate::entity::token::{CasedToken, cased_tokens};
use crate::text::Span;

/// The mentions of a document by the rules, in text order and without overlaps.
pub fn by_rules(document: &Document) -> Vec<Mention> {
    let blocks: Vec<_> = document
        .blocks
        .iter()
        .map(|b| cased_tokens(document, b.span))
        .collect();
    let mut memory = NameMemory::default();
    for block in &blocks {
        let found = read(block, &NameMemory::default());
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

fn mention(tokens: &[CasedToken], found: CandidateMention) -> Mention {
    let start = tokens[found.first].span.start as usize;
    let end = tokens[found.end - 1].bare_span().end as usize;
    Mention {
        span: Span::new(start, end),
        kind: found.kind,
        confidence: found.confidence,
    }
}

/// The names of a block.
fn read(tokens: &[CasedToken], memory: &NameMemory) -> Vec<CandidateMention> {
    let mut names = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(document) = legal_document_at(tokens, at) {
            at = document.end;
            names.push(document);
        } else if tokens[at].is_capital() {
            let end = sequence_end(tokens, at);
            at = read_sequence(tokens, at, end, memory, &mut names);
        } else if let Some(found) = Gazetteer::get()
            .longest_at(tokens, at)
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

fn known(at: usize, found: GazetteerMatch) -> CandidateMention {
    CandidateMention {
        first: at,
        end: at + found.words,
        kind: found.known.kind,
        confidence: 0.95,
    }
}

/// Reads one capitalised sequence, adds its names, and returns the index after it.
fn read_sequence(
    tokens: &[CasedToken],
    start: usize,
    end: usize,
    memory: &NameMemory,
    names: &mut Vec<CandidateMention>,
) -> usize {
    let mut at = start;
    let mut titled = false;
    while at < end {
        if let Some(document) = legal_document_at(tokens, at) {
            at = document.end;
            names.push(document);
            continue;
        }
        if skips(tokens, at, end) {
            titled = is_title(tokens, at)
                || completes_title(tokens, at)
                || titled && tokens[at].text == ".";
            at += 1;
            continue;
        }
        if let Some(found) = listed_or_headed(tokens, at, end, titled, memory) {
            at = found.end;
            names.push(found);
            titled = false;
            continue;
        }
        if let Some(name) = after_long_title(tokens, at, end) {
            (at, titled) = (name, true);
            continue;
        }
        at = read_unknown(tokens, at, end, titled, memory, names);
        titled = false;
    }
    at
}

/// Judges the unknown name at `tokens[at]`, adds it if it is a name, and returns the next index.
fn read_unknown(
    tokens: &[CasedToken],
    at: usize,
    end: usize,
    titled: bool,
    memory: &NameMemory,
    names: &mut Vec<CandidateMention>,
) -> usize {
    let stop = candidate_end(tokens, at, end);
    if stop > at + 1 && owes_capital(&tokens[at]) && !titled {
        return at + 1;
    }
    if stop == at + 1
        && let Some(body) = office_body(tokens, at)
    {
        names.push(body);
        return stop;
    }
    let candidate = UnknownName {
        tokens,
        first: at,
        end: stop,
        titled,
        memory,
    };
    if let Some((kind, confidence)) = candidate.kind() {
        names.push(CandidateMention {
            first: at,
            end: stop,
            kind,
            confidence,
        });
    } else if tokens[at].opens && stop > at + 1 {
        return at + 1;
    }
    stop
}

/// Whether a word has a capital only because it opens a sentence.
fn owes_capital(word: &CasedToken) -> bool {
    let lexicon = Lexicon::get();
    let name = lexicon.is_given(word.text) || lexicon.is_family(word.text);
    word.opens && lexicon.is_common(&word.lower) && !name
}

/// A known name or a name with a head word, whichever is longer, unless it names a person here.
fn listed_or_headed(
    tokens: &[CasedToken],
    at: usize,
    end: usize,
    titled: bool,
    memory: &NameMemory,
) -> Option<CandidateMention> {
    let listed = Gazetteer::get()
        .longest_at(tokens, at)
        .map(|m| known(at, m));
    let headed = headed_at(tokens, at, end);
    match (listed, headed) {
        (Some(listed), Some(headed)) if headed.end > listed.end => Some(headed),
        (Some(listed), _) if is_person_instead(tokens, listed, end, titled, memory) => None,
        (Some(listed), _) => Some(listed),
        (None, headed) => headed.filter(|_| !titled),
    }
}

/// Whether a known one-word name is a person’s here: "Jordan Hale", "Senator London".
fn is_person_instead(
    tokens: &[CasedToken],
    listed: CandidateMention,
    end: usize,
    titled: bool,
    memory: &NameMemory,
) -> bool {
    let lexicon = Lexicon::get();
    let word = &tokens[listed.first];
    if listed.end > listed.first + 1 || listed.kind == MentionKind::Nationality {
        return false;
    }
    let next = tokens
        .get(listed.end)
        .filter(|w| listed.end < end && w.is_capital());
    let goes_on = next.is_some_and(|w| {
        lexicon.is_given(word.text)
            && !lexicon.is_common(&w.lower)
            && Gazetteer::get().longest_at(tokens, listed.end).is_none()
    });
    let place = listed.kind == MentionKind::Place;
    let led = listed.first > 0 && {
        let before = tokens[listed.first - 1].lower.as_str();
        before == "," || lexicon.is(before, Class::NameLead)
    };
    goes_on
        || place && titled && next.is_none()
        || place
            && !led
            && memory
                .person(tokens, listed.first, listed.end)
                .is_some_and(|sure| sure > 0.7)
}

/// Whether a word of a capitalised sequence cannot open a name: a mark, a day, a title before a
/// name, or a common word with a capital for another reason.
fn skips(tokens: &[CasedToken], at: usize, end: usize) -> bool {
    let lexicon = Lexicon::get();
    let word = &tokens[at];
    if !word.is_word || lexicon.is(word.bare, Class::Calendar) {
        return true;
    }
    if crate::text::is_stop_word(&word.lower)
        && !word.is_acronym()
        && (word.opens || word.in_headline || at + 1 == end)
    {
        return Gazetteer::get()
            .longest_at(tokens, at)
            .is_none_or(|m| m.words < 2);
    }
    let creed = lexicon.is(word.bare, Class::Creed);
    if at + 1 < end && completes_title(tokens, at) {
        return true;
    }
    if !is_title(tokens, at) && !creed {
        return false;
    }
    let headed = headed_at(tokens, at, end).is_some();
    let listed = Gazetteer::get().longest_at(tokens, at).is_some();
    !headed && !listed
}

/// A body that every country has, named alone: "the Senate".
fn office_body(tokens: &[CasedToken], at: usize) -> Option<CandidateMention> {
    let word = &tokens[at];
    let named = Lexicon::get().is(word.bare, Class::OfficeBody) && !word.opens && !word.in_headline;
    named.then_some(CandidateMention {
        first: at,
        end: at + 1,
        kind: MentionKind::Organisation,
        confidence: 0.6,
    })
}

/// The end of an unknown name: that of the capitalised sequence, or where a known name begins or a
/// hyphen joins two names.
fn candidate_end(tokens: &[CasedToken], at: usize, end: usize) -> usize {
    let lexicon = Lexicon::get();
    let gazetteer = Gazetteer::get();
    for i in at + 1..end {
        let word = &tokens[i];
        let cut = if matches!(word.text, "-" | "‑") {
            let name_goes_on = i + 2 < end && tokens[i + 2].is_capital()
                || i > at + 1
                || tokens[i + 1].text.starts_with(char::is_lowercase);
            !name_goes_on || gazetteer.longest_at(tokens, i + 1).is_some()
        } else {
            lexicon.is(word.bare, Class::Calendar)
                || legal_document_at(tokens, i).is_some()
                || gazetteer.longest_at(tokens, i).is_some_and(|m| {
                    let plain = tokens[at..i].iter().all(|w| lexicon.is_common(&w.lower));
                    m.words > 1 || m.known.kind == MentionKind::Nationality || plain
                })
        };
        if cut {
            return i;
        }
    }
    end
}
