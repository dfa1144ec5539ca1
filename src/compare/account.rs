//! What is known of one article? An account: its text with the names, quotations, dates and figures found in it.

use crate::document::{DocId, Document};
use crate::entity::{EntityId, Mention};
use crate::quote::Quotation;
use crate::time::{DateMention, Figure};

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
