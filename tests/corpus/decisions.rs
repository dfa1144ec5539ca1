//! Do entities stay sound, whatever people decide and in whatever order they undo it? Random tests,
//! which also check that without decisions the entities are those that were found.

use std::sync::Arc;

use crate::random::Random;
use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::decision::{self, Act, Address, Outcome, Quoted};
use corpus_explorer::document::Article;
use corpus_explorer::document::DocId;
use corpus_explorer::entity::{Entity, EntityId, EntityKind};
use corpus_explorer::text::{OffsetIndex, Unit};

const NAMES: &[&str] = &[
    "Ana Paz",
    "Paz",
    "Bo Lund",
    "Chile",
    "Peru",
    "Ministry of Health",
    "😀",
    "said",
    "met",
    "Ana",
];

fn corpus(random: &mut Random) -> Corpus {
    let articles: Vec<Article> = (0..1 + random.below(3))
        .map(|n| {
            let words = 4 + random.below(30);
            let mut text = String::new();
            for _ in 0..words {
                text.push_str(NAMES[random.below(NAMES.len())]);
                text.push_str([" ", ". ", ", ", "\n\n", " and "][random.below(5)]);
            }
            Article::new(format!("a{n}"), text)
        })
        .collect();
    let treatment = Treatment {
        analyze: true,
        normalize: false,
    };
    Corpus::from_articles(&articles, treatment).unwrap()
}

/// An entity that exists, existed or never did.
fn address(random: &mut Random, corpus: &Corpus) -> Address {
    let entities = corpus.entities();
    match entities.get(random.below(entities.len() + 1)) {
        Some(entity) if random.below(2) == 0 => Address::of(entity),
        Some(entity) => Address::by_id(&entity.id),
        None => Address::by_id(["ana-paz", "nobody", "paz-2", "chile"][random.below(4)]),
    }
}

/// Some ranges, most of them mentions.
fn quoted(random: &mut Random, corpus: &Corpus) -> Vec<Quoted> {
    let one = |random: &mut Random| {
        let doc = DocId(random.below(corpus.documents().len()) as u32);
        let document = corpus.document(doc);
        let mentions = corpus.mentions(doc);
        let article = document.id.clone();
        if mentions.is_empty() || random.below(5) == 0 {
            let start = random.below(40) as u32;
            let end = start + 1 + random.below(9) as u32;
            let text = ["", "Paz", "x"][random.below(3)].to_owned();
            return Quoted {
                article,
                start,
                end,
                text,
            };
        }
        let span = mentions[random.below(mentions.len())].span;
        let [start, end] = OffsetIndex::new(&document.text, Unit::Utf16).range(span);
        let text = document.slice(span).to_owned();
        Quoted {
            article,
            start,
            end,
            text,
        }
    };
    (0..1 + random.below(4)).map(|_| one(random)).collect()
}

fn act(random: &mut Random, corpus: &Corpus) -> Act {
    let entity = address(random, corpus);
    let kind = [EntityKind::Person, EntityKind::Event][random.below(2)];
    match random.below(6) {
        0 => Act::Merge {
            entity,
            into: address(random, corpus),
        },
        1 => Act::Split {
            entity,
            mentions: quoted(random, corpus),
            name: (random.below(2) == 0).then(|| NAMES[random.below(NAMES.len())].to_owned()),
            kind: (random.below(2) == 0).then_some(kind),
        },
        2 => Act::Rename {
            entity,
            name: NAMES[random.below(NAMES.len())].to_owned(),
        },
        3 => Act::Kind { entity, kind },
        4 => Act::Ignore { entity },
        _ => Act::IgnoreMentions {
            mentions: quoted(random, corpus),
        },
    }
}

/// Checks that every mention has at most one entity, ids are unique, no entity is empty, and
/// entities are in order.
fn check_sound(corpus: &Corpus) {
    let entities = corpus.entities();
    for (n, entity) in (0u32..).zip(entities) {
        assert!(!entity.mentions.is_empty(), "{} is empty", entity.id);
        assert!(entity.mentions.is_sorted() && entity.roles.is_sorted());
        assert!(!entity.name.is_empty() && !entity.id.is_empty());
        for &(doc, mention) in &entity.mentions {
            assert_eq!(corpus.entity_of(doc, mention), Some(EntityId(n)));
        }
        assert_eq!(
            corpus.entity(&entity.id),
            Some(EntityId(n)),
            "ids are unique"
        );
        for &place in corpus.decisions_on(EntityId(n)) {
            assert!(!matches!(
                corpus.outcomes()[place],
                Outcome::NotApplicable(_)
            ));
        }
    }
    let named: usize = entities.iter().map(|e| e.mentions.len()).sum();
    let of = corpus.ids().map(|doc| {
        let all = 0..corpus.mentions(doc).len() as u32;
        all.filter(|m| corpus.entity_of(doc, *m).is_some()).count()
    });
    assert_eq!(named, of.sum::<usize>());
    let key = |e: &Arc<Entity>| (std::cmp::Reverse(e.mentions.len()), e.name.clone());
    assert!(entities.is_sorted_by_key(key), "entities are in order");
    assert_eq!(corpus.outcomes().len(), corpus.decisions().len());
}

#[test]
fn entities_stay_sound_and_undoing_all_gives_what_was_found() {
    for seed in 0..100 {
        let mut random = Random(seed);
        let mut corpus = corpus(&mut random);
        let found = corpus.entities().to_vec();
        check_sound_of_found(&corpus);
        for _ in 0..random.below(12) {
            let act = act(&mut random, &corpus);
            let before = corpus.decisions().len();
            let made = corpus.decide(act).is_ok();
            assert_eq!(corpus.decisions().len(), before + usize::from(made));
            if !corpus.decisions().is_empty() {
                check_sound(&corpus);
            }
            // A file of the decisions has the same effect on a fresh corpus.
            let text = decision::write(corpus.decisions()).unwrap();
            let again = decision::read(&text, "decisions").unwrap();
            assert_eq!(again, corpus.decisions());
            let mut other = Corpus::new(corpus.records().collect()).unwrap();
            other.add_decisions(again);
            assert_eq!(other.entities(), corpus.entities(), "seed {seed}");
            assert_eq!(
                Corpus::open(corpus.save().unwrap()).unwrap().entities(),
                corpus.entities()
            );
        }
        while !corpus.decisions().is_empty() {
            let at = random.below(corpus.decisions().len());
            let id = corpus.decisions()[at].id.clone();
            assert!(corpus.undo(&id).is_some());
            if !corpus.decisions().is_empty() {
                check_sound(&corpus);
            }
        }
        assert_eq!(corpus.entities(), found, "seed {seed}");
    }
}

/// Numbers and strings that a person or a fault may put into a file.
const WRONG: &[&str] = &[
    "4294967295",
    "0",
    "-1",
    "1e9",
    "null",
    "\"\"",
    "[]",
    "{",
    "}",
    "\"é😀",
    ",",
    "\\u0000",
];

#[test]
fn damaged_files_are_refused_or_replayed_but_never_fatal() {
    let file = include_str!("../data/decisions.json");
    let mut accepted = 0;
    for seed in 0..2000 {
        let mut random = Random(seed);
        let mut text: Vec<char> = file.chars().collect();
        for _ in 0..1 + random.below(3) {
            let at = random.below(text.len());
            let to = (at + random.below(12)).min(text.len());
            text.splice(at..to, WRONG[random.below(WRONG.len())].chars());
        }
        // Wrong values are most likely to be accepted in place of numbers.
        let mut text: String = text.into_iter().collect();
        if random.below(2) == 0 {
            text = file
                .replace("3464", WRONG[random.below(4)])
                .replace("3475", "4294967295");
        }
        let Ok(decisions) = decision::read(&text, "decisions") else {
            continue;
        };
        accepted += 1;
        let mut corpus = corpus(&mut random);
        corpus.add_decisions(decisions);
        assert_eq!(corpus.outcomes().len(), corpus.decisions().len());
    }
    assert!(accepted > 100, "{accepted} of 2000 were files of decisions");
}

#[test]
fn places_outside_of_a_text_are_no_places() {
    let text = "é Ana Paz left.";
    let treatment = Treatment {
        analyze: true,
        normalize: false,
    };
    let mut corpus = Corpus::from_articles(&[Article::new("a", text)], treatment).unwrap();
    for (start, end) in [
        (0, u32::MAX),
        (u32::MAX - 1, u32::MAX),
        (200, 300),
        (15, 16),
    ] {
        let mentions = vec![Quoted {
            article: "a".into(),
            start,
            end,
            text: String::new(),
        }];
        assert!(
            corpus.decide(Act::IgnoreMentions { mentions }).is_err(),
            "{start} {end}"
        );
    }
}

fn check_sound_of_found(corpus: &Corpus) {
    assert!(corpus.decisions().is_empty() && corpus.outcomes().is_empty());
}
