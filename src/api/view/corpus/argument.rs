//! Is what was asked for possible here? The checks of a question that its shape cannot make by
//! itself: ranges of numbers, ids of articles and entities, stretches of days. JavaScript and the
//! command line are refused alike.

use std::fmt::Display;
use std::ops::RangeInclusive;

use fixedbitset::FixedBitSet;
use rustc_hash::FxHashMap;

use super::View;
use crate::api::options::{ArticleFilter, ArticleIds, SearchFilter};
use crate::api::view::answer::dated;
use crate::corpus::ARTICLE;
use crate::document::DocId;
use crate::entity::EntityId;
use crate::error::{ReadError, quoted};
use crate::search::Selection;

/// The most words on a side of a match, in lines and collocations.
pub(super) const WIDEST: u32 = 100;

/// A number of a range, both ends included; `usual` when none is given.
///
/// # Errors
/// [`crate::error::ReadErrorKind::Argument`] when it lies outside.
pub(super) fn within(
    name: &str,
    given: Option<u32>,
    range: RangeInclusive<u32>,
    usual: usize,
) -> Result<usize, ReadError> {
    match given {
        None => Ok(usual),
        Some(n) if range.contains(&n) => Ok(n as usize),
        Some(n) => Err(outside(name, range, n)),
    }
}

/// A number outside of the range that is expected.
pub(super) fn outside<N: Display>(name: &str, range: RangeInclusive<N>, found: N) -> ReadError {
    let (least, most) = range.into_inner();
    let expected = format_args!("a whole number from {least} to {most}");
    ReadError::argument(name, expected, found)
}

/// The part of some rows that is asked for: `limit` of them, after `offset`.
pub(super) fn portion<T>(
    rows: impl Iterator<Item = T>,
    offset: Option<u32>,
    limit: Option<u32>,
) -> impl Iterator<Item = T> {
    let limit = limit.map_or(usize::MAX, |limit| limit as usize);
    rows.skip(offset.unwrap_or_default() as usize).take(limit)
}

impl View {
    /// The article that a question is about, if it is about one.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when it is not here.
    pub(super) fn known<T: AsRef<str>>(
        &self,
        name: &str,
        id: Option<T>,
    ) -> Result<Option<DocId>, ReadError> {
        let found = |id: T| {
            let found = self.corpus.find(id.as_ref());
            found.ok_or_else(|| ReadError::argument(name, ARTICLE, quoted(id.as_ref())))
        };
        id.map(found).transpose()
    }

    /// The articles that a question is about: the one that it names, or all.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when the one that it names is not here.
    pub(super) fn asked(&self, article: Option<&String>) -> Result<Vec<DocId>, ReadError> {
        let known = self.known("article", article)?;
        Ok(known.map_or_else(|| self.corpus.ids().collect(), |doc| vec![doc]))
    }

    /// The articles of some ids in their order, each once.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when one is not here.
    pub(super) fn all_known(&self, name: &str, ids: &[String]) -> Result<Vec<DocId>, ReadError> {
        let documents = self.corpus.ids().zip(self.corpus.documents());
        let known: FxHashMap<&str, DocId> = documents.map(|(n, d)| (d.id.as_str(), n)).collect();
        let mut seen = FixedBitSet::with_capacity(known.len());
        let mut all = Vec::new();
        for (n, id) in ids.iter().enumerate() {
            let Some(&doc) = known.get(id.as_str()) else {
                let label = format!("{name}[{n}]");
                return Err(ReadError::argument(label, ARTICLE, quoted(id)));
            };
            if !seen.put(doc.0 as usize) {
                all.push(doc);
            }
        }
        Ok(all)
    }

    /// The articles that a filter lists, in its order or that of the corpus.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when one is not here.
    pub(super) fn listed(&self, filter: &ArticleFilter) -> Result<Vec<DocId>, ReadError> {
        let asked = match &filter.articles {
            Some(ids) => self.all_known("articles", ids)?,
            None => self.corpus.ids().collect(),
        };
        let asked = match filter.fold_duplicates {
            Some(true) => self.folded(asked),
            _ => asked,
        };
        Ok(portion(asked.into_iter(), filter.offset, filter.limit).collect())
    }

    /// What a filter selects; everything when there is none.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when its date is none, or an article of it is not
    /// here.
    pub(super) fn selection(&self, filter: Option<&SearchFilter>) -> Result<Selection, ReadError> {
        let filter = filter.cloned().unwrap_or_default();
        let values = [
            ("publisher", filter.publisher),
            ("kind", filter.kind),
            ("author", filter.author),
            ("entity", filter.entity),
            ("speaker", filter.speaker),
        ];
        let chosen = |(facet, value): (&str, Option<String>)| Some((facet.to_owned(), value?));
        let asked = filter.article.map(|ArticleIds(ids)| match ids.as_slice() {
            [id] => self.known("article", Some(id)).map(Vec::from_iter),
            ids => self.all_known("article", ids),
        });
        let documents = asked.transpose()?;
        dated(Selection {
            values: values.into_iter().filter_map(chosen).collect(),
            date: filter.date,
            documents,
        })
    }

    /// The entity that a question is about, if it is about one.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when it is not here.
    pub(super) fn known_entity(&self, id: Option<&String>) -> Result<Option<EntityId>, ReadError> {
        let found = |id: &String| {
            let expected = "the id of an entity, as entities() lists them";
            let found = self.corpus.entity(id);
            found.ok_or_else(|| ReadError::argument("entity", expected, quoted(id)))
        };
        id.map(found).transpose()
    }
}
