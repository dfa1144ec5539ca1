//! Which mentions name the same entity? Keys for mentions, kind by kind, and the entities that
//! share them.
//!
//! Layers: `key`, `name_core` and `slug` handle only names; `place`, `office`, `short_form`,
//! `alias` and `treaty` key the mentions of one kind; `person/` distinguishes people; `entities`
//! calls them all in turn.

mod alias;
mod canonical_name;
mod entities;
mod key;
mod name_core;
mod office;
mod person;
mod place;
mod short_form;
mod slug;
mod treaty;
mod treaty_mention;

pub use entities::resolve;
pub use slug::slug;
