//! Are reports of one event put together, and copies of one article? Cases by hand: 26 articles on six
//! events, and edited copies of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::random::Random;
use corpus_explorer::api::options::{ArticleFilter, SearchOptions};
use corpus_explorer::api::shape::Unit as HitUnit;
use corpus_explorer::api::view::View;
use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::document::{Article, DocId};
use corpus_explorer::text::Unit;
use serde::Deserialize;

#[derive(Deserialize)]
struct Row {
    id: String,
    event: String,
    publisher: String,
    published: String,
    title: String,
    text: String,
}

fn rows() -> Vec<Row> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/data/stories/newsroom.jsonl"
    );
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn article(row: &Row) -> Article {
    let mut article = Article::new(row.id.clone(), row.text.clone());
    article.given.title = Some(row.title.clone());
    article.given.publisher = Some(row.publisher.clone());
    article.given.published = Some(row.published.clone());
    article
}

fn corpus(articles: &[Article]) -> Corpus {
    let treatment = Treatment {
        analyze: false,
        normalize: true,
    };
    Corpus::from_articles(articles, treatment).unwrap()
}

/// The ids of the articles of each story.
fn stories(corpus: &Corpus) -> BTreeSet<BTreeSet<&str>> {
    let id = |doc: &DocId| corpus.document(*doc).id.as_str();
    let stories = corpus.stories().iter();
    stories
        .map(|story| story.articles.iter().map(id).collect())
        .collect()
}

#[test]
fn reports_of_one_event_are_one_story_in_any_order() {
    let rows = rows();
    let mut events: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in &rows {
        events.entry(&row.event).or_default().insert(&row.id);
    }
    let events: BTreeSet<BTreeSet<&str>> = events.into_values().collect();
    let mut articles: Vec<Article> = rows.iter().map(article).collect();
    let mut random = Random(5);
    for _ in 0..4 {
        assert_eq!(stories(&corpus(&articles)), events);
        for at in (1..articles.len()).rev() {
            articles.swap(at, random.below(at + 1));
        }
    }
    let undated = articles.iter().cloned().map(|mut article| {
        article.given.published = None;
        article
    });
    assert_eq!(stories(&corpus(&undated.collect::<Vec<_>>())), events);
}

#[test]
fn the_same_affair_months_later_is_another_story() {
    let rows = rows();
    let articles = rows
        .iter()
        .filter(|row| row.event == "bank-rate")
        .map(|row| {
            let mut article = article(row);
            if row.id == "p1-10" || row.id == "p1-11" {
                article.given.published = Some("2025-02-06".into());
            }
            article
        });
    let corpus = corpus(&articles.collect::<Vec<_>>());
    assert_eq!(corpus.stories().len(), 2);
    let words: Vec<&str> = corpus.stories()[0]
        .words
        .iter()
        .map(|w| w.word.as_str())
        .collect();
    assert!(words.contains(&"Holloway"), "{words:?}");
}

/// The text of an article with one of so many sentences left out, and a line added.
fn edited(text: &str, every: usize) -> String {
    let sentences = text.split_inclusive(". ").enumerate();
    let kept: String = sentences
        .filter(|(n, _)| n % every != 1)
        .map(|(_, s)| s)
        .collect();
    format!("{kept}\n\nA spokesman for the lighthouse declined to comment on the walrus.")
}

fn with_copies() -> Vec<Article> {
    let rows = rows();
    let mut articles: Vec<Article> = rows.iter().map(article).collect();
    let copy = |of: &Row, id: &str, every: usize, published: &str| {
        let mut copy = article(of);
        copy.id = id.into();
        copy.text = edited(&of.text, every);
        copy.given.published = Some(published.into());
        copy
    };
    let wire = &rows[0];
    articles.push(copy(wire, "edited", 8, "2023-03-23"));
    articles.push(copy(wire, "shortened", 3, "2023-03-22"));
    articles.push(copy(wire, "a-month-later", 8, "2023-04-22"));
    articles
}

#[test]
fn edited_copies_are_found_and_nothing_else() {
    let corpus = corpus(&with_copies());
    let id = |doc: DocId| corpus.document(doc).id.as_str();
    let [set] = corpus.copies() else {
        panic!("{:?}", corpus.copies());
    };
    assert_eq!(id(set.original), "p1-01");
    let copies: Vec<&str> = set.copies.iter().map(|copy| id(copy.article)).collect();
    assert_eq!(copies, ["edited", "shortened"]);
    assert!(
        set.copies
            .iter()
            .all(|copy| (500..1000).contains(&copy.share)),
        "{set:?}"
    );
}

#[test]
fn a_form_that_is_filled_in_is_no_copy() {
    let form = |id: &str, firm: &str, sum: &str| {
        Article::new(
            id,
            format!(
                "{firm} sets quarterly dividend. Qtly div {sum} cts vs {sum} cts prior. Pay April 15. Record March 27."
            ),
        )
    };
    let forms = [
        form("a", "Acme Holdings", "eight"),
        form("b", "Bolt Corporation", "nine"),
        form("c", "Cask and Sons", "ten"),
    ];
    assert_eq!(corpus(&forms).copies(), []);
    let same = [
        form("a", "Acme Holdings", "eight"),
        form("b", "Acme Holdings", "eight"),
    ];
    assert_eq!(corpus(&same).copies().len(), 1);
}

#[test]
fn a_search_folds_copies_but_not_what_they_add() {
    let view = View::new(corpus(&with_copies()), Unit::Utf16);
    let found = |query: &str, fold: bool, by: HitUnit| {
        let options = SearchOptions {
            limit: Some(100),
            by: Some(by),
            fold_duplicates: Some(fold),
            ..SearchOptions::default()
        };
        view.search(query, &options).unwrap()
    };
    let all = found("Carrick teachers", false, HitUnit::Article);
    let folded = found("Carrick teachers", true, HitUnit::Article);
    assert_eq!(all.total, folded.total + 2);
    let original = folded
        .hits
        .iter()
        .find(|hit| hit.article == "p1-01")
        .unwrap();
    assert_eq!(original.copies, ["edited", "shortened"]);
    assert!(
        folded
            .hits
            .iter()
            .all(|hit| hit.article != "edited" && hit.article != "shortened")
    );
    let counted: u32 = folded
        .facets
        .unwrap()
        .publisher
        .iter()
        .map(|value| value.count)
        .sum();
    assert_eq!(counted, folded.total);
    // Only the copies have it, so the first of them stands for the other.
    let walrus = found("walrus", true, HitUnit::Passage);
    assert_eq!(walrus.total, 2);
    let edited = walrus
        .hits
        .iter()
        .find(|hit| hit.article == "edited")
        .unwrap();
    assert_eq!(edited.copies, ["shortened"]);
    assert!(walrus.hits.iter().any(|hit| hit.article == "a-month-later"));

    let listed = |fold| {
        let filter = ArticleFilter {
            fold_duplicates: Some(fold),
            ..ArticleFilter::default()
        };
        view.articles(&filter).unwrap().len()
    };
    assert_eq!(listed(true) + 2, listed(false));
    let of = ["edited".to_owned(), "shortened".to_owned()];
    let filter = ArticleFilter {
        articles: Some(of.into()),
        fold_duplicates: Some(true),
        ..ArticleFilter::default()
    };
    assert_eq!(view.articles(&filter).unwrap().len(), 1);
}
