//! The class `Corpus` of JavaScript: the functions of [`View`] with plain objects in and out.
//! Thin: no logic here.

use js_sys::{Error, Reflect, Uint8Array};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::prelude::*;

use super::shape::*;
use super::view::View;
use crate::corpus::{self, Treatment};
use crate::error::{ReadError, ReadErrorKind};
use crate::intake;
use crate::text;

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

/// A body of articles: search it, and ask who said what, where and when.
///
/// All functions are synchronous and give plain objects; offsets count UTF-16 units of
/// `article(id).text`, ends excluded.
#[wasm_bindgen]
pub struct Corpus {
    view: View,
}

#[wasm_bindgen]
impl Corpus {
    /// The five default articles.
    #[cfg(feature = "embedded")]
    pub fn embedded() -> Result<Corpus, JsValue> {
        corpus::Corpus::embedded()
            .map(Self::over)
            .map_err(|e| refusal(&e))
    }

    /// A corpus of articles as received.
    #[wasm_bindgen(js_name = fromArticles)]
    pub fn from_articles(
        #[wasm_bindgen(unchecked_param_type = "Article[]")] articles: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "FromArticlesOptions")] options: JsValue,
    ) -> Result<Corpus, JsValue> {
        let articles: Vec<intake::Article> = required(articles, "articles")?;
        let options: FromArticlesOptions = optional(options, "options")?;
        let treatment = Treatment {
            analyze: options.analyze.unwrap_or(true),
            normalize: options.normalize.unwrap_or(true),
        };
        let corpus = corpus::Corpus::from_articles(&articles, treatment);
        corpus.map(Self::over).map_err(|e| refusal(&e))
    }

    /// A corpus from the bytes of `save`.
    pub fn open(bytes: &[u8]) -> Result<Corpus, JsValue> {
        corpus::Corpus::open(bytes)
            .map(Self::over)
            .map_err(|e| refusal(&e))
    }

    /// The corpus as bytes; `open` gives it back identically.
    pub fn save(&self) -> Uint8Array {
        Uint8Array::from(self.view.corpus().save().as_slice())
    }

    /// The version of the engine.
    #[wasm_bindgen(getter)]
    pub fn version(&self) -> String {
        env!("CARGO_PKG_VERSION").to_owned()
    }

    /// What can be asked, a line a function.
    pub fn help(&self) -> String {
        include_str!("help.txt").to_owned()
    }

    /// All articles, in corpus order.
    #[wasm_bindgen(unchecked_return_type = "ArticleSummary[]")]
    pub fn articles(&self) -> Result<JsValue, JsValue> {
        plain(&self.view.articles())
    }

    /// The article called `id`, or null.
    #[wasm_bindgen(unchecked_return_type = "ArticleView | null")]
    pub fn article(&self, id: &str) -> Result<JsValue, JsValue> {
        plain(&self.view.article(id))
    }

    /// What a query finds; nothing typed is an error.
    #[wasm_bindgen(unchecked_return_type = "SearchAnswer")]
    pub fn search(
        &self,
        query: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "SearchOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.search(query, &optional(options, "options")?))
    }

    /// What `prefix` may be the start of: names first, then words; 10 unless said.
    #[wasm_bindgen(unchecked_return_type = "Suggestion[]")]
    pub fn suggest(&self, prefix: &str, limit: Option<u32>) -> Result<JsValue, JsValue> {
        plain(&self.view.suggest(prefix, limit))
    }

    /// Every match of a query with the words around it.
    #[wasm_bindgen(unchecked_return_type = "Concordance")]
    pub fn concordance(
        &self,
        query: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "ConcordanceOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.concordance(query, &optional(options, "options")?))
    }

    /// Entities, most mentioned first.
    #[wasm_bindgen(unchecked_return_type = "EntitySummary[]")]
    pub fn entities(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "EntityFilter")] filter: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.entities(&optional(filter, "filter")?))
    }

    /// The entity called `id`, or null.
    #[wasm_bindgen(unchecked_return_type = "EntityView | null")]
    pub fn entity(&self, id: &str) -> Result<JsValue, JsValue> {
        plain(&self.view.entity(id))
    }

    /// The names in one article, in text order.
    #[wasm_bindgen(unchecked_return_type = "AnalyzedMention[]")]
    pub fn mentions(&self, article: &str) -> Result<JsValue, JsValue> {
        plain(&self.view.mentions(article))
    }

    /// Quotations, in corpus and text order.
    #[wasm_bindgen(unchecked_return_type = "QuoteView[]")]
    pub fn quotes(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "QuoteFilter")] filter: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.quotes(&optional(filter, "filter")?))
    }

    /// Dates said in the articles, by time; unresolved ones last.
    #[wasm_bindgen(unchecked_return_type = "DateView[]")]
    pub fn timeline(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "TimelineFilter")] filter: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.timeline(&optional(filter, "filter")?))
    }

    fn over(corpus: corpus::Corpus) -> Self {
        Self {
            view: View::new(corpus, text::Unit::Utf16),
        }
    }
}

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
