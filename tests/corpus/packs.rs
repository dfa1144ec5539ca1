//! Do packs of earlier builds open, and do the errors say what is wrong with others? The samples in
//! `data/pack` were written by earlier builds, most of them before packs had sections.

use corpus_explorer::collection::{Collection, Field, Mapping, StoredDocument};
use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::document::{Article, DocId, Document};
use corpus_explorer::error::{ReadError, ReadErrorKind};
use corpus_explorer::pack::{Kind, Pack, write};
use corpus_explorer::search::{Index, Options, Schema};

const TEXTS: [(&str, &str); 2] = [
    (
        "a",
        "River rises\n\nThe river rose by two metres on Monday, and “we left in boats,” said Ann Lee of Łódź.",
    ),
    ("b", "Boats\n\nAnn Lee left."),
];

fn documents() -> Vec<Document> {
    let documents = TEXTS.map(|(id, text)| Document::from_text(id, text));
    documents.into()
}

fn corpus() -> Corpus {
    let articles = TEXTS.map(|(id, text)| Article::new(id, text));
    Corpus::from_articles(&articles, Treatment::default()).unwrap()
}

fn collection() -> Collection {
    let mapping = Mapping {
        fields: vec![Field::new("title"), Field::given("body", Some(1.5), None)],
        filters: vec!["outlet".into()],
        date: Some("day".into()),
        synonyms: vec![vec!["Ann".into(), "Anna".into()]],
    };
    let document = |id: &str, title: &str, body: &str| StoredDocument {
        id: id.into(),
        day: Some("2024-06-21".into()),
        values: vec![vec!["Alpha".into()]],
        fields: vec![title.into(), body.into()],
    };
    let documents = [
        document("a", "River rises", "The river rose.\n\nAnn left."),
        document("b", "Boats", ""),
    ];
    let mut collection = Collection::new(mapping).unwrap();
    collection.add(&documents).unwrap();
    collection
}

/// Checks that truncated and changed bytes are refused. `free` is a range that no checksum covers.
fn check_damage<T>(
    bytes: &[u8],
    open: impl Fn(&[u8]) -> Result<T, ReadError>,
    free: std::ops::Range<usize>,
) {
    for n in 0..bytes.len() {
        assert!(open(&bytes[..n]).is_err(), "cut at {n}");
        let mut changed = bytes.to_vec();
        changed[n] ^= 0x55;
        let is_refused = open(&changed).is_err();
        assert!(is_refused || free.contains(&n), "changed at {n}");
    }
}

fn open_collection(bytes: &[u8]) -> Result<Collection, ReadError> {
    Collection::open(bytes.to_vec())
}

fn append(bytes: &[u8]) -> Result<(), ReadError> {
    Corpus::default().append_saved(bytes.to_vec())
}

#[test]
fn a_corpus_of_an_earlier_build_opens() {
    // The flags of versions 1 and 2 say whether the corpus was analysed; no checksum covers them.
    let samples = [
        (&include_bytes!("../data/pack/corpus-1.pack")[..], 0, 8..12),
        (include_bytes!("../data/pack/corpus-2.pack"), 1, 8..12),
        (include_bytes!("../data/pack/corpus-3.pack"), 1, 0..0),
    ];
    for (bytes, decided, free) in samples {
        let opened = Corpus::open(bytes).unwrap();
        assert!(opened.records().eq(corpus().records()));
        assert_eq!(opened.quotations(DocId(0)), corpus().quotations(DocId(0)));
        let names: Vec<_> = opened.decisions().iter().map(|d| d.id.as_str()).collect();
        assert_eq!(names, ["d1"][..decided]);
        let again = Corpus::open(opened.save().unwrap()).unwrap();
        assert!(again.records().eq(opened.records()));
        assert_eq!(again.decisions(), opened.decisions());
        check_damage(bytes, append, free);
    }
}

#[test]
fn a_collection_from_before_there_were_sections_opens() {
    let bytes = include_bytes!("../data/pack/collection-1.pack");
    assert_eq!(
        Collection::open(bytes.as_slice()).unwrap().save(),
        collection().save()
    );
    check_damage(bytes, open_collection, 0..0);
}

#[test]
fn an_index_from_before_there_were_sections_opens() {
    let bytes = include_bytes!("../data/pack/index-4.pack");
    let documents = documents();
    let open = |bytes: &[u8]| Index::open(bytes, &documents, Schema::default());
    let (opened, built) = (open(bytes).unwrap(), Index::build(&documents));
    assert_eq!(opened.save(), built.save());
    let ask = |index: &Index| index.search(&documents, "river boats", &Options::default());
    assert_eq!(ask(&opened), ask(&built));
    check_damage(bytes, open, 0..0);
}

#[test]
fn every_cut_and_every_changed_byte_is_refused() {
    check_damage(&corpus().save().unwrap(), append, 0..0);
    check_damage(&collection().save(), open_collection, 0..0);
}

/// The pack with only the named sections, and with sections replaced or added.
fn rewritten(bytes: &[u8], kind: Kind, names: &[&str], changes: &[(&str, &[u8])]) -> Vec<u8> {
    let pack = Pack::open(bytes, kind).unwrap();
    let changed = |name: &str| changes.iter().any(|(other, _)| *other == name);
    let kept = names.iter().filter(|name| !changed(name));
    let kept = kept.map(|name| (*name, pack.required(name).unwrap()));
    let sections: Vec<_> = kept.chain(changes.iter().copied()).collect();
    write(kind, &sections)
}

#[test]
fn a_reader_passes_over_what_it_does_not_know() {
    let bytes = corpus().save().unwrap();
    let later = rewritten(
        &bytes,
        Kind::Corpus,
        &["documents", "records"],
        &[
            ("unheard-of", b"\xff\0"),
            ("manifest", br#"{"analyzed": false, "made": [1]}"#),
        ],
    );
    let opened = Corpus::open(later).unwrap();
    assert!(opened.records().eq(corpus().records()));
    assert!(opened.quotations(DocId(0)).is_empty());
}

#[test]
fn what_does_not_fit_is_said() {
    let mut newer = corpus().save().unwrap();
    newer[4] = 9;
    let lacking = |name| {
        let bytes = corpus().save().unwrap();
        let kept: Vec<_> = ["manifest", "documents", "records"]
            .into_iter()
            .filter(|n| *n != name)
            .collect();
        rewritten(&bytes, Kind::Corpus, &kept, &[])
    };
    let index = |section: &[u8]| {
        rewritten(
            &collection().save(),
            Kind::Collection,
            &["mapping", "ends", "text"],
            &[("index", section)],
        )
    };
    let corpus_refusals = [
        (
            collection().save(),
            "expected a saved corpus, found a saved search index",
        ),
        (
            newer,
            "found format 9, but this version reads formats up to 4",
        ),
        (lacking("manifest"), "found no section “manifest”"),
        (lacking("records"), "found no section “records”"),
        (b"{}".to_vec(), "found bytes that do not start with “CXPK”"),
    ];
    let collection_refusals = [
        (
            corpus().save().unwrap(),
            "expected a saved search index, found a saved corpus",
        ),
        (Index::build(&documents()).save(), "found a saved index"),
        (
            index(&5_u32.to_le_bytes()),
            "expected a saved index, found segments of layout 5, but this version reads layout 4",
        ),
        (index(b""), "found bytes that end too early"),
        (
            b"CXST\x02\0\0\0\0\0\0\0".to_vec(),
            "found an earlier collection in format 2, but this version reads format 1",
        ),
    ];
    for (bytes, said) in corpus_refusals {
        check_refusal(Corpus::open(bytes).unwrap_err(), said);
    }
    for (bytes, said) in collection_refusals {
        check_refusal(Collection::open(bytes).unwrap_err(), said);
    }
}

fn check_refusal(refused: ReadError, said: &str) {
    assert_eq!(refused.kind(), ReadErrorKind::Pack);
    assert!(refused.to_string().contains(said), "{refused}");
}
