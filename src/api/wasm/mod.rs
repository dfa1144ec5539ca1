//! What JavaScript can call: the class [`Corpus`] of an engine, the [`Reader`] of files, and the
//! [`SearchIndex`] of other pages.
//!
//! The engine of a page carries the first two, with the readers of simple formats; a second module of
//! the same crate (feature `readers` without `engine`) carries the reader alone, for all formats; a
//! third (feature `search` alone) is the index.

#[cfg(feature = "engine")]
mod compare;
#[cfg(feature = "engine")]
mod corpus;
#[cfg(feature = "engine")]
mod decision;
#[cfg(feature = "search")]
mod given;
#[cfg(feature = "search")]
mod index;
#[cfg(any(feature = "engine", feature = "readers"))]
mod reader;

use js_sys::{Error, Reflect};
use serde::Serialize;
#[cfg(any(feature = "engine", feature = "readers"))]
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use crate::error::{ReadError, ReadErrorKind};

#[cfg(feature = "engine")]
pub use corpus::Corpus;
#[cfg(feature = "search")]
pub use index::SearchIndex;
#[cfg(any(feature = "engine", feature = "readers"))]
pub use reader::Reader;

#[wasm_bindgen(typescript_custom_section)]
const DECLARED: &str = r#"
/** Start and end, end excluded. */
export type Range = [number, number];

/** Why something was refused; stable. */
export type ErrorCode = "json" | "pack" | "duplicate-id" | "argument" | "file" | "format" | "limit" | "empty";

/** What every function throws; `code` is stable. */
export interface CorpusError extends Error {
    name: "CorpusError";
    code: ErrorCode;
}
"#;

/// A plain JavaScript value: objects, arrays, null.
fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value
        .serialize(&serializer)
        .map_err(|e| argument("answer", &e.to_string()))
}

/// An argument of a known shape.
#[cfg(any(feature = "engine", feature = "readers"))]
fn required<T: DeserializeOwned>(value: JsValue, name: &str) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|e| argument(name, &e.to_string()))
}

/// An argument that may be left out.
#[cfg(any(feature = "engine", feature = "readers"))]
fn optional<T: DeserializeOwned + Default>(value: JsValue, name: &str) -> Result<T, JsValue> {
    if value.is_null_or_undefined() {
        return Ok(T::default());
    }
    // By way of JSON, which sees keys that the shape does not have: a misspelt option is refused.
    let value: serde_json::Value = required(value, name)?;
    serde_json::from_value(value).map_err(|e| argument(name, &e.to_string()))
}

fn argument(name: &str, message: &str) -> JsValue {
    refusal(&ReadError::new(ReadErrorKind::Argument, name, message))
}

/// The one conversion to a JavaScript error.
fn refusal(error: &ReadError) -> JsValue {
    let refusal = Error::new(&error.to_string());
    refusal.set_name("CorpusError");
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&refusal, &"code".into(), &error.kind().code().into());
    refusal.into()
}
