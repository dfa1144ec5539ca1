//! Does the search find what readers of the five articles need? A comparison with the hand-made
//! needs of `corpus/gold/search.json`, block by block.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use corpus_explorer::document::{Document, Record};
use corpus_explorer::search::{Hit, HitUnit, Index, Options};
use serde::Deserialize;

#[derive(Deserialize)]
struct Gold {
    needs: Vec<Need>,
}

#[derive(Deserialize)]
struct Need {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    query: String,
    must_find: Vec<Blocks>,
    rank_first: Vec<Place>,
    must_not: Vec<Blocks>,
    must_be_empty: bool,
}

#[derive(Deserialize)]
struct Blocks {
    article: String,
    blocks: Vec<usize>,
}

#[derive(Deserialize)]
struct Place {
    article: String,
    block: usize,
}

/// The first three letters of an article’s id, and a block.
type Found = (String, usize);

fn documents() -> Vec<Document> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/corpus.jsonl");
    let lines = fs::read_to_string(path).expect("corpus.jsonl is committed");
    lines
        .lines()
        .map(|line| Document::new(&serde_json::from_str::<Record>(line).expect("a record a line")))
        .collect()
}

fn needs() -> Vec<Need> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/gold/search.json");
    let text = fs::read_to_string(path).expect("search.json is committed");
    serde_json::from_str::<Gold>(&text)
        .expect("the needs")
        .needs
}

/// The passages that a query finds, best first.
fn found(index: &Index, documents: &[Document], query: &str) -> Vec<Found> {
    let options = Options {
        limit: 1000,
        by: HitUnit::Passage,
        ..Options::default()
    };
    let answer = index.search(&documents, query, &options);
    let place = |hit: &Hit| {
        (
            documents[hit.doc.0 as usize].id[..3].to_owned(),
            hit.passages[0].block,
        )
    };
    answer.hits.iter().map(place).collect()
}

fn places(listed: &[Blocks]) -> Vec<Found> {
    let of_article = |l: &Blocks| -> Vec<Found> {
        l.blocks
            .iter()
            .map(|&block| (l.article.clone(), block))
            .collect()
    };
    listed.iter().flat_map(of_article).collect()
}

/// The faults of the passages found for a need, in words.
fn faults(need: &Need, found: &[Found]) -> Vec<String> {
    let mut faults = Vec::new();
    let must_find = places(&need.must_find);
    let first: BTreeSet<&Found> = found.iter().take(must_find.len().max(10)).collect();
    for missed in must_find.iter().filter(|place| !first.contains(place)) {
        faults.push(match found.iter().position(|f| f == missed) {
            Some(rank) => format!("{missed:?} is only number {}", rank + 1),
            None => format!("{missed:?} is not found"),
        });
    }
    let is_strict = ["phrase", "phrase-case", "boolean", "prefix"].contains(&need.kind.as_str());
    let forbidden = places(&need.must_not);
    let wrong = if is_strict {
        found
    } else {
        &found[..found.len().min(1)]
    };
    faults.extend(
        wrong
            .iter()
            .filter(|f| forbidden.contains(f))
            .map(|f| format!("{f:?} is found")),
    );
    if is_strict {
        let others = found
            .iter()
            .filter(|f| !must_find.contains(f) && !forbidden.contains(f));
        faults.extend(others.map(|f| format!("{f:?} is found and not listed")));
    }
    let best: Vec<Found> = need
        .rank_first
        .iter()
        .map(|p| (p.article.clone(), p.block))
        .collect();
    let best = if best.is_empty() { must_find } else { best };
    if let Some(first) = found
        .first()
        .filter(|first| !best.is_empty() && !best.contains(first))
    {
        faults.push(format!("{first:?} is first"));
    }
    if need.must_be_empty && !found.is_empty() {
        faults.push(format!("{} passages are found, expected none", found.len()));
    }
    faults
}

#[test]
fn every_need_is_met() {
    let documents = documents();
    let index = Index::build(&documents);
    let mut wrong = Vec::new();
    for need in needs() {
        let faults = faults(&need, &found(&index, &documents, &need.query));
        wrong.extend(
            faults
                .iter()
                .map(|fault| format!("{} {:?}: {fault}", need.id, need.query)),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
