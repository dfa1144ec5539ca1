//! The class `Corpus` of JavaScript: the functions of [`View`] with plain objects in and out.
//! Thin: no logic here.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use super::argument::{bytes, count, optional, required, text};
use super::carried::section;
use super::plain;
use crate::api::options::*;
use crate::api::view::View;
use crate::corpus::{self, Treatment};
use crate::decision;
use crate::document;
use crate::error::{ReadError, ReadErrorKind};
use crate::text::Unit;

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
    /// The five default articles, which the module of the npm package carries as a saved corpus.
    /// Throws a `CorpusError` of code `pack` in an engine that does not, such as that of a page.
    pub fn embedded() -> Result<Corpus, JsValue> {
        let Some(bytes) = section("articles") else {
            let message =
                "expected the engine of the npm package, found one that carries no articles";
            return Err(ReadError::new(ReadErrorKind::Pack, "articles", message).into());
        };
        Ok(Self::over(corpus::Corpus::open(bytes)?))
    }

    /// A corpus of articles as received.
    #[wasm_bindgen(js_name = fromArticles)]
    pub fn from_articles(
        #[wasm_bindgen(unchecked_param_type = "Article[]")] articles: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "FromArticlesOptions")] options: JsValue,
    ) -> Result<Corpus, JsValue> {
        let articles: Vec<document::Article> = required(&articles, "articles")?;
        let options: FromArticlesOptions = optional(&options, "options")?;
        let treatment = Treatment {
            analyze: options.analyze.unwrap_or(true),
            normalize: options.normalize.unwrap_or(true),
        };
        let corpus = corpus::Corpus::from_articles(&articles, treatment)?;
        Ok(Self::decided(corpus, options.decisions)?)
    }

    /// A corpus from the bytes of `save`.
    pub fn open(
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] bytes: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "OpenOptions")] options: JsValue,
    ) -> Result<Corpus, JsValue> {
        let options: OpenOptions = optional(&options, "options")?;
        let corpus = corpus::Corpus::open(self::bytes(&bytes, "bytes")?)?;
        Ok(Self::decided(corpus, options.decisions)?)
    }

    /// The corpus as bytes; `open` gives it back identically. Throws a `CorpusError` of code `pack`
    /// with the id of an article that could not be opened again.
    pub fn save(&self) -> Result<Uint8Array, JsValue> {
        let bytes = self.view.corpus().save()?;
        Ok(Uint8Array::from(bytes.as_slice()))
    }

    /// Appends the articles of a saved corpus; an article whose id is taken gets another id.
    pub fn append(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] bytes: JsValue,
    ) -> Result<(), JsValue> {
        let bytes = self::bytes(&bytes, "bytes")?;
        Ok(self.view.change(|corpus| corpus.append_saved(bytes))?)
    }

    /// Takes articles out: all of these ids, or none when one of them is not here.
    pub fn remove(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string[]")] ids: JsValue,
    ) -> Result<(), JsValue> {
        let ids: Vec<String> = required(&ids, "ids")?;
        Ok(self.view.remove(&ids)?)
    }

    /// Says what was not found in an article, or wrongly; an empty value takes that back.
    pub fn give(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] id: JsValue,
        #[wasm_bindgen(unchecked_param_type = "GivenValues")] values: JsValue,
    ) -> Result<(), JsValue> {
        let id = text(&id, "id")?;
        let values: GivenValues = required(&values, "values")?;
        Ok(self
            .view
            .change(|corpus| corpus.give(&id, &values.into()))?)
    }

    /// What was done to each article on its way in, and what its values rest on.
    #[wasm_bindgen(unchecked_return_type = "ReportRow[]")]
    pub fn report(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ArticleFilter")] filter: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.report(&optional(&filter, "filter")?)?)
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

    /// How many articles, words, entities, quotations and dates there are.
    #[wasm_bindgen(unchecked_return_type = "Overview")]
    pub fn overview(&self) -> Result<JsValue, JsValue> {
        plain(&self.view.overview())
    }

    /// The ids of all articles, in corpus order.
    #[wasm_bindgen(unchecked_return_type = "string[]")]
    pub fn ids(&self) -> Result<JsValue, JsValue> {
        plain(&self.view.ids())
    }

    /// Articles, in corpus order.
    #[wasm_bindgen(unchecked_return_type = "ArticleSummary[]")]
    pub fn articles(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ArticleFilter")] filter: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.articles(&optional(&filter, "filter")?)?)
    }

    /// The article called `id` as `articles` lists it, or null.
    #[wasm_bindgen(unchecked_return_type = "ArticleSummary | null")]
    pub fn summary(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] id: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.summary(&text(&id, "id")?))
    }

    /// The article called `id`, or null.
    #[wasm_bindgen(unchecked_return_type = "ArticleView | null")]
    pub fn article(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] id: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.article(&text(&id, "id")?))
    }

    /// The raw text of the article called `id`, as received, or null; its operations start from it.
    #[wasm_bindgen(unchecked_return_type = "string | null")]
    pub fn raw(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] id: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.raw(&text(&id, "id")?))
    }

    /// What a query finds; nothing typed is an error.
    #[wasm_bindgen(unchecked_return_type = "SearchAnswer")]
    pub fn search(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] query: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "SearchOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = text(&query, "query")?;
        plain(&self.view.search(&query, &optional(&options, "options")?)?)
    }

    /// What `prefix` may be the start of: names first, then words; by default 10.
    #[wasm_bindgen(unchecked_return_type = "Suggestion[]")]
    pub fn suggest(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] prefix: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "number")] limit: JsValue,
    ) -> Result<JsValue, JsValue> {
        let (prefix, limit) = (text(&prefix, "prefix")?, count(&limit, "limit")?);
        plain(&self.view.suggest(&prefix, limit))
    }

    /// Every match of a query with the words around it.
    #[wasm_bindgen(unchecked_return_type = "Concordance")]
    pub fn concordance(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] query: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "ConcordanceOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = text(&query, "query")?;
        plain(
            &self
                .view
                .concordance(&query, &optional(&options, "options")?)?,
        )
    }

    /// The words that occur near matches of a query more often than by chance.
    #[wasm_bindgen(unchecked_return_type = "Collocations")]
    pub fn collocations(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] query: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CollocationOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = text(&query, "query")?;
        plain(
            &self
                .view
                .collocations(&query, &optional(&options, "options")?)?,
        )
    }

    /// Entities, most mentioned first.
    #[wasm_bindgen(unchecked_return_type = "EntitySummary[]")]
    pub fn entities(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "EntityFilter")] filter: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.entities(&optional(&filter, "filter")?)?)
    }

    /// The entity called `id`, or null.
    #[wasm_bindgen(unchecked_return_type = "EntityView | null")]
    pub fn entity(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] id: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.entity(&text(&id, "id")?))
    }

    /// The names in one article, in text order.
    #[wasm_bindgen(unchecked_return_type = "AnalyzedMention[]")]
    pub fn mentions(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] article: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.mentions(&text(&article, "article")?)?)
    }

    /// Words that mean somebody without naming them ("he", "the ministry"), in corpus and text
    /// order.
    #[wasm_bindgen(unchecked_return_type = "ReferenceView[]")]
    pub fn references(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ReferenceFilter")] filter: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.references(&optional(&filter, "filter")?)?)
    }

    /// Quotations, in corpus and text order.
    #[wasm_bindgen(unchecked_return_type = "QuoteView[]")]
    pub fn quotes(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "QuoteFilter")] filter: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.quotes(&optional(&filter, "filter")?)?)
    }

    /// Who is quoted, how often, and by which outlets; most quoted first.
    #[wasm_bindgen(unchecked_return_type = "SpeakerList")]
    pub fn speakers(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "SpeakerFilter")] filter: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.speakers(&optional(&filter, "filter")?)?)
    }

    /// Dates given in the articles, by time; unresolved ones last.
    #[wasm_bindgen(unchecked_return_type = "DateView[]")]
    pub fn timeline(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "TimelineFilter")] filter: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.timeline(&optional(&filter, "filter")?)?)
    }

    /// Times of day, sums, shares and quantities with value and unit, in corpus and text order.
    #[wasm_bindgen(unchecked_return_type = "FigureView[]")]
    pub fn figures(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "FigureFilter")] filter: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.figures(&optional(&filter, "filter")?)?)
    }

    fn decided(mut corpus: corpus::Corpus, decisions: Option<String>) -> Result<Self, ReadError> {
        if let Some(text) = decisions {
            corpus.add_decisions(decision::read(&text, "decisions")?);
        }
        Ok(Self::over(corpus))
    }

    fn over(corpus: corpus::Corpus) -> Self {
        Self {
            view: View::new(corpus, Unit::Utf16),
        }
    }
}
