//! What does the module of the engine carry beside the code? Custom sections, which are added to it
//! after it was compiled.

use js_sys::{ArrayBuffer, Uint8Array, WebAssembly::Module};
use wasm_bindgen::JsCast;

/// The bytes of a custom section of the running module; `None` if it has none with this name.
pub fn section(name: &str) -> Option<Vec<u8>> {
    let module: Module = wasm_bindgen::module().unchecked_into();
    let sections = Module::custom_sections(&module, name);
    let section = sections.get(0).dyn_into::<ArrayBuffer>().ok()?;
    Some(Uint8Array::new(&section).to_vec())
}
