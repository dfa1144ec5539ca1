//! Which articles does JSON contain? A reader of objects: one alone, in an array, under a usual
//! key, or one per line.
//!
//! Arrays are read object by object: the whole is never held as a tree.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::given::{Row, Slot, slots};
use super::input::source::characters;
use super::reader::Reader;
use super::table::Origin;
use crate::document::{Encoding, Format};
use crate::error::{ReadError, ReadErrorKind};

/// Keys of lists of articles, in lower case.
const LISTS: &[&str] = &[
    "articles",
    "data",
    "items",
    "docs",
    "documents",
    "results",
    "rows",
    "entries",
    "hits",
];

impl Reader {
    /// Reads the articles of JSON or JSON Lines.
    pub fn json(
        &mut self,
        name: &str,
        path: &str,
        bytes: &[u8],
        format: Format,
    ) -> Result<(), ReadError> {
        let (text, encoding) = characters(bytes);
        let mut sink = Sink {
            reader: self,
            name,
            path,
            format,
            encoding,
            number: 0,
        };
        if format == Format::JsonLines {
            return sink.lines(&text);
        }
        let mut json = serde_json::Deserializer::from_str(&text);
        let read = Root(&mut sink)
            .deserialize(&mut json)
            .and_then(|()| json.end());
        match read {
            Err(error) => Err(broken(name, &error, error.line())),
            Ok(()) if sink.number == 0 => {
                let message = "contains no article: expected an object, or an array of objects";
                Err(ReadError::new(ReadErrorKind::Empty, name, message))
            }
            Ok(()) => Ok(()),
        }
    }
}

/// The error for broken JSON.
fn broken(name: &str, error: &serde_json::Error, line: usize) -> ReadError {
    ReadError::json(name, error).at_line(line)
}

/// Receives the objects of a file.
struct Sink<'a> {
    reader: &'a mut Reader,
    name: &'a str,
    path: &'a str,
    format: Format,
    encoding: Option<Encoding>,
    /// The number of objects so far.
    number: usize,
}

impl Sink<'_> {
    /// Reads one object per line; a broken line is refused with its number.
    fn lines(&mut self, text: &str) -> Result<(), ReadError> {
        for (at, line) in text.lines().enumerate() {
            if line.trim().is_empty() {
                continue;
            }
            match serde_json::from_str::<Value>(line) {
                Ok(value) => self.take(value, Some(at + 1)),
                Err(error) => {
                    self.number += 1;
                    self.reader.refuse(broken(self.name, &error, at + 1));
                }
            }
        }
        match self.number {
            0 => Err(ReadError::new(
                ReadErrorKind::Empty,
                self.name,
                "contains no line",
            )),
            _ => Ok(()),
        }
    }

    /// Whether an object contains a text, so that its lists are its own values.
    fn is_article(&self, object: &Map<String, Value>) -> bool {
        let keys = object.keys().map(String::as_str);
        let slots = slots(keys, &self.reader.options.columns);
        slots.iter().any(|(slot, _)| *slot == Slot::Text)
    }

    /// Reads a value as an article, at a line of the file or otherwise at its ordinal.
    fn take(&mut self, value: Value, line: Option<usize>) {
        self.number += 1;
        let line = line.unwrap_or(self.number);
        match value {
            Value::Object(object) => {
                let row = row(object, self.reader);
                let at = Origin {
                    name: self.name,
                    path: self.path,
                    format: self.format,
                    line,
                    number: self.number,
                };
                self.reader.row(row, &at, self.encoding.clone());
            }
            _ => {
                let error = ReadError::new(
                    ReadErrorKind::Json,
                    self.name,
                    "expected one object per article, found something else",
                );
                self.reader.refuse(error.at_line(line));
            }
        }
    }
}

/// The values that an object gives for an article.
fn row(mut object: Map<String, Value>, reader: &Reader) -> Row {
    let slots = slots(object.keys().map(String::as_str), &reader.options.columns);
    let keys: Vec<String> = object.keys().cloned().collect();
    let mut row = Row::default();
    for (slot, at) in slots {
        let Some(value) = object.get_mut(&keys[at]) else {
            continue;
        };
        match value {
            // Long texts are moved, not copied.
            Value::String(text)
                if slot == Slot::Text && row.text.is_empty() && text.trim().len() == text.len() =>
            {
                row.text = std::mem::take(text);
            }
            Value::Array(parts) if slot == Slot::Text => {
                let parts: Vec<String> = parts.iter().filter_map(words).collect();
                row.set(slot, &parts.join("\n\n"));
            }
            Value::Array(tags) if slot == Slot::Tags => {
                tags.iter()
                    .filter_map(words)
                    .for_each(|tag| row.set(slot, &tag));
            }
            value => row.set(slot, &words(value).unwrap_or_default()),
        }
    }
    row
}

/// The text of a value: a string, a number, the name in an object, the names in an array.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => {
            let words: Vec<String> = values.iter().filter_map(words).collect();
            Some(words.join(", "))
        }
        Value::Object(object) => {
            let known = [
                "name",
                "title",
                "text",
                "value",
                "@value",
                "label",
                "rendered",
                "full_name",
                "term",
            ];
            known
                .iter()
                .find_map(|key| object.get(*key))
                .and_then(words)
        }
        Value::Null | Value::Bool(_) => None,
    }
}

/// The root of a file: an array of articles, or an object.
struct Root<'r, 'a>(&'r mut Sink<'a>);

impl<'de> DeserializeSeed<'de> for Root<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Root<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object, or an array of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(value) = list.next_element::<Value>()? {
            self.0.take(value, None);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let mut object = Map::new();
        let before = self.0.number;
        while let Some(key) = entries.next_key::<String>()? {
            if LISTS.contains(&key.to_ascii_lowercase().as_str()) && !self.0.is_article(&object) {
                if let Some(value) = entries.next_value_seed(List(self.0))? {
                    object.insert(key, value);
                }
            } else if self.0.number > before {
                entries.next_value::<IgnoredAny>()?;
            } else {
                let value = entries.next_value()?;
                object.insert(key, value);
            }
        }
        if self.0.number == before && !object.is_empty() {
            self.0.take(Value::Object(object), None);
        }
        Ok(())
    }
}

/// The value under the key of a list: its articles are read; anything else is returned.
struct List<'r, 'a>(&'r mut Sink<'a>);

impl<'de> DeserializeSeed<'de> for List<'_, '_> {
    type Value = Option<Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for List<'_, '_> {
    type Value = Option<Value>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list of articles")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Self::Value, A::Error> {
        Root(self.0).visit_seq(list).map(|()| None)
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<Self::Value, A::Error> {
        // {"data": {"articles": […]}}, and {"data": {"title": …, "text": …}}.
        Root(self.0).visit_map(entries).map(|()| None)
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(Value::String(text.to_owned())))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Some(Value::Bool(value)))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Some(number.into()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Some(number.into()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Some(number.into()))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }
}
