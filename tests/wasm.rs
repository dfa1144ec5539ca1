//! How does the class `Corpus` behave in JavaScript? Tests in Node and in a browser.
#![cfg(target_arch = "wasm32")]

use corpus_explorer::api::wasm::Corpus;
use corpus_explorer::clean::normalize;
use corpus_explorer::document::Article;
use corpus_explorer::document::Record;
use serde_json::{Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

fn to_js(value: &Value) -> JsValue {
    js_sys::JSON::parse(&value.to_string()).unwrap()
}

fn to_bytes(bytes: &[u8]) -> JsValue {
    js_sys::Uint8Array::from(bytes).into()
}

fn to_json(value: Result<JsValue, JsValue>) -> Value {
    let text = js_sys::JSON::stringify(&value.unwrap()).unwrap();
    serde_json::from_str(&String::from(text)).unwrap()
}

fn from_articles(articles: &Value, options: &Value) -> Result<Corpus, JsValue> {
    Corpus::from_articles(to_js(articles), to_js(options))
}

/// The five default articles, saved and opened: the module of the tests carries no section for them.
fn default_corpus() -> Corpus {
    let corpus = corpus_explorer::corpus::Corpus::embedded().unwrap();
    let bytes = to_bytes(&corpus.save().unwrap());
    Corpus::open(bytes, JsValue::UNDEFINED).unwrap_or_else(|_| panic!("open"))
}

fn code(error: &JsValue) -> String {
    let get = |key: &str| {
        js_sys::Reflect::get(error, &key.into())
            .unwrap()
            .as_string()
            .unwrap()
    };
    assert_eq!(get("name"), "CorpusError");
    assert!(!get("message").is_empty());
    get("code")
}

fn refused<T>(result: Result<T, JsValue>) -> String {
    code(&result.err().expect("this must be refused"))
}

#[wasm_bindgen_test]
fn the_default_corpus_answers() {
    let corpus = default_corpus();
    let articles = to_json(corpus.articles(JsValue::UNDEFINED));
    assert_eq!(articles.as_array().unwrap().len(), 5);
    let answer = to_json(corpus.search("\"without delay\"".into(), JsValue::UNDEFINED));
    assert_eq!(answer["total"], 4);
    assert_eq!(
        answer["suggestion"],
        Value::Null,
        "absent things are null, not left out"
    );
    assert!(
        to_json(corpus.entities(JsValue::UNDEFINED))
            .as_array()
            .unwrap()
            .len()
            > 10
    );
    let filter = to_js(&json!({"speaker": "jens-stoltenberg"}));
    assert!(
        !to_json(corpus.quotes(filter))
            .as_array()
            .unwrap()
            .is_empty()
    );
    assert!(corpus.help().contains("search("));
    let near = json!({"window": 3, "measure": "logDice", "filter": {"publisher": "NPR"}});
    let near = to_json(corpus.collocations("treaty".into(), to_js(&near)));
    assert_eq!(near["matches"], 7);
    let two = json!([articles[0]["id"], articles[1]["id"]]);
    for (article, of) in [(articles[0]["id"].clone(), 1), (two, 2)] {
        let lines = to_js(&json!({"filter": {"article": article}}));
        assert_eq!(
            to_json(corpus.concordance("treaty".into(), lines))["of"],
            of
        );
    }
    let lines = json!({"by": [-1, 1], "group": true, "limit": 2});
    let lines = to_json(corpus.concordance("treaty".into(), to_js(&lines)));
    assert_eq!(lines["groups"].as_array().unwrap().len(), 3);
    assert_eq!(corpus.version(), env!("CARGO_PKG_VERSION"));
}

#[wasm_bindgen_test]
fn offsets_slice_javascript_strings() {
    let text = "😀 “Là,” said Ann Lee.";
    let articles = json!([{"id": "a", "text": text}]);
    let corpus = from_articles(&articles, &json!({"normalize": false}))
        .unwrap_or_else(|_| panic!("articles"));
    let quote = &to_json(corpus.quotes(JsValue::UNDEFINED))[0];
    let at = |n: usize| quote["spans"][0][n].as_u64().unwrap() as u32;
    let sliced = js_sys::JsString::from(text).slice(at(0), at(1));
    assert_eq!(String::from(sliced), quote["text"].as_str().unwrap());
}

#[wasm_bindgen_test]
fn an_engine_without_articles_says_so() {
    assert_eq!(refused(Corpus::embedded()), "pack");
}

#[wasm_bindgen_test]
fn what_is_saved_opens_identically() {
    let corpus = default_corpus();
    let bytes = corpus.save().unwrap().to_vec();
    let opened =
        Corpus::open(to_bytes(&bytes), JsValue::UNDEFINED).unwrap_or_else(|_| panic!("open"));
    assert_eq!(
        to_json(opened.timeline(JsValue::NULL)),
        to_json(corpus.timeline(JsValue::NULL))
    );
    assert_eq!(opened.save().unwrap().to_vec(), bytes);
    assert_eq!(
        refused(Corpus::open(
            to_bytes(&bytes[..bytes.len() - 1]),
            JsValue::NULL
        )),
        "pack"
    );
}

#[wasm_bindgen_test]
fn articles_are_compared() {
    let corpus = default_corpus();
    let groups = to_json(corpus.groups(JsValue::UNDEFINED));
    let first = &groups[0];
    let id = first["id"].as_str().unwrap();
    let detail = to_json(corpus.group(id.into(), JsValue::UNDEFINED));
    assert_eq!(detail["group"], *first);
    let members = first["members"].as_array().unwrap();
    assert_eq!(
        detail["alignments"].as_array().unwrap().len(),
        members.len()
    );
    assert_eq!(
        to_json(corpus.group("none".into(), JsValue::NULL)),
        Value::Null
    );
    let two = json!({"articles": [members[0]["article"], members[1]["article"]]});
    let compared = to_json(corpus.compare(to_js(&two)));
    assert_eq!(compared["articles"].as_array().unwrap().len(), 2);
    let shared = to_json(corpus.shared(to_js(&json!({"min": 6}))));
    assert!(!shared.as_array().unwrap().is_empty());
    let missing = json!({"articles": ["none"]});
    assert_eq!(refused(corpus.compare(to_js(&missing))), "argument");
}

#[wasm_bindgen_test]
fn wrong_arguments_are_refused_with_a_code() {
    let twice = json!([{"id": "a", "text": "x"}, {"id": "a", "text": "y"}]);
    assert_eq!(refused(from_articles(&twice, &json!({}))), "duplicate-id");
    assert_eq!(
        refused(from_articles(&json!([{"id": 1}]), &json!({}))),
        "argument"
    );
    let corpus = from_articles(&json!([]), &json!({})).unwrap_or_else(|_| panic!("none"));
    assert_eq!(
        refused(corpus.search("x".into(), to_js(&json!({"sort": "size"})))),
        "argument"
    );
    assert_eq!(
        refused(corpus.search("x".into(), to_js(&json!({"limt": 3})))),
        "argument"
    );
    assert_eq!(
        refused(corpus.search("x".into(), to_js(&json!({"filter": {"outlet": "x"}})))),
        "argument"
    );
    let filtered = |article: Value| to_js(&json!({"filter": {"article": article}}));
    for article in [json!("gone"), json!(["gone"]), json!(1)] {
        assert_eq!(
            refused(corpus.search("x".into(), filtered(article.clone()))),
            "argument"
        );
        assert_eq!(
            refused(corpus.concordance("x".into(), filtered(article.clone()))),
            "argument"
        );
        assert_eq!(
            refused(corpus.collocations("x".into(), filtered(article))),
            "argument"
        );
    }
    assert_eq!(
        refused(corpus.collocations("x".into(), to_js(&json!({"measure": "t"})))),
        "argument"
    );
    assert_eq!(to_json(corpus.article("none".into())), Value::Null);
}

#[wasm_bindgen_test]
fn articles_join_and_leave_and_are_told_what_nobody_found() {
    let articles =
        json!([{"id": "a", "text": "Rain\n\nBy Ann Lee\n\nIt rained all day in the north."}]);
    let mut corpus = from_articles(&articles, &json!({})).unwrap_or_else(|_| panic!("articles"));
    let bytes = corpus.save().unwrap().to_vec();
    assert!(corpus.append(to_bytes(&bytes)).is_ok());
    assert!(
        corpus
            .give("a-2".into(), to_js(&json!({"author": "Jo Roe"})))
            .is_ok()
    );
    let report = to_json(corpus.report(JsValue::UNDEFINED));
    assert_eq!(report[0]["author"]["given"], false);
    assert_eq!(report[1]["author"]["value"], "Jo Roe");
    assert!(corpus.remove(to_js(&json!(["a"]))).is_ok());
    assert_eq!(
        to_json(corpus.articles(JsValue::UNDEFINED))
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(refused(corpus.append(to_bytes(&bytes[..9]))), "pack");
    assert_eq!(refused(corpus.give("a".into(), JsValue::NULL)), "argument");
    let misspelt = to_js(&json!({"outlet": "The Globe"}));
    assert_eq!(refused(corpus.give("a-2".into(), misspelt)), "argument");
}

#[wasm_bindgen_test]
fn decisions_are_made_kept_and_undone() {
    let text = "Ana Paz met Bo Lund. Ana Paz left with Bo Lund.";
    let articles = json!([{"id": "a", "text": text}]);
    let mut corpus = from_articles(&articles, &json!({})).unwrap_or_else(|_| panic!("articles"));
    let merge = json!({"action": "merge", "entity": "bo-lund", "into": "ana-paz"});
    let made = to_json(corpus.decide(to_js(&merge)));
    assert_eq!(made["id"], "d1");
    assert_eq!(made["entity"]["name"], "Bo Lund");
    assert_eq!(made["touches"], json!(["ana-paz"]));
    assert_eq!(to_json(corpus.entity("bo-lund".into())), Value::Null);
    assert_eq!(refused(corpus.decide(to_js(&merge))), "argument");
    assert_eq!(
        refused(corpus.decide(to_js(&json!({"action": "mege"})))),
        "argument"
    );
    assert_eq!(
        refused(corpus.decide(to_js(&json!({"action": "ignore", "x": 1})))),
        "argument"
    );
    let kept = corpus.decisions_text().unwrap();
    let bytes = corpus.save().unwrap().to_vec();
    assert!(corpus.undo("d1".into()).is_ok());
    assert_eq!(refused(corpus.undo("d1".into())), "argument");
    assert_eq!(to_json(corpus.decisions()), json!([]));
    assert_eq!(
        to_json(corpus.graph(JsValue::UNDEFINED))["edges"],
        json!([])
    );
    let near = to_json(corpus.graph(to_js(&json!({"by": "sentence"}))));
    assert_eq!(near["edges"][0]["count"], 2);
    assert!(
        corpus
            .graph_text(to_js(&json!("graphml")), JsValue::NULL)
            .is_ok()
    );
    assert!(corpus.mentions_text(to_js(&json!("jsonLd"))).is_ok());
    assert_eq!(
        refused(corpus.mentions_text(to_js(&json!("xml")))),
        "argument"
    );
    let none = || JsValue::NULL;
    assert!(corpus.quotes_text(to_js(&json!("tei")), none()).is_ok());
    assert_eq!(
        refused(corpus.quotes_text(to_js(&json!("xml")), none())),
        "argument"
    );
    assert!(to_json(corpus.references(none())).is_array());
    assert!(to_json(corpus.figures(none())).is_array());
    let mentions = to_json(corpus.entity("bo-lund".into()))["occurrences"].clone();
    let split =
        json!({"action": "split", "entity": "bo-lund", "mentions": [mentions[1]], "name": "Lund"});
    assert_eq!(to_json(corpus.decide(to_js(&split)))["outcome"], "applied");
    assert!(corpus.undo("d1".into()).is_ok());
    assert!(corpus.add_decisions(kept.as_str().into()).is_ok());
    assert_eq!(refused(corpus.add_decisions("{".into())), "json");
    let opened = Corpus::open(to_bytes(&bytes), JsValue::NULL).unwrap_or_else(|_| panic!("open"));
    assert_eq!(to_json(opened.decisions()), to_json(corpus.decisions()));
    let given = from_articles(&articles, &json!({"decisions": kept}));
    let given = given.unwrap_or_else(|_| panic!("given"));
    assert_eq!(to_json(given.entity("bo-lund".into())), Value::Null);
    assert_eq!(
        refused(from_articles(&articles, &json!({"decisions": "{}"}))),
        "format"
    );
}

#[wasm_bindgen_test]
fn the_same_bytes_make_the_same_record_as_everywhere() {
    let stored = include_str!("../corpus/corpus.jsonl").lines();
    for record in stored.map(|line| serde_json::from_str::<Record>(line).unwrap()) {
        let fresh = normalize(&Article::new(record.id.as_str(), record.raw()));
        assert_eq!(fresh, record);
    }
}
