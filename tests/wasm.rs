//! Does the class `Corpus` answer as JavaScript asks it? Run in Node and in headless Chromium; natively there is nothing here.
#![cfg(target_arch = "wasm32")]

use corpus_explorer::api::wasm::Corpus;
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const TEXT: &str = "“We come without delay 🎉,” said Ann Lee of the Treaty Office.";

/// A plain JavaScript value out of JSON.
fn plain(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

/// What stands under a path such as `hits.0.article`.
fn at(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, key| {
        Reflect::get(&value, &key.into()).unwrap()
    })
}

fn number(value: &JsValue, path: &str) -> usize {
    at(value, path).as_f64().unwrap() as usize
}

/// A corpus of one article, called `one`.
fn corpus() -> Corpus {
    let article = Object::new();
    for (key, value) in [("id", "one"), ("text", TEXT), ("publisher", "The Paper")] {
        Reflect::set(&article, &key.into(), &value.into()).unwrap();
    }
    let options = plain(r#"{"normalize": false}"#);
    Corpus::from_articles(Array::of1(&article).into(), options).unwrap()
}

#[wasm_bindgen_test]
fn absent_things_are_null() {
    assert!(corpus().article("none").unwrap().is_null());
    let article = corpus().article("one").unwrap();
    assert!(at(&article, "author").is_null());
    assert_eq!(at(&article, "publisher"), "The Paper");
}

#[wasm_bindgen_test]
fn marks_slice_the_text_to_their_terms() {
    let answer = corpus().search("treaty", JsValue::UNDEFINED).unwrap();
    let text: js_sys::JsString = at(&corpus().article("one").unwrap(), "text").unchecked_into();
    let mark = at(&answer, "hits.0.passages.0.marks.0");
    let (start, end) = (number(&mark, "0"), number(&mark, "1"));
    assert_eq!(text.slice(start as u32, end as u32), "Treaty");
}

#[wasm_bindgen_test]
fn what_is_saved_opens_again() {
    let opened = Corpus::open(&corpus().save().to_vec()).unwrap();
    let same = |a: JsValue, b: JsValue| {
        assert_eq!(JSON::stringify(&a).unwrap(), JSON::stringify(&b).unwrap());
    };
    same(corpus().articles().unwrap(), opened.articles().unwrap());
    same(corpus().article("one").unwrap(), opened.article("one").unwrap());
}

#[wasm_bindgen_test]
fn a_refusal_is_a_corpus_error_with_a_code() {
    for (refused, code) in [
        (Corpus::open(b"no pack"), "pack"),
        (Corpus::from_articles(plain("3"), JsValue::NULL), "argument"),
        (
            Corpus::from_articles(
                plain(r#"[{"id":"a","text":"A"},{"id":"a","text":"B"}]"#),
                JsValue::NULL,
            ),
            "duplicate-id",
        ),
    ] {
        let error = refused.err().unwrap();
        assert_eq!(at(&error, "name"), "CorpusError");
        assert_eq!(at(&error, "code"), code);
    }
    let wrong = corpus().search("treaty", plain(r#"{"sort": "colour"}"#)).unwrap_err();
    assert_eq!(at(&wrong, "code"), "argument");
}

#[wasm_bindgen_test]
fn the_five_articles_are_embedded() {
    let articles = Corpus::embedded().unwrap().articles().unwrap();
    assert_eq!(Array::from(&articles).length(), 5);
}
