//! The class `SearchIndex` of JavaScript: a [`Store`] with plain objects in and out. Thin: no logic here.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use super::given::{entry, list, object, search_options, shape};
use super::{argument, plain, refusal};
use crate::api::shape::*;
use crate::api::view::store::answer;
use crate::store::{Batch, Store};

#[wasm_bindgen(typescript_custom_section)]
const DECLARED: &str = r#"
/** A field that is searched. */
export interface IndexField {
    name: string;
    /** How many words of other fields one of its words counts for; above 0, 1 unless said, 2 in a title. */
    boost?: number;
    /** Whether it says what a document is about; yes for a field called "title" or "headline" unless said. */
    title?: boolean;
}

/** What the documents of an index look like. */
export interface IndexOptions {
    /** The fields that are searched, in the order they are read; 1 to 16. */
    fields: (string | IndexField)[];
    /** The fields whose values are filtered and counted. */
    filters?: string[];
    /** The field with the day of a document, which a query asks as `date:`. */
    date?: string;
    /** Lists of names that mean the same: [["DPRK", "North Korea"]]. */
    synonyms?: string[][];
}

/**
 * A document: an id, the texts of the fields that are searched, the values of filters (one or several), a
 * day in ISO 8601. A blank line parts the paragraphs of a text. What is missing is empty; what the index
 * does not know is passed over.
 */
export interface IndexDocument {
    id: string;
    [field: string]: unknown;
}
"#;

/// An index over documents of your own shape: fields with weights, filters, a date.
///
/// All functions are synchronous and give plain objects; offsets count UTF-16 units, ends excluded.
#[wasm_bindgen]
pub struct SearchIndex {
    store: Store,
}

#[wasm_bindgen]
impl SearchIndex {
    /// An index of no documents.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "IndexOptions")] options: JsValue,
    ) -> Result<SearchIndex, JsValue> {
        let store = Store::new(shape(&options)?).map_err(|e| refusal(&e))?;
        Ok(Self { store })
    }

    /// How many documents there are.
    #[wasm_bindgen(getter)]
    pub fn size(&self) -> u32 {
        self.store.len() as u32
    }

    /// Puts documents behind those that are here; one whose id is known takes the other's place.
    pub fn add(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "IndexDocument[]")] documents: JsValue,
    ) -> Result<(), JsValue> {
        let Some(documents) = list(&documents) else {
            return Err(argument("documents", "expected a list of documents"));
        };
        let shape = self.store.shape();
        let mut batch = Batch::new(shape, documents.len());
        for document in &documents {
            batch
                .push(&entry(document, shape)?)
                .map_err(|e| refusal(&e))?;
        }
        self.store.join(batch).map_err(|e| refusal(&e))
    }

    /// Takes the documents of these ids out; an id that is not here is passed over.
    pub fn remove(&mut self, ids: Vec<String>) {
        self.store.remove(&ids);
    }

    /// The document called `id` with what the index knows of it; null when there is none.
    #[wasm_bindgen(unchecked_return_type = "IndexDocument | null")]
    pub fn get(&self, id: &str) -> Result<JsValue, JsValue> {
        let shape = self.store.shape();
        match self.store.get(id) {
            Some(entry) => object(&entry, shape).map(Into::into),
            None => Ok(JsValue::NULL),
        }
    }

    /// What a query finds.
    #[wasm_bindgen(unchecked_return_type = "IndexAnswer")]
    pub fn search(
        &self,
        query: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "IndexSearchOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&answer(&self.store, query, &search_options(&options)?))
    }

    /// Words of the documents that start with `prefix`, most frequent first; at most `limit`, 10 unless said.
    #[wasm_bindgen(unchecked_return_type = "WordSuggestion[]")]
    pub fn suggest(&self, prefix: &str, limit: Option<u32>) -> Result<JsValue, JsValue> {
        let words = self.store.suggest(prefix, limit.unwrap_or(10) as usize);
        let word = |(text, count)| WordSuggestion {
            text,
            count: count as u32,
        };
        plain(&words.into_iter().map(word).collect::<Vec<_>>())
    }

    /// The index with its documents as bytes; `open` gives it back.
    pub fn save(&self) -> Uint8Array {
        Uint8Array::from(self.store.save().as_slice())
    }

    /// The index of the bytes of `save`, without reading its documents again.
    pub fn open(bytes: &[u8]) -> Result<SearchIndex, JsValue> {
        let store = Store::open(bytes).map_err(|e| refusal(&e))?;
        Ok(Self { store })
    }
}
