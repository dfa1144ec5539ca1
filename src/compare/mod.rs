//! How does each outlet tell it? The same words or the same clause in several articles, laid side by side.
//!
//! Enters what is known of each article, an [`Account`]; leave [groups](groups) of passages that say
//! the same in other words, [passages](shared) that articles share word for word, how two wordings
//! [differ](align), the [events](events) that dates tell of, and a [table](table) of all of it. Nothing is
//! judged: what cannot both be so is called different and shown.

mod candidate;
mod clause;
mod cluster;
mod copy;
mod difference;
mod event;
mod group;
mod growth;
mod likeness;
mod passage;
mod profile;
mod statement;
mod table;
mod term;
mod title;
mod topic;
mod voice;
mod wording;

use crate::document::{DocId, Document};
use crate::entity::{EntityId, Mention};
use crate::quote::Quotation;
use crate::time::{DateMention, Figure};
use difference::differences;
pub use difference::{Difference, DifferenceKind, Reading};
pub use event::{Event, events};
pub use group::{Group, GroupKind, Member, articles, comparisons, groups, topics};
pub use passage::{Passage, Place, shared};
pub use profile::Profile;
pub use table::{Cell, Row, Subject, Table, table};
pub use topic::Story;
pub use wording::{Part, PartKind, align};

/// What one article tells, with what was found in it.
#[derive(Debug, Clone)]
pub struct Account<'a> {
    /// Which article.
    pub id: DocId,
    /// Its text.
    pub document: &'a Document,
    /// The names in it, in text order.
    pub mentions: &'a [Mention],
    /// Whom each of these names means.
    pub entities: Vec<Option<EntityId>>,
    /// What is said in it, in text order.
    pub quotations: &'a [Quotation],
    /// The dates in it, in text order.
    pub dates: Vec<DateMention>,
    /// The sums, shares, times and quantities in it, in text order.
    pub figures: Vec<Figure>,
}
