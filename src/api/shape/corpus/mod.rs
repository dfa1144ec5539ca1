//! What does the class `Corpus` answer? One noun per file.

mod analysis;
mod article;
mod collocation;
mod compare;
mod concordance;
mod date;
mod decision;
mod entity;
mod graph;
mod overview;
mod quote;
mod related;
mod report;
mod search;

pub use analysis::*;
pub use article::*;
pub use collocation::*;
pub use compare::*;
pub use concordance::*;
pub use date::*;
pub use decision::*;
pub use entity::*;
pub use graph::*;
pub use overview::*;
pub use quote::*;
pub use related::*;
pub use report::*;
pub use search::*;
