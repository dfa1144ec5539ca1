//! Does a store of custom documents give the same answers however it was made? And what is refused?

mod random;

use corpus_explorer::search::{Answer, HitUnit, Options, Selection, Sort};
use corpus_explorer::store::{Entry, Part, Shape, Store};
use random::Random;

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

fn shape() -> Shape {
    Shape {
        sections: vec![Part::new("title"), Part::given("body", Some(1.5), None)],
        filters: vec!["outlet".into(), "tags".into()],
        date: Some("day".into()),
        synonyms: vec![vec!["Kim".into(), "the river".into()]],
    }
}

impl Random {
    fn words(&mut self, most: usize) -> String {
        let count = 1 + self.below(most);
        let words = (0..count).map(|_| WORDS[self.below(WORDS.len())]);
        words.collect::<Vec<_>>().join(" ")
    }

    fn entry(&mut self, number: usize) -> Entry {
        let paragraphs: Vec<_> = (0..self.below(4)).map(|_| self.words(20)).collect();
        let tags: Vec<_> = ["x", "y", "z"]
            .into_iter()
            .filter(|_| self.below(2) == 0)
            .map(str::to_owned)
            .collect();
        Entry {
            id: format!("d{number}"),
            values: vec![vec![["Alpha Post", "Beta"][self.below(2)].to_owned()], tags],
            day: (self.below(4) > 0).then(|| format!("2024-{:02}-11", 1 + self.below(12))),
            sections: vec![self.words(5), paragraphs.join("\n\n")],
        }
    }
}

fn store(entries: &[Entry]) -> Store {
    let mut store = Store::new(shape()).unwrap();
    store.add(entries).unwrap();
    store
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

fn answers(store: &Store) -> Vec<Answer> {
    let ask = |query: &&str| -> Vec<Answer> {
        let options = options().into_iter();
        options
            .map(|options| store.search(query, &options))
            .collect()
    };
    QUERIES.iter().flat_map(ask).collect()
}

#[test]
fn saved_and_opened_is_the_same() {
    let mut random = Random(1);
    for count in [0, 1, 30, 200] {
        let entries: Vec<_> = (0..count).map(|n| random.entry(n)).collect();
        let store = store(&entries);
        let opened = Store::open(&store.save()).unwrap();
        assert_eq!(answers(&opened), answers(&store));
        assert_eq!(opened.shape(), store.shape());
        for entry in &entries {
            assert_eq!(opened.get(&entry.id).as_ref(), Some(entry));
        }
        assert_eq!(opened.save(), store.save());
    }
}

/// The ids of the documents found, sorted: scores may differ slightly while removed documents still
/// count in the statistics.
fn found(store: &Store) -> Vec<Vec<String>> {
    let ids = |answer: &Answer| {
        let mut ids: Vec<_> = answer
            .hits
            .iter()
            .map(|hit| store.id(hit.doc).to_owned())
            .collect();
        ids.sort();
        ids
    };
    answers(store).iter().map(ids).collect()
}

#[test]
fn documents_join_leave_and_are_replaced() {
    let mut random = Random(2);
    for _ in 0..20 {
        let mut kept: Vec<Entry> = Vec::new();
        let mut grown = store(&[]);
        for step in 0..25 {
            if random.below(3) > 0 {
                let new: Vec<_> = (0..1 + random.below(4))
                    .map(|n| {
                        let number = if random.below(3) == 0 {
                            n
                        } else {
                            100 * step + n
                        };
                        random.entry(number)
                    })
                    .collect();
                let is_new = |old: &Entry| new.iter().all(|entry| entry.id != old.id);
                let ids: std::collections::BTreeSet<_> = new.iter().map(|e| &e.id).collect();
                if ids.len() < new.len() {
                    continue;
                }
                kept.retain(is_new);
                grown.add(&new).unwrap();
                kept.extend(new);
            } else {
                let mut gone = Vec::new();
                kept.retain(|entry| {
                    let stays = random.below(3) > 0;
                    if !stays {
                        gone.push(entry.id.clone());
                    }
                    stays
                });
                gone.push("none".into());
                grown.remove(&gone);
            }
            assert_eq!(grown.len(), kept.len());
        }
        assert_eq!(found(&grown), found(&store(&kept)));
        let opened = Store::open(&grown.save()).unwrap();
        assert_eq!(answers(&opened), answers(&grown));
    }
}

#[test]
fn passages_and_marks_are_of_their_sections() {
    let mut random = Random(3);
    let entries: Vec<_> = (0..60).map(|n| random.entry(n)).collect();
    let store = store(&entries);
    for answer in answers(&store) {
        for hit in &answer.hits {
            let entry = store.get(store.id(hit.doc)).unwrap();
            let document = store.document(hit.doc).unwrap();
            for passage in &hit.passages {
                let (section, start, text, span) = store.section(hit.doc, passage.block).unwrap();
                assert_eq!(text, entry.sections[section]);
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
    let entries: Vec<_> = (0..40).map(|n| random.entry(n)).collect();
    let bytes = store(&entries).save();
    for cut in (0..bytes.len()).step_by(13) {
        assert!(Store::open(&bytes[..cut]).is_err(), "cut at {cut}");
    }
    for at in (0..bytes.len()).step_by(7) {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        assert!(Store::open(&changed).is_err(), "changed at {at}");
    }
}

#[test]
fn what_no_documents_can_be_is_refused() {
    let named = |sections: &[&str], filters: &[&str]| {
        Store::new(Shape {
            sections: sections.iter().map(|name| Part::new(name)).collect(),
            filters: filters.iter().map(|&name| name.to_owned()).collect(),
            ..Shape::default()
        })
    };
    for (sections, filters) in [
        (&[][..], &[][..]),
        (&["a"; 17], &[]),
        (&["a", "A"], &[]),
        (&["a"], &["a"]),
        (&["two words"], &[]),
        (&["a"], &["in"]),
        (&[""], &[]),
    ] {
        let refused = named(sections, filters).unwrap_err();
        assert_eq!(
            refused.kind().code(),
            "argument",
            "{sections:?} {filters:?}"
        );
    }
    let names: Vec<String> = (0..16).map(|n| format!("s{n}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    assert!(named(&names, &["outlet"]).is_ok());
    for boost in [0.0, -1.0, f32::NAN, f32::INFINITY] {
        let sections = vec![Part::given("a", Some(boost), None)];
        let shape = Shape {
            sections,
            ..Shape::default()
        };
        assert!(Store::new(shape).is_err(), "{boost}");
    }
}

#[test]
fn no_filter_shares_its_name_with_the_months() {
    let shape = |filter: &str, section: &str| Shape {
        sections: vec![Part::new(section)],
        filters: vec![filter.into()],
        ..Shape::default()
    };
    let refused = Store::new(shape("Month", "a")).unwrap_err();
    assert_eq!(refused.kind().code(), "argument");
    assert!(refused.to_string().contains("the facet of months"));
    assert!(Store::new(shape("outlet", "month")).is_ok());
}

#[test]
fn nothing_is_added_when_a_document_is_refused() {
    let entry = |id: &str, day: &str| Entry {
        id: id.into(),
        day: Some(day.into()),
        ..Entry::default()
    };
    let mut store = store(&[entry("a", "2024")]);
    for (wrong, code) in [
        ([entry("b", "2024"), entry("c", "soon")], "argument"),
        ([entry("b", "2024"), entry("b", "2024")], "duplicate-id"),
    ] {
        assert_eq!(store.add(&wrong).unwrap_err().kind().code(), code);
        assert_eq!(store.len(), 1);
    }
}

/// A title whose words the body shares too counts by its boost.
#[test]
fn boosts_weigh() {
    let ranked = |boost| {
        let shape = Shape {
            sections: vec![Part::given("a", Some(boost), Some(false)), Part::new("b")],
            ..Shape::default()
        };
        let mut store = Store::new(shape).unwrap();
        let entry = |id: &str, a: &str, b: &str| Entry {
            id: id.into(),
            sections: vec![a.into(), b.into()],
            ..Entry::default()
        };
        let documents = [
            entry("in-a", "river", "hill"),
            entry("in-b", "hill", "river river"),
        ];
        store.add(&documents).unwrap();
        let answer = store.search("river", &Options::default());
        store.id(answer.hits[0].doc).to_owned()
    };
    assert_eq!(ranked(1.0), "in-b");
    assert_eq!(ranked(5.0), "in-a");
}
