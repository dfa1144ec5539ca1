//! How much there is, of everything.

use super::View;
use crate::api::shape::*;
use crate::entity;
use crate::quote;
use crate::search::day;

impl View {
    /// How many articles, words, entities, quotations and dates there are.
    pub fn overview(&self) -> Overview {
        let corpus = &self.corpus;
        let documents = corpus.documents().iter();
        let days = documents.filter_map(|document| day(document.dated()?));
        let (first, last) = (days.clone().min(), days.max());
        let entities = entity::EntityKind::ALL.map(|kind| EntityKindCount {
            kind: kind.into(),
            count: corpus.entities().iter().filter(|e| e.kind == kind).count() as u32,
        });
        let quotations = quote::QuotationKind::ALL.map(|kind| {
            let quotations = corpus.ids().flat_map(|doc| corpus.quotations(doc));
            QuotationKindCount {
                kind: kind.into(),
                count: quotations.filter(|q| q.kind == kind).count() as u32,
            }
        });
        Overview {
            articles: corpus.documents().len() as u32,
            words: corpus.ids().map(|doc| corpus.summary(doc).words).sum(),
            first: first.map(str::to_owned),
            last: last.map(str::to_owned),
            entities: entities.into_iter().filter(|e| e.count > 0).collect(),
            quotations: quotations.into(),
            dates: corpus.ids().map(|doc| corpus.dated(doc).len() as u32).sum(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Corpus, Treatment};
    use crate::document::{Article, Given};
    use crate::text::Unit;

    #[test]
    fn years_and_months_alone_are_days_too() {
        let dates = [
            Some("2024-06-20T10:00Z"),
            None,
            Some("2023"),
            Some("2024-07"),
        ];
        let article = |(n, date): (usize, Option<&str>)| {
            let mut article = Article::new(n.to_string(), "It rained.");
            article.given = Given {
                published: date.map(str::to_owned),
                ..Given::default()
            };
            article
        };
        let articles: Vec<Article> = dates.into_iter().enumerate().map(article).collect();
        let overview = |articles| {
            let corpus = Corpus::from_articles(articles, Treatment::default()).unwrap();
            View::new(corpus, Unit::Utf16).overview()
        };
        let all = overview(&articles);
        assert_eq!((all.articles, all.words), (4, 8));
        assert_eq!(
            (all.first.as_deref(), all.last.as_deref()),
            (Some("2023"), Some("2024-07"))
        );
        let none = overview(&[]);
        assert_eq!(
            (none.articles, none.first, none.entities),
            (0, None, Vec::new())
        );
    }
}
