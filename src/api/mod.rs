//! What JavaScript and the command line see of a corpus: plain shapes, one offset unit.

pub mod shape;
pub mod view;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
