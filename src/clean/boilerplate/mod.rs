//! Which lines of a page are not its article? Players, forms, adverts, addresses, teasers, credits.
//!
//! Precision comes first: a line is taken out only when the whole of it is known boilerplate, or its
//! place and neighbours leave no doubt. Sentences of running text stay. What is taken out keeps
//! its reason and its place.
//!
//! Lines are asked one by one (`line`), then in their places: pictures (`caption`), sections of the
//! page (`section`), the author (`author_box`), and last what stands over the text; `sort` is the order of all.

mod author_box;
mod caption;
mod line;
mod section;
mod sort;

pub use sort::sort;
