//! Which mentions name the same? Keys for mentions, kind by kind, and the entities that share them.
//!
//! Layers: `key`, `name_core` and `slug` know names alone; `place`, `office`, `short_form`, `alias` and
//! `treaty` give keys to the mentions of one kind; `person/` tells people apart; `entities` asks them
//! all in turn.

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
