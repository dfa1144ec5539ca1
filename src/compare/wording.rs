//! How is one wording turned into another? Words shared, left out and added, in the order of reading.

use super::Account;
use super::term::{Lexicon, Term};
use crate::text::Span;

/// What a part of a wording is to the other wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// Both have it, in whatever form of its words.
    Shared,
    /// The first has it alone.
    LeftOut,
    /// The second has it alone.
    Added,
    /// Both have it, at another place.
    Moved,
}

/// A part of an alignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Where it stands in the first wording; `None` for what is added.
    pub first: Option<Span>,
    /// Where it stands in the second; `None` for what is left out.
    pub second: Option<Span>,
}

/// Wordings of more words than this are compared by their first so many.
const MOST_WORDS: usize = 2_000;

/// Aligns two wordings, each one or more spans of an account, word by word along their longest common subsequence (Hirschberg 1975 has the
/// problem; lengths here allow the full table). Small words count, forms of a word are the same, and
/// what stands on both sides but out of order is told as moved. Parts
/// cover all words of both, up to that many, and none reaches from one span into the next.
pub fn align(first: (&Account, &[Span]), second: (&Account, &[Span])) -> Vec<Part> {
    let mut lexicon = Lexicon::new();
    let mut words = |(account, spans): (&Account, &[Span])| -> Vec<Term> {
        let words = spans.iter().flat_map(|&span| lexicon.words(account, span));
        words.collect()
    };
    let sides = [first.1, second.1];
    let (a, b) = (words(first), words(second));
    let (a, b) = (&a[..a.len().min(MOST_WORDS)], &b[..b.len().min(MOST_WORDS)]);
    let common = common(a, b);
    let mut moved: Vec<u32> = Vec::new();
    for (n, word) in a.iter().enumerate() {
        let is_out = |m: usize| !common.iter().any(|c| c.1 == m);
        let elsewhere = || (0..b.len()).any(|m| b[m].key == word.key && is_out(m));
        if word.weight > 0.0 && !common.iter().any(|c| c.0 == n) && elsewhere() {
            moved.push(word.key);
        }
    }
    let mut parts = Parts {
        sides,
        all: Vec::new(),
    };
    let (mut i, mut j) = (0, 0);
    for (n, m) in common.into_iter().chain([(a.len(), b.len())]) {
        for word in &a[i..n] {
            parts.push(kind(word, &moved, PartKind::LeftOut), Some(word.span), None);
        }
        for word in &b[j..m] {
            parts.push(kind(word, &moved, PartKind::Added), None, Some(word.span));
        }
        if let (Some(one), Some(other)) = (a.get(n), b.get(m)) {
            parts.push(PartKind::Shared, Some(one.span), Some(other.span));
        }
        (i, j) = (n + 1, m + 1);
    }
    parts.all
}

fn kind(word: &Term, moved: &[u32], otherwise: PartKind) -> PartKind {
    if moved.contains(&word.key) {
        PartKind::Moved
    } else {
        otherwise
    }
}

struct Parts<'a> {
    /// The spans of both wordings.
    sides: [&'a [Span]; 2],
    all: Vec<Part>,
}

impl Parts<'_> {
    /// Adds a word, to the last part if it is of the kind, and of the same span of its wording.
    fn push(&mut self, kind: PartKind, first: Option<Span>, second: Option<Span>) {
        let cover = |side: usize, a: Option<Span>, b: Option<Span>| match (a, b) {
            (Some(a), Some(b)) => {
                let all = a.cover(b);
                let is_one = self.sides[side].iter().any(|span| span.contains(all));
                is_one.then_some(Some(all))
            }
            (None, None) => Some(None),
            _ => None,
        };
        let last = self.all.last().filter(|last| last.kind == kind);
        let both = last
            .and_then(|last| Some((cover(0, last.first, first)?, cover(1, last.second, second)?)));
        match (both, self.all.last_mut()) {
            (Some((first, second)), Some(last)) => (last.first, last.second) = (first, second),
            _ => self.all.push(Part {
                kind,
                first,
                second,
            }),
        }
    }
}

/// The longest common subsequence of two lists of words, as pairs of places in order.
fn common(a: &[Term], b: &[Term]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut longest = vec![0u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i * width + j] = if a[i].key == b[j].key {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < a.len() && j < b.len() {
        if a[i].key == b[j].key {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}
