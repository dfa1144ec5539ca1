//! Does a corpus give the same answers however it was made? Laws over every answer of the API:
//! articles added one by one or all at once, saved and opened; decisions before and after.

use crate::answers::{answers, view};
use crate::random::Random;
use corpus_explorer::api::view::View;
use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::decision::{Act, Address};
use corpus_explorer::document::Article;
use corpus_explorer::document::Given;
use corpus_explorer::entity::EntityKind;

const NAMES: &[&str] = &[
    "Ana Paz",
    "Bo Lund",
    "Kim Reyes",
    "Chile",
    "Peru",
    "the Ministry of Health",
    "Paz",
];

const STORIES: &[&str] = &[
    "{} said on Monday that the harbour of {} would stay closed until 12 March 2021.",
    "“We signed the treaty without delay,” {} told reporters in {}.",
    "{} met {} on 3 May 2021, and 40 percent of the ships left.",
    "The treaty with {} did not please {}, who called it “a gift to the harbour”.",
    "{} warned {} that sanctions on 1,200 ships would follow next week.",
    "The sanctions on {} were lifted after {} had asked for it twice in April 2021.",
];

/// How many random corpora each law is checked on.
const ROUNDS: usize = 4;

/// An article of a few stories about a few names, so that articles share them.
fn article(random: &mut Random, number: usize) -> Article {
    let mut text = String::new();
    for _ in 0..1 + random.below(5) {
        let mut name = || NAMES[random.below(NAMES.len())];
        let (first, second) = (name(), name());
        let story = STORIES[random.below(STORIES.len())];
        text.push_str(&story.replacen("{}", first, 1).replacen("{}", second, 1));
        text.push_str(["\n\n", " "][random.below(2)]);
    }
    Article {
        given: Given {
            title: Some(format!("Treaty of {}", NAMES[random.below(NAMES.len())])),
            publisher: Some(["The Globe", "The Bugle"][random.below(2)].into()),
            published: (random.below(4) > 0).then(|| format!("2021-03-0{}", 1 + random.below(9))),
            ..Given::default()
        },
        ..Article::new(format!("a{number}"), text)
    }
}

fn articles(random: &mut Random) -> Vec<Article> {
    let count = 1 + random.below(5);
    (0..count).map(|n| article(random, n)).collect()
}

fn corpus(articles: &[Article]) -> Corpus {
    Corpus::from_articles(articles, Treatment::default()).unwrap()
}

/// A random decision of any kind, about existing entities.
fn act(random: &mut Random, corpus: &Corpus) -> Act {
    let address = |random: &mut Random| {
        let entities = corpus.entities();
        Address::of(&entities[random.below(entities.len())])
    };
    let entity = address(random);
    match random.below(4) {
        0 => Act::Merge {
            entity,
            into: address(random),
        },
        1 => Act::Rename {
            entity,
            name: "Someone Else".into(),
        },
        2 => Act::Kind {
            entity,
            kind: EntityKind::Organisation,
        },
        _ => Act::Ignore { entity },
    }
}

/// Makes some decisions; one that cannot be applied must change nothing.
fn decide(random: &mut Random, view: &mut View) {
    for _ in 0..1 + random.below(3) {
        if view.corpus().entities().is_empty() {
            return;
        }
        let act = act(random, view.corpus());
        let before = answers(view);
        let decided = view.change(|corpus| corpus.decide(act.clone()).is_ok());
        assert!(decided || answers(view) == before, "{act:?}");
    }
}

fn check(one: &View, other: &View, law: &str) {
    let (one, other) = (answers(one), answers(other));
    for ((question, answer), (_, expected)) in one.iter().zip(&other) {
        assert!(
            answer == expected,
            "{law}, {question}:\n{answer}\n{expected}"
        );
    }
    assert_eq!(one.len(), other.len(), "{law}");
}

#[test]
fn articles_that_join_one_by_one_are_as_articles_at_once() {
    let mut random = Random(11);
    for _ in 0..ROUNDS {
        let articles = articles(&mut random);
        let mut grown = view(corpus(&[]));
        for article in &articles {
            // Earlier answers must not be cached.
            answers(&grown);
            grown.change(|all| all.append(corpus(std::slice::from_ref(article))));
        }
        check(&grown, &view(corpus(&articles)), "joined one by one");
    }
}

#[test]
fn what_is_saved_and_opened_is_as_it_was() {
    let mut random = Random(12);
    for _ in 0..ROUNDS {
        let mut here = view(corpus(&articles(&mut random)));
        let open = |here: &View| view(Corpus::open(here.corpus().save().unwrap()).unwrap());
        check(&here, &open(&here), "saved and opened");
        decide(&mut random, &mut here);
        check(&here, &open(&here), "decided, saved and opened");
    }
}

#[test]
fn articles_that_leave_leave_nothing_behind() {
    let mut random = Random(13);
    for _ in 0..ROUNDS {
        let all = articles(&mut random);
        let stays = |n: usize| n.is_multiple_of(2);
        let gone = all.iter().enumerate().filter(|(n, _)| !stays(*n));
        let gone: Vec<String> = gone.map(|(_, article)| article.id.clone()).collect();
        let mut here = view(corpus(&all));
        answers(&here);
        here.change(|corpus| corpus.remove(&gone));
        let rest: Vec<Article> = all.into_iter().step_by(2).collect();
        check(&here, &view(corpus(&rest)), "left");
    }
}

#[test]
fn what_is_given_is_as_if_it_had_been_there() {
    let mut random = Random(14);
    for _ in 0..ROUNDS {
        let articles = articles(&mut random);
        let mut here = view(corpus(&articles));
        answers(&here);
        let given = Given {
            publisher: Some("The Times".into()),
            published: Some("2021-02-01".into()),
            ..Given::default()
        };
        here.change(|corpus| corpus.give("a0", &given)).unwrap();
        let records = here.corpus().records().collect();
        check(&here, &view(Corpus::new(records).unwrap()), "given");
    }
}

#[test]
fn a_decision_undone_is_a_decision_never_made() {
    let mut random = Random(15);
    for _ in 0..ROUNDS {
        let articles = articles(&mut random);
        let mut here = view(corpus(&articles));
        decide(&mut random, &mut here);
        let made = here.corpus().decisions().to_vec();
        for decision in made {
            answers(&here);
            here.change(|corpus| corpus.undo(&decision.id)).unwrap();
        }
        check(&here, &view(corpus(&articles)), "undone");
    }
}

#[test]
fn decisions_that_come_as_a_file_are_as_decided_here() {
    let mut random = Random(16);
    for _ in 0..ROUNDS {
        let articles = articles(&mut random);
        let mut here = view(corpus(&articles));
        decide(&mut random, &mut here);
        let mut other = view(corpus(&articles));
        answers(&other);
        other
            .add_decisions(&here.decisions_text().unwrap(), "decisions")
            .unwrap();
        check(&other, &here, "read from a file");
        // It does not matter whether the articles existed when the decision was made.
        let (first, rest) = articles.split_at(1);
        let mut late = view(corpus(first));
        late.add_decisions(&here.decisions_text().unwrap(), "decisions")
            .unwrap();
        answers(&late);
        late.change(|all| all.append(corpus(rest)));
        check(&late, &here, "decided before the articles came");
    }
}
