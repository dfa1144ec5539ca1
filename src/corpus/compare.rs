//! What do several articles report alike, and what differently? Queries of a corpus that compare
//! documents.

use std::borrow::Cow;

use super::related::Related;
use super::state::Corpus;
use crate::compare::{self, Account, Copies, Event, Group, Story};
use crate::document::DocId;

impl Corpus {
    /// The accounts of some documents, ready to be compared.
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
        self.groups_among(&self.accounts(documents)).into_owned()
    }

    /// The groups of documents whose accounts are given. The groups of the whole corpus, in its
    /// order, are computed once.
    pub fn groups_among(&self, accounts: &[Account]) -> Cow<'_, [Group]> {
        let is_whole = accounts.iter().map(|a| a.id).eq(self.ids());
        if is_whole {
            let found = || compare::groups(accounts);
            Cow::Borrowed(self.shared.groups.get_or_init(found))
        } else {
            Cow::Owned(compare::groups(accounts))
        }
    }

    /// The events of all articles, with their dates merged.
    pub fn events(&self) -> &[Event] {
        self.shared.events.get_or_init(|| {
            let accounts = self.accounts(&self.ids().collect::<Vec<_>>());
            let mut groups = self.groups_among(&accounts).into_owned();
            groups.extend(compare::topics(&accounts).0);
            compare::events(&accounts, &groups)
        })
    }

    /// Articles that report one event, the stories of most articles first. An article is in one
    /// story at most.
    pub fn stories(&self) -> &[Story] {
        &self.related().stories
    }

    /// Articles that consist of nearly the same words as another, in corpus order of those others.
    pub fn copies(&self) -> &[Copies] {
        &self.related().copies
    }

    pub(super) fn related(&self) -> &Related {
        let related = || Related::new(&self.documents);
        self.shared.related.get_or_init(related)
    }
}
