//! The class `SearchIndex` of JavaScript: a [`Collection`] with plain objects in and out. Thin: no logic
//! here.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

use super::argument::{bytes, count, text, value};
use super::given::{Documents, mapping, names, object, search_options};
use super::plain;
use crate::api::shape::*;
use crate::api::view::collection::answer;
use crate::collection::{Batch, Collection};
use crate::error::{ReadError, quoted};

#[wasm_bindgen(typescript_custom_section)]
const DECLARED: &str = r#"
/** A field that is searched. */
export interface IndexField {
    name: string;
    /** How many words of other fields one of its words counts for; above 0; default 1, in a title 2. */
    boost?: number;
    /** Whether it states what a document is about; default true for a field called "title" or "headline". */
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
 * does not know is ignored.
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
    collection: Collection,
}

#[wasm_bindgen]
impl SearchIndex {
    /// An index of no documents.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "IndexOptions")] options: JsValue,
    ) -> Result<SearchIndex, JsValue> {
        let collection = Collection::new(mapping(&options)?)?;
        Ok(Self { collection })
    }

    /// How many documents there are.
    #[wasm_bindgen(getter)]
    pub fn size(&self) -> u32 {
        self.collection.len() as u32
    }

    /// Appends documents; one whose id is known replaces the other.
    pub fn add(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "IndexDocument[]")] documents: JsValue,
    ) -> Result<(), JsValue> {
        let mapping = self.collection.mapping();
        let documents = Documents::of(&documents)?;
        let mut batch = Batch::new(mapping, documents.len());
        for document in documents.read(mapping) {
            batch.push(&document?)?;
        }
        Ok(self.collection.join(batch)?)
    }

    /// Takes documents out: all of these ids, or none when one of them is not here.
    pub fn remove(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string[]")] ids: JsValue,
    ) -> Result<(), JsValue> {
        let ids = names(value(&ids), "ids")?;
        let missing = ids.iter().position(|id| self.collection.get(id).is_none());
        if let Some(n) = missing {
            let expected = "the id of a document of this index";
            return Err(ReadError::argument(format!("ids[{n}]"), expected, quoted(&ids[n])).into());
        }
        self.collection.remove(&ids);
        Ok(())
    }

    /// The document called `id` with what the index knows of it; null when there is none.
    #[wasm_bindgen(unchecked_return_type = "IndexDocument | null")]
    pub fn get(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] id: JsValue,
    ) -> Result<JsValue, JsValue> {
        let mapping = self.collection.mapping();
        match self.collection.get(&text(&id, "id")?) {
            Some(document) => object(&document, mapping).map(Into::into),
            None => Ok(JsValue::NULL),
        }
    }

    /// What a query finds.
    #[wasm_bindgen(unchecked_return_type = "IndexAnswer")]
    pub fn search(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] query: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "IndexSearchOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        let query = text(&query, "query")?;
        plain(&answer(
            &self.collection,
            &query,
            &search_options(&options)?,
        )?)
    }

    /// Words of the documents that start with `prefix`, most frequent first; at most `limit`, 10
    /// unless said.
    #[wasm_bindgen(unchecked_return_type = "WordSuggestion[]")]
    pub fn suggest(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] prefix: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "number")] limit: JsValue,
    ) -> Result<JsValue, JsValue> {
        let (prefix, limit) = (text(&prefix, "prefix")?, count(&limit, "limit")?);
        let words = self
            .collection
            .suggest(&prefix, limit.unwrap_or(10) as usize);
        let word = |(text, count)| WordSuggestion {
            text,
            count: count as u32,
        };
        plain(&words.into_iter().map(word).collect::<Vec<_>>())
    }

    /// The index with its documents as bytes; `open` gives it back.
    pub fn save(&self) -> Uint8Array {
        Uint8Array::from(self.collection.save().as_slice())
    }

    /// The index of the bytes of `save`, without reading its documents again.
    pub fn open(
        #[wasm_bindgen(unchecked_param_type = "Uint8Array")] bytes: JsValue,
    ) -> Result<SearchIndex, JsValue> {
        let collection = Collection::open(self::bytes(&bytes, "bytes")?)?;
        Ok(Self { collection })
    }
}
