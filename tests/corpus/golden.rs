//! What is the contract with the page? Golden tests: one JSON file per answer, written by Rust and
//! read by the tests of the page.
//!
//! `tests/golden/view/questions.json` lists the questions: a function, its arguments as JavaScript
//! passes them, and how many rows of a long answer are kept. Both sides ask the same questions.
//! `UPDATE_GOLDEN=1 cargo test --test corpus golden::` rewrites the answers; review the diff.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use corpus_explorer::api::options::GroupOptions;
use corpus_explorer::api::view::View;
use corpus_explorer::corpus::Corpus;
use corpus_explorer::document::DocId;
use corpus_explorer::text;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

const QUESTIONS: &str = include_str!("../golden/view/questions.json");

/// A question of the page, with the number of rows kept of its answer.
#[derive(Deserialize)]
struct Question {
    ask: Vec<Value>,
    first: Option<usize>,
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap() + "\n"
}

fn check(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/view/{name}.json"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, found).unwrap();
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == expected,
        "{name} differs from its golden file; UPDATE_GOLDEN=1 rewrites it, then read the difference"
    );
}

/// The answer of a view, as JSON.
fn answer(view: &View, question: &Question) -> String {
    let most = question.first.unwrap_or(usize::MAX);
    let mut arguments = question.ask.iter();
    let mut next = || arguments.next().cloned().unwrap_or_default();
    fn shape<T: DeserializeOwned>(value: Value) -> T {
        serde_json::from_value(value).unwrap()
    }
    let function = next();
    match function.as_str().unwrap() {
        "articles" => json(&view.articles(&Default::default()).unwrap()),
        "report" => json(&view.report(&Default::default()).unwrap()),
        "article" => json(&view.article(&shape::<String>(next()))),
        "entity" => json(&view.entity(&shape::<String>(next()))),
        "search" => json(
            &view
                .search(&shape::<String>(next()), &shape(next()))
                .unwrap(),
        ),
        "suggest" => json(&view.suggest(&shape::<String>(next()), shape(next()))),
        "concordance" => json(
            &view
                .concordance(&shape::<String>(next()), &shape(next()))
                .unwrap(),
        ),
        "collocations" => json(
            &view
                .collocations(&shape::<String>(next()), &shape(next()))
                .unwrap(),
        ),
        "stories" => json(&view.stories(&shape(next())).unwrap()),
        "groups" => {
            let mut groups = view.groups(&shape(next())).unwrap();
            groups.truncate(most);
            json(&groups)
        }
        "group" => {
            let (id, options) = (shape::<String>(next()), shape::<GroupOptions>(next()));
            json(&view.group(&id, &options).unwrap())
        }
        "compare" => {
            let mut compared = view.compare(&shape(next())).unwrap();
            compared.rows.truncate(most);
            compared.points.truncate(most);
            json(&compared)
        }
        "shared" => {
            let mut shared = view.shared(&shape(next())).unwrap();
            shared.truncate(most);
            json(&shared)
        }
        "entities" => json(&view.entities(&shape(next())).unwrap()),
        "references" => json(&view.references(&shape(next())).unwrap()),
        "quotes" => json(&view.quotes(&shape(next())).unwrap()),
        "timeline" => json(&view.timeline(&shape(next())).unwrap()),
        "figures" => json(&view.figures(&shape(next())).unwrap()),
        "graph" => json(&view.graph(&shape(next())).unwrap()),
        other => panic!("{other} is no question here"),
    }
}

#[test]
fn answers_are_as_the_page_expects_them() {
    let view = View::new(Corpus::embedded().unwrap(), text::Unit::Utf16);
    let questions: BTreeMap<String, Question> = serde_json::from_str(QUESTIONS).unwrap();
    for (name, question) in questions {
        check(&name, &answer(&view, &question));
    }
    // Only the command line gives this answer.
    check("analysis", &json(&view.analysis(DocId(0))));
}

#[test]
fn decisions() {
    let mut view = View::new(Corpus::embedded().unwrap(), text::Unit::Utf16);
    let decisions = include_str!("../data/decisions.json");
    view.add_decisions(decisions, "decisions.json").unwrap();
    check("decisions", &json(&view.decisions()));
    check("entity-decided", &json(&view.entity("jens-stoltenberg")));
}
