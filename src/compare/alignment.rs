//! How is one wording turned into another? An alignment: spans that are shared, left out, added or
//! moved, in reading order.

use rustc_hash::FxHashSet;

use super::account::Account;
use super::statement::{Lexicon, Term};
use crate::text::Span;

/// How a span of one wording relates to the other wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlignmentKind {
    /// In both, in any form of its words.
    Shared,
    /// Only in the first.
    LeftOut,
    /// Only in the second.
    Added,
    /// In both, at different places.
    Moved,
}

/// A span of one wording, with the corresponding span of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AlignedSpan {
    /// How they are related.
    pub kind: AlignmentKind,
    /// Its span in the first wording; `None` if it was added, or moved here from elsewhere.
    pub first: Option<Span>,
    /// Its span in the second wording; `None` if it was left out, or moved from here.
    pub second: Option<Span>,
}

/// The largest table, in pairs of words; larger ones are divided.
const TABLE: usize = 1 << 22;

/// Aligns two wordings word by word along their longest common subsequence (Hirschberg 1975). Each
/// wording is one or more spans of an account. Stop words count, forms of a word are the same, and
/// a word that is on both sides but out of order counts as moved. The aligned spans cover all words
/// of both wordings, and none crosses from one given span into the next.
pub fn align(first: (&Account, &[Span]), second: (&Account, &[Span])) -> Vec<AlignedSpan> {
    let mut lexicon = Lexicon::new();
    let mut words = |(account, spans): (&Account, &[Span])| -> Vec<Term> {
        let words = spans.iter().flat_map(|&span| lexicon.words(account, span));
        words.collect()
    };
    let sides = [first.1, second.1];
    let (a, b) = (words(first), words(second));
    let common = common(&a, &b);
    let (in_a, in_b): (Vec<usize>, Vec<usize>) = common.iter().copied().unzip();
    let (missed, added) = (others(&a, &in_a), others(&b, &in_b));
    let added: FxHashSet<u32> = added.iter().map(|word| word.key).collect();
    let moved = missed.iter().filter(|word| word.weight > 0.0);
    let moved: FxHashSet<u32> = moved
        .map(|word| word.key)
        .filter(|key| added.contains(key))
        .collect();
    let mut alignment = Alignment {
        sides,
        all: Vec::new(),
    };
    let (mut i, mut j) = (0, 0);
    for (n, m) in common.into_iter().chain([(a.len(), b.len())]) {
        for word in &a[i..n] {
            alignment.push(
                kind(word, &moved, AlignmentKind::LeftOut),
                Some(word.span),
                None,
            );
        }
        for word in &b[j..m] {
            alignment.push(
                kind(word, &moved, AlignmentKind::Added),
                None,
                Some(word.span),
            );
        }
        if let (Some(one), Some(other)) = (a.get(n), b.get(m)) {
            alignment.push(AlignmentKind::Shared, Some(one.span), Some(other.span));
        }
        (i, j) = (n + 1, m + 1);
    }
    alignment.all
}

/// The words whose indices are not in `places`, which is sorted.
fn others<'a>(words: &'a [Term], places: &[usize]) -> Vec<&'a Term> {
    let all = words.iter().enumerate();
    let others = all.filter(|(n, _)| places.binary_search(n).is_err());
    others.map(|(_, word)| word).collect()
}

fn kind(word: &Term, moved: &FxHashSet<u32>, otherwise: AlignmentKind) -> AlignmentKind {
    if moved.contains(&word.key) {
        AlignmentKind::Moved
    } else {
        otherwise
    }
}

struct Alignment<'a> {
    /// The given spans of both wordings.
    sides: [&'a [Span]; 2],
    all: Vec<AlignedSpan>,
}

impl Alignment<'_> {
    /// Adds a word: to the last aligned span if that has the same kind and is in the same given
    /// span, otherwise as a new one.
    fn push(&mut self, kind: AlignmentKind, first: Option<Span>, second: Option<Span>) {
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
            _ => self.all.push(AlignedSpan {
                kind,
                first,
                second,
            }),
        }
    }
}

/// The longest common subsequence of two lists of words, as pairs of indices in order.
fn common(a: &[Term], b: &[Term]) -> Vec<(usize, usize)> {
    if a.len().saturating_mul(b.len()) <= TABLE {
        return tabled(a, b);
    }
    let same = |(one, other): (&Term, &Term)| one.key == other.key;
    let start = a.iter().zip(b).take_while(|&two| same(two)).count();
    let (a, b) = (&a[start..], &b[start..]);
    let end = a.iter().rev().zip(b.iter().rev());
    let end = end.take_while(|&two| same(two)).count();
    let (inner_a, inner_b) = (&a[..a.len() - end], &b[..b.len() - end]);
    let mut pairs: Vec<(usize, usize)> = (0..start).map(|n| (n, n)).collect();
    let inner = divided(inner_a, inner_b).into_iter();
    pairs.extend(inner.map(|(i, j)| (start + i, start + j)));
    let behind = (start + inner_a.len(), start + inner_b.len());
    pairs.extend((0..end).map(|n| (behind.0 + n, behind.1 + n)));
    pairs
}

/// The longest common subsequence of lists too long for one table: `a` is halved, and `b` is cut
/// where both halves share most.
fn divided(a: &[Term], b: &[Term]) -> Vec<(usize, usize)> {
    if a.len() < 2 || a.len().saturating_mul(b.len()) <= TABLE {
        return tabled(a, b);
    }
    let half = a.len() / 2;
    let before = lengths(a[..half].iter(), &b.iter().collect::<Vec<_>>());
    let after = lengths(a[half..].iter().rev(), &b.iter().rev().collect::<Vec<_>>());
    let shared = |cut: &usize| before[*cut] + after[b.len() - cut];
    let cut = (0..=b.len()).rev().max_by_key(shared).unwrap_or(0);
    let mut pairs = divided(&a[..half], &b[..cut]);
    let rest = divided(&a[half..], &b[cut..]).into_iter();
    pairs.extend(rest.map(|(i, j)| (half + i, cut + j)));
    pairs
}

/// The length of the longest common subsequence of `a` and each prefix of `b`, the empty one first.
fn lengths<'a>(a: impl Iterator<Item = &'a Term>, b: &[&Term]) -> Vec<u32> {
    let mut longest = vec![0; b.len() + 1];
    for word in a {
        let mut diagonal = 0;
        for (n, other) in b.iter().enumerate() {
            let above = longest[n + 1];
            longest[n + 1] = match word.key == other.key {
                true => diagonal + 1,
                false => above.max(longest[n]),
            };
            diagonal = above;
        }
    }
    longest
}

/// The longest common subsequence, by a table of all pairs of indices.
fn tabled(a: &[Term], b: &[Term]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut longest = vec![0u32; (a.len() + 1) * width];
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
