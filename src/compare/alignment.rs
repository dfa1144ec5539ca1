//! How is one wording turned into another? An alignment: spans shared, left out, added and moved, in the order of reading.

use rustc_hash::FxHashSet;

use super::account::Account;
use super::statement::{Lexicon, Term};
use crate::text::Span;

/// What a span of a wording is to the other wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlignmentKind {
    /// Both have it, in whatever form of its words.
    Shared,
    /// The first has it alone.
    LeftOut,
    /// The second has it alone.
    Added,
    /// Both have it, at another place.
    Moved,
}

/// A span of one wording with that of the other which it is set beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AlignedSpan {
    /// What it is.
    pub kind: AlignmentKind,
    /// Where it stands in the first wording; `None` for what is added.
    pub first: Option<Span>,
    /// Where it stands in the second; `None` for what is left out.
    pub second: Option<Span>,
}

/// So many pairs of words are looked at in one table; more are divided.
const TABLE: usize = 1 << 22;

/// Aligns two wordings, each one or more spans of an account, word by word along their longest common subsequence (Hirschberg
/// 1975). Small words count, forms of a word are the same, and
/// what stands on both sides but out of order is told as moved. The spans
/// cover all words of both, and none reaches from one span into the next.
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

/// The words whose places are not among some places in order.
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
    /// The spans of both wordings.
    sides: [&'a [Span]; 2],
    all: Vec<AlignedSpan>,
}

impl Alignment<'_> {
    /// Adds a word, to the last aligned span if it is of the kind, and of the same span of its wording.
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

/// The longest common subsequence of two lists of words, as pairs of places in order.
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

/// The same of lists too long for a table: the first is halved, the second cut where both halves share
/// most.
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

/// How long the longest common subsequence of `a` and each start of `b` is, the empty one first.
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

/// The same by a table of all pairs of places.
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
