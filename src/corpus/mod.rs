//! What is known of a body of articles? The one owner of everything that is derived from them, and the one
//! façade for the command line, the page and the tests.
//!
//! [`state`] holds what there is; [`change`], [`decide`] and [`settle`] change it; the other files answer.

mod article;
mod change;
mod company;
mod compare;
mod decide;
#[cfg(feature = "embedded")]
mod embedded;
mod knowledge;
mod name;
mod pack;
mod quoted;
mod settle;
mod shared;
mod state;
mod timeline;

pub use change::ARTICLE;
pub use state::{Corpus, Treatment};
pub use timeline::{Dated, timeline};
