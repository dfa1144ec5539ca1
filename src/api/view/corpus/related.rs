//! Stories, and copies of articles.

use std::collections::BTreeSet;

use fixedbitset::FixedBitSet;

use super::View;
use super::argument::portion;
use crate::api::options::RelatedFilter;
use crate::api::shape::{CopyView, DuplicateSet, StoryView, StoryWord};
use crate::compare::{Copies, Copy, Story};
use crate::document::DocId;
use crate::error::ReadError;
use crate::order;
use crate::search::day;

impl View {
    /// Articles that report one event, the stories of most articles first.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when the article of the filter is not here.
    pub fn stories(&self, filter: &RelatedFilter) -> Result<Vec<StoryView>, ReadError> {
        let asked = self.known("article", filter.article.as_ref())?;
        let copies = self.copied();
        let stories = self.corpus.stories().iter();
        let stories = stories.filter(|s| asked.is_none_or(|doc| s.articles.contains(&doc)));
        let stories = portion(stories, filter.offset, filter.limit);
        Ok(stories.map(|story| self.story(story, &copies)).collect())
    }

    fn story(&self, story: &Story, copies: &FixedBitSet) -> StoryView {
        let documents = story.articles.iter().map(|&doc| self.corpus.document(doc));
        let publishers: BTreeSet<&str> =
            order::gathered(documents.clone().filter_map(|d| d.publisher.as_deref()));
        let days = documents.filter_map(|d| day(d.dated()?));
        let articles: Vec<String> = story.articles.iter().map(|&doc| self.id(doc)).collect();
        StoryView {
            id: articles.first().cloned().unwrap_or_default(),
            title: self.corpus.document(story.central).title.clone(),
            central: self.id(story.central),
            publishers: publishers.into_iter().map(str::to_owned).collect(),
            from: days.clone().min().map(str::to_owned),
            to: days.max().map(str::to_owned),
            copies: story
                .articles
                .iter()
                .filter(|doc| copies.contains(doc.0 as usize))
                .count() as u32,
            words: story
                .words
                .iter()
                .map(|shared| StoryWord {
                    word: shared.word.clone(),
                    articles: shared.articles,
                })
                .collect(),
            articles,
        }
    }

    /// Articles that consist of nearly the same words as another, in corpus order of those others.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when the article of the filter is not here.
    pub fn duplicates(&self, filter: &RelatedFilter) -> Result<Vec<DuplicateSet>, ReadError> {
        let asked = self.known("article", filter.article.as_ref())?;
        let is_in = |set: &&Copies| asked.is_none_or(|doc| members(set).contains(&doc));
        let sets = self.corpus.copies().iter().filter(is_in);
        let copy = |copy: &Copy| CopyView {
            article: self.id(copy.article),
            share: f64::from(copy.share) / 1000.0,
        };
        let sets = portion(sets, filter.offset, filter.limit).map(|set| DuplicateSet {
            article: self.id(set.original),
            copies: set.copies.iter().map(copy).collect(),
        });
        Ok(sets.collect())
    }

    /// The documents of each set of copies, the most complete first.
    pub(super) fn copy_sets(&self) -> Vec<Vec<DocId>> {
        self.corpus.copies().iter().map(members).collect()
    }

    /// Some documents without those that are copies of others among them.
    pub(super) fn folded(&self, mut documents: Vec<DocId>) -> Vec<DocId> {
        let count = self.corpus.documents().len();
        let mut here = FixedBitSet::with_capacity(count);
        documents.iter().for_each(|doc| here.insert(doc.0 as usize));
        let mut gone = FixedBitSet::with_capacity(count);
        for set in self.corpus.copies() {
            let present = members(set)
                .into_iter()
                .filter(|doc| here.contains(doc.0 as usize));
            present.skip(1).for_each(|doc| gone.insert(doc.0 as usize));
        }
        documents.retain(|doc| !gone.contains(doc.0 as usize));
        documents
    }

    /// The documents that are copies of others.
    fn copied(&self) -> FixedBitSet {
        let mut copied = FixedBitSet::with_capacity(self.corpus.documents().len());
        let copies = self.corpus.copies().iter().flat_map(|set| &set.copies);
        copies.for_each(|copy| copied.insert(copy.article.0 as usize));
        copied
    }
}

/// The documents of a set, the most complete first.
fn members(set: &Copies) -> Vec<DocId> {
    let copies = set.copies.iter().map(|copy| copy.article);
    [set.original].into_iter().chain(copies).collect()
}
