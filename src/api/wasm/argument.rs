//! What does JavaScript hand in? Its values as plain ones: the one door by which arguments come in.
//!
//! Every argument is taken as it is, strings and bytes too, because the glue of wasm-bindgen would
//! read memory for a string that is none. Nothing here calls what may throw without catching it: an
//! exception that crossed the engine would leave it locked.

use js_sys::{ArrayBuffer, Function, JsString, Object, Reflect, Uint8Array};
#[cfg(any(feature = "engine", feature = "readers"))]
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use crate::error::ReadError;
use crate::value::Value;

/// What cannot be looked into: a proxy or a getter that throws.
const CLOSED: &str = "a value that cannot be read";

/// A value of JavaScript as a plain one; only its own keys are read.
pub fn value(given: &JsValue) -> Value {
    read(given, &mut Vec::new())
}

/// The value at a key or an index, as it was looked up.
#[cfg(feature = "search")]
pub fn found(looked_up: Result<JsValue, JsValue>) -> Value {
    looked(looked_up, &mut Vec::new())
}

fn looked(looked_up: Result<JsValue, JsValue>, around: &mut Vec<JsValue>) -> Value {
    match looked_up {
        Ok(value) => read(&value, around),
        Err(_) => Value::Other(CLOSED.to_owned()),
    }
}

fn read(given: &JsValue, around: &mut Vec<JsValue>) -> Value {
    if given.is_undefined() {
        Value::Absent
    } else if given.is_null() {
        Value::Null
    } else if let Some(truth) = given.as_bool() {
        Value::Truth(truth)
    } else if let Some(number) = given.as_f64() {
        Value::Number(number)
    } else if let Some(text) = given.as_string() {
        Value::Text(text)
    } else if given.is_function() {
        Value::Other("a function".to_owned())
    } else if given.is_symbol() {
        Value::Other("a symbol".to_owned())
    } else if given.is_bigint() {
        Value::Other("a bigint".to_owned())
    } else if around.iter().any(|outer| Object::is(outer, given)) {
        Value::Other("an object that contains itself".to_owned())
    } else {
        around.push(given.clone());
        let value = match kind(given).as_deref() {
            Some("Array") => list(given, around),
            Some("Object") => object(given, around),
            Some(kind) => Some(Value::Other(format!("an object of type {kind}"))),
            None => None,
        };
        around.pop();
        value.unwrap_or_else(|| Value::Other(CLOSED.to_owned()))
    }
}

/// What an object is: the name in its "[object Array]"; `None` when it has none.
pub fn kind(given: &JsValue) -> Option<String> {
    let to_string = Reflect::get(&Object::new(), &"toString".into()).ok()?;
    let told = to_string.dyn_ref::<Function>()?.call0(given).ok()?;
    let told = told.as_string()?;
    Some(told.strip_prefix("[object ")?.strip_suffix(']')?.to_owned())
}

fn list(given: &JsValue, around: &mut Vec<JsValue>) -> Option<Value> {
    let length = Reflect::get(given, &"length".into()).ok()?.as_f64()?;
    let element = |n| looked(Reflect::get_u32(given, n), around);
    Some(Value::List((0..length as u32).map(element).collect()))
}

fn object(given: &JsValue, around: &mut Vec<JsValue>) -> Option<Value> {
    let mut entries = Vec::new();
    // Symbols are no keys of plain objects.
    for key in Reflect::own_keys(given).ok()?.iter() {
        let Some(name) = key.dyn_ref::<JsString>().map(String::from) else {
            continue;
        };
        entries.push((name, looked(Reflect::get(given, &key), around)));
    }
    Some(Value::Object(entries))
}

/// The argument called `name`, a string.
pub fn text(given: &JsValue, name: &str) -> Result<String, ReadError> {
    given
        .as_string()
        .ok_or_else(|| wrong(name, "a string", given))
}

/// The argument called `name`, the bytes of a Uint8Array.
pub fn bytes(given: &JsValue, name: &str) -> Result<Vec<u8>, ReadError> {
    let is_bytes = ArrayBuffer::is_view(given) && kind(given).as_deref() == Some("Uint8Array");
    match is_bytes {
        true => Ok(given.unchecked_ref::<Uint8Array>().to_vec()),
        false => Err(wrong(name, "a Uint8Array", given)),
    }
}

/// The argument called `name`, a count that may be left out.
#[cfg(any(feature = "engine", feature = "search"))]
pub fn count(given: &JsValue, name: &str) -> Result<Option<u32>, ReadError> {
    match value(given) {
        value if value.is_nothing() => Ok(None),
        value => value.count(name).map(Some),
    }
}

fn wrong(name: &str, expected: &str, found: &JsValue) -> ReadError {
    ReadError::argument(name, expected, value(found))
}

/// The argument called `name`, of a known shape.
#[cfg(feature = "engine")]
pub fn required<T: DeserializeOwned>(given: &JsValue, name: &str) -> Result<T, ReadError> {
    value(given).read(name)
}

/// The same, when it may be left out.
#[cfg(any(feature = "engine", feature = "readers"))]
pub fn optional<T: DeserializeOwned + Default>(
    given: &JsValue,
    name: &str,
) -> Result<T, ReadError> {
    match value(given) {
        value if value.is_nothing() => Ok(T::default()),
        value => value.read(name),
    }
}
