//! The part of the class `Corpus` that compares articles.

use wasm_bindgen::prelude::*;

use super::argument::{optional, text};
use super::corpus::Corpus;
use super::plain;

#[wasm_bindgen]
impl Corpus {
    /// Articles that report one event, the stories of most articles first.
    #[wasm_bindgen(unchecked_return_type = "StoryView[]")]
    pub fn stories(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "RelatedFilter")] filter: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.stories(&optional(&filter, "filter")?)?)
    }

    /// Articles that consist of nearly the same words as another, in corpus order of those others.
    #[wasm_bindgen(unchecked_return_type = "DuplicateSet[]")]
    pub fn duplicates(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "RelatedFilter")] filter: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.duplicates(&optional(&filter, "filter")?)?)
    }

    /// Passages that say the same or name the same in several articles, those of most articles
    /// first.
    #[wasm_bindgen(unchecked_return_type = "StatementGroup[]")]
    pub fn groups(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "GroupFilter")] filter: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.groups(&optional(&filter, "filter")?)?)
    }

    /// The group called `id` with its wordings aligned, or null.
    #[wasm_bindgen(unchecked_return_type = "GroupDetail | null")]
    pub fn group(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] id: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "GroupOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let id = text(&id, "id")?;
        plain(&self.view.group(&id, &optional(&options, "options")?)?)
    }

    /// Passages that two articles share word for word, but for small edits, the longest first.
    #[wasm_bindgen(unchecked_return_type = "SharedPassage[]")]
    pub fn shared(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "SharedOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.shared(&optional(&options, "options")?)?)
    }

    /// Who is quoted and named, and which dates, figures and statements are given, by article.
    #[wasm_bindgen(unchecked_return_type = "Comparison")]
    pub fn compare(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "CompareOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.compare(&optional(&options, "options")?)?)
    }
}
