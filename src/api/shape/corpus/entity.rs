//! Who and what is named.

use crate::api::shape::Range;
use crate::entity;

shapes! {
    /// A surface form of an entity.
    AliasView { text: String, kind: MentionKind, count: u32 }

    /// How often an article names an entity.
    ArticleCount { article: String, count: u32 }

    /// An entity in a list.
    EntitySummary {
        id: String,
        name: String,
        kind: EntityKind,
        aliases: Vec<AliasView>,
        mentions: u32,
        articles: Vec<ArticleCount>,
    }

    /// A mention of an entity.
    Occurrence { article: String, start: u32, end: u32, text: String, kind: MentionKind, confidence: f64 }

    /// Words that mean an entity without naming it, and how sure that is, 0 to 1.
    ReferenceView {
        article: String,
        block: u32,
        start: u32,
        end: u32,
        text: String,
        kind: ReferenceKind,
        entity: String,
        name: String,
        confidence: f64,
    }

    /// An entity named in the same paragraphs.
    Companion { id: String, name: String, count: u32 }

    /// A role or affiliation as the text states it, with the sentence around it and the country
    /// that it tells.
    RoleView {
        text: String,
        article: String,
        start: u32,
        end: u32,
        sentence: Range,
        country: Option<String>,
    }

    /// An entity with everything known of it.
    EntityView {
        #[serde(flatten)]
        summary: EntitySummary,
        occurrences: Vec<Occurrence>,
        with: Vec<Companion>,
        roles: Vec<RoleView>,
        /// Quotations, without the fragments inside others.
        quotes: Vec<String>,
        /// The ids of the decisions that made it what it is.
        decisions: Vec<String>,
    }
}

names! {
    /// What an entity is.
    EntityKind = entity::EntityKind { Person, Organisation, Place, Document, Event, Publication, Work }
    /// How words mean an entity without naming it.
    ReferenceKind = entity::ReferenceKind { Pronoun, Description }
    /// What a mention is: a kind of entity, or a word for people or things of a place.
    MentionKind = entity::MentionKind { Person, Organisation, Place, Document, Event, Publication, Work, Nationality }
}
