//! Which lines of a page are not its article? Passes that remove players, forms, adverts, teasers.
//!
//! Precision comes first: a line is removed only if all of it is known boilerplate, or if its place
//! and neighbours leave no doubt. Sentences of running text stay. A removal keeps its reason.
//!
//! Lines are judged first by themselves (`line`), then in context: pictures (`caption`), sections
//! of the page (`section`), the author (`author_box`). `sort` fixes the order of all passes.

mod author_box;
mod caption;
mod line;
mod section;
mod sort;

pub use sort::sort;
