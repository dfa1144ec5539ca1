//! The class `Corpus` of JavaScript, second part: what people decide about names, and what other
//! programs read of names and quotations. Thin: no logic here.

use wasm_bindgen::prelude::*;

use super::argument::{optional, required, text};
use super::{Corpus, plain};
use crate::decision::Written;

#[wasm_bindgen(typescript_custom_section)]
const DECLARED: &str = r#"
/** An entity by its id, or as `decisions` returns it. */
export type Address = string | { id: string; name?: string; kind?: EntityKind };

/** A mention by its article and place; `text` is filled in. */
export interface Quoted { article: string; start: number; end: number; text?: string }

/** What can be decided. */
export type Decision =
    | { action: "merge"; entity: Address; into: Address }
    | { action: "split"; entity: Address; mentions: Quoted[]; name?: string; kind?: EntityKind }
    | { action: "rename"; entity: Address; name: string }
    | { action: "kind"; entity: Address; kind: EntityKind }
    | { action: "ignore"; entity: Address }
    | { action: "ignore"; mentions: Quoted[] };
"#;

#[wasm_bindgen]
impl Corpus {
    /// Corrects an entity or mentions; `undo` withdraws it.
    #[wasm_bindgen(unchecked_return_type = "DecisionView")]
    pub fn decide(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Decision")] decision: JsValue,
    ) -> Result<JsValue, JsValue> {
        let written: Written = required(&decision, "decision")?;
        plain(&self.view.decide(written)?)
    }

    /// Takes the decision of this id back, whenever it was made.
    pub fn undo(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] id: JsValue,
    ) -> Result<(), JsValue> {
        Ok(self.view.undo(&text(&id, "id")?)?)
    }

    /// The decisions in order, with their outcomes.
    #[wasm_bindgen(unchecked_return_type = "DecisionView[]")]
    pub fn decisions(&self) -> Result<JsValue, JsValue> {
        plain(&self.view.decisions())
    }

    /// The decisions as a file, JSON.
    #[wasm_bindgen(js_name = decisionsText)]
    pub fn decisions_text(&self) -> Result<String, JsValue> {
        Ok(self.view.decisions_text()?)
    }

    /// Adds the decisions of such a file; those whose targets are not here wait.
    #[wasm_bindgen(js_name = addDecisions)]
    pub fn add_decisions(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
    ) -> Result<(), JsValue> {
        let decisions = self::text(&text, "text")?;
        Ok(self.view.add_decisions(&decisions, "text")?)
    }

    /// Who is named together with whom.
    #[wasm_bindgen(unchecked_return_type = "GraphView")]
    pub fn graph(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "GraphOptions")] options: JsValue,
    ) -> Result<JsValue, JsValue> {
        plain(&self.view.graph(&optional(&options, "options")?)?)
    }

    /// The graph as a file for other programs.
    #[wasm_bindgen(js_name = graphText)]
    pub fn graph_text(
        &self,
        #[wasm_bindgen(unchecked_param_type = "GraphForm")] form: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "GraphOptions")] options: JsValue,
    ) -> Result<String, JsValue> {
        let form = required(&form, "form")?;
        let options = optional(&options, "options")?;
        Ok(self.view.graph_text(form, &options)?)
    }

    /// All mentions as a file for other programs.
    #[wasm_bindgen(js_name = mentionsText)]
    pub fn mentions_text(
        &self,
        #[wasm_bindgen(unchecked_param_type = "MentionForm")] form: JsValue,
    ) -> Result<String, JsValue> {
        Ok(self.view.mentions_text(required(&form, "form")?))
    }

    /// Quotations as a file for other programs.
    #[wasm_bindgen(js_name = quotesText)]
    pub fn quotes_text(
        &self,
        #[wasm_bindgen(unchecked_param_type = "QuoteForm")] form: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "QuoteFilter")] filter: JsValue,
    ) -> Result<String, JsValue> {
        let form = required(&form, "form")?;
        let filter = optional(&filter, "filter")?;
        Ok(self.view.quotes_text(form, &filter)?)
    }
}
