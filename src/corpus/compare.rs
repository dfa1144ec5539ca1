//! What do several articles tell alike, and what differently?

use super::Corpus;
use crate::compare::{self, Account, Group};
use crate::document::DocId;

impl Corpus {
    /// What each of some documents tells, ready to be compared.
    pub fn accounts(&self, documents: &[DocId]) -> Vec<Account<'_>> {
        let account = |&id: &DocId| {
            let mentions = self.mentions(id);
            let numbers = 0..mentions.len() as u32;
            Account {
                id,
                document: self.document(id),
                mentions,
                entities: numbers.map(|n| self.entity_of(id, n)).collect(),
                quotations: self.quotations(id),
                dates: self.dated(id).iter().map(|d| d.mention.clone()).collect(),
                figures: self.figures(id),
            }
        };
        documents.iter().map(account).collect()
    }

    /// The passages of some documents that say the same; see [`compare::groups`].
    pub fn groups(&self, documents: &[DocId]) -> Vec<Group> {
        compare::groups(&self.accounts(documents))
    }
}
