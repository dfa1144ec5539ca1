//! Which articles are searched? Tests of the filter of search, concordance and collocations,
//! through the view.

use corpus_explorer::api::options::{
    ArticleIds, CollocationOptions, ConcordanceOptions, SearchFilter, SearchOptions,
};
use corpus_explorer::api::shape::Unit;
use corpus_explorer::api::view::View;
use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::document::Article;
use corpus_explorer::error::ReadErrorKind;
use corpus_explorer::text;

/// How many paragraphs of an article contain the searched word.
const MANY: usize = 700;

/// Three articles; two have many paragraphs with a treaty, and those of the second are shorter.
fn view() -> View {
    let paragraphs = |words: &str| vec![words; MANY].join("\n\n");
    let articles = [
        Article::new(
            "long",
            paragraphs("They signed a new treaty in the old town."),
        ),
        Article::new("short", paragraphs("A treaty.")),
        Article::new("none", "Nobody signed anything."),
    ];
    let treatment = Treatment {
        analyze: false,
        normalize: false,
    };
    let corpus = Corpus::from_articles(&articles, treatment).unwrap();
    View::new(corpus, text::Unit::Utf16)
}

fn one(id: &str) -> Option<SearchFilter> {
    several(&[id])
}

fn several(ids: &[&str]) -> Option<SearchFilter> {
    let ids = ids.iter().map(|id| (*id).to_owned());
    Some(SearchFilter {
        article: Some(ArticleIds(ids.collect())),
        ..SearchFilter::default()
    })
}

#[test]
fn every_passage_of_an_article_is_found_whatever_others_hold() {
    let view = view();
    let found = |filter| {
        let options = SearchOptions {
            by: Some(Unit::Passage),
            limit: Some(MANY as u32),
            filter,
            ..SearchOptions::default()
        };
        view.search("treaty", &options).unwrap()
    };
    let passages = |answer: &corpus_explorer::api::shape::SearchAnswer, id: &str| {
        answer.hits.iter().filter(|hit| hit.article == id).count()
    };
    let all = found(None);
    assert_eq!((all.total as usize, passages(&all, "long")), (2 * MANY, 0));
    for filter in [one("long"), several(&["long", "none", "long"])] {
        let asked = found(filter);
        assert_eq!(
            (asked.total as usize, passages(&asked, "long")),
            (MANY, MANY)
        );
        assert!(
            asked
                .hits
                .iter()
                .all(|hit| hit.passages[0].marks.len() == 1)
        );
    }
    assert_eq!(found(one("none")).total, 0);
    assert_eq!(found(several(&[])).total, 0);
    assert_eq!(found(several(&["short", "long"])).total as usize, 2 * MANY);
}

#[test]
fn an_article_is_one_condition_among_others() {
    let view = view();
    let mut filter = one("long").unwrap();
    filter.publisher = Some("Nobody".into());
    let options = SearchOptions {
        filter: Some(filter),
        ..SearchOptions::default()
    };
    assert_eq!(view.search("treaty", &options).unwrap().total, 0);
    let options = SearchOptions {
        filter: one("none"),
        ..SearchOptions::default()
    };
    let blank = view.search("", &options).unwrap();
    assert_eq!((blank.total, blank.hits[0].article.as_str()), (1, "none"));
}

#[test]
fn lines_and_company_of_one_article() {
    let view = view();
    let lines = |filter| {
        let options = ConcordanceOptions {
            filter,
            ..ConcordanceOptions::default()
        };
        view.concordance("treaty", &options).unwrap()
    };
    assert_eq!((lines(None).articles, lines(None).of), (2, 3));
    let asked = lines(one("long"));
    assert_eq!((asked.total as usize, asked.of), (MANY, 1));
    assert!(asked.lines.iter().all(|line| line.article == "long"));
    let company = |filter| {
        let options = CollocationOptions {
            stop_words: Some(true),
            filter,
            ..CollocationOptions::default()
        };
        view.collocations("treaty", &options).unwrap()
    };
    assert_eq!(company(one("short")).matches as usize, MANY);
    // Nine words per paragraph, including the treaty itself.
    assert_eq!(company(one("long")).words as usize, 8 * MANY);
}

#[test]
fn an_article_that_is_not_here_is_refused() {
    let view = view();
    for filter in [one("gone"), several(&["long", "gone"])] {
        let options = (
            SearchOptions {
                filter: filter.clone(),
                ..SearchOptions::default()
            },
            ConcordanceOptions {
                filter: filter.clone(),
                ..ConcordanceOptions::default()
            },
            CollocationOptions {
                filter,
                ..CollocationOptions::default()
            },
        );
        for refused in [
            view.search("treaty", &options.0).map(drop),
            view.concordance("treaty", &options.1).map(drop),
            view.collocations("treaty", &options.2).map(drop),
        ] {
            let error = refused.unwrap_err();
            assert_eq!(error.kind(), ReadErrorKind::Argument);
            let place = error.to_string().replace("[1]", "");
            assert_eq!(
                place,
                "article: expected the id of an article, as articles() lists them, found “gone”"
            );
        }
    }
}

#[test]
fn ids_are_read_alone_or_in_a_list() {
    let read = |json: &str| serde_json::from_str::<SearchFilter>(json);
    assert_eq!(read(r#"{"article": "long"}"#).ok(), one("long"));
    assert_eq!(
        read(r#"{"article": ["a", "b"]}"#).ok(),
        several(&["a", "b"])
    );
    for (wrong, found) in [
        (
            r#"{"article": 7}"#,
            "expected the id of an article, or a list of ids",
        ),
        (r#"{"article": ["a", 7]}"#, "expected a string"),
    ] {
        let error = read(wrong).unwrap_err().to_string();
        assert!(
            error.contains("integer `7`") && error.contains(found),
            "{error}"
        );
    }
}
