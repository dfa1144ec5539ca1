//! What does JavaScript hand in for a search index, and how is a document handed out? Plain objects, read by
//! hand: a reader of any shape would be a fifth of this small module.

use std::collections::BTreeMap;

use js_sys::{Array, Number, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::argument;
use crate::api::shape::*;
use crate::store::{Entry, Part, Shape};

/// What `new SearchIndex` is given.
pub fn shape(options: &JsValue) -> Result<Shape, JsValue> {
    let mut shape = Shape::default();
    for (key, value) in entries(options, "options")? {
        let wrong = |wanted: &str| argument("options", &format!("“{key}” is no {wanted}"));
        match key.as_str() {
            "fields" => {
                let fields = list(&value).ok_or_else(|| wrong("list of fields"))?;
                shape.sections = fields.iter().map(part).collect::<Result<_, JsValue>>()?;
            }
            "filters" => {
                shape.filters = texts(&value).ok_or_else(|| wrong("list of names"))?;
            }
            "date" => shape.date = Some(text(&value).ok_or_else(|| wrong("name"))?),
            "synonyms" => {
                let lists = list(&value).and_then(|lists| lists.iter().map(texts).collect());
                shape.synonyms = lists.ok_or_else(|| wrong("list of lists of names"))?;
            }
            _ => return Err(unknown(&key, "fields, filters, date and synonyms")),
        }
    }
    Ok(shape)
}

/// A field that is searched: its name, or an object.
fn part(field: &JsValue) -> Result<Part, JsValue> {
    if let Some(name) = field.as_string() {
        return Ok(Part::new(&name));
    }
    let (mut name, mut boost, mut is_title) = (None, None, None);
    for (key, value) in entries(field, "fields")? {
        match key.as_str() {
            "name" => name = text(&value),
            "boost" => boost = Some(value.as_f64().unwrap_or(f64::NAN) as f32),
            "title" => is_title = value.as_bool(),
            _ => return Err(unknown(&key, "name, boost and title")),
        }
    }
    let name = name.ok_or_else(|| argument("fields", "every field has a name"))?;
    Ok(Part::given(&name, boost, is_title))
}

/// What `search` is given.
pub fn search_options(options: &JsValue) -> Result<IndexSearchOptions, JsValue> {
    let mut given = IndexSearchOptions::default();
    if options.is_null_or_undefined() {
        return Ok(given);
    }
    for (key, value) in entries(options, "options")? {
        if value.is_undefined() {
            continue;
        }
        let wrong = |wanted: &str| argument("options", &format!("“{key}” is no {wanted}"));
        let number = || match value.as_f64() {
            Some(n) if n >= 0.0 => Ok(Some(n as u32)),
            _ => Err(wrong("number from 0")),
        };
        let truth = || match value.as_bool() {
            Some(truth) => Ok(Some(truth)),
            None => Err(wrong("true or false")),
        };
        let name = value.as_string().unwrap_or_default();
        match key.as_str() {
            "limit" => given.limit = number()?,
            "offset" => given.offset = number()?,
            "passages" => given.passages = number()?,
            "snippets" => given.snippets = truth()?,
            "facets" => given.facets = truth()?,
            "count" => given.count = truth()?,
            "synonyms" => given.synonyms = truth()?,
            "explain" => given.explain = truth()?,
            "histogram" => given.histogram = truth()?,
            "sort" => {
                given.sort = Some(
                    one(
                        &name,
                        [("relevance", Sort::Relevance), ("date", Sort::Date)],
                    )
                    .ok_or_else(|| wrong("“relevance” or “date”"))?,
                )
            }
            "by" => {
                given.by = Some(
                    one(
                        &name,
                        [("article", Unit::Article), ("passage", Unit::Passage)],
                    )
                    .ok_or_else(|| wrong("“article” or “passage”"))?,
                )
            }
            "step" => {
                given.step = Some(
                    one(
                        &name,
                        [
                            ("day", Step::Day),
                            ("month", Step::Month),
                            ("year", Step::Year),
                        ],
                    )
                    .ok_or_else(|| wrong("“day”, “month” or “year”"))?,
                )
            }
            "filter" => {
                let mut filter = BTreeMap::new();
                for (field, value) in entries(&value, "filter")? {
                    let value = text(&value).ok_or_else(|| wrong("object of values"))?;
                    filter.insert(field, value);
                }
                given.filter = Some(filter);
            }
            _ => {
                return Err(unknown(
                    &key,
                    "limit, offset, sort, by, passages, snippets, facets, count, synonyms, explain, histogram, step and filter",
                ));
            }
        }
    }
    Ok(given)
}

fn one<T: Copy, const N: usize>(name: &str, known: [(&str, T); N]) -> Option<T> {
    known
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, one)| *one)
}

fn unknown(key: &str, known: &str) -> JsValue {
    argument(
        "options",
        &format!("there is no “{key}”; there are {known}"),
    )
}

/// The keys of an object and their values.
fn entries(object: &JsValue, name: &str) -> Result<Vec<(String, JsValue)>, JsValue> {
    let Some(object) = object.dyn_ref::<Object>() else {
        return Err(argument(name, "expected an object"));
    };
    let entry = |entry: JsValue| {
        let entry = Array::from(&entry);
        Some((entry.get(0).as_string()?, entry.get(1)))
    };
    Ok(Object::entries(object).iter().filter_map(entry).collect())
}

/// The values of a list; `None` of anything else.
pub fn list(value: &JsValue) -> Option<Vec<JsValue>> {
    Array::is_array(value).then(|| Array::from(value).to_vec())
}

/// A document as JavaScript hands it in.
pub fn entry(document: &JsValue, shape: &Shape) -> Result<Entry, JsValue> {
    let field = |name: &str| Reflect::get(document, &name.into()).unwrap_or_default();
    let Some(id) = text(&field("id")) else {
        return Err(argument("documents", "every document has an id"));
    };
    let wrong = |name: &str, wanted: &str| argument(&id, &format!("“{name}” is no {wanted}"));
    let section = |part: &Part| {
        let texts = texts(&field(&part.name)).ok_or_else(|| wrong(&part.name, "text"))?;
        Ok(texts.join("\n\n"))
    };
    let values =
        |name: &String| texts(&field(name)).ok_or_else(|| wrong(name, "value or list of values"));
    let day = match &shape.date {
        Some(name) => texts(&field(name))
            .ok_or_else(|| wrong(name, "date"))?
            .pop(),
        None => None,
    };
    Ok(Entry {
        day: day.filter(|day| !day.is_empty()),
        values: shape
            .filters
            .iter()
            .map(values)
            .collect::<Result<_, JsValue>>()?,
        sections: shape
            .sections
            .iter()
            .map(section)
            .collect::<Result<_, JsValue>>()?,
        id,
    })
}

/// A text, a number or a truth value as text.
fn text(value: &JsValue) -> Option<String> {
    let number = value.dyn_ref::<Number>();
    let number = number.and_then(|number| number.to_string_with_radix(10).ok());
    let truth = || value.as_bool().map(|truth| truth.to_string());
    value
        .as_string()
        .or_else(|| number.map(String::from))
        .or_else(truth)
}

/// A text or a list of texts; none of nothing, `None` of anything else.
fn texts(value: &JsValue) -> Option<Vec<String>> {
    if value.is_null_or_undefined() {
        return Some(Vec::new());
    }
    if Array::is_array(value) {
        return Array::from(value)
            .iter()
            .map(|value| text(&value))
            .collect();
    }
    text(value).map(|text| vec![text])
}

/// A document as it is handed out; of several values a list.
pub fn object(entry: &Entry, shape: &Shape) -> Result<Object, JsValue> {
    let object = Object::new();
    let put = |name: &str, value: JsValue| Reflect::set(&object, &name.into(), &value);
    put("id", entry.id.as_str().into())?;
    for (part, text) in shape.sections.iter().zip(&entry.sections) {
        put(&part.name, text.as_str().into())?;
    }
    for (name, values) in shape.filters.iter().zip(&entry.values) {
        let value = match values.as_slice() {
            [] => JsValue::NULL,
            [value] => value.as_str().into(),
            values => values
                .iter()
                .map(|v| JsValue::from(v.as_str()))
                .collect::<Array>()
                .into(),
        };
        put(name, value)?;
    }
    if let Some(name) = &shape.date {
        put(name, entry.day.as_deref().map_or(JsValue::NULL, Into::into))?;
    }
    Ok(object)
}
