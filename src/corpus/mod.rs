//! What is known of a collection of articles? A façade: the only owner of everything derived from
//! them, for the command line, the page and the tests.
//!
//! [`state`] holds the data; [`change`], [`decide`] and [`settle`] change it; the other files
//! answer queries.

mod article;
mod change;
mod companion;
mod compare;
mod decide;
#[cfg(feature = "embedded")]
mod embedded;
mod knowledge;
mod name;
mod origin;
mod parallel;
mod quoted;
mod related;
mod saved;
mod settle;
mod shared;
mod state;
mod timeline;

pub use change::ARTICLE;
pub use state::{Corpus, Treatment};
pub use timeline::Dated;
