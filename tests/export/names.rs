//! Can other programs read what is exported? Round trips through independent parsers.

use std::collections::BTreeMap;

use corpus_explorer::api::options::{GraphForm, GraphOptions, MentionForm};
use corpus_explorer::api::view::View;
use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::document::Article;
use corpus_explorer::text::Unit;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use serde_json::Value;

use crate::rows;

/// Text that is hard to represent in markup, tables and spreadsheets.
const HARD: &str = "=cmd|'<b>&amp; \"Ana\"</b>]]> é😀";

fn view(unit: Unit) -> View {
    let text = "😀 “Là,” said Ana Paz of Chile.\n\nAna Paz’s friend Bo Lund met Ana Paz. North Korean envoys and Bo Lund left Chile.";
    let articles = [Article::new("a b/é", text)];
    let treatment = Treatment {
        analyze: true,
        normalize: false,
    };
    let mut view = View::new(Corpus::from_articles(&articles, treatment).unwrap(), unit);
    let decisions = serde_json::json!({"format": "corpus-explorer/decisions", "version": 1, "decisions": [
        {"action": "rename", "entity": "ana-paz", "name": HARD},
        {"action": "ignore", "mentions": [{"article": "a b/é", "start": 25, "end": 30, "text": "Chile"}]},
    ]});
    view.add_decisions(&decisions.to_string(), "d").unwrap();
    assert!(
        view.decisions().iter().all(|d| d.reason.is_none()),
        "{:?}",
        view.decisions()
    );
    view
}

fn every() -> GraphOptions {
    GraphOptions {
        min: Some(1),
        ..GraphOptions::default()
    }
}

fn attributes(element: &BytesStart) -> BTreeMap<String, String> {
    let all = element.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        let key = attribute.key.as_ref().to_string();
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .unwrap()
            .into_owned();
        (key, value)
    });
    all.collect()
}

#[test]
fn graphml_is_xml_with_typed_keys() {
    let xml = view(Unit::Utf16)
        .graph_text(GraphForm::Graphml, &every())
        .unwrap();
    let mut reader = Reader::from_str(&xml);
    reader.config_mut().check_end_names = true;
    let (mut types, mut nodes, mut edges) = (BTreeMap::new(), Vec::new(), Vec::new());
    let (mut within, mut key, mut text) = (String::new(), None::<String>, String::new());
    let mut labels = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                let with = attributes(&start);
                let name = start.name().as_ref().to_string();
                match name.as_str() {
                    "key" => {
                        types.insert(
                            with["id"].clone(),
                            (with["for"].clone(), with["attr.type"].clone()),
                        );
                    }
                    "node" => nodes.push(with["id"].clone()),
                    "edge" => edges.push((with["source"].clone(), with["target"].clone())),
                    "data" => key = Some(with["key"].clone()),
                    _ => {}
                }
                if matches!(name.as_str(), "node" | "edge") {
                    within = name;
                }
                text.clear();
            }
            Event::Text(part) => text.push_str(&part),
            Event::GeneralRef(name) => text.push(match &*name {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "apos" => '\'',
                other => panic!("&{other};"),
            }),
            Event::End(_) => {
                if let Some(key) = key.take() {
                    let (element, kind) = &types[&key];
                    assert_eq!(*element, within, "{key}");
                    match kind.as_str() {
                        "int" => assert!(text.parse::<u32>().is_ok(), "{key} {text}"),
                        "double" => {
                            assert!(text.parse::<f64>().unwrap().is_finite(), "{key} {text}")
                        }
                        _ if key == "label" => labels.push(text.clone()),
                        _ => {}
                    }
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(labels.contains(&HARD.to_owned()), "{labels:?}");
    assert!(edges.len() >= 3);
    for (source, target) in edges {
        assert!(nodes.contains(&source) && nodes.contains(&target));
    }
}

#[test]
fn a_table_has_ten_cells_a_row_and_no_formula() {
    let table = view(Unit::Utf16)
        .graph_text(GraphForm::Csv, &every())
        .unwrap();
    let rows = rows(&table);
    assert!(rows.len() > 3);
    assert!(rows.iter().all(|row| row.len() == 10), "{rows:?}");
    let names: Vec<_> = rows.iter().flat_map(|row| [&row[1], &row[4]]).collect();
    assert!(names.contains(&&format!("'{HARD}")));
    assert!(names.iter().all(|name| !name.starts_with('=')));
}

#[test]
fn annotations_find_their_words_by_quote_and_by_place() {
    // Code points, whatever the unit of the view.
    for unit in [Unit::Utf16, Unit::Utf8] {
        let view = view(unit);
        let all: Value = serde_json::from_str(&view.mentions_text(MentionForm::JsonLd)).unwrap();
        assert_eq!(all["type"], "AnnotationCollection");
        assert_eq!(all["first"]["type"], "AnnotationPage");
        let items = all["first"]["items"].as_array().unwrap();
        assert_eq!(all["total"], items.len());
        let text: Vec<char> = view.corpus().documents()[0].text.chars().collect();
        let mut exact = Vec::new();
        for item in items {
            assert_eq!(item["type"], "Annotation");
            let id = item["id"].as_str().unwrap();
            assert!(
                id.starts_with("urn:corpus-explorer:mention:a%20b%2F%C3%A9:"),
                "{id}"
            );
            let selector = &item["target"]["selector"];
            assert_eq!(selector[0]["type"], "TextQuoteSelector");
            assert_eq!(selector[1]["type"], "TextPositionSelector");
            let at = |n: &str| selector[1][n].as_u64().unwrap() as usize;
            let said = |n: &str| selector[0][n].as_str().unwrap();
            let slice = |from: usize, to: usize| text[from..to].iter().collect::<String>();
            assert_eq!(slice(at("start"), at("end")), said("exact"));
            assert_eq!(
                slice(at("start").saturating_sub(32), at("start")),
                said("prefix")
            );
            assert_eq!(
                slice(at("end"), (at("end") + 32).min(text.len())),
                said("suffix")
            );
            exact.push(said("exact").to_owned());
        }
        assert_eq!(
            exact.iter().filter(|words| *words == "Chile").count(),
            1,
            "one is ignored"
        );
        let ids: std::collections::BTreeSet<_> = items.iter().map(|i| i["id"].as_str()).collect();
        assert_eq!(ids.len(), items.len());
        let tags = items
            .iter()
            .map(|i| i["body"][1]["value"].as_str().unwrap());
        assert!(tags.into_iter().any(|tag| tag == HARD));
    }
}

#[test]
fn conll_has_six_columns_and_its_places_hold_its_tokens() {
    let view = view(Unit::Utf8);
    let text = &view.corpus().documents()[0].text;
    let conll = view.mentions_text(MentionForm::Conll);
    let (mut open, mut opened) = (None, 0);
    for line in conll.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        if line.is_empty() || line.starts_with("# ") {
            open = None;
            continue;
        }
        assert_eq!(columns.len(), 6, "{line}");
        let place = |n: usize| columns[n].parse::<usize>().unwrap();
        assert_eq!(&text[place(2)..place(3)], columns[1]);
        match columns[4].split_once('-') {
            Some(("B", kind)) => {
                open = Some(kind);
                opened += 1;
            }
            Some(("I", kind)) => assert_eq!(open, Some(kind), "{line}"),
            _ => open = None,
        }
        assert_eq!(columns[4] == "O", columns[5] == "_", "{line}");
    }
    let kept: usize = view.corpus().named().iter().map(Vec::len).sum();
    assert_eq!(opened, kept);
}
