//! What does a saved corpus carry, and is it trusted only where it fits? Opening analyses nothing;
//! what another build derived, or what does not fit, is derived again.

use bytes::Bytes;
use corpus_explorer::corpus::{Corpus, Dated, Treatment};
use corpus_explorer::decision;
use corpus_explorer::document::{Article, DocId};
use corpus_explorer::entity::Mention;
use corpus_explorer::pack::{Kind, Pack, write};
use corpus_explorer::quote::Quotation;

const SECTIONS: [&str; 7] = [
    "manifest",
    "documents",
    "records",
    "index",
    "found",
    "resolved",
    "related",
];

type Row = (Vec<Mention>, Vec<Quotation>, Vec<Dated>);

/// Two articles, of which one lends the other its date.
fn corpus() -> Corpus {
    let text = "“We left in boats,” said Ann Lee of Springfield on Monday. Ann Lee is the mayor.";
    let mut dated = Article::new("a", text);
    dated.given.published = Some("2021-05-04".into());
    let articles = [dated, Article::new("b", text), Article::new("c", "")];
    Corpus::from_articles(&articles, Treatment::default()).unwrap()
}

/// A pack with changed sections.
fn rewritten(bytes: &[u8], changes: &[(&str, &[u8])]) -> Bytes {
    let pack = Pack::open(bytes, Kind::Corpus).unwrap();
    let section = |name| {
        let changed = changes.iter().find(|(other, _)| *other == name);
        let kept = || pack.required(name).unwrap();
        (name, changed.map_or_else(kept, |(_, bytes)| bytes))
    };
    write(Kind::Corpus, &SECTIONS.map(section)).into()
}

fn check_derived(opened: &Corpus, expected: &Corpus, name: &str) {
    assert_eq!(opened.entities(), expected.entities(), "{name}");
    assert_eq!(opened.index().save(), expected.index().save(), "{name}");
    assert_eq!(opened.stories(), expected.stories(), "{name}");
    assert_eq!(opened.copies(), expected.copies(), "{name}");
    for id in expected.ids() {
        assert_eq!(opened.mentions(id), expected.mentions(id), "{name}");
        assert_eq!(opened.quotations(id), expected.quotations(id), "{name}");
        assert_eq!(opened.dated(id), expected.dated(id), "{name}");
    }
}

#[test]
fn opening_analyses_nothing_and_gives_the_same() {
    let mut corpus = corpus();
    assert_eq!(corpus.analysed(), 3);
    assert_eq!(corpus.dated(DocId(1))[0].inferred_from, Some(DocId(0)));
    let decisions = r#"{"format": "corpus-explorer/decisions", "version": 1, "decisions":
        [{"id": "d1", "action": "rename", "entity": "ann-lee", "name": "Two\nLines"}]}"#;
    corpus.add_decisions(decision::read(decisions, "").unwrap());
    let bytes = corpus.save().unwrap();
    let opened = Corpus::open(bytes.clone()).unwrap();
    assert_eq!(opened.analysed(), 0);
    assert!(opened.records().eq(corpus.records()));
    check_derived(&opened, &corpus, "opened");
    assert!(opened.save().unwrap() == bytes);
}

#[test]
fn articles_that_join_bring_along_what_was_found() {
    let mut all = corpus();
    all.append_saved(corpus().save().unwrap()).unwrap();
    assert_eq!(all.analysed(), 0);
    all.remove(&["b"]);
    assert_eq!(all.analysed(), 0);
    all.give("a-2", &Default::default()).unwrap();
    assert_eq!(all.analysed(), 1);
}

#[test]
fn what_does_not_fit_is_derived_again() {
    let corpus = corpus();
    let whole = corpus.save().unwrap();
    let pack = Pack::open(&whole, Kind::Corpus).unwrap();
    let rows: Vec<Row> = postcard::from_bytes(pack.required("found").unwrap()).unwrap();
    let changed = |change: &dyn Fn(&mut Row)| {
        let mut rows = rows.clone();
        change(&mut rows[0]);
        postcard::to_allocvec(&rows).unwrap()
    };
    let found: [&dyn Fn(&mut Row); 7] = [
        &|row| row.0[0].span.end = 999,
        // Inside the opening quotation mark.
        &|row| row.0[0].span.start = 1,
        &|row| row.0.reverse(),
        &|row| row.0[0].confidence = f64::NAN,
        &|row| row.1[0].spans.clear(),
        &|row| row.1[0].speaker.as_mut().unwrap().mention = Some(99),
        &|row| row.2[0].mention.from.as_mut().unwrap().month = 13,
    ];
    for (n, change) in found.into_iter().enumerate() {
        let opened = Corpus::open(rewritten(&whole, &[("found", &changed(change))])).unwrap();
        check_derived(&opened, &corpus, &format!("found, {n}"));
        assert_eq!(opened.analysed(), 1, "{n}");
    }
    let other: &[u8] = br#"{"analyzed": true, "analyses": "another build"}"#;
    let fewer = postcard::to_allocvec(&rows[..1]).unwrap();
    for (name, bytes, analysed) in [
        ("manifest", other, 3),
        ("found", b"", 3),
        ("found", &fewer, 2),
        ("resolved", b"", 0),
        ("resolved", b"\0\x03\x01\x01\0\0\0", 0),
        ("index", b"", 0),
        ("related", b"", 0),
        // A story of one article twice; and copies of an article that is not there.
        ("related", b"\x01\x02\0\0\0\0\0", 0),
        ("related", b"\0\x01\x07\x01\0\0", 0),
    ] {
        let opened = Corpus::open(rewritten(&whole, &[(name, bytes)])).unwrap();
        check_derived(&opened, &corpus, name);
        assert_eq!(opened.analysed(), analysed, "{name}");
    }
}

#[test]
fn a_history_that_does_not_fit_is_left_out() {
    let corpus = corpus();
    let whole = corpus.save().unwrap();
    let pack = Pack::open(&whole, Kind::Corpus).unwrap();
    let mut damaged = pack.required("records").unwrap().to_vec();
    // The lengths of three records come first.
    damaged[12] = b'!';
    let opened = Corpus::open(rewritten(&whole, &[("records", &damaged)])).unwrap();
    let record = opened.record(DocId(0));
    assert_eq!(record.text, corpus.document(DocId(0)).text);
    assert!(record.is_sound() && record.operations.is_empty());
    assert_eq!(opened.record(DocId(1)), corpus.record(DocId(1)));
}

#[test]
fn documents_that_do_not_fit_their_records_are_refused() {
    let whole = corpus().save().unwrap();
    for name in ["documents", "records"] {
        let refused = Corpus::open(rewritten(&whole, &[(name, b"\x01")])).unwrap_err();
        assert!(
            refused.to_string().contains("do not fit together"),
            "{refused}"
        );
    }
}
