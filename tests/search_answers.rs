//! What does a reader see? Corrections, suggestions, facets, order by date, snippets, concordance.

use corpus_explorer::document::{BlockKind, Document};
use corpus_explorer::search::{Answer, Index, LineSort, Options, Sort, Unit};

const LONG: &str = "The summit began with a long dinner that nobody described, at a palace that nobody saw, \
    behind doors that nobody opened. On the second day the two leaders walked in a garden for one hour. \
    Then the missile treaty was signed by both ministers, and the treaty text was read aloud in two languages. \
    A concert followed, with a choir and an orchestra, and the guests left the city long after midnight.";

fn documents() -> Vec<Document> {
    let document = |id: &str, publisher: Option<&str>, published: Option<&str>, text: &str| {
        let mut document = Document::from_text(id, text);
        document.publisher = publisher.map(Into::into);
        document.published = published.map(Into::into);
        document
    };
    let mut documents = vec![
        document(
            "a",
            Some("Alpha"),
            Some("2024-06-20"),
            "Missile treaty signed\n\nStoltenberg spoke of the missile launch.",
        ),
        document("b", Some("Beta"), Some("2024-07-02T08:00Z"), LONG),
        document(
            "c",
            Some("Alpha"),
            None,
            "North Korea and South Korea talk.\n\nThe missile flew. North Korea launched a second missile.",
        ),
        document("d", None, Some("2024-06-01"), "The U.N. met; let us hope."),
    ];
    documents[0].blocks[0].kind = BlockKind::Title;
    documents[3].title = Some("Hopes for Geneva".into());
    documents
}

fn search(query: &str, options: &Options) -> (Answer, Vec<Document>) {
    let documents = documents();
    (
        Index::build(&documents).search(&documents, query, options),
        documents,
    )
}

fn ids(query: &str, options: &Options) -> Vec<String> {
    let (answer, documents) = search(query, options);
    answer
        .hits
        .iter()
        .map(|hit| documents[hit.doc.0 as usize].id.clone())
        .collect()
}

fn check_remark(query: &str, code: &str, to: Option<&str>, total: usize) {
    let (answer, _) = search(query, &Options::default());
    let found: Vec<_> = answer
        .remarks
        .iter()
        .map(|r| (r.code, r.to.as_deref()))
        .collect();
    assert_eq!(found, [(code, to)], "{query:?}");
    assert_eq!(answer.total, total, "{query:?}");
}

#[test]
fn words_are_corrected() {
    check_remark("Stoltenburg", "corrected", Some("Stoltenberg"), 1);
    check_remark("misslie treaty", "corrected", Some("missile"), 3);
    check_remark("northkorea", "corrected", Some("North Korea"), 1);
    check_remark("treaty AND misile", "corrected", Some("missile"), 2);
    check_remark("zzzz", "not-found", None, 0);
    check_remark("GDP", "not-found", None, 0);
    check_remark("\"misile treaty\"", "not-found", None, 0);
}

#[test]
fn a_query_that_finds_nothing_suggests_one_that_does() {
    let suggestion = |query: &str| search(query, &Options::default()).0.suggestion;
    assert_eq!(
        suggestion("\"misile treaty\"").as_deref(),
        Some("\"missile treaty\"")
    );
    assert_eq!(
        suggestion("\"treaty missile\"").as_deref(),
        Some("treaty missile")
    );
    assert_eq!(
        suggestion("treaty publisher:gamma").as_deref(),
        Some("treaty")
    );
    assert_eq!(suggestion("treaty"), None);
    assert_eq!(suggestion("zzzz"), None);
    assert_eq!(suggestion("  "), None);
}

#[test]
fn hits_are_ordered_by_date() {
    let by_date = Options {
        sort: Sort::Date,
        ..Options::default()
    };
    assert_eq!(ids("missile", &by_date), ["b", "a", "c"]);
    assert_eq!(ids("missile date:2024-06..", &by_date), ["b", "a"]);
}

#[test]
fn a_headline_outside_the_text_is_found() {
    assert_eq!(ids("Geneva", &Options::default()), ["d"]);
    assert_eq!(ids("title:geneva us", &Options::default()), ["d"]);
    let passages = Options {
        by: Unit::Passage,
        ..Options::default()
    };
    assert!(ids("Geneva", &passages).is_empty());
}

#[test]
fn filters_alone_find_articles() {
    assert_eq!(ids("publisher:alpha", &Options::default()), ["a", "c"]);
    assert_eq!(ids("date:2024-06", &Options::default()), ["a", "d"]);
    assert_eq!(ids("in:title", &Options::default()), ["a", "d"]);
}

#[test]
fn facets_count_hits() {
    let (answer, _) = search("missile", &Options::default());
    let values: Vec<_> = answer
        .facets
        .iter()
        .map(|f| (f.field, f.values.clone()))
        .collect();
    let value = |text: &str| Some(text.to_owned());
    assert_eq!(
        values[0],
        ("publisher", vec![(value("Alpha"), 2), (value("Beta"), 1)])
    );
    assert_eq!(values[1], ("kind", vec![(None, 3)]));
    assert_eq!(
        values[2],
        (
            "month",
            vec![(None, 1), (value("2024-06"), 1), (value("2024-07"), 1)]
        )
    );
}

#[test]
fn a_snippet_is_the_densest_part() {
    let (answer, documents) = search("missile treaty date:2024-07", &Options::default());
    let snippet = answer.hits[0].passages[0]
        .snippet
        .clone()
        .expect("snippets were asked for");
    let text = documents[1].slice(snippet.span);
    assert!(
        text.starts_with("On the second day") && text.ends_with("two languages."),
        "{text}"
    );
    assert_eq!(snippet.marks.len(), 3);
}

#[test]
fn concordance_lines() {
    let documents = documents();
    let index = Index::build(&documents);
    let lines = |query: &str, sort| -> Vec<String> {
        let (_, lines) = index.concordance(&documents, query, 2, sort, 10);
        let text = |l: &corpus_explorer::search::Line| {
            let document = &documents[l.doc.0 as usize];
            format!(
                "{}|{}|{}",
                document.slice(l.left),
                document.slice(l.node),
                document.slice(l.right)
            )
        };
        lines.iter().map(text).collect()
    };
    assert_eq!(
        lines("Korea", LineSort::Position),
        [
            "North|Korea|and South",
            "and South|Korea|talk",
            "flew. North|Korea|launched a"
        ]
    );
    assert_eq!(
        lines("Korea", LineSort::Left),
        [
            "North|Korea|and South",
            "flew. North|Korea|launched a",
            "and South|Korea|talk"
        ]
    );
    assert_eq!(
        lines("Korea", LineSort::Right),
        [
            "North|Korea|and South",
            "flew. North|Korea|launched a",
            "and South|Korea|talk"
        ]
    );
    assert_eq!(
        lines("North Korea talk", LineSort::Position)[0],
        "|North Korea|and South"
    );
}

#[test]
fn suggestions_are_words_as_they_stand() {
    let index = Index::build(&documents());
    assert_eq!(index.suggest("mis", 5), [("missile".to_owned(), 5)]);
    assert_eq!(index.suggest("STOL", 5), [("Stoltenberg".to_owned(), 1)]);
    assert_eq!(index.suggest("un", 5)[0].0, "U.N.");
    assert!(index.suggest("", 5).is_empty() && index.suggest("th", 0).is_empty());
}
