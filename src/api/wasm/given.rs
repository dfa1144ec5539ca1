//! What does JavaScript pass to a search index, and how is a document returned? Plain
//! objects, read by hand: a reader of any shape would be a fifth of this small module.

use std::collections::BTreeMap;

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::argument::{found, kind, value};
use crate::api::options::*;
use crate::api::shape::*;
use crate::collection::{Field, Mapping, StoredDocument};
use crate::error::{ReadError, either, quoted};
use crate::value::Value;

/// Refuses a key that is not among those known.
fn unknown<T>(name: &str, known: &[&str], found: &str) -> Result<T, ReadError> {
    let expected = format_args!("a known key ({})", either(known));
    Err(ReadError::argument(name, expected, quoted(found)))
}

/// What `new SearchIndex` is given.
pub fn mapping(options: &JsValue) -> Result<Mapping, ReadError> {
    let mut mapping = Mapping::default();
    for (key, value) in entries(value(options), "options")? {
        match key.as_str() {
            "fields" => {
                let fields = list(value, "fields")?.into_iter().enumerate();
                let fields = fields.map(|(n, field)| self::field(field, &format!("fields[{n}]")));
                mapping.fields = fields.collect::<Result<_, _>>()?;
            }
            "filters" => mapping.filters = names(value, "filters")?,
            "date" => mapping.date = Some(name(value, "date")?),
            "synonyms" => {
                let lists = list(value, "synonyms")?.into_iter().enumerate();
                let lists = lists.map(|(n, list)| names(list, &format!("synonyms[{n}]")));
                mapping.synonyms = lists.collect::<Result<_, _>>()?;
            }
            _ => return unknown("options", &["fields", "filters", "date", "synonyms"], &key),
        }
    }
    Ok(mapping)
}

/// A field that is searched: its name, or an object.
fn field(field: Value, path: &str) -> Result<Field, ReadError> {
    if let Value::Text(name) = field {
        return Ok(Field::new(&name));
    }
    let (mut called, mut boost, mut is_title) = (None, None, None);
    for (key, value) in entries(field, path)? {
        let inner = format!("{path}.{key}");
        match key.as_str() {
            "name" => called = Some(name(value, &inner)?),
            "boost" => match value {
                Value::Number(number) => boost = Some(number as f32),
                found => return Err(ReadError::argument(inner, "a number above 0", found)),
            },
            "title" => is_title = Some(truth(&value, &inner)?),
            _ => return unknown(path, &["name", "boost", "title"], &key),
        }
    }
    let missing = || ReadError::argument(format!("{path}.name"), "a string", Value::Absent);
    Ok(Field::given(&called.ok_or_else(missing)?, boost, is_title))
}

/// The keys of the options of `search`.
const KEYS: &[&str] = &[
    "limit",
    "offset",
    "sort",
    "by",
    "passages",
    "snippets",
    "facets",
    "count",
    "synonyms",
    "explain",
    "histogram",
    "step",
    "filter",
];

/// What `search` is given.
pub fn search_options(options: &JsValue) -> Result<IndexSearchOptions, ReadError> {
    let mut given = IndexSearchOptions::default();
    let options = value(options);
    if options.is_nothing() {
        return Ok(given);
    }
    let sorts = [("relevance", Sort::Relevance), ("date", Sort::Date)];
    let units = [("article", Unit::Article), ("passage", Unit::Passage)];
    let steps = [
        ("day", Step::Day),
        ("month", Step::Month),
        ("year", Step::Year),
    ];
    for (key, value) in entries(options, "options")? {
        match key.as_str() {
            "limit" => given.limit = Some(value.count(&key)?),
            "offset" => given.offset = Some(value.count(&key)?),
            "passages" => given.passages = Some(value.count(&key)?),
            "snippets" => given.snippets = Some(truth(&value, &key)?),
            "facets" => given.facets = Some(truth(&value, &key)?),
            "count" => given.count = Some(truth(&value, &key)?),
            "synonyms" => given.synonyms = Some(truth(&value, &key)?),
            "explain" => given.explain = Some(truth(&value, &key)?),
            "histogram" => given.histogram = Some(truth(&value, &key)?),
            "sort" => given.sort = Some(one(&value, &key, &sorts)?),
            "by" => given.by = Some(one(&value, &key, &units)?),
            "step" => given.step = Some(one(&value, &key, &steps)?),
            "filter" => {
                let values = entries(value, "filter")?.into_iter();
                let value = |(field, value): (String, Value)| {
                    let expected = "a string, a number, true or false";
                    let wrong =
                        |found| ReadError::argument(format!("filter.{field}"), expected, found);
                    let text = text(value).map_err(wrong)?;
                    Ok((field, text))
                };
                let values: Result<BTreeMap<_, _>, ReadError> = values.map(value).collect();
                given.filter = Some(values?);
            }
            _ => return unknown("options", KEYS, &key),
        }
    }
    Ok(given)
}

fn truth(value: &Value, path: &str) -> Result<bool, ReadError> {
    match value {
        Value::Truth(truth) => Ok(*truth),
        found => Err(ReadError::argument(path, "true or false", found)),
    }
}

fn one<T: Copy>(value: &Value, path: &str, known: &[(&str, T)]) -> Result<T, ReadError> {
    let found = known
        .iter()
        .find(|(name, _)| matches!(value, Value::Text(text) if text == name));
    found.map(|(_, one)| *one).ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        ReadError::argument(path, either(&names), value)
    })
}

/// The keys of an object whose values are there.
fn entries(value: Value, path: &str) -> Result<Vec<(String, Value)>, ReadError> {
    match value {
        Value::Object(mut entries) => {
            entries.retain(|(_, value)| !value.is_nothing());
            Ok(entries)
        }
        found => Err(ReadError::argument(path, "an object", found)),
    }
}

fn list(value: Value, path: &str) -> Result<Vec<Value>, ReadError> {
    match value {
        Value::List(values) => Ok(values),
        found => Err(ReadError::argument(path, "a list", found)),
    }
}

fn name(value: Value, path: &str) -> Result<String, ReadError> {
    match value {
        Value::Text(name) => Ok(name),
        found => Err(ReadError::argument(path, "a string", found)),
    }
}

/// The argument called `path`, a list of strings.
pub fn names(value: Value, path: &str) -> Result<Vec<String>, ReadError> {
    let values = list(value, path)?.into_iter().enumerate();
    values
        .map(|(n, value)| name(value, &format!("{path}[{n}]")))
        .collect()
}

/// The documents of a list that JavaScript hands in; of each only what the index knows is looked
/// at.
pub struct Documents<'a> {
    given: &'a JsValue,
    length: u32,
}

impl<'a> Documents<'a> {
    /// The documents of the argument `documents`.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when it is no list.
    pub fn of(given: &'a JsValue) -> Result<Self, ReadError> {
        let is_list = kind(given).as_deref() == Some("Array");
        let length = is_list.then(|| Reflect::get(given, &"length".into()).ok()?.as_f64());
        match length.flatten() {
            Some(length) => Ok(Self {
                given,
                length: length as u32,
            }),
            None => Err(ReadError::argument("documents", "a list", value(given))),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.length as usize
    }

    /// Each as an index of this mapping takes it.
    pub fn read(
        self,
        mapping: &'a Mapping,
    ) -> impl Iterator<Item = Result<StoredDocument, ReadError>> {
        let looked_up = move |n| (n, Reflect::get_u32(self.given, n));
        (0..self.length)
            .map(looked_up)
            .map(move |(n, document)| read(document, &format!("documents[{n}]"), mapping))
    }
}

/// A document as it was looked up.
fn read(
    looked_up: Result<JsValue, JsValue>,
    path: &str,
    mapping: &Mapping,
) -> Result<StoredDocument, ReadError> {
    let document = match looked_up {
        Ok(document) if kind(&document).as_deref() == Some("Object") => document,
        other => return Err(ReadError::argument(path, "an object", found(other))),
    };
    let wrong = |name: &str, expected: &str, found: Value| {
        ReadError::argument(format!("{path}.{name}"), expected, found)
    };
    let field = |name: &str| found(Reflect::get(&document, &name.into()));
    let several = |name: &str| {
        texts(field(name)).map_err(|found| wrong(name, "a string or a list of strings", found))
    };
    let id = text(field("id")).map_err(|found| wrong("id", "a string", found))?;
    let fields = mapping.fields.iter().map(|field| several(&field.name));
    let fields = fields.map(|texts| Ok(texts?.join("\n\n")));
    let day = match &mapping.date {
        Some(name) => several(name)?.pop(),
        None => None,
    };
    Ok(StoredDocument {
        fields: fields.collect::<Result<_, ReadError>>()?,
        values: mapping
            .filters
            .iter()
            .map(|name| several(name))
            .collect::<Result<_, ReadError>>()?,
        day: day.filter(|day| !day.is_empty()),
        id,
    })
}

/// A text, a number or a truth value as text; else what was found.
fn text(value: Value) -> Result<String, Value> {
    match value {
        Value::Text(text) => Ok(text),
        Value::Number(_) | Value::Truth(_) => Ok(value.to_string()),
        found => Err(found),
    }
}

/// A text or a list of texts; none of nothing, else what was found.
fn texts(value: Value) -> Result<Vec<String>, Value> {
    match value {
        Value::Absent | Value::Null => Ok(Vec::new()),
        Value::List(values) => values.into_iter().map(text).collect(),
        value => text(value).map(|text| vec![text]),
    }
}

/// A document as it is returned; several values are a list.
pub fn object(document: &StoredDocument, mapping: &Mapping) -> Result<Object, JsValue> {
    let object = Object::new();
    let put = |name: &str, value: JsValue| Reflect::set(&object, &name.into(), &value);
    put("id", document.id.as_str().into())?;
    for (field, text) in mapping.fields.iter().zip(&document.fields) {
        put(&field.name, text.as_str().into())?;
    }
    for (name, values) in mapping.filters.iter().zip(&document.values) {
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
    if let Some(name) = &mapping.date {
        put(
            name,
            document.day.as_deref().map_or(JsValue::NULL, Into::into),
        )?;
    }
    Ok(object)
}
