//! The contract with the page: one JSON file for each shape, written by Rust, read by page tests.
//!
//! `UPDATE_GOLDEN=1 cargo test --test golden` rewrites them; read the difference by eye.

use std::fs;
use std::path::Path;

use corpus_explorer::api::shape::*;
use corpus_explorer::api::view::View;
use corpus_explorer::corpus::Corpus;
use corpus_explorer::document::DocId;
use corpus_explorer::text;
use serde::Serialize;

fn check(name: &str, value: &impl Serialize) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/view/{name}.json"));
    let mut found = serde_json::to_string_pretty(value).unwrap();
    found.push('\n');
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, found).unwrap();
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == expected,
        "{name} differs from its golden file; UPDATE_GOLDEN=1 rewrites it, then read the difference"
    );
}

#[test]
fn shapes() {
    let view = View::new(Corpus::embedded().unwrap(), text::Unit::Utf16);
    let last = view.articles().last().unwrap().head.id.clone();
    check("articles", &view.articles());
    check("article", &view.article(&last));
    check("article-absent", &view.article("no such article"));
    check(
        "search",
        &view
            .search("\"without delay\"", &SearchOptions::default())
            .unwrap(),
    );
    check(
        "search-corrected",
        &view
            .search("Stoltenburg", &SearchOptions::default())
            .unwrap(),
    );
    let passages = SearchOptions {
        by: Some(Unit::Passage),
        facets: Some(false),
        snippets: Some(false),
        limit: Some(3),
        ..SearchOptions::default()
    };
    check(
        "search-passages",
        &view.search("1961 treaty", &passages).unwrap(),
    );
    check("suggest", &view.suggest("Sto", Some(5)));
    let lines = ConcordanceOptions {
        sort: Some(LineSort::Right),
        limit: Some(8),
        ..Default::default()
    };
    check("concordance", &view.concordance("treaty", &lines).unwrap());
    let near = CollocationOptions {
        limit: Some(8),
        ..Default::default()
    };
    check("collocations", &view.collocations("treaty", &near).unwrap());
    let narrowed = SearchOptions {
        histogram: Some(true),
        limit: Some(1),
        filter: Some(SearchFilter {
            speaker: Some("vladimir-putin".into()),
            ..SearchFilter::default()
        }),
        ..SearchOptions::default()
    };
    check(
        "search-narrowed",
        &view.search("treaty", &narrowed).unwrap(),
    );
    let groups = view.groups(&GroupFilter::default()).unwrap();
    check("groups", &groups[..2].to_vec());
    check(
        "group",
        &view.group(&groups[1].id, &GroupOptions::default()).unwrap(),
    );
    check(
        "group-absent",
        &view
            .group("no such group", &GroupOptions::default())
            .unwrap(),
    );
    let mut compared = view.compare(&CompareOptions::default()).unwrap();
    compared.rows.retain(|row| row.cells.len() > 2);
    compared.points.truncate(1);
    check("compare", &compared);
    let six = SharedOptions {
        min: Some(6),
        ..SharedOptions::default()
    };
    check("shared", &view.shared(&six).unwrap()[..3].to_vec());
    let people = EntityFilter {
        kind: Some(EntityKind::Person),
        ..EntityFilter::default()
    };
    check("entities", &view.entities(&people).unwrap());
    check("entity", &view.entity("jens-stoltenberg"));
    let references = ReferenceFilter {
        article: Some(last.clone()),
        ..ReferenceFilter::default()
    };
    check("references", &view.references(&references).unwrap());
    let speaker = QuoteFilter {
        speaker: Some("jens-stoltenberg".into()),
        ..QuoteFilter::default()
    };
    check("quotes", &view.quotes(&speaker).unwrap());
    check(
        "timeline",
        &view
            .timeline(&TimelineFilter {
                article: Some(last),
                ..TimelineFilter::default()
            })
            .unwrap(),
    );
    check("figures", &view.figures(&FigureFilter::default()).unwrap());
    let company = GraphOptions {
        entity: Some("jens-stoltenberg".into()),
        min: Some(1),
        ..GraphOptions::default()
    };
    check("graph", &view.graph(&company).unwrap());
    check("report", &view.report());
    check("analysis", &view.analysis(DocId(0)));
}

#[test]
fn decisions() {
    let mut view = View::new(Corpus::embedded().unwrap(), text::Unit::Utf16);
    let decisions = include_str!("data/decisions.json");
    view.add_decisions(decisions, "decisions.json").unwrap();
    check("decisions", &view.decisions());
    check("entity-decided", &view.entity("jens-stoltenberg"));
}
