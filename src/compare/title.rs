//! Which names of documents and quoted terms do several articles use? A pass over their words.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::account::Account;
use super::group::{Group, GroupKind};
use super::member::Member;
use super::statement::{Lexicon, Term};
use crate::entity::{MentionKind, is_document_noun};
use crate::text::Span;
use crate::text::fold::fold;

/// The fewest words of a title.
const FEWEST_WORDS: usize = 3;
/// The most words of a title.
const MOST_WORDS: usize = 12;

/// The titles that occur in the accounts, one group each, in order of first use.
pub(super) fn titles(accounts: &[Account]) -> Vec<Group> {
    let mut lexicon = Lexicon::new();
    let words: Vec<Vec<Term>> = accounts
        .iter()
        .map(|account| {
            let mut words = lexicon.words(account, whole(account));
            words.retain(|word| word.weight > 0.0);
            words
        })
        .collect();
    let mut titles: Vec<Vec<u32>> = Vec::new();
    let mut known: BTreeSet<Vec<u32>> = BTreeSet::new();
    for (account, words) in accounts.iter().zip(&words) {
        for span in named(account) {
            let keys = title(account, words, span);
            let is_title = (FEWEST_WORDS..=MOST_WORDS).contains(&keys.len());
            if is_title && known.insert(keys.clone()) {
                titles.push(keys);
            }
        }
    }
    let mut by_start: FxHashMap<&[u32], Vec<usize>> = FxHashMap::default();
    for (n, title) in titles.iter().enumerate() {
        by_start.entry(&title[..FEWEST_WORDS]).or_default().push(n);
    }
    let mut members: Vec<Vec<Member>> = vec![Vec::new(); titles.len()];
    for (account, words) in accounts.iter().zip(&words) {
        for (at, start) in words.windows(FEWEST_WORDS).enumerate() {
            let start: [u32; FEWEST_WORDS] = std::array::from_fn(|n| start[n].key);
            for &n in by_start.get(&start[..]).into_iter().flatten() {
                members[n].extend(use_at(account, &words[at..], &titles[n]));
            }
        }
    }
    let groups = members.into_iter().filter(|members| !members.is_empty());
    groups
        .map(|members| Group {
            kind: GroupKind::Title,
            about: None,
            members,
            centre: 0,
            differences: Vec::new(),
        })
        .collect()
}

fn whole(account: &Account) -> Span {
    Span::new(0, account.document.text.len())
}

/// The spans of documents and works, and of quoted terms that are not part of a quotation.
fn named(account: &Account) -> Vec<Span> {
    let is_titled = |kind| matches!(kind, MentionKind::Document | MentionKind::Work);
    let mentions = account.mentions.iter().filter(|m| is_titled(m.kind));
    let mut named: Vec<Span> = mentions.map(|m| m.span).collect();
    let text = &account.document.text;
    let mut open = None;
    for (at, c) in text.char_indices() {
        match c {
            '“' => open = Some(at + c.len_utf8()),
            '”' => named.extend(open.take().map(|start| Span::new(start, at))),
            '\n' => open = None,
            _ => {}
        }
    }
    let is_said = |span: &Span| {
        let mut spans = account.quotations.iter().flat_map(|q| q.spans.iter());
        spans.any(|said| said.overlaps(*span))
    };
    named.retain(|span| !is_said(span));
    named
}

/// The keys of a title, without document nouns at its ends: "Treaty on …", "… agreement".
fn title(account: &Account, words: &[Term], span: Span) -> Vec<u32> {
    let first = words.partition_point(|w| w.span.start < span.start);
    let end = words.partition_point(|w| w.span.end <= span.end);
    let mut own = &words[first..end.max(first)];
    let is_kind = |word: &Term| is_document_noun(&fold(account.document.slice(word.span)));
    while let [word, rest @ ..] = own
        && is_kind(word)
    {
        own = rest;
    }
    while let [rest @ .., word] = own
        && is_kind(word)
    {
        own = rest;
    }
    own.iter().map(|word| word.key).collect()
}

/// The use of a title at the start of `words`, if they match it.
fn use_at(account: &Account, words: &[Term], title: &[u32]) -> Option<Member> {
    let used = words.get(..title.len())?;
    let is_same = used.iter().map(|word| word.key).eq(title.iter().copied());
    let span = used[0].span.cover(used[used.len() - 1].span);
    // A title contains no punctuation.
    let is_one = !account
        .document
        .slice(span)
        .contains([',', '.', ';', '\n', '”', '“']);
    (is_same && is_one).then(|| Member {
        document: account.id,
        spans: vec![span],
        quotation: None,
        shared: used.iter().map(|word| word.span).collect(),
    })
}
