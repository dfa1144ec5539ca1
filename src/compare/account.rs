//! What is known of one article? An account: a record of its text with the names, quotations, dates
//! and figures found in it.

use crate::document::{DocId, Document};
use crate::entity::{EntityId, Mention};
use crate::quote::Quotation;
use crate::time::{DateMention, Figure};

/// One article, with what was found in it.
#[derive(Debug, Clone)]
pub struct Account<'a> {
    /// The ordinal of the article.
    pub id: DocId,
    /// Its text.
    pub document: &'a Document,
    /// The names in it, in text order.
    pub mentions: &'a [Mention],
    /// The entity that each of these mentions names, in the same order.
    pub entities: Vec<Option<EntityId>>,
    /// The quotations in it, in text order.
    pub quotations: &'a [Quotation],
    /// The dates in it, in text order.
    pub dates: Vec<DateMention>,
    /// The amounts, shares, times and quantities in it, in text order.
    pub figures: Vec<Figure>,
}
