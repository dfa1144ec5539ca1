//! The class `Corpus` of JavaScript: the functions of [`View`] with plain objects in and out.
//! Thin: no logic here.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use super::{optional, plain, refusal, required};
use crate::api::shape::*;
use crate::api::view::View;
use crate::corpus::{self, Treatment};
use crate::decision;
use crate::error::ReadError;
use crate::intake;
use crate::text;

#[wasm_bindgen(typescript_custom_section)]
const DECLARED: &str = r#"
/** What a person gave of an article; what was not given is absent. */
export interface Given {
    title?: string;
    publisher?: string;
    author?: string;
    place?: string;
    /** ISO 8601. */
    published?: string;
    /** ISO 8601. */
    updated?: string;
    kind?: string;
    /** BCP 47. */
    language?: string;
    tags?: string[];
}
"#;

/// A body of articles: search it, and ask who said what, where and when.
///
/// All functions are synchronous and give plain objects; offsets count UTF-16 units of
/// `article(id).text`, ends excluded.
#[wasm_bindgen]
pub struct Corpus {
    pub(super) view: View,
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
        Self::decided(corpus, options.decisions)
    }

    /// A corpus from the bytes of `save`.
    pub fn open(
        bytes: &[u8],
        #[wasm_bindgen(unchecked_optional_param_type = "OpenOptions")] options: JsValue,
    ) -> Result<Corpus, JsValue> {
        let options: OpenOptions = optional(options, "options")?;
        Self::decided(corpus::Corpus::open(bytes), options.decisions)
    }

    /// The corpus as bytes; `open` gives it back identically.
    pub fn save(&self) -> Uint8Array {
        Uint8Array::from(self.view.corpus().save().as_slice())
    }

    /// Puts the articles of a `save` behind those that are here; an id that is taken gets another.
    pub fn append(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        let other = corpus::Corpus::open_plain(bytes).map_err(|e| refusal(&e))?;
        self.view.change(|corpus| corpus.append(other));
        Ok(())
    }

    /// Takes articles out; an id that is not here is passed over.
    pub fn remove(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string[]")] ids: JsValue,
    ) -> Result<(), JsValue> {
        let ids: Vec<String> = required(ids, "ids")?;
        self.view.change(|corpus| corpus.remove(&ids));
        Ok(())
    }

    /// Says what was not found in an article, or wrongly; an empty value takes that back.
    pub fn give(
        &mut self,
        id: &str,
        #[wasm_bindgen(unchecked_param_type = "GivenValues")] values: JsValue,
    ) -> Result<(), JsValue> {
        let values: GivenValues = optional(values, "values")?;
        let given = self.view.change(|corpus| corpus.give(id, &values.into()));
        given.map_err(|e| refusal(&e))
    }

    /// What was done to each article on its way in, and what its values rest on.
    #[wasm_bindgen(unchecked_return_type = "ReportRow[]")]
    pub fn report(&self) -> Result<JsValue, JsValue> {
        plain(&self.view.report())
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

    /// The raw text of the article called `id`, as received, or null; its operations start from it.
    #[wasm_bindgen(unchecked_return_type = "string | null")]
    pub fn raw(&self, id: &str) -> Result<JsValue, JsValue> {
        plain(&self.view.raw(id))
    }

    /// What a query finds; nothing typed is an error.
    #[wasm_bindgen(unchecked_return_type = "SearchAnswer")]
    pub fn search(
        &self,
        query: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "SearchOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let answer = self.view.search(query, &optional(options, "options")?);
        plain(&answer.map_err(|e| refusal(&e))?)
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
        let lines = self.view.concordance(query, &optional(options, "options")?);
        plain(&lines.map_err(|e| refusal(&e))?)
    }

    /// The words that stand near matches of a query more often than chance.
    #[wasm_bindgen(unchecked_return_type = "Collocations")]
    pub fn collocations(
        &self,
        query: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "CollocationOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let near = self
            .view
            .collocations(query, &optional(options, "options")?);
        plain(&near.map_err(|e| refusal(&e))?)
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

    /// Words that mean somebody without naming them ("he", "the ministry"), in corpus and text order.
    #[wasm_bindgen(unchecked_return_type = "ReferenceView[]")]
    pub fn references(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ReferenceFilter")] filter: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.references(&optional(filter, "filter")?))
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

    /// Times of day, sums, shares and quantities with value and unit, in corpus and text order.
    #[wasm_bindgen(unchecked_return_type = "FigureView[]")]
    pub fn figures(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "FigureFilter")] filter: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.figures(&optional(filter, "filter")?))
    }

    fn decided(
        corpus: Result<corpus::Corpus, ReadError>,
        decisions: Option<String>,
    ) -> Result<Self, JsValue> {
        let mut corpus = corpus.map_err(|e| refusal(&e))?;
        if let Some(text) = decisions {
            corpus.add_decisions(decision::read(&text, "decisions").map_err(|e| refusal(&e))?);
        }
        Ok(Self::over(corpus))
    }

    fn over(corpus: corpus::Corpus) -> Self {
        Self {
            view: View::new(corpus, text::Unit::Utf16),
        }
    }
}
