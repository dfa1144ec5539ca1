//! How does each outlet tell it? The same words or the same clause in several articles, laid side by side.
//!
//! Enters what is known of each article, an [`Account`]; leave [groups](groups) of passages that say
//! the same in other words, [passages](shared) that articles share word for word, how two wordings
//! [differ](align), the [events](events) that dates tell of, and a [table](table) of all of it. Nothing is
//! judged: what cannot both be so is called different and shown.

mod account;
mod alignment;
mod cluster;
mod difference;
mod event;
mod group;
mod grouping;
mod interval;
mod member;
mod passage;
mod statement;
mod table;
mod title;
mod topic;

pub use account::Account;
pub use alignment::{AlignedSpan, AlignmentKind, align};
pub use difference::{Difference, DifferenceKind, Variant};
pub use event::{Event, events};
pub use group::{Group, GroupKind, articles};
pub use grouping::{comparisons, groups, topics};
pub use member::Member;
pub use passage::{Location, Passage, shared};
pub use statement::Profile;
pub use table::{Cell, Row, Subject, Table, table};
pub use topic::Story;
