//! What JavaScript can call: the class [`Corpus`] of an engine, the [`Reader`] of files, and the
//! [`SearchIndex`] of other pages.
//!
//! The engine of a page carries the first two, with the readers of simple formats; a second module
//! of the same crate (feature `readers` without `engine`) carries the reader alone, for all
//! formats; a third (feature `search` alone) is the index.

mod argument;
#[cfg(feature = "engine")]
mod carried;
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
use wasm_bindgen::prelude::*;

use crate::error::ReadError;

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

/**
 * Why something was refused; stable. `json`: a text is not the JSON that was expected. `pack`: bytes are not what `save`
 * gave. `duplicate-id`: two articles, documents or decisions carry one id. `argument`: an argument is not what the function
 * takes, or names what is not here. `file`, `format`, `limit`, `empty`: a file could not be read, is of no known format,
 * exceeds a limit, contains no text.
 */
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
    value.serialize(&serializer).map_err(JsValue::from)
}

/// The one conversion to a JavaScript error.
impl From<ReadError> for JsValue {
    fn from(error: ReadError) -> Self {
        let refusal = Error::new(&error.to_string());
        refusal.set_name("CorpusError");
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&refusal, &"code".into(), &error.kind().code().into());
        refusal.into()
    }
}
