//! In which contexts do words occur? Keywords in context: concordances and collocations.

mod collocation;
mod concordance;
mod matched;
mod measure;

pub use collocation::{Collocate, CollocationOptions, Collocations};
pub use concordance::{Concordance, Group, Line, LineOptions, LineSort};
pub use measure::{Measure, log_likelihood};
