//! When did it happen, and what proves it? A pass over all documents that resolves each date
//! against the best anchor.
//!
//! The date of an article anchors its "Wednesday". An article without a date may use those of
//! articles that report the same event: an expression is resolved only if all of them give the same
//! days.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::compare::Profile;
use crate::document::{DocId, Document};
use crate::order;
use crate::time::{Date, DateMention, dates};

/// A date of a document, with the article that proves it if that is another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated {
    /// The expression, with its interval.
    pub mention: DateMention,
    /// The document whose date resolved it; `None` if its own date did, or none was needed.
    pub inferred_from: Option<DocId>,
}

/// The least [`Profile::cosine`] of two articles for one to lend the other its date.
const ALIKE: f64 = 0.5;

/// The dates of a document, as far as it determines them itself.
pub fn own_dates(document: &Document) -> Vec<Dated> {
    let of = |mention| Dated {
        mention,
        inferred_from: None,
    };
    let dates = dates(document, anchor(document)).into_iter();
    dates.map(of).collect()
}

/// The dates of those documents that other articles help to resolve, by the document's ordinal;
/// `own` are the [`own_dates`] of all documents.
pub fn inferred_dates(documents: &[Document], own: &[Vec<Dated>]) -> BTreeMap<u32, Vec<Dated>> {
    let anchors: Vec<Option<Date>> = documents.iter().map(anchor).collect();
    if anchors.iter().all(Option::is_none) {
        return BTreeMap::new();
    }
    let mut kin = None;
    let mut inferred = BTreeMap::new();
    for (n, (document, own)) in (0u32..).zip(documents.iter().zip(own)) {
        let is_open = |dated: &Dated| dated.mention.from.is_none();
        if anchors[n as usize].is_some() || !own.iter().any(is_open) {
            continue;
        }
        let kin = kin.get_or_insert_with(|| Kin::new(documents, &anchors));
        let found = infer(document, own, &kin.of(document), &anchors);
        if found != *own {
            inferred.insert(n, found);
        }
    }
    inferred
}

/// The date of an article: when it was published, or else updated.
pub fn anchor(document: &Document) -> Option<Date> {
    [&document.published, &document.updated]
        .into_iter()
        .flatten()
        .find_map(|iso| Date::parse(iso))
}

/// Resolves open dates of `own` against the anchors of similar articles, if they agree.
fn infer(
    document: &Document,
    own: &[Dated],
    alike: &[DocId],
    anchors: &[Option<Date>],
) -> Vec<Dated> {
    // Articles of one day give the same result, so each day is tried once.
    let mut days: Vec<Date> = Vec::new();
    for day in alike.iter().filter_map(|doc| anchors[doc.0 as usize]) {
        if !days.contains(&day) {
            days.push(day);
        }
    }
    let readings: Vec<Vec<DateMention>> = days
        .into_iter()
        .map(|day| dates(document, Some(day)))
        .collect();
    let agreed = |mention: &DateMention| {
        let mut found = readings
            .iter()
            .map(|reading| reading.iter().find(|d| d.span == mention.span));
        let first = found.next()??;
        let same = |other: Option<&DateMention>| {
            other.is_some_and(|d| (d.from, d.to) == (first.from, first.to))
        };
        (first.from.is_some() && found.all(same)).then(|| first.clone())
    };
    own.iter()
        .map(|dated| match agreed(&dated.mention) {
            Some(resolved) if dated.mention.from.is_none() => Dated {
                mention: resolved,
                inferred_from: alike.first().copied(),
            },
            _ => dated.clone(),
        })
        .collect()
}

/// The dated articles of a corpus, indexed by the terms of their profiles.
struct Kin {
    postings: BTreeMap<String, Vec<(DocId, f64)>>,
}

impl Kin {
    fn new(documents: &[Document], anchors: &[Option<Date>]) -> Self {
        let mut postings: BTreeMap<String, Vec<(DocId, f64)>> = BTreeMap::new();
        for (n, document) in documents
            .iter()
            .enumerate()
            .filter(|(n, _)| anchors[*n].is_some())
        {
            for (term, weight) in Profile::new(document).terms() {
                postings
                    .entry(term.clone())
                    .or_default()
                    .push((DocId(n as u32), *weight));
            }
        }
        Self { postings }
    }

    /// The dated articles similar to `document`, the most similar first.
    fn of(&self, document: &Document) -> Vec<DocId> {
        let mut cosine: BTreeMap<DocId, f64> = BTreeMap::new();
        for (term, weight) in Profile::new(document).terms() {
            for &(doc, other) in self.postings.get(term).into_iter().flatten() {
                *cosine.entry(doc).or_default() += weight * other;
            }
        }
        let mut alike: Vec<_> = cosine.into_iter().filter(|&(_, c)| c >= ALIKE).collect();
        order::sort_by(&mut alike, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        alike.into_iter().map(|(doc, _)| doc).collect()
    }
}
