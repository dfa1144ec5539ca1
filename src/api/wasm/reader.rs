//! The class `Reader` of JavaScript: files in, articles out, as plain objects for `Corpus.fromArticles`.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{optional, plain, refusal};
use crate::error::ReadError;
use crate::intake;

/// Reads files into articles, one after the other.
#[wasm_bindgen]
pub struct Reader {
    reader: intake::Reader,
}

/// A file, entry or line that was not read.
#[derive(Serialize)]
struct Refusal {
    code: &'static str,
    message: String,
}

/// What a reader read.
#[derive(Serialize)]
struct Reading {
    articles: Vec<intake::Article>,
    refused: Vec<Refusal>,
}

#[wasm_bindgen]
impl Reader {
    /// A reader that has read nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_optional_param_type = "ReaderOptions")] options: JsValue,
    ) -> Result<Reader, JsValue> {
        let options: intake::Options = optional(options, "options")?;
        let options = options.checked().map_err(|e| refusal(&e))?;
        Ok(Self {
            reader: intake::Reader::new(options),
        })
    }

    /// Reads one file; returns how many articles it held.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> usize {
        self.reader.add(name, bytes)
    }

    /// All that was read, `{articles, refused}`; the reader is used up.
    #[wasm_bindgen(unchecked_return_type = "Reading")]
    pub fn finish(self) -> Result<JsValue, JsValue> {
        let reading = self.reader.finish();
        plain(&Reading {
            articles: reading.articles,
            refused: reading.refused.iter().map(refused).collect(),
        })
    }
}

fn refused(error: &ReadError) -> Refusal {
    Refusal {
        code: error.kind().code(),
        message: error.to_string(),
    }
}
