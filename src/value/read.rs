//! Does a value have the expected shape? A deserializer that checks each value before the shape
//! sees it, so that messages use JavaScript's terms and give the path.

use std::vec;

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess,
    Visitor,
};

use super::{Misfit, Value};
use crate::error::{ReadError, ReadErrorKind, either};

/// `Number.MAX_SAFE_INTEGER`: up to here, JavaScript represents every whole number.
const MOST: f64 = 9_007_199_254_740_991.0;

impl Value {
    /// Reads a shape from the argument named `name`. Messages name a key by its path alone, and an
    /// element of a list by the list and its index: `window`, `filter.date`, `articles[0].id`.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] if the value does not have the shape.
    pub fn read<T: DeserializeOwned>(self, name: &str) -> Result<T, ReadError> {
        self.fit().map_err(|misfit| {
            let is_called = !misfit.path.is_empty() && !misfit.path.starts_with('[');
            let label = match is_called {
                true => misfit.path,
                false => format!("{name}{}", misfit.path),
            };
            ReadError::new(ReadErrorKind::Argument, label, misfit.message)
        })
    }

    /// Reads a shape from a value.
    ///
    /// # Errors
    /// A [`Misfit`] if the value does not have the shape: where, what was expected and what was
    /// found.
    pub fn fit<T: DeserializeOwned>(self) -> Result<T, Misfit> {
        T::deserialize(self)
    }
}

/// The entries of an object, without absent values.
struct Entries {
    left: vec::IntoIter<(String, Value)>,
    /// The entry whose key was read but whose value was not.
    open: Option<(String, Value)>,
}

impl Entries {
    fn of(entries: Vec<(String, Value)>) -> Self {
        Self {
            left: entries.into_iter(),
            open: None,
        }
    }
}

impl<'de> MapAccess<'de> for Entries {
    type Error = Misfit;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Misfit> {
        self.open = self.left.find(|(_, value)| *value != Value::Absent);
        let key = self.open.as_ref().map(|(key, _)| key.as_str());
        key.map(|key| seed.deserialize(key.into_deserializer()))
            .transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Misfit> {
        let (key, value) = self.open.take().unwrap_or((String::new(), Value::Absent));
        seed.deserialize(value)
            .map_err(|misfit| misfit.inside(&key))
    }
}

/// The elements of a list.
struct Elements(std::iter::Enumerate<vec::IntoIter<Value>>);

impl<'de> SeqAccess<'de> for Elements {
    type Error = Misfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Misfit> {
        let Some((n, value)) = self.0.next() else {
            return Ok(None);
        };
        let element = seed.deserialize(value);
        element
            .map(Some)
            .map_err(|misfit| misfit.inside(&format!("[{n}]")))
    }
}

/// Declares how whole numbers are read, each type with its range.
macro_rules! whole_numbers {
    ($($method:ident $visit:ident $type:ty: $least:expr, $most:expr;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
            let (least, most): (f64, f64) = ($least, $most);
            let expected = format_args!("a whole number from {least} to {most}");
            let number = self.whole(least, most).ok_or_else(|| Misfit::new(expected, self))?;
            visitor.$visit(number as $type)
        }
    )*};
}

impl<'de> Deserializer<'de> for Value {
    type Error = Misfit;

    whole_numbers! {
        deserialize_i8 visit_i8 i8: i8::MIN.into(), i8::MAX.into();
        deserialize_i16 visit_i16 i16: i16::MIN.into(), i16::MAX.into();
        deserialize_i32 visit_i32 i32: i32::MIN.into(), i32::MAX.into();
        deserialize_i64 visit_i64 i64: -MOST, MOST;
        deserialize_u8 visit_u8 u8: 0.0, u8::MAX.into();
        deserialize_u16 visit_u16 u16: 0.0, u16::MAX.into();
        deserialize_u32 visit_u32 u32: 0.0, u32::MAX.into();
        deserialize_u64 visit_u64 u64: 0.0, MOST;
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self {
            Self::Absent | Self::Null => visitor.visit_unit(),
            Self::Truth(truth) => visitor.visit_bool(truth),
            Self::Number(n) if n.fract() == 0.0 && n.abs() <= MOST => match n < 0.0 {
                true => visitor.visit_i64(n as i64),
                false => visitor.visit_u64(n as u64),
            },
            Self::Number(number) => visitor.visit_f64(number),
            Self::Text(text) => visitor.visit_string(text),
            Self::List(values) => visitor.visit_seq(Elements(values.into_iter().enumerate())),
            Self::Object(entries) => visitor.visit_map(Entries::of(entries)),
            Self::Other(words) => Err(Misfit::new("a plain value", words)),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self {
            Self::Truth(truth) => visitor.visit_bool(truth),
            found => Err(Misfit::new("true or false", found)),
        }
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self {
            Self::Number(number) if number.is_finite() => visitor.visit_f64(number),
            found => Err(Misfit::new("a number", found)),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_string(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self {
            Self::Text(text) => visitor.visit_string(text),
            found => Err(Misfit::new("a string", found)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.is_nothing() {
            true => visitor.visit_none(),
            false => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self {
            Self::List(_) => self.deserialize_any(visitor),
            found => Err(Misfit::new("a list", found)),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self {
            Self::Object(_) => self.deserialize_any(visitor),
            found => Err(Misfit::new("an object", found)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        match self {
            Self::Text(name) if known.contains(&name.as_str()) => {
                visitor.visit_enum(name.into_deserializer())
            }
            found => Err(Misfit::new(either(known), found)),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        i128 u128 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Default, Deserialize)]
    #[serde(default, deny_unknown_fields, rename_all = "camelCase")]
    #[allow(dead_code)]
    struct Shape {
        text: Option<String>,
        size: Option<u32>,
        small: u8,
        places: Vec<i32>,
        is_shown: bool,
        share: f64,
        names: BTreeMap<String, String>,
        kind: Option<Kind>,
        inner: Option<Box<Shape>>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "camelCase")]
    enum Kind {
        One,
        TheOther,
    }

    fn said(json: &str) -> String {
        let value = Value::parse(json, "text").unwrap();
        match value.read::<Shape>("options") {
            Ok(_) => String::new(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn what_fits_is_read_whatever_is_left_out() {
        for json in [
            "{}",
            r#"{"text": null, "size": null, "kind": null}"#,
            r#"{"text": "é", "size": 4294967295, "small": 255, "places": [-1, 1], "isShown": true,
                "share": 0.5, "names": {"a": "b"}, "kind": "theOther", "inner": {"size": 0}}"#,
        ] {
            assert_eq!(said(json), "");
        }
    }

    #[test]
    fn what_does_not_fit_is_told_with_its_path() {
        for (json, expected) in [
            ("[]", "options: expected an object, found a list"),
            ("\"x\"", "options: expected an object, found “x”"),
            (r#"{"text": 5}"#, "text: expected a string, found 5"),
            (
                r#"{"size": -1}"#,
                "size: expected a whole number from 0 to 4294967295, found -1",
            ),
            (
                r#"{"size": 1e12}"#,
                "size: expected a whole number from 0 to 4294967295, found 1000000000000",
            ),
            (
                r#"{"small": 1.5}"#,
                "small: expected a whole number from 0 to 255, found 1.5",
            ),
            (
                r#"{"places": [1, "a"]}"#,
                "places[1]: expected a whole number from -2147483648 to 2147483647, found “a”",
            ),
            (
                r#"{"places": {}}"#,
                "places: expected a list, found an object",
            ),
            (
                r#"{"isShown": 1}"#,
                "isShown: expected true or false, found 1",
            ),
            (
                r#"{"names": {"a": false}}"#,
                "names.a: expected a string, found false",
            ),
            (
                r#"{"kind": "two"}"#,
                "kind: expected “one” or “theOther”, found “two”",
            ),
            (
                r#"{"inner": {"places": [{}]}}"#,
                "inner.places[0]: expected a whole number from -2147483648 to 2147483647, found an object",
            ),
            (
                r#"{"inner": {"sise": 1}}"#,
                "inner: expected a known key (“text”, “size”, “small”, “places”, “isShown”, “share”, “names”, “kind” or “inner”), found “sise”",
            ),
            (
                r#"{"size": 1, "size": 2}"#,
                "size: expected the key once, found it twice",
            ),
        ] {
            assert_eq!(said(json), expected);
        }
    }

    #[test]
    fn what_json_cannot_say_is_told_too() {
        for (value, found) in [
            (Value::Absent, "nothing"),
            (Value::Number(f64::NAN), "NaN"),
            (Value::Number(f64::NEG_INFINITY), "-Infinity"),
            (Value::Other("a function".into()), "a function"),
        ] {
            let error = Value::List(vec![value]).read::<Vec<u8>>("ids").unwrap_err();
            let expected = "ids[0]: expected a whole number from 0 to 255";
            assert_eq!(error.to_string(), format!("{expected}, found {found}"));
        }
        let absent = Value::Object(vec![("size".into(), Value::Absent)]);
        assert!(absent.read::<Shape>("options").is_ok());
    }

    #[test]
    fn no_json_is_told_by_its_line() {
        for (text, expected) in [
            (
                "",
                "text:1: expected JSON, found the end of the text at column 0",
            ),
            (
                "{\n!",
                "text:2: expected JSON, found something else at column 1",
            ),
        ] {
            let error = Value::parse(text, "text").unwrap_err();
            assert_eq!(error.to_string(), expected);
        }
    }
}
