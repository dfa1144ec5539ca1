//! Which repeated names did the model miss? A consistency pass that finds surnames of people named
//! in full, and lone names found elsewhere with only one kind.
//!
//! The model reads one sentence at a time; a document that says "Ann Lee" once and "Lee" later
//! means the same person, however little the later sentence reveals.

use rustc_hash::FxHashMap;

use super::bilou::CoarseKind;
use super::input::InputSentence;
use crate::language::Piece;
use crate::text::Span;

/// What a word names elsewhere in the document.
#[derive(Clone, Copy)]
struct Named {
    kind: CoarseKind,
    /// How often; the surname of a full name counts [`TIMES`].
    times: usize,
    /// Whether it names different kinds.
    mixed: bool,
}

/// How often a lone name must be found before other occurrences in the document count.
const TIMES: usize = 2;

/// Adds the repeated names of a document to `found`; both are in text order.
pub fn add_repeated_names(sentences: &[InputSentence], found: &mut Vec<(Span, CoarseKind)>) {
    let named = named(sentences, found);
    let mut echoes = Vec::new();
    let mut next = 0;
    for sentence in sentences
        .iter()
        .filter(|sentence| !sentence.known.iter().any(|k| k.headline))
    {
        for (at, piece) in sentence.pieces.iter().enumerate() {
            while found
                .get(next)
                .is_some_and(|(span, _)| span.end <= piece.span.start)
            {
                next += 1;
            }
            let free = found
                .get(next)
                .is_none_or(|(span, _)| span.start >= piece.span.end);
            if free
                && stands_alone(sentence, at)
                && let Some(named) = named
                    .get(&piece.lower)
                    .filter(|n| n.times >= TIMES && !n.mixed)
            {
                echoes.push((piece.span, named.kind));
            }
        }
    }
    found.extend(echoes);
    found.sort_unstable_by_key(|(span, _)| span.start);
}

/// Whether a word has a meaningful capital and no neighbour has one.
fn stands_alone(sentence: &InputSentence, at: usize) -> bool {
    let capital = |piece: Option<&Piece>| piece.is_some_and(|p| p.word && p.capital);
    let before = at.checked_sub(1).and_then(|n| sentence.pieces.get(n));
    let piece = sentence.pieces.get(at);
    let habit = sentence.known[at].habit;
    capital(piece)
        && !capital(before)
        && !capital(sentence.pieces.get(at + 1))
        && (habit == 2 || habit == 0 && !sentence.known[at].opens)
}

/// What lone words and surnames name, by the hash of the word.
fn named(sentences: &[InputSentence], found: &[(Span, CoarseKind)]) -> FxHashMap<u64, Named> {
    let mut named: FxHashMap<u64, Named> = FxHashMap::default();
    let mut pieces = sentences
        .iter()
        .flat_map(|sentence| &sentence.pieces)
        .peekable();
    for &(span, kind) in found {
        while pieces
            .next_if(|piece| piece.span.end <= span.start)
            .is_some()
        {}
        let mut count = 0;
        let mut last = None;
        while let Some(piece) = pieces.next_if(|piece| piece.span.start < span.end) {
            count += 1;
            last = Some(piece);
        }
        let times = match (count, kind) {
            (1, _) => 1,
            (_, CoarseKind::Person) => TIMES,
            _ => continue,
        };
        if let Some(piece) = last.filter(|piece| piece.capital) {
            let entry = named.entry(piece.lower).or_insert(Named {
                kind,
                times: 0,
                mixed: false,
            });
            entry.times += times;
            entry.mixed |= entry.kind != kind;
        }
    }
    named
}
