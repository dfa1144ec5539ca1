//! Are the reports of hundreds of outlets compared like those of two, and does the work grow
//! linearly with the corpus? Tests whose budgets are counts.

use crate::event::{AGENCY, PRINTING, accounts, articles};
use corpus_explorer::compare::{GroupKind, comparisons, groups, shared};
use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::document::Article;
use corpus_explorer::document::{DocId, Document};

#[test]
fn what_hundreds_print_is_one_group() {
    let documents = articles(648, 20);
    let printing = documents.len() * PRINTING / 12;
    let found = groups(&accounts(&documents));
    let agency: Vec<_> = found
        .iter()
        .filter(|group| {
            let first = &group.members[0];
            let text = &documents[first.document.0 as usize].text;
            first.spans.iter().any(|s| AGENCY.contains(s.slice(text)))
        })
        .collect();
    assert_eq!(agency.len(), 1, "the copies are in several groups");
    assert_eq!(agency[0].kind, GroupKind::Statement);
    assert_eq!(agency[0].members.len(), printing);
    // Facts that many report in their own words are found too, however many reports there are.
    let large = found
        .iter()
        .filter(|group| group.members.len() > documents.len() / 8);
    assert!(large.count() > 10);
}

#[test]
fn the_work_grows_with_the_corpus() {
    let documents = articles(800, 8);
    let [little, much] = [200, 800].map(|count| comparisons(&accounts(&documents[..count])));
    assert!(little > 0);
    // For four times the articles, linear work is four times as much and quadratic work sixteen
    // times.
    assert!(
        much < 6 * little,
        "{little} comparisons of 200 articles, {much} of 800"
    );
}

#[test]
fn what_hundreds_date_is_one_event() {
    let ways = [
        "The flooded harbour tunnel collapsed on 12 March 2021, engineers found.",
        "On 12 March 2021 engineers watched the flooded harbour tunnel collapse.",
        "The harbour tunnel, flooded for days, collapsed near engineers on 12 March 2021.",
    ];
    let others = articles(330, 20);
    let text = |n: usize| format!("{} {}", ways[n % ways.len()], others[n].text);
    let article = |n: usize| Article {
        id: n.to_string(),
        text: text(n),
        ..Article::default()
    };
    let received: Vec<Article> = (0..330).map(article).collect();
    let corpus = Corpus::from_articles(&received, Treatment::default()).expect("ids of their own");
    let accounts = corpus.accounts(&corpus.ids().collect::<Vec<_>>());
    let found = corpus_explorer::compare::events(&accounts, &[]);
    let largest = found.iter().map(|event| event.dates.len()).max();
    assert_eq!(largest, Some(330), "one day, one collapse");
}

#[test]
fn what_is_not_told_of_a_passage_is_counted() {
    let documents: Vec<Document> = (0..80)
        .map(|n| Document::from_text(&n.to_string(), AGENCY))
        .collect();
    let found = shared(&accounts(&documents), 8);
    let of = |second: u32| {
        found
            .iter()
            .filter(move |p| p.second.document == DocId(second))
    };
    for n in 0..80 {
        let told = of(n).count();
        let omitted = of(n).map(|p| p.omitted).max().unwrap_or(0);
        assert_eq!(told + omitted, n as usize, "{n}");
    }
}
