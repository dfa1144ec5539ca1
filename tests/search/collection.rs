//! Does a collection of custom documents give the same answers however it was made? And what is refused?

use crate::random::Random;
use corpus_explorer::collection::{Collection, Field, Mapping, StoredDocument};
use corpus_explorer::search::{Answer, HitUnit, Options, Selection, Sort};

const WORDS: &[&str] = &[
    "treaty",
    "treaties",
    "defence",
    "Kim",
    "Łódź",
    "安保理",
    "river",
    "the",
    "of",
    "US",
    "1,000",
];

const QUERIES: &[&str] = &[
    "treaty",
    "title:treaty river",
    "body:\"the river\"",
    "kim -defence",
    "outlet:alpha treat*",
    "date:2024-05.. of",
    "in:title kim",
    "lodz 1000",
    "安保",
];

fn mapping() -> Mapping {
    Mapping {
        fields: vec![Field::new("title"), Field::given("body", Some(1.5), None)],
        filters: vec!["outlet".into(), "tags".into()],
        date: Some("day".into()),
        synonyms: vec![vec!["Kim".into(), "the river".into()]],
    }
}

impl Random {
    fn text(&mut self, most: usize) -> String {
        let count = 1 + self.below(most);
        let words = (0..count).map(|_| WORDS[self.below(WORDS.len())]);
        words.collect::<Vec<_>>().join(" ")
    }

    fn stored(&mut self, number: usize) -> StoredDocument {
        let paragraphs: Vec<_> = (0..self.below(4)).map(|_| self.text(20)).collect();
        let tags: Vec<_> = ["x", "y", "z"]
            .into_iter()
            .filter(|_| self.below(2) == 0)
            .map(str::to_owned)
            .collect();
        StoredDocument {
            id: format!("d{number}"),
            values: vec![vec![["Alpha Post", "Beta"][self.below(2)].to_owned()], tags],
            day: (self.below(4) > 0).then(|| format!("2024-{:02}-11", 1 + self.below(12))),
            fields: vec![self.text(5), paragraphs.join("\n\n")],
        }
    }
}

fn collection(documents: &[StoredDocument]) -> Collection {
    let mut collection = Collection::new(mapping()).unwrap();
    collection.add(documents).unwrap();
    collection
}

/// All options that change the hits.
fn options() -> Vec<Options> {
    let all = Options {
        limit: 100,
        histogram: true,
        explain: true,
        ..Options::default()
    };
    let tag = Selection {
        values: vec![("tags".into(), "y".into())],
        ..Selection::default()
    };
    vec![
        all.clone(),
        Options {
            by: HitUnit::Passage,
            ..all.clone()
        },
        Options {
            sort: Sort::Date,
            filter: tag,
            ..all
        },
    ]
}

fn answers(collection: &Collection) -> Vec<Answer> {
    let ask = |query: &&str| -> Vec<Answer> {
        let options = options().into_iter();
        options
            .map(|options| collection.search(query, &options))
            .collect()
    };
    QUERIES.iter().flat_map(ask).collect()
}

#[test]
fn saved_and_opened_is_the_same() {
    let mut random = Random(1);
    for count in [0, 1, 30, 200] {
        let documents: Vec<_> = (0..count).map(|n| random.stored(n)).collect();
        let collection = collection(&documents);
        let opened = Collection::open(collection.save()).unwrap();
        assert_eq!(answers(&opened), answers(&collection));
        assert_eq!(opened.mapping(), collection.mapping());
        for document in &documents {
            assert_eq!(opened.get(&document.id).as_ref(), Some(document));
        }
        assert_eq!(opened.save(), collection.save());
    }
}

/// The ids of the documents found, sorted: scores may differ slightly while removed documents still
/// count in the statistics.
fn found(collection: &Collection) -> Vec<Vec<String>> {
    let ids = |answer: &Answer| {
        let mut ids: Vec<_> = answer
            .hits
            .iter()
            .map(|hit| collection.id(hit.doc).to_owned())
            .collect();
        ids.sort();
        ids
    };
    answers(collection).iter().map(ids).collect()
}

#[test]
fn documents_join_leave_and_are_replaced() {
    let mut random = Random(2);
    for _ in 0..20 {
        let mut kept: Vec<StoredDocument> = Vec::new();
        let mut grown = collection(&[]);
        for step in 0..25 {
            if random.below(3) > 0 {
                let new: Vec<_> = (0..1 + random.below(4))
                    .map(|n| {
                        let number = if random.below(3) == 0 {
                            n
                        } else {
                            100 * step + n
                        };
                        random.stored(number)
                    })
                    .collect();
                let is_new =
                    |old: &StoredDocument| new.iter().all(|document| document.id != old.id);
                let ids: std::collections::BTreeSet<_> = new.iter().map(|e| &e.id).collect();
                if ids.len() < new.len() {
                    continue;
                }
                kept.retain(is_new);
                grown.add(&new).unwrap();
                kept.extend(new);
            } else {
                let mut gone = Vec::new();
                kept.retain(|document| {
                    let stays = random.below(3) > 0;
                    if !stays {
                        gone.push(document.id.clone());
                    }
                    stays
                });
                gone.push("none".into());
                grown.remove(&gone);
            }
            assert_eq!(grown.len(), kept.len());
        }
        assert_eq!(found(&grown), found(&collection(&kept)));
        let opened = Collection::open(grown.save()).unwrap();
        assert_eq!(answers(&opened), answers(&grown));
    }
}

#[test]
fn passages_and_marks_are_of_their_fields() {
    let mut random = Random(3);
    let documents: Vec<_> = (0..60).map(|n| random.stored(n)).collect();
    let collection = collection(&documents);
    for answer in answers(&collection) {
        for hit in &answer.hits {
            let stored = collection.get(collection.id(hit.doc)).unwrap();
            let document = collection.document(hit.doc).unwrap();
            for passage in &hit.passages {
                let (field, start, text, span) = collection.field(hit.doc, passage.block).unwrap();
                assert_eq!(text, stored.fields[field]);
                assert_eq!(span, document.blocks[passage.block].span);
                for mark in &passage.marks {
                    let inside = &text[(mark.start - start) as usize..(mark.end - start) as usize];
                    assert_eq!(inside, document.slice(*mark));
                    assert!(!inside.is_empty());
                }
            }
        }
    }
}

#[test]
fn damaged_bytes_are_refused() {
    let mut random = Random(4);
    let documents: Vec<_> = (0..40).map(|n| random.stored(n)).collect();
    let bytes = collection(&documents).save();
    for cut in (0..bytes.len()).step_by(13) {
        assert!(
            Collection::open(bytes[..cut].to_vec()).is_err(),
            "cut at {cut}"
        );
    }
    for at in (0..bytes.len()).step_by(7) {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        assert!(Collection::open(changed).is_err(), "changed at {at}");
    }
}

#[test]
fn what_no_documents_can_be_is_refused() {
    let named = |fields: &[&str], filters: &[&str]| {
        Collection::new(Mapping {
            fields: fields.iter().map(|name| Field::new(name)).collect(),
            filters: filters.iter().map(|&name| name.to_owned()).collect(),
            ..Mapping::default()
        })
    };
    for (fields, filters) in [
        (&[][..], &[][..]),
        (&["a"; 17], &[]),
        (&["a", "A"], &[]),
        (&["a"], &["a"]),
        (&["two words"], &[]),
        (&["a"], &["in"]),
        (&[""], &[]),
    ] {
        let refused = named(fields, filters).unwrap_err();
        assert_eq!(refused.kind().code(), "argument", "{fields:?} {filters:?}");
    }
    let names: Vec<String> = (0..16).map(|n| format!("s{n}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    assert!(named(&names, &["outlet"]).is_ok());
    for boost in [0.0, -1.0, f32::NAN, f32::INFINITY] {
        let fields = vec![Field::given("a", Some(boost), None)];
        let mapping = Mapping {
            fields,
            ..Mapping::default()
        };
        assert!(Collection::new(mapping).is_err(), "{boost}");
    }
}

#[test]
fn no_filter_shares_its_name_with_the_months() {
    let mapping = |filter: &str, field: &str| Mapping {
        fields: vec![Field::new(field)],
        filters: vec![filter.into()],
        ..Mapping::default()
    };
    let refused = Collection::new(mapping("Month", "a")).unwrap_err();
    assert_eq!(refused.kind().code(), "argument");
    assert!(refused.to_string().contains("the facet of months"));
    assert!(Collection::new(mapping("outlet", "month")).is_ok());
}

#[test]
fn nothing_is_added_when_a_document_is_refused() {
    let document = |id: &str, day: &str| StoredDocument {
        id: id.into(),
        day: Some(day.into()),
        ..StoredDocument::default()
    };
    let mut collection = collection(&[document("a", "2024")]);
    for (wrong, code) in [
        ([document("b", "2024"), document("c", "soon")], "argument"),
        (
            [document("b", "2024"), document("b", "2024")],
            "duplicate-id",
        ),
    ] {
        assert_eq!(collection.add(&wrong).unwrap_err().kind().code(), code);
        assert_eq!(collection.len(), 1);
    }
}

/// A title whose words the body shares too counts by its boost.
#[test]
fn boosts_weigh() {
    let ranked = |boost| {
        let mapping = Mapping {
            fields: vec![Field::given("a", Some(boost), Some(false)), Field::new("b")],
            ..Mapping::default()
        };
        let mut collection = Collection::new(mapping).unwrap();
        let document = |id: &str, a: &str, b: &str| StoredDocument {
            id: id.into(),
            fields: vec![a.into(), b.into()],
            ..StoredDocument::default()
        };
        let documents = [
            document("in-a", "river", "hill"),
            document("in-b", "hill", "river river"),
        ];
        collection.add(&documents).unwrap();
        let answer = collection.search("river", &Options::default());
        collection.id(answer.hits[0].doc).to_owned()
    };
    assert_eq!(ranked(1.0), "in-b");
    assert_eq!(ranked(5.0), "in-a");
}
