//! What does a reader see? Tests of corrections, suggestions, facets, order by date, snippets and
//! the concordance.

use corpus_explorer::document::{BlockKind, Document};
use corpus_explorer::search::{
    Answer, FacetValue, HitUnit, Index, Line, LineOptions, LineSort, Options, Selection, Sort, Step,
};

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
        by: HitUnit::Passage,
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
        .map(|f| {
            let value = |v: &FacetValue| (v.value.clone(), v.hits);
            (f.field.as_str(), f.values.iter().map(value).collect())
        })
        .collect();
    let value = |text: &str| Some(text.to_owned());
    assert_eq!(
        values[0],
        ("publisher", vec![(value("Alpha"), 2), (value("Beta"), 1)])
    );
    assert_eq!(values[1], ("kind", vec![(None, 3)]));
    assert_eq!(
        values[3],
        (
            "month",
            vec![(value("2024-06"), 1), (value("2024-07"), 1), (None, 1)]
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
    let by = |query: &str, options: LineOptions| -> Vec<String> {
        let lines = index.concordance(&documents, query, &options).lines;
        let text = |l: &Line| {
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
    let two = LineOptions {
        window: 2,
        ..LineOptions::default()
    };
    let lines = |query: &str, sort| {
        let options = LineOptions {
            sort,
            ..two.clone()
        };
        by(query, options)
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
    let keys = |places: &[i32], offset, limit| {
        let options = LineOptions {
            by: places.to_vec(),
            offset,
            limit,
            ..two.clone()
        };
        by("Korea", options)
    };
    // The second word after: "a" before "South", and none before both.
    assert_eq!(
        keys(&[2], 0, 9),
        [
            "and South|Korea|talk",
            "flew. North|Korea|launched a",
            "North|Korea|and South"
        ]
    );
    // By the word before, then the first word after.
    assert_eq!(
        keys(&[-1, 1], 0, 9),
        [
            "North|Korea|and South",
            "flew. North|Korea|launched a",
            "and South|Korea|talk"
        ]
    );
    assert_eq!(keys(&[-1, 1], 1, 1), ["flew. North|Korea|launched a"]);
    assert_eq!(keys(&[i32::MAX, i32::MIN], 0, 1), ["North|Korea|and South"]);
}

#[test]
fn a_concordance_counts_by_outlet() {
    let documents = documents();
    let index = Index::build(&documents);
    let found = |filter: Selection, group| {
        let options = LineOptions {
            group,
            filter,
            ..LineOptions::default()
        };
        index.concordance(&documents, "missile", &options)
    };
    let all = found(Selection::default(), false);
    let said = |of: &corpus_explorer::search::Concordance| -> Vec<String> {
        let groups = [&of.total].into_iter().chain(&of.groups);
        groups
            .map(|g| {
                let name = g.publisher.as_deref().unwrap_or("-");
                format!(
                    "{name} {} in {}/{}, {}",
                    g.matches, g.articles, g.of, g.words
                )
            })
            .collect()
    };
    assert_eq!(
        said(&all),
        [
            "- 5 in 3/4, 102",
            "Alpha 4 in 2/2, 24",
            "Beta 1 in 1/1, 72",
            "- 0 in 0/1, 6"
        ]
    );
    assert!((all.groups[0].per_thousand() - 4000.0 / 24.0).abs() < 1e-9);
    let order = |of: &corpus_explorer::search::Concordance| -> Vec<u32> {
        of.lines.iter().map(|l| l.doc.0).collect()
    };
    assert_eq!(order(&all), [0, 0, 1, 2, 2]);
    assert_eq!(order(&found(Selection::default(), true)), [0, 0, 2, 2, 1]);
    let june = Selection {
        date: Some("2024-06".into()),
        ..Selection::default()
    };
    assert_eq!(
        said(&found(june, false)),
        ["- 2 in 1/2, 15", "Alpha 2 in 1/1, 9", "- 0 in 0/1, 6"]
    );
}

#[test]
fn a_selection_narrows_hits_facets_and_histogram() {
    let options = |filter| Options {
        filter,
        histogram: true,
        ..Options::default()
    };
    let alpha = Selection {
        values: vec![("publisher".into(), "Alpha".into())],
        ..Selection::default()
    };
    assert_eq!(ids("missile", &options(alpha.clone())), ["a", "c"]);
    assert_eq!(ids("  ", &options(alpha.clone())), ["a", "c"]);
    assert!(ids("", &Options::default()).is_empty());
    let (answer, _) = search("missile", &options(alpha));
    let publishers = &answer.facets[0].values;
    assert_eq!((publishers.len(), publishers[0].hits), (1, 2));
    let histogram = answer.histogram.unwrap();
    let bars = histogram.bars.iter().map(|b| (b.date.as_str(), b.hits));
    assert_eq!(bars.collect::<Vec<_>>(), [("2024-06-20", 1)]);
    assert_eq!((histogram.step, histogram.undated), (Step::Day, 1));

    let (answer, _) = search("missile", &options(Selection::default()));
    let histogram = answer.histogram.unwrap();
    assert_eq!((histogram.bars.len(), histogram.undated), (13, 1));
    let passages = Options {
        by: HitUnit::Passage,
        limit: 9,
        ..options(Selection {
            date: Some("2024-06-20".into()),
            ..Selection::default()
        })
    };
    let (answer, _) = search("", &passages);
    assert_eq!((answer.total, answer.hits.len()), (2, 2));
    assert!(
        answer
            .hits
            .iter()
            .all(|hit| hit.passages[0].marks.is_empty())
    );
}

#[test]
fn suggestions_are_words_as_they_stand() {
    let index = Index::build(&documents());
    assert_eq!(index.suggest("mis", 5), [("missile".to_owned(), 5)]);
    assert_eq!(index.suggest("STOL", 5), [("Stoltenberg".to_owned(), 1)]);
    assert_eq!(index.suggest("un", 5)[0].0, "U.N.");
    assert!(index.suggest("", 5).is_empty() && index.suggest("th", 0).is_empty());
    assert!(index.suggest("mis —", 5).is_empty());
}

#[test]
fn suggestions_are_phrases_where_words_come_before() {
    let text = "North Korea and South Korea. The north Koreans; North Korea’s kind of north.";
    let index = Index::build(&vec![Document::from_text("a", text)]);
    assert_eq!(
        index.suggest("north ko", 5),
        [
            ("north Korea".to_owned(), 2),
            ("north Koreans".to_owned(), 1)
        ]
    );
    assert_eq!(
        index.suggest("kind of n", 5),
        [("kind of North".to_owned(), 1)]
    );
    assert!(index.suggest("south kin", 5).is_empty());
}

#[test]
fn near_marks_what_stands_near() {
    let text = "The treaty was old. Nobody read it for years, and no one knew its many words by heart any more. \
        A missile treaty came, and missiles went.";
    let documents = vec![Document::from_text("a", text)];
    let index = Index::build(&documents);
    let marked = |query: &str| {
        let answer = index.search(&documents, query, &Options::default());
        let passage = &answer.hits[0].passages[0];
        let words = passage.marks.iter().map(|mark| mark.slice(text));
        words.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(marked("treaty missile"), "treaty missile treaty missiles");
    assert_eq!(marked("treaty NEAR/2 missile"), "missile treaty");
    assert_eq!(marked("treaty NEAR/3 missile"), "missile treaty missiles");
    assert_eq!(marked("treaty NEAR/2 missile OR old"), "old missile treaty");
    assert_eq!(
        marked("treaty NEAR/2 missile OR treaty"),
        "treaty missile treaty"
    );
    assert_eq!(marked("treaty NEAR/2 \"a missile\""), "A missile treaty");
}
