//! The class `Reader` of JavaScript: files in, articles out, as plain objects for
//! `Corpus.fromArticles`.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::argument::{bytes, optional, text};
use super::plain;
use crate::document;
use crate::error::{ReadError, ReadErrorKind};
use crate::read;

#[wasm_bindgen(typescript_custom_section)]
const DECLARED: &str = r#"
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
    /** Whether it is outside the main content of its page. */
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
    /** How bytes became characters; `malformed` counts bytes that are no characters. */
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
    /** The most bytes that the entries of one archive may expand to, from 1; default 200,000,000. */
    expanded?: number;
    /** The most entries of an archive, from 1; default 10,000. */
    entries?: number;
    /** How deep archives may be nested, from 1; default 1, none inside another. */
    depth?: number;
    /** The most bytes of one file, from 1; default 200,000,000. */
    size?: number;
    /** The column or key of each field that has an unusual name: `{text: "Volltext"}`. */
    columns?: Record<string, string>;
}

/** What a reader read; `articles` are for `Corpus.fromArticles`. */
export interface Reading {
    articles: Article[];
    /** Why files, entries and lines were not read; every file has an article or is counted here. */
    refused: Refusal[];
}

/** A reason, reported once for everything refused for it. */
export interface Refusal {
    code: ErrorCode;
    /** The first places, how many more there are, and the reason. */
    message: string;
    /** How many were refused for it. */
    count: number;
    /** The first of them, at most three: `news.zip/a.txt`, `news.csv:3`. */
    places: string[];
}
"#;

/// Reads files into articles, one after the other.
#[wasm_bindgen]
pub struct Reader {
    reader: read::Reader,
    options: read::Options,
}

/// Why files, entries or lines were not read.
#[derive(Serialize)]
struct Refusal {
    code: &'static str,
    message: String,
    count: usize,
    places: Vec<String>,
}

/// What a reader read.
#[derive(Serialize)]
struct Reading {
    articles: Vec<document::Article>,
    refused: Vec<Refusal>,
}

#[wasm_bindgen]
impl Reader {
    /// A reader that has read nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_optional_param_type = "ReaderOptions")] options: JsValue,
    ) -> Result<Reader, JsValue> {
        let options: read::Options = optional(&options, "options")?;
        let options = options.checked()?;
        Ok(Self {
            reader: read::Reader::new(options.clone()),
            options,
        })
    }

    /// Reads one file; returns how many articles it held.
    pub fn add(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] name: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] bytes: JsValue,
    ) -> Result<usize, JsValue> {
        let (name, bytes) = (text(&name, "name")?, self::bytes(&bytes, "bytes")?);
        Ok(self.reader.add(&name, &bytes))
    }

    /// Reads what was pasted, a text and the markup that came with it, empty if none did; text that
    /// is the source of a page is read as that page. Returns how many articles it held.
    #[wasm_bindgen(js_name = addPasted)]
    pub fn add_pasted(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] markup: JsValue,
    ) -> Result<usize, JsValue> {
        let (text, markup) = (self::text(&text, "text")?, self::text(&markup, "markup")?);
        Ok(self.reader.add_pasted(&text, &markup))
    }

    /// Takes in, as refused with the code `file`, a file whose bytes could not be had.
    pub fn refuse(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] name: JsValue,
        #[wasm_bindgen(unchecked_param_type = "string")] message: JsValue,
    ) -> Result<(), JsValue> {
        let (name, message) = (text(&name, "name")?, text(&message, "message")?);
        self.reader
            .refuse(ReadError::new(ReadErrorKind::File, name, message));
        Ok(())
    }

    /// Whether a file was added that is HTML, DOCX, PDF or ZIP, or holds HTML, and this module has
    /// no reader for it.
    #[wasm_bindgen(getter, js_name = needsReaders)]
    pub fn needs_readers(&self) -> bool {
        self.reader.needs_readers()
    }

    /// All that was read, `{articles, refused}`; the reader has read nothing again afterwards.
    #[wasm_bindgen(unchecked_return_type = "Reading")]
    pub fn finish(&mut self) -> Result<JsValue, JsValue> {
        let fresh = read::Reader::new(self.options.clone());
        let reading = std::mem::replace(&mut self.reader, fresh).finish();
        plain(&Reading {
            articles: reading.articles,
            refused: reading.refused.into_iter().map(refused).collect(),
        })
    }
}

fn refused(refusal: read::Refusal) -> Refusal {
    Refusal {
        code: refusal.kind.code(),
        message: refusal.to_string(),
        count: refusal.count,
        places: refusal.places,
    }
}
