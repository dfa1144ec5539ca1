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

/** Why something was refused; stable. */
export type ErrorCode = "json" | "pack" | "duplicate-id" | "argument" | "file" | "format" | "limit" | "empty";

/** What every function throws; `code` is stable. */
export interface CorpusError extends Error {
    name: "CorpusError";
    code: ErrorCode;
}

/** An article as received; what is given besides the text counts as given, not as found. */
export interface Article {
    id: string;
    text: string;
    title?: string | null;
    publisher?: string | null;
    author?: string | null;
    place?: string | null;
    /** ISO 8601. */
    published?: string | null;
    /** ISO 8601. */
    updated?: string | null;
    kind?: string | null;
    /** BCP 47. */
    language?: string | null;
    tags?: string[];
    /** What markup says of each line of `text` that is not blank, in order; empty or absent without markup. */
    layout?: Layout[];
    /** What markup states about the article, strongest first for each field. */
    statements?: Statement[];
    source?: Source;
}

/** What markup says of a line. */
export interface Layout {
    kind: "title" | "heading" | "paragraph" | "item" | "caption" | "meta" | "byline" | "dateline" | "quotation" | "table";
    /** Depth of an item or heading, from 1; 0 for everything else. */
    level?: number;
    /** Whether it stands outside the main content of its page. */
    outside?: boolean;
}

/** A value that markup states. */
export interface Statement {
    field: "title" | "publisher" | "author" | "place" | "published" | "updated" | "kind" | "language" | "rights";
    /** Dates in ISO 8601. */
    value: string;
    /** The tag or key that states it. */
    tag: string;
    /** What stands there, as received. */
    text: string;
}

/** The file that an article was read from, and how. */
export interface Source {
    /** Its name; behind the name of its archive or table: `news.zip/a.txt`, `news.csv:3`. */
    file?: string | null;
    /** The address of its page, where one is given. */
    address?: string | null;
    format?: "text" | "html" | "markdown" | "json" | "json-lines" | "csv" | "tsv" | "docx" | "pdf" | "zip";
    /** How bytes became characters; `malformed` counts bytes that stand for none. */
    encoding?: {
        name: string;
        how: "mark" | "valid" | "declared" | "detected" | "fixed";
        confidence: number;
        malformed: number;
    } | null;
    /** What a person should know, one sentence each. */
    warnings?: string[];
}

/** What a reader accepts. */
export interface ReaderOptions {
    /** The most bytes that the entries of one archive may expand to; 200,000,000 unless said. */
    expanded?: number;
    /** The most entries of an archive; 10,000 unless said. */
    entries?: number;
    /** How deep archives may stand inside each other; 1 unless said: none inside another. */
    depth?: number;
    /** The most bytes of one file; 200,000,000 unless said. */
    size?: number;
    /** The column or key of each field that has an unusual name: `{text: "Volltext"}`. */
    columns?: Record<string, string>;
}

/** What a reader read; `articles` are for `Corpus.fromArticles`. */
export interface Reading {
    articles: Article[];
    /** Files, entries and lines that were not read, and why. */
    refused: { code: ErrorCode; message: string }[];
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
