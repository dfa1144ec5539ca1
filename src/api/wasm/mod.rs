//! What JavaScript can call: the class [`Corpus`] of an engine, and the [`Reader`] of files.
//!
//! The engine of a page carries both, with the readers of simple formats; a second module of the
//! same crate (feature `readers` without `engine`) carries the reader alone, for all formats.

#[cfg(feature = "engine")]
mod corpus;
mod reader;

use js_sys::{Error, Reflect};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::prelude::*;

use crate::error::{ReadError, ReadErrorKind};

#[cfg(feature = "engine")]
pub use corpus::Corpus;
pub use reader::Reader;

#[wasm_bindgen(typescript_custom_section)]
const DECLARED: &str = r#"
/** Start and end, end excluded. */
export type Range = [number, number];

/** What every function throws; `code` is stable. */
export interface CorpusError extends Error {
    name: "CorpusError";
    code: "json" | "pack" | "duplicate-id" | "argument" | "file";
}

/** An article as received; what is given besides the text counts as given, not as found. */
export interface Article {
    id: string;
    text: string;
    title?: string | null;
    publisher?: string | null;
    author?: string | null;
    /** ISO 8601. */
    published?: string | null;
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
fn required<T: DeserializeOwned>(value: JsValue, name: &str) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|e| argument(name, &e.to_string()))
}

/// An argument that may be left out.
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
