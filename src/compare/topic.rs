//! What do articles say about one treaty, document or event? A pass over sentences that collects
//! those about it.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::account::Account;
use super::difference::differences;
use super::group::{Group, GroupKind, articles};
use super::member::Member;
use crate::document::DocId;
use crate::entity::{EntityId, MentionKind, is_document_noun};
use crate::order;
use crate::text::Span;
use crate::text::fold::fold;

/// A topic with more sentences than this is the story itself, not a point of it.
const MOST_SENTENCES: usize = 30;
/// With many articles, the number of sentences per article instead.
const MOST_OF_ONE: usize = 6;
/// How many sentences after a document is named "the treaty" may still refer to it.
const REACH: usize = 2;

/// A document or event that is the story itself: too many sentences are about it to compare them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MainTopic {
    /// The document or event.
    pub about: EntityId,
    /// The number of articles about it.
    pub articles: usize,
    /// The number of sentences about it.
    pub sentences: usize,
}

/// The documents and events that the accounts mention, one group each, and those that are the story
/// itself, both in entity order.
pub(super) fn topics(accounts: &[Account]) -> (Vec<Group>, Vec<MainTopic>) {
    let mut members: BTreeMap<EntityId, Vec<Member>> = BTreeMap::new();
    for account in accounts {
        for (entity, span, name) in named(account) {
            let members = members.entry(entity).or_default();
            match members.last_mut() {
                Some(last) if last.document == account.id && last.spans == [span] => {
                    last.shared.push(name);
                }
                _ => members.push(Member {
                    document: account.id,
                    spans: vec![span],
                    quotation: None,
                    shared: vec![name],
                }),
            }
        }
    }
    let most = MOST_SENTENCES.max(accounts.len() * MOST_OF_ONE);
    let by_id: FxHashMap<DocId, &Account> = accounts.iter().map(|a| (a.id, a)).collect();
    let (mut groups, mut main) = (Vec::new(), Vec::new());
    for (about, members) in members {
        let told = members.iter();
        let told: Vec<_> = told
            .filter_map(|m| Some((*by_id.get(&m.document)?, m)))
            .collect();
        let differences = match members.len() <= most {
            true => differences(&told),
            false => Vec::new(),
        };
        let group = Group {
            kind: GroupKind::Topic,
            about: Some(about),
            centre: 0,
            differences,
            members,
        };
        if group.members.len() <= most {
            groups.push(group);
        } else {
            main.push(MainTopic {
                about,
                articles: articles(&group),
                sentences: group.members.len(),
            });
        }
    }
    (groups, main)
}

/// The documents and events named in an account, each with its sentence and its words, in text
/// order: by name, or by "the" and the noun of the last one.
fn named(account: &Account) -> Vec<(EntityId, Span, Span)> {
    let document = account.document;
    let is_topic = |kind| matches!(kind, MentionKind::Document | MentionKind::Event);
    let mut named: Vec<(EntityId, Span, Span)> = Vec::new();
    let mut last: Option<(EntityId, String, usize)> = None;
    for (n, &sentence) in document.sentences().iter().enumerate() {
        let first = account
            .mentions
            .partition_point(|m| m.span.start < sentence.start);
        let within = account.mentions[first..]
            .iter()
            .zip(&account.entities[first..]);
        let within = within.take_while(|(m, _)| m.span.end <= sentence.end);
        let topics: Vec<(EntityId, Span)> = within
            .filter(|(m, _)| is_topic(m.kind))
            .filter_map(|(m, entity)| Some(((*entity)?, m.span)))
            .collect();
        if topics.is_empty()
            && let Some((entity, kind, at)) = &last
            && n - at <= REACH
        {
            named.extend(described(account, sentence, kind).map(|span| (*entity, sentence, span)));
        }
        for (entity, span) in topics {
            named.push((entity, sentence, span));
            let words = fold(document.slice(span));
            let kind = words.split_whitespace().find(|word| is_document_noun(word));
            last = kind.map(|kind| (entity, kind.to_owned(), n)).or(last);
        }
    }
    order::sort_by_key(&mut named, |(_, sentence, name)| {
        (sentence.start, name.start)
    });
    named
}

/// "The treaty" in a sentence, for the document noun `kind`.
fn described(account: &Account, sentence: Span, kind: &str) -> Option<Span> {
    let words: Vec<Span> = account
        .document
        .tokens_in(sentence)
        .iter()
        .filter(|t| t.is_word())
        .map(|t| t.span)
        .collect();
    let folded = |span: Span| fold(account.document.slice(span));
    let pairs = words.windows(2);
    let mut described = pairs.filter(|pair| folded(pair[0]) == "the" && folded(pair[1]) == kind);
    described.next().map(|pair| pair[0].cover(pair[1]))
}
