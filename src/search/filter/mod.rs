//! Which documents are searched, and by which values are hits counted? Tables of values and
//! annotations, by the number of the document.

mod annotation;
mod capability;
mod facet;
mod histogram;
mod selection;
mod values;

pub use annotation::Annotations;
pub use capability::settle;
pub use facet::{Facet, FacetValue, Facets};
pub use histogram::{Bar, Histogram, Step};
pub use selection::Selection;
pub use values::DocumentValues;
