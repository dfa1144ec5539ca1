//! What enters? The options that JavaScript passes and the command line fills in: shapes of which
//! every field may be left out. TypeScript declarations come from them.

/// Declares options: every field may be left out.
macro_rules! options {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident : $type:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, ::serde::Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(::tsify::Tsify))]
        #[serde(rename_all = "camelCase", deny_unknown_fields, default)]
        #[allow(missing_docs)]
        pub struct $name {
            $($(#[$field_doc])* #[cfg_attr(target_arch = "wasm32", tsify(optional))] pub $field: Option<$type>),*
        }
    )*};
}

#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
mod compare;
#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
mod context;
#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
mod corpus;
#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
mod date;
#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
mod entity;
#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
mod filter;
#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
mod form;
#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
mod quote;
mod search;

#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
pub use compare::*;
#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
pub use context::*;
#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
pub use corpus::*;
#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
pub use date::*;
#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
pub use entity::*;
#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
pub use filter::*;
#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
pub use form::*;
#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
pub use quote::*;
pub use search::*;
