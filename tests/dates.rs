//! Are date expressions resolved correctly? A comparison of the committed records with the
//! hand-made timeline of `corpus/gold`.

use std::fs;
use std::path::Path;

use corpus_explorer::document::{Document, Record};
use corpus_explorer::time::{Date, dates};
use serde_json::Value;

fn path(relative: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

/// Every dated event is resolved from at least one piece of its evidence, and no piece with a
/// single date is resolved differently.
#[test]
fn timeline() {
    let records = fs::read_to_string(path("corpus/corpus.jsonl")).unwrap();
    let records = records
        .lines()
        .map(|line| serde_json::from_str::<Record>(line).unwrap());
    let documents: Vec<_> = records.map(|record| Document::new(&record)).collect();
    let gold: Value =
        serde_json::from_str(&fs::read_to_string(path("corpus/gold/timeline.json")).unwrap())
            .unwrap();
    let anchor = Date::parse(gold["anchor"]["iso"].as_str().unwrap());
    let mut checked = 0;
    for event in gold["events"].as_array().unwrap() {
        let Some(start) = event["start"].as_str() else {
            continue;
        };
        for evidence in event["evidence"].as_array().unwrap() {
            let article = evidence["article"].as_str().unwrap();
            let text = evidence["text"].as_str().unwrap();
            let document = documents
                .iter()
                .find(|d| d.id.starts_with(article))
                .unwrap();
            let Some(at) = document.text.find(text) else {
                continue;
            };
            let inside = at as u32..(at + text.len()) as u32;
            let found: Vec<_> = dates(document, anchor)
                .into_iter()
                .filter(|d| inside.contains(&d.span.start))
                .collect();
            let Some(first) = found.first() else { continue };
            let from = |d: &corpus_explorer::time::DateMention| d.from.unwrap().to_string();
            let day = start.get(..10).unwrap_or(start);
            // "this spring" is wider than the month it contains.
            let holds = found.iter().any(|d| {
                from(d).starts_with(day)
                    || from(d) <= format!("{day}-32") && d.to.unwrap().to_string().as_str() >= day
            });
            assert!(holds, "{text}: {first:?} for {start}");
            checked += 1;
        }
    }
    assert!(checked >= 12, "only {checked} pieces of evidence read");
}
