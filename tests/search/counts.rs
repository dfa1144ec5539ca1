//! Do passages, articles, facets, histogram and hits count the same set? Property tests, which also
//! check that matches only as a whole article, or only in a passage, are reported.

use std::collections::BTreeSet;

use corpus_explorer::document::{DocId, Document};
use corpus_explorer::search::{Answer, HitUnit, Index, Options, Selection, Sort};
use proptest::prelude::*;

const WORDS: &[&str] = &["treaty", "Putin", "Kim", "river", "\n\n", ".", "signed a"];

const QUERIES: &[&str] = &[
    "treaty",
    "Putin -Kim",
    "treaty AND (Putin OR Kim)",
    "river -(Putin OR treaty)",
    "\"signed a treaty\"",
    "treaty NEAR/3 river",
    "+river Kim",
    "title:treaty",
    "in:title river",
    "publisher:beta -treaty",
    "tretay kim",
    "",
];

fn documents(texts: &[Vec<&str>]) -> Vec<Document> {
    let document = |(n, words): (usize, &Vec<&str>)| {
        let mut document = Document::from_text(&n.to_string(), &words.join(" "));
        document.title = words.first().map(|word| format!("{word} talks"));
        document.publisher = (n % 3 > 0).then(|| ["Alpha", "Beta"][n % 2].to_owned());
        document.published = (n % 2 > 0).then(|| format!("2024-0{}-11", 1 + n % 9));
        document
    };
    texts.iter().enumerate().map(document).collect()
}

fn articles(answer: &Answer) -> BTreeSet<DocId> {
    answer.hits.iter().map(|hit| hit.doc).collect()
}

fn remark(answer: &Answer, code: &str) -> Option<String> {
    let remark = answer.remarks.iter().find(|remark| remark.code == code);
    remark.map(|remark| remark.text.clone())
}

/// Checks that all parts of an answer count the same hits.
fn check_one_set(answer: &Answer, what: &str) {
    assert_eq!(answer.total, answer.hits.len(), "{what}");
    assert_eq!(answer.articles, articles(answer).len(), "{what}");
    for field in ["publisher", "kind", "month", "author"] {
        let facet = answer.facets.iter().find(|facet| facet.field == field);
        let sum: usize = facet.unwrap().values.iter().map(|value| value.hits).sum();
        assert_eq!(sum, answer.total, "{what}, {field}");
    }
    let histogram = answer.histogram.as_ref().unwrap();
    let bars: usize = histogram.bars.iter().map(|bar| bar.hits).sum();
    assert_eq!(bars + histogram.undated, answer.total, "{what}");
}

fn check(documents: &[Document], query: &str, filter: &Selection) {
    let index = Index::build(&documents);
    for sort in [Sort::Relevance, Sort::Date] {
        let ask = |by| {
            let options = Options {
                limit: 1000,
                by,
                sort,
                histogram: true,
                filter: filter.clone(),
                ..Options::default()
            };
            index.search(&documents, query, &options)
        };
        let (whole, passages) = (ask(HitUnit::Article), ask(HitUnit::Passage));
        check_one_set(&whole, query);
        check_one_set(&passages, query);
        let richest: usize = passages.richest.iter().map(|(_, hits)| hits).sum();
        assert_eq!(richest, passages.total, "{query}: fewer than 30 articles");
        if query.is_empty() {
            continue;
        }
        let of_passages = articles(&passages);
        let apart: Vec<DocId> = articles(&whole).difference(&of_passages).copied().collect();
        assert_eq!(passages.apart, apart, "{query}");
        let said = remark(&passages, "whole-articles");
        assert_eq!(said.is_some(), !apart.is_empty(), "{query}");
        let lone = of_passages.difference(&articles(&whole)).count();
        let said = remark(&whole, "lone-passages");
        assert_eq!(said.is_some(), lone > 0, "{query}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn an_answer_is_one_set(texts in prop::collection::vec(prop::collection::vec(prop::sample::select(WORDS), 1..24), 0..7)) {
        let documents = documents(&texts);
        let chosen = Selection {
            values: vec![("publisher".into(), "Beta".into())],
            ..Selection::default()
        };
        for query in QUERIES {
            check(&documents, query, &Selection::default());
            check(&documents, query, &chosen);
        }
    }
}

#[test]
fn what_only_the_other_unit_meets_is_said() {
    let texts: Vec<Vec<&str>> = vec![
        vec!["Putin signed a treaty.", "\n\n", "Kim", "watched."],
        vec!["The treaty", "\n\n", "Putin spoke."],
        vec!["Putin and Kim: a treaty."],
    ];
    let documents = documents(&texts);
    let index = Index::build(&documents);
    let ask = |query: &str, by| {
        let options = Options {
            by,
            ..Options::default()
        };
        index.search(&documents, query, &options)
    };
    let answer = ask("Putin -Kim", HitUnit::Passage);
    assert_eq!((answer.total, answer.articles), (2, 2));
    let answer = ask("Putin -Kim", HitUnit::Article);
    assert_eq!((answer.total, answer.articles), (1, 1));
    assert_eq!(
        remark(&answer, "lone-passages").as_deref(),
        Some(
            "1 passage in 1 more article matches the query, but not the article as a whole, which contains an excluded word elsewhere"
        )
    );
    let answer = ask("treaty AND (Putin OR Kim)", HitUnit::Passage);
    assert_eq!((answer.total, answer.articles), (2, 2));
    assert_eq!(answer.apart, [DocId(1)]);
    assert_eq!(
        remark(&answer, "whole-articles").as_deref(),
        Some("1 more article matches the query as a whole, but not in any single passage")
    );
}
