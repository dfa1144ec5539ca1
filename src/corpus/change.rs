//! How does a corpus change? Methods that add and remove articles and take values given by people.
//!
//! Results that depend on one article are kept, and the index grows and shrinks with the articles;
//! everything else they share is derived again.

use std::collections::{BTreeMap, BTreeSet};

use super::article::{ArticleState, Found};
use super::decide::join;
use super::state::Corpus;
use crate::decision::Decision;
use crate::document::{DocId, Given};
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
        let analyze = self.is_analyzed();
        let mut ids: UniqueNames = self.records.iter().map(|r| r.id.as_str()).collect();
        let (mut articles, mut decisions, mut index) = self.take();
        let mut coming = other.decisions.clone();
        let mut renamed: BTreeMap<String, String> = BTreeMap::new();
        for mut article in other.into_articles() {
            let id = ids.take(&article.record.id);
            if id != article.record.id {
                renamed.insert(article.record.id.clone(), id.clone());
            }
            article.record.id.clone_from(&id);
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
        articles.retain(|article| !gone.contains(article.record.id.as_str()));
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
        let analyze = self.is_analyzed();
        let (mut articles, decisions, mut index) = self.take();
        let article = &mut articles[doc.0 as usize];
        let title = article.document.title.clone();
        let mut all = article.record.given.clone();
        all.merge(given);
        article.record.give(all);
        *article = ArticleState::new(article.record.clone());
        let is_retitled = article.document.title != title;
        *self = Self::assemble(articles, decisions, analyze, |documents| {
            // Of the values that can be given, only the title is searched text.
            if is_retitled {
                index.replace(doc, documents);
            } else {
                index.refresh(documents);
            }
            index
        });
        Ok(())
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
        let mut mentions = self.mentions.into_iter();
        let mut quotations = self.quotations.into_iter();
        let found = || {
            Some(Found {
                mentions: mentions.next()?,
                quotations: quotations.next()?,
            })
        };
        let all = self.records.into_iter().zip(self.documents);
        all.zip(std::iter::repeat_with(found))
            .map(|((record, document), found)| ArticleState {
                record,
                document,
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
        corpus.records().iter().map(|r| r.id.as_str()).collect()
    }

    /// Checks that kept and newly derived results equal those of a fresh corpus of the same
    /// records.
    fn check(corpus: &Corpus) {
        let fresh = Corpus::new(corpus.records().to_vec()).unwrap();
        assert_eq!(corpus.mentions, fresh.mentions);
        assert_eq!(corpus.quotations, fresh.quotations);
        assert_eq!(corpus.entities(), fresh.entities());
        assert_eq!(corpus.shared.dated, fresh.shared.dated);
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
        assert!(all.records().is_empty() && all.entities().is_empty());
        all.append(corpus(&["d"]));
        check(&all);
    }

    #[test]
    fn given_before_found_and_back() {
        let mut all = corpus(&["a"]);
        let found = all.records()[0].clone();
        let given = |publisher: &str, published: &str| Given {
            publisher: Some(publisher.into()),
            published: Some(published.into()),
            ..Given::default()
        };
        all.give("a", &given("The Globe", "2024-06-21")).unwrap();
        let record = &all.records()[0];
        assert_eq!(record.publisher.as_deref(), Some("The Globe"));
        assert_eq!(record.author, found.author);
        check(&all);
        all.give("a", &given("", "")).unwrap();
        let record = &all.records()[0];
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
