//! Can other programs read exported quotations? Round trips through independent parsers.

use std::collections::{BTreeMap, BTreeSet};

use corpus_explorer::api::options::{QuoteFilter, QuoteForm};
use corpus_explorer::api::shape::QuotationKind;
use corpus_explorer::api::view::View;
use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::document::Article;
use corpus_explorer::text::Unit;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use serde_json::Value;

use crate::rows;

/// Formulas, markup, characters beyond 16 bits, right-to-left words, speech over two paragraphs.
const TEXTS: [&str; 3] = [
    "😀 “=1+1 <b>&amp; isn’t enough for us,” said Ana Paz of Chile.\n\nMr. Bo Lund said that the plan was “dead & gone” for now.",
    "“+שלום 𝒳 is fine with all of us,” Ana Paz said, “and so are we.”\n\n“The road is closed,” said Bo Lund. “We know.\n\n“It will open again,” he added.\n\nBo Lund said the road was wet.",
    "It rained.",
];

fn view(unit: Unit) -> View {
    let id = ["a b/é<", "@b\"'", "c"];
    let articles: Vec<Article> = id
        .iter()
        .zip(TEXTS)
        .map(|(id, text)| Article::new(*id, text))
        .collect();
    let treatment = Treatment {
        analyze: true,
        normalize: false,
    };
    View::new(Corpus::from_articles(&articles, treatment).unwrap(), unit)
}

fn written(view: &View, form: QuoteForm) -> String {
    view.quotes_text(form, &QuoteFilter::default()).unwrap()
}

fn attributes(element: &BytesStart) -> BTreeMap<String, String> {
    let all = element.attributes().map(|attribute| {
        let attribute = attribute.unwrap();
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap();
        (attribute.key.as_ref().to_string(), value.into_owned())
    });
    all.collect()
}

/// An XML element, with all text inside it.
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    within: Option<String>,
    text: String,
}

/// The elements of well-formed XML, in the order of their ends.
fn elements(xml: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut open, mut all) = (Vec::<Element>::new(), Vec::new());
    loop {
        let mut add = |text: &str| open.iter_mut().for_each(|e| e.text.push_str(text));
        match reader.read_event().unwrap() {
            Event::Text(text) => add(&text),
            Event::GeneralRef(name) => add(match &*name {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                "apos" => "'",
                other => panic!("&{other};"),
            }),
            Event::Start(start) => {
                let within = open.last().map(|e| e.name.clone());
                open.push(Element {
                    name: start.name().as_ref().to_string(),
                    attributes: attributes(&start),
                    within,
                    text: String::new(),
                });
            }
            Event::End(_) => all.push(open.pop().unwrap()),
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty());
    all
}

#[test]
fn tei_holds_every_quotation_with_its_speaker() {
    let view = view(Unit::Utf16);
    let xml = written(&view, QuoteForm::Tei);
    let all = elements(&xml);
    let ids: Vec<&String> = all
        .iter()
        .filter_map(|e| e.attributes.get("xml:id"))
        .collect();
    let unique: BTreeSet<&String> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len());
    for id in &unique {
        let first = id.chars().next().unwrap();
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        assert!(
            (first.is_ascii_alphabetic() || first == '_') && id.chars().all(is_name),
            "{id}"
        );
    }
    for key in ["who", "ref", "ana", "prev", "next", "source"] {
        for to in all.iter().filter_map(|e| e.attributes.get(key)) {
            assert!(
                unique.contains(&to.trim_start_matches('#').to_owned()),
                "{key} {to}"
            );
        }
    }
    let mut parts: BTreeMap<String, Vec<&Element>> = BTreeMap::new();
    for said in all.iter().filter(|e| e.name == "said") {
        assert!(matches!(said.within.as_deref(), Some("p" | "said")));
        assert!(matches!(
            said.attributes["direct"].as_str(),
            "true" | "false"
        ));
        assert_eq!(said.attributes["aloud"], "unknown");
        parts
            .entry(said.attributes["n"].clone())
            .or_default()
            .push(said);
    }
    let quotes = view.quotes(&QuoteFilter::default()).unwrap();
    assert!(quotes.len() >= 5, "{quotes:?}");
    assert_eq!(parts.len(), quotes.len());
    for quote in quotes {
        let parts = &parts[&quote.id];
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
        let spoken = quote.text.replace(" … ", " ");
        assert_eq!(words(&text.join(" ")), words(&spoken));
        let who = quote
            .speaker
            .and_then(|s| s.entity)
            .map(|id| format!("#{id}"));
        for part in parts {
            assert_eq!(part.attributes.get("who"), who.as_ref());
            let direct = quote.kind == QuotationKind::Direct;
            assert_eq!(part.attributes["direct"], direct.to_string());
        }
    }
    let named = |name: &str| {
        let found = all
            .iter()
            .filter(|e| e.name == name && e.attributes.contains_key("ref"));
        found.map(|e| e.text.as_str()).collect::<Vec<_>>()
    };
    assert!(
        named("persName").contains(&"Ana Paz"),
        "{:?}",
        named("persName")
    );
    let is_person = |e: &&Element| e.within.as_deref() == Some("person");
    let people = all.iter().filter(is_person);
    let people: Vec<&str> = people.map(|e| e.text.as_str()).collect();
    assert!(
        people.contains(&"Ana Paz") && people.contains(&"Bo Lund"),
        "{people:?}"
    );
    assert_eq!(
        all.iter().filter(|e| e.name == "bibl").count(),
        2,
        "who quotes nobody is no source"
    );
}

#[test]
fn tei_without_quotations_is_a_document_still() {
    let view = view(Unit::Utf16);
    let none = QuoteFilter {
        article: Some("c".into()),
        ..QuoteFilter::default()
    };
    let all = elements(&view.quotes_text(QuoteForm::Tei, &none).unwrap());
    assert!(all.iter().any(|e| e.name == "body"));
    assert!(
        !all.iter()
            .any(|e| matches!(e.name.as_str(), "said" | "particDesc"))
    );
}

#[test]
fn a_table_has_a_row_for_each_and_no_formula() {
    let view = view(Unit::Scalar);
    let quotes = view.quotes(&QuoteFilter::default()).unwrap();
    let rows = rows(&written(&view, QuoteForm::Csv));
    let (head, rows) = rows.split_first().unwrap();
    assert_eq!(rows.len(), quotes.len());
    let column = |name: &str| head.iter().position(|column| column == name).unwrap();
    for (row, quote) in rows.iter().zip(&quotes) {
        assert_eq!(row.len(), head.len());
        assert!(
            row.iter()
                .all(|cell| !cell.starts_with(['=', '+', '-', '@'])),
            "{row:?}"
        );
        assert_eq!(row[column("text")].trim_start_matches('\''), quote.text);
        let text: Vec<char> = TEXTS[usize::from(quote.article.starts_with('@'))]
            .chars()
            .collect();
        let at = |name: &str| row[column(name)].parse::<usize>().unwrap();
        let slice: String = text[at("start")..at("end")].iter().collect();
        let first = quote.text.split(" … ").next().unwrap();
        assert!(slice.starts_with(first), "{slice} {first}");
    }
    assert!(
        rows.iter()
            .any(|row| row[column("text")].starts_with("'=1+1"))
    );
    assert!(
        rows.iter()
            .any(|row| row[column("text")].starts_with("'+שלום"))
    );
    assert!(rows.iter().any(|row| row[column("article")] == "'@b\"'"));
}

#[test]
fn json_is_the_answer_of_quotes() {
    let view = view(Unit::Utf16);
    let read: Value = serde_json::from_str(&written(&view, QuoteForm::Json)).unwrap();
    let quotes = serde_json::to_value(view.quotes(&QuoteFilter::default()).unwrap()).unwrap();
    assert_eq!(read, quotes);
    let direct = QuoteFilter {
        kind: Some(QuotationKind::Direct),
        ..QuoteFilter::default()
    };
    let read: Value =
        serde_json::from_str(&view.quotes_text(QuoteForm::Json, &direct).unwrap()).unwrap();
    let kinds = read.as_array().unwrap().iter().map(|q| &q["kind"]);
    assert!(kinds.clone().count() >= 2 && kinds.into_iter().all(|kind| kind == "direct"));
}

#[test]
fn annotations_find_each_part() {
    // Code points, whatever the unit of the view.
    for unit in [Unit::Utf16, Unit::Utf8] {
        let view = view(unit);
        let all: Value = serde_json::from_str(&written(&view, QuoteForm::JsonLd)).unwrap();
        assert_eq!(all["type"], "AnnotationCollection");
        let items = all["first"]["items"].as_array().unwrap();
        let quotes = view.quotes(&QuoteFilter::default()).unwrap();
        assert_eq!(items.len(), quotes.len());
        for (item, quote) in items.iter().zip(quotes) {
            let text = TEXTS[usize::from(quote.article.starts_with('@'))];
            let text: Vec<char> = text.chars().collect();
            let one = [item["target"].clone()];
            let targets = item["target"].as_array().map_or(&one[..], Vec::as_slice);
            assert_eq!(targets.len(), quote.spans.len());
            let mut said = Vec::new();
            for target in targets {
                let selector = &target["selector"];
                assert_eq!(selector[0]["type"], "TextQuoteSelector");
                assert_eq!(selector[1]["type"], "TextPositionSelector");
                let at = |n: &str| selector[1][n].as_u64().unwrap() as usize;
                let slice: String = text[at("start")..at("end")].iter().collect();
                assert_eq!(slice, selector[0]["exact"].as_str().unwrap());
                said.push(slice);
            }
            assert_eq!(said.join(" … "), quote.text);
            let bodies = item["body"].as_array().unwrap();
            let identified = bodies.iter().any(|body| body["purpose"] == "identifying");
            assert_eq!(
                identified,
                quote.speaker.is_some_and(|s| s.entity.is_some())
            );
        }
    }
}
