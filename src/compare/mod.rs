//! How does each outlet report it? A comparison of words and clauses in several articles.
//!
//! Of all articles of a corpus, [stories](stories) are those that report one event, and
//! [copies](copies) those that consist of nearly the same words.
//!
//! An [`Account`] of each article that is compared enters; [groups](groups) of passages that say the same in other
//! words leave, with [passages](shared) that articles share word for word, the [alignment](align)
//! of two wordings, the [events](events) that dates belong to, and a [table](table) of all of it.
//! Nothing is judged: contradictions are only shown as differences.

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
mod story;
mod table;
mod title;
mod topic;
mod word;

pub use account::Account;
pub use alignment::{AlignedSpan, AlignmentKind, align};
pub use difference::{Difference, DifferenceKind, Variant};
pub use event::{Event, events};
pub use group::{Group, GroupKind, articles};
pub use grouping::{comparisons, groups, topics};
pub use member::Member;
pub use passage::{Location, Passage, shared};
pub use statement::Profile;
pub use story::{Copies, Copy, SharedWord, Sketch, Story, copies, stories};
pub use table::{Cell, Row, Subject, Table, table};
pub use topic::MainTopic;
