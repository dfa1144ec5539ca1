//! What does the search know besides words? Tests of speakers, entities and cues as fields, of
//! synonymous names, and of the message if nothing was analysed.

use crate::known::Known;
use corpus_explorer::document::Document;
use corpus_explorer::search::{Annotation, AnnotationKind, Answer, HitUnit, Index, Options};

fn documents() -> Vec<Document> {
    let texts = [
        "Putin visited the city.\n\n“The treaty is peaceful,” Vladimir Putin said.\n\nStoltenberg warned of the treaty.",
        "Pyongyang fired a missile.\n\nThe DPRK called the treaty a success.",
        "North Korea said nothing.\n\nSouth Korea met Iran.",
    ];
    (0..)
        .zip(texts)
        .map(|(at, text): (usize, _)| Document::from_text(&format!("d{at}"), text))
        .collect()
}

fn annotation(kind: AnnotationKind, id: &str, names: &[&str], blocks: &[(u32, u32)]) -> Annotation {
    Annotation {
        kind,
        id: id.to_owned(),
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        blocks: blocks.to_vec(),
    }
}

fn known() -> Known {
    use AnnotationKind::{Cue, Entity, Speaker};
    let putin = ["Vladimir Putin", "Putin"];
    let korea = ["North Korea", "DPRK"];
    Known {
        documents: documents(),
        annotations: vec![
            annotation(Speaker, "vladimir-putin", &putin, &[(0, 1)]),
            annotation(Speaker, "", &["the minister"], &[(0, 2)]),
            annotation(Entity, "vladimir-putin", &putin, &[(0, 0), (0, 1)]),
            annotation(Cue, "", &["said"], &[(0, 1)]),
            annotation(Cue, "", &["warned"], &[(0, 2), (0, 99)]),
            annotation(Entity, "north-korea", &korea, &[(2, 0)]),
            annotation(Entity, "north-korea", &korea, &[(1, 1)]),
        ],
        synonyms: vec![
            korea.map(str::to_owned).to_vec(),
            putin.map(str::to_owned).to_vec(),
        ],
    }
}

fn search(query: &str, options: &Options, learns: bool) -> Answer {
    let known = known();
    let index = Index::build(&known.documents);
    match learns {
        true => index.search(&known, query, options),
        false => index.search(&known.documents, query, options),
    }
}

/// The document and block of each passage found, in text order.
fn passages(query: &str) -> Vec<(u32, usize)> {
    let options = Options {
        by: HitUnit::Passage,
        ..Options::default()
    };
    let hits = search(query, &options, true).hits;
    let mut found: Vec<_> = hits
        .iter()
        .map(|h| (h.doc.0, h.passages[0].block))
        .collect();
    found.sort_unstable();
    found
}

fn codes(answer: &Answer) -> Vec<&'static str> {
    answer.remarks.iter().map(|r| r.code).collect()
}

#[test]
fn fields_find_what_others_know() {
    assert_eq!(passages("speaker:Putin"), [(0, 1)]);
    assert_eq!(passages("speaker:vladimir-putin"), [(0, 1)]);
    assert_eq!(passages("speaker:\"Vladimir Putin\" treaty"), [(0, 1)]);
    assert_eq!(passages("speaker:minister"), [(0, 2)]);
    assert_eq!(passages("speaker:Puti"), []);
    assert_eq!(passages("entity:Putin"), [(0, 0), (0, 1)]);
    assert_eq!(passages("entity:DPRK"), [(1, 1), (2, 0)]);
    assert_eq!(passages("treaty -entity:Putin"), [(0, 2), (1, 1)]);
    assert_eq!(passages("cue:warn"), [(0, 2)]);
    assert_eq!(passages("cue:say"), [(0, 1)]);
    assert_eq!(
        passages("cue:warned OR entity:north-korea"),
        [(0, 2), (1, 1), (2, 0)]
    );
}

#[test]
fn what_nobody_is_called_is_remarked() {
    let answer = search("speaker:Nobody", &Options::default(), true);
    assert_eq!((answer.total, codes(&answer)), (0, vec!["not-found"]));
}

#[test]
fn without_an_analysis_a_field_is_words() {
    let answer = search("speaker:Stoltenberg", &Options::default(), false);
    assert_eq!((answer.total, codes(&answer)), (1, vec!["not-analysed"]));
    let answer = search(
        "treaty -entity:\"Vladimir Putin\"",
        &Options::default(),
        false,
    );
    assert_eq!(
        (answer.total, codes(&answer)),
        (1, vec!["not-analysed", "lone-passages"])
    );
}

#[test]
fn a_name_also_seeks_the_others() {
    for query in [
        "DPRK",
        "dprk",
        "North Korea",
        "NORTH KOREA",
        "missile OR DPRK",
    ] {
        let answer = search(query, &Options::default(), true);
        let both = answer.hits.iter().filter(|h| h.doc.0 > 0).count();
        assert_eq!((both, codes(&answer)), (2, vec!["synonyms"]), "{query}");
    }
    let answer = search("DPRK", &Options::default(), true);
    assert_eq!(answer.hits[0].doc.0, 1, "what was typed comes first");
    assert_eq!(answer.remarks[0].from.as_deref(), Some("DPRK"));
    assert_eq!(answer.remarks[0].to.as_deref(), Some("North Korea"));
    let marks = &answer.hits[1].passages[0].marks;
    assert_eq!(documents()[2].slice(marks[0]), "North Korea");
    assert_eq!(passages("DPRK AND said"), [(2, 0)]);
    assert_eq!(passages("North Korea AND success"), [(1, 1)]);
    assert_eq!(passages("success NEAR/9 (DPRK OR none)"), [(1, 1)]);
}

#[test]
fn an_explanation_names_the_others_after_the_words() {
    let options = Options {
        explain: true,
        ..Options::default()
    };
    let explanation = search("DPRK", &options, true).explanation.unwrap();
    assert_eq!(explanation.words, ["DPRK", "North Korea"]);
    assert_eq!(explanation.articles, Some(2));
}

#[test]
fn synonyms_can_be_switched_off() {
    let off = Options {
        synonyms: false,
        ..Options::default()
    };
    for (query, options) in [
        ("DPRK", &off),
        ("\"DPRK\"", &Options::default()),
        ("+DPRK", &Options::default()),
        ("DPRK*", &Options::default()),
    ] {
        let answer = search(query, options, true);
        assert_eq!((answer.total, codes(&answer)), (1, vec![]), "{query}");
    }
    for query in ["Korea", "Putin", "-DPRK treaty"] {
        assert!(
            codes(&search(query, &Options::default(), true)).is_empty(),
            "{query}"
        );
    }
}
