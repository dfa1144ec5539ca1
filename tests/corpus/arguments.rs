//! Are requests that cannot be answered refused, both by JavaScript and by the command line? Tests
//! with missing ids, numbers out of range and invalid dates.

use corpus_explorer::api::options::*;
use corpus_explorer::api::view::View;
use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::document::Article;
use corpus_explorer::error::{ReadError, ReadErrorKind};
use corpus_explorer::text::Unit;

const TEXT: &str =
    "Ana Paz met Bo Lund in Lima in 2019.\n\n“We will sign the treaty by May,” Ana Paz said.";

fn view() -> View {
    let articles = [Article::new("a", TEXT), Article::new("b", TEXT)];
    View::new(
        Corpus::from_articles(&articles, Treatment::default()).unwrap(),
        Unit::Utf16,
    )
}

fn check<T>(answer: Result<T, ReadError>, expected: &str) {
    let error = answer.err().expect(expected);
    assert_eq!(error.kind(), ReadErrorKind::Argument, "{error}");
    assert_eq!(error.to_string(), expected);
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn what_is_asked_of_an_article_that_is_not_here() {
    let view = view();
    let nope = || some("nope");
    let expected = "article: expected the id of an article, as articles() lists them, found “nope”";
    check(view.mentions("nope"), expected);
    check(
        view.entities(&EntityFilter {
            article: nope(),
            ..EntityFilter::default()
        }),
        expected,
    );
    let references = ReferenceFilter {
        article: nope(),
        entity: None,
    };
    check(view.references(&references), expected);
    let quotes = QuoteFilter {
        article: nope(),
        ..QuoteFilter::default()
    };
    check(view.quotes(&quotes), expected);
    check(view.quotes_text(QuoteForm::Tei, &quotes), expected);
    let speakers = SpeakerFilter {
        article: nope(),
        ..SpeakerFilter::default()
    };
    check(view.speakers(&speakers), expected);
    let dates = TimelineFilter {
        article: nope(),
        ..TimelineFilter::default()
    };
    check(view.timeline(&dates), expected);
    let figures = FigureFilter {
        article: nope(),
        kind: None,
    };
    check(view.figures(&figures), expected);
    let groups = GroupFilter {
        article: nope(),
        ..GroupFilter::default()
    };
    check(view.groups(&groups), expected);
    let second = expected.replace("article:", "articles[1]:");
    let articles = Some(vec!["a".to_owned(), "nope".to_owned()]);
    check(
        view.compare(&CompareOptions {
            articles: articles.clone(),
        }),
        &second,
    );
    check(
        view.shared(&SharedOptions {
            min: None,
            articles,
        }),
        &second,
    );
    assert_eq!(view.article("nope"), None);
    assert_eq!(view.raw("nope"), None);
}

#[test]
fn what_is_asked_of_an_entity_that_is_not_here() {
    let view = view();
    let expected = "entity: expected the id of an entity, as entities() lists them, found “nope”";
    let references = ReferenceFilter {
        article: None,
        entity: some("nope"),
    };
    check(view.references(&references), expected);
    let graph = GraphOptions {
        entity: some("nope"),
        ..GraphOptions::default()
    };
    check(view.graph(&graph), expected);
    check(view.graph_text(GraphForm::Csv, &graph), expected);
    assert_eq!(view.entity("nope"), None);
}

#[test]
fn numbers_outside_of_their_range() {
    let view = view();
    for (options, expected) in [
        (
            (Some(0), None),
            "window: expected a whole number from 1 to 100, found 0",
        ),
        (
            (Some(101), None),
            "window: expected a whole number from 1 to 100, found 101",
        ),
        (
            (None, Some(vec![1, 0])),
            "by[1]: expected a whole number from 1 to 100 after the match or from -1 to -100 before it, found 0",
        ),
        (
            (None, Some(vec![-101])),
            "by[0]: expected a whole number from 1 to 100 after the match or from -1 to -100 before it, found -101",
        ),
    ] {
        let options = ConcordanceOptions {
            window: options.0,
            by: options.1,
            ..ConcordanceOptions::default()
        };
        check(view.concordance("treaty", &options), expected);
    }
    let near = |window, left, right, min| CollocationOptions {
        window,
        left,
        right,
        min,
        ..CollocationOptions::default()
    };
    for (options, expected) in [
        (
            near(Some(0), None, None, None),
            "window: expected a whole number from 1 to 100, found 0",
        ),
        (
            near(Some(0), Some(1), Some(1), None),
            "window: expected a whole number from 1 to 100, found 0",
        ),
        (
            near(None, Some(101), None, None),
            "left: expected a whole number from 0 to 100, found 101",
        ),
        (
            near(None, Some(0), Some(0), None),
            "right: expected a whole number from 1 to 100, found 0",
        ),
        (
            near(None, None, None, Some(0)),
            "min: expected a whole number from 1 to 4294967295, found 0",
        ),
    ] {
        check(view.collocations("treaty", &options), expected);
    }
    assert!(
        view.collocations("treaty", &near(None, Some(0), Some(1), Some(1)))
            .is_ok()
    );
    let least = "min: expected a whole number from 1 to 4294967295, found 0";
    check(
        view.graph(&GraphOptions {
            min: Some(0),
            ..GraphOptions::default()
        }),
        least,
    );
    check(
        view.shared(&SharedOptions {
            min: Some(0),
            articles: None,
        }),
        least,
    );
}

#[test]
fn a_group_has_no_more_bases_than_members() {
    let view = View::new(Corpus::embedded().unwrap(), Unit::Utf16);
    let group = &view.groups(&GroupFilter::default()).unwrap()[0];
    let count = group.members.len() as u32;
    let base = |base| GroupOptions {
        articles: None,
        base: Some(base),
    };
    let last = view.group(&group.id, &base(count - 1)).unwrap();
    assert_eq!(last.map(|detail| detail.base), Some(count - 1));
    let expected = format!(
        "base: expected a whole number from 0 to {}, found {count}",
        count - 1
    );
    check(view.group(&group.id, &base(count)), &expected);
    assert_eq!(view.group("nope", &base(99)).unwrap(), None);
}

#[test]
fn dates_that_are_none() {
    let view = view();
    let filter = |date: &str| SearchFilter {
        date: some(date),
        ..SearchFilter::default()
    };
    for date in [
        "yesterday",
        "",
        "..",
        "2024-6",
        "2024-13",
        "2024-06-20..soon",
    ] {
        let expected = format!(
            "filter.date: expected a date as in “2024”, “2024-06”, “2024-06-20” or “2024-06-19..2024-06-21”, found “{date}”"
        );
        let options = SearchOptions {
            filter: Some(filter(date)),
            ..SearchOptions::default()
        };
        check(view.search("treaty", &options), &expected);
        let options = ConcordanceOptions {
            filter: Some(filter(date)),
            ..ConcordanceOptions::default()
        };
        check(view.concordance("treaty", &options), &expected);
        let options = CollocationOptions {
            filter: Some(filter(date)),
            ..CollocationOptions::default()
        };
        check(view.collocations("treaty", &options), &expected);
    }
    let options = |filter| SearchOptions {
        filter: Some(filter),
        ..SearchOptions::default()
    };
    for date in ["2024", "2024-06..", "..2024-06-20"] {
        assert!(view.search("treaty", &options(filter(date))).is_ok());
    }
    let nobody = SearchFilter {
        publisher: some("nobody"),
        entity: some("nobody"),
        ..SearchFilter::default()
    };
    assert_eq!(view.search("treaty", &options(nobody)).unwrap().total, 0);
}

#[test]
fn what_is_not_here_is_not_changed_and_nothing_else_either() {
    let mut view = view();
    let ids = ["a".to_owned(), "nope".to_owned()];
    let expected = "ids[1]: expected the id of an article, as articles() lists them, found “nope”";
    check(view.remove(&ids), expected);
    assert_eq!(view.ids().len(), 2);
    view.remove(&ids[..1]).unwrap();
    assert_eq!(view.ids().len(), 1);
    view.remove(&[]).unwrap();
    check(
        view.undo("d1"),
        "id: expected the id of a decision, as decisions() lists them, found “d1”",
    );
}
