//! What leaves? The shapes that are sent to JavaScript and printed as JSON; TypeScript declarations
//! come from them. Absent things are `null`. Offsets count the unit of the [`super::view::View`]
//! (UTF-16 in the page), ends excluded; `raw…` offsets count the decoded raw text. `block` is the
//! index of a block, from 0; people read [`crate::document::paragraph`] in its place.

/// Declares shapes: plain structs that serialise in camel case and declare their TypeScript type.
macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident : $type:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, ::serde::Serialize)]
        #[cfg_attr(target_arch = "wasm32", derive(::tsify::Tsify), tsify(missing_as_null))]
        #[serde(rename_all = "camelCase")]
        #[allow(missing_docs)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type),* }
    )*};
}

/// Declares names that stand for the variants of an enum of the core, one for one.
macro_rules! names {
    ($($(#[$doc:meta])* $name:ident = $core:path { $($variant:ident),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, ::serde::Serialize, ::serde::Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(::tsify::Tsify))]
        #[serde(rename_all = "camelCase")]
        #[allow(missing_docs)]
        pub enum $name { $($variant),* }

        impl From<$name> for $core {
            fn from(name: $name) -> Self {
                match name { $($name::$variant => Self::$variant),* }
            }
        }

        impl From<$core> for $name {
            fn from(core: $core) -> Self {
                match core { $(<$core>::$variant => Self::$variant),* }
            }
        }
    )*};
}

mod answer;
mod collection;
#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
mod corpus;

pub use answer::*;
pub use collection::*;
#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
pub use corpus::*;

/// Start and end, end excluded.
pub type Range = [u32; 2];
