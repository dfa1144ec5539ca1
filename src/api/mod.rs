//! What do JavaScript and the command line see? Options that enter, plain shapes that leave, with
//! offsets in one unit.

pub mod options;
pub mod shape;
pub mod view;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
