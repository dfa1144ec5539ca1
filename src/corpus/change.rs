//! How does a corpus change? Methods that add and remove articles and take values given by people.
//!
//! Results that depend on one article are kept, and the index grows and shrinks with the articles;
//! everything else they share is derived again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use bytes::Bytes;

use super::article::{ArticleState, Found};
use super::decide::join;
use super::saved;
use super::state::Corpus;
use super::timeline::anchor;
use crate::decision::Decision;
use crate::document::{DocId, Document, Given};
use crate::error::{ReadError, quoted};
use crate::order;
use crate::search::Index;
use crate::text::UniqueNames;
use crate::time::Date;

/// What the id of an article must be, for error messages.
pub const ARTICLE: &str = "the id of an article, as articles() lists them";

impl Corpus {
    /// Appends the articles of `other`. An article whose id is taken gets a suffix `-2`, `-3`, ….
    /// The decisions of `other` are added too.
    pub fn append(&mut self, other: Corpus) {
        let decisions = other.decisions.clone();
        self.add(other.into_articles(), decisions);
    }

    /// Appends the articles of a saved corpus, as [`Corpus::append`] does.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Pack`] if the bytes are not a saved corpus, or are damaged.
    pub fn append_saved(&mut self, bytes: impl Into<Bytes>) -> Result<(), ReadError> {
        let saved = saved::read(&bytes.into())?;
        self.add(saved.articles, saved.decisions);
        Ok(())
    }

    /// The same articles and decisions, analysed if that is asked and they are not.
    pub fn as_analyzed(self, analyze: bool) -> Self {
        if !analyze || self.is_analyzed() {
            return self;
        }
        let mut analyzed = Self::default();
        analyzed.append(self);
        analyzed
    }

    fn add(&mut self, added: Vec<ArticleState>, mut coming: Vec<Decision>) {
        let analyze = self.is_analyzed();
        let mut ids: UniqueNames = self.documents.iter().map(|d| d.id.as_str()).collect();
        let (mut articles, mut decisions, mut index) = self.take();
        let mut renamed: BTreeMap<String, String> = BTreeMap::new();
        for mut article in added {
            let id = ids.take(&article.document.id);
            if id != article.document.id {
                renamed.insert(article.document.id.clone(), id.clone());
            }
            article.document.id = id;
            articles.push(article);
        }
        for quoted in coming.iter_mut().flat_map(|d| d.act.mentions_mut()) {
            if let Some(id) = renamed.get(&quoted.article) {
                quoted.article.clone_from(id);
            }
        }
        join(&mut decisions, coming);
        *self = Self::assemble(articles, decisions, analyze, |documents| {
            index.append(documents);
            index
        });
    }

    /// Removes the articles with these ids; unknown ids are ignored.
    pub fn remove<Id: AsRef<str>>(&mut self, ids: &[Id]) {
        let analyze = self.is_analyzed();
        let gone: BTreeSet<&str> = order::gathered(ids.iter().map(AsRef::as_ref));
        let leaves = |id: &DocId| gone.contains(self.document(*id).id.as_str());
        let numbers: Vec<DocId> = self.ids().filter(leaves).collect();
        let (mut articles, decisions, mut index) = self.take();
        articles.retain(|article| !gone.contains(article.document.id.as_str()));
        *self = Self::assemble(articles, decisions, analyze, |documents| {
            index.expunge(&numbers, documents);
            index
        });
    }

    /// Stores values that a person gives for an article; they take precedence over values found
    /// there. An empty value removes an earlier one, so that the found value counts again.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] if no article has this id, or a date is not ISO
    /// 8601.
    pub fn give(&mut self, id: &str, given: &Given) -> Result<(), ReadError> {
        let Some(doc) = self.find(id) else {
            return Err(ReadError::argument("id", ARTICLE, quoted(id)));
        };
        let dates = [("published", &given.published), ("updated", &given.updated)];
        for (name, date) in dates {
            let date = date.as_deref().map_or("", str::trim);
            if !date.is_empty() && Date::parse(date).is_none() {
                let expected = "a date as in “2024-06-21”";
                return Err(ReadError::argument(name, expected, quoted(date)));
            }
        }
        let mut record = self.record(doc);
        let mut all = record.given.clone();
        all.merge(given);
        record.give(all);
        self.replace(doc, ArticleState::new(record));
        Ok(())
    }

    /// Replaces an article by what it has become, with the same id and text. What articles share is
    /// derived again only where it can have changed.
    fn replace(&mut self, doc: DocId, article: ArticleState) {
        let at = doc.0 as usize;
        let before = std::mem::replace(&mut self.documents[at], article.document);
        self.origins[at] = article.origin;
        self.summaries[at] = article.summary;
        // Of the values that can be given, only the title is searched text.
        let mut is_same = self.documents[at].title == before.title;
        if is_same {
            self.shared.index.refresh();
        } else {
            self.shared.index.replace(doc, &self.documents);
        }
        if self.is_analyzed() {
            self.analysed = 1;
            let found = Found::new(&self.documents[at]);
            is_same &= found.quotations == self.quotations[at];
            self.quotations[at] = found.quotations;
            self.dates[at] = found.dates;
            let mentions = std::mem::replace(&mut self.mentions[at], found.mentions);
            if mentions != self.mentions[at] {
                is_same = false;
                self.find_entities();
            }
            let document = &self.documents[at];
            let days = |document: &Document| (document.published.clone(), document.updated.clone());
            if days(document) != days(&before) {
                self.infer_dates();
            }
        }
        let now = &self.documents[at];
        if now.title != before.title || anchor(now) != anchor(&before) {
            self.shared.related = OnceLock::new();
        }
        if is_same {
            self.forget_comparisons();
        } else {
            let decisions = std::mem::take(&mut self.decisions);
            self.settle(decisions);
        }
    }

    /// Takes all articles, decisions and the index; the corpus is empty afterwards.
    fn take(&mut self) -> (Vec<ArticleState>, Vec<Decision>, Index) {
        let empty = Self::assemble(Vec::new(), Vec::new(), true, |documents| {
            Index::build(documents)
        });
        let mut corpus = std::mem::replace(self, empty);
        let index = std::mem::take(&mut corpus.shared.index);
        let decisions = std::mem::take(&mut corpus.decisions);
        (corpus.into_articles(), decisions, index)
    }

    fn into_articles(self) -> Vec<ArticleState> {
        let found = self.mentions.into_iter().zip(self.quotations);
        let mut found = found.zip(self.dates);
        let found = || {
            let ((mentions, quotations), dates) = found.next()?;
            Some(Found {
                mentions,
                quotations,
                dates,
            })
        };
        let all = self.documents.into_iter().zip(self.origins);
        all.zip(self.summaries)
            .zip(std::iter::repeat_with(found))
            .map(|(((document, origin), summary), found)| ArticleState {
                document,
                origin,
                summary,
                found,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Treatment;
    use crate::document::Article;

    const TEXT: &str = "River rises\n\nBy Jane Doe\n\nThe river rose by two metres on Monday, and “we left in boats,” said Ann Lee of Springfield.\n\nCopyright 2020 The Bugle";

    fn corpus(ids: &[&str]) -> Corpus {
        let articles: Vec<Article> = ids.iter().map(|id| Article::new(*id, TEXT)).collect();
        Corpus::from_articles(&articles, Treatment::default()).unwrap()
    }

    fn ids(corpus: &Corpus) -> Vec<&str> {
        corpus.documents().iter().map(|d| d.id.as_str()).collect()
    }

    /// Checks that kept and newly derived results equal those of a fresh corpus of the same
    /// records.
    fn check(corpus: &Corpus) {
        let fresh = Corpus::new(corpus.records().collect()).unwrap();
        assert_eq!(corpus.mentions, fresh.mentions);
        assert_eq!(corpus.quotations, fresh.quotations);
        assert_eq!(corpus.entities(), fresh.entities());
        assert_eq!(corpus.dates, fresh.dates);
        assert_eq!(corpus.shared.inferred, fresh.shared.inferred);
        assert_eq!(ids(corpus), ids(&fresh));
    }

    #[test]
    fn articles_join_behind_with_ids_of_their_own() {
        let mut all = corpus(&["a", "b-2", "b"]);
        all.append(corpus(&["b", "c", "a"]));
        assert_eq!(ids(&all), ["a", "b-2", "b", "b-3", "c", "a-2"]);
        assert_eq!(all.find("a-2").map(|doc| doc.0), Some(5));
        check(&all);
    }

    #[test]
    fn what_was_not_analysed_is_when_it_joins() {
        let mut all = corpus(&[]);
        let treatment = Treatment {
            analyze: false,
            normalize: true,
        };
        all.append(Corpus::from_articles(&[Article::new("a", TEXT)], treatment).unwrap());
        assert_eq!(all.quotations.concat().len(), 1);
        check(&all);
    }

    #[test]
    fn articles_leave() {
        let mut all = corpus(&["a", "b", "c"]);
        all.remove(&["b", "none"]);
        assert_eq!(ids(&all), ["a", "c"]);
        check(&all);
        all.remove(&["a", "c"]);
        assert!(all.documents().is_empty() && all.entities().is_empty());
        all.append(corpus(&["d"]));
        check(&all);
    }

    #[test]
    fn given_before_found_and_back() {
        let mut all = corpus(&["a"]);
        let found = all.record(DocId(0));
        let given = |publisher: &str, published: &str| Given {
            publisher: Some(publisher.into()),
            published: Some(published.into()),
            ..Given::default()
        };
        all.give("a", &given("The Globe", "2024-06-21")).unwrap();
        let record = all.record(DocId(0));
        assert_eq!(record.publisher.as_deref(), Some("The Globe"));
        assert_eq!(record.author, found.author);
        check(&all);
        all.give("a", &given("", "")).unwrap();
        let record = all.record(DocId(0));
        assert_eq!(record.publisher, found.publisher);
        assert_eq!(record.published, found.published);
        assert_eq!(record.evidence, found.evidence);
    }

    #[test]
    fn what_cannot_be_given_is_refused() {
        let mut all = corpus(&["a"]);
        assert!(all.give("none", &Given::default()).is_err());
        let given = Given {
            published: Some("last week".into()),
            ..Given::default()
        };
        assert!(all.give("a", &given).is_err());
        assert_eq!(ids(&all), ["a"]);
    }
}
