//! Who and what is named? Mentions of a document, and the entities they share across a corpus.

mod acronym;
mod affiliation;
mod alias;
mod antecedent;
mod capital;
mod census;
mod echo;
mod feature;
mod gazetteer;
mod gender;
mod head;
mod holder;
mod kind;
mod label;
mod lexicon;
mod memory;
mod name;
mod nickname;
mod office;
mod paper;
mod person;
mod place;
mod reading;
mod recognize;
mod reference;
mod resolve;
mod role;
mod rules;
mod run;
#[cfg(feature = "train")]
pub mod scheme;
#[cfg(not(feature = "train"))]
mod scheme;
mod title;
mod treaty;
mod word;

use serde::{Deserialize, Serialize};

use crate::document::DocId;
use crate::text::Span;
pub use affiliation::country_of_role;
pub use antecedent::{Antecedent, Antecedents, Last, is_genitive};
pub use capital::stand_ins;
pub use gazetteer::known_names;
pub use gender::Gender;
pub use label::slug;
pub use lexicon::is_paper;
pub use recognize::mentions;
pub use reference::references;
pub use resolve::resolve;
#[cfg(feature = "train")]
pub use {
    feature::features,
    reading::{Reading, Sentence as ReadSentence},
    recognize::mentions_by,
};

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub enum EntityKind {
    Person,
    Organisation,
    Place,
    Document,
    Event,
    Publication,
    Work,
}

/// What a mention is: a kind of entity, or a word for people or things of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub enum MentionKind {
    Person,
    Organisation,
    Place,
    Document,
    Event,
    Publication,
    Work,
    /// "North Korean": its entity is the place.
    Nationality,
}

/// A span that names somebody or something. Mentions of a document do not overlap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// The name, without title, article or possessive ending.
    pub span: Span,
    /// What the span is.
    pub kind: MentionKind,
    /// How sure the recogniser is, 0 to 1.
    pub confidence: f64,
}

/// A capital that a text names for the government there: the reading of a mention whose entity stays
/// the city.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StandIn {
    /// Index of the mention.
    pub mention: u32,
    /// The country whose government is meant.
    pub place: &'static str,
    /// How sure the words beside it make that, 0 to 1.
    pub confidence: f64,
}

/// How a reference means its entity without naming it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ReferenceKind {
    /// "he".
    Pronoun,
    /// "the ministry", "the Russian leader".
    Description,
}

/// Words that mean an entity without naming it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reference {
    /// The words.
    pub span: Span,
    /// Who or what is meant.
    pub entity: EntityId,
    /// How it is meant.
    pub kind: ReferenceKind,
    /// How sure that is, 0 to 1.
    pub confidence: f64,
}

/// The ordinal of an entity in its corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntityId(pub u32);

/// What mentions share. Entities are ordered by number of mentions, most first, then by name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// A slug of its name, unique in the corpus ("vladimir-putin").
    pub id: String,
    /// Its fullest usual name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Its mentions, in corpus order: document and index into that document's mentions.
    pub mentions: Vec<(DocId, u32)>,
    /// Roles and affiliations as the text states them, in corpus order.
    pub roles: Vec<(DocId, Span)>,
}

/// The entities of a corpus, and which of them each mention names.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Resolution {
    /// The entities.
    pub entities: Vec<Entity>,
    /// For each document, for each of its mentions, the entity; `None` when none is certain enough.
    pub of: Vec<Vec<Option<EntityId>>>,
}
