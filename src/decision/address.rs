//! Which entity, which mention? Named so that another analysis, or another corpus, finds it again.

use serde::{Deserialize, Deserializer, Serialize};

use crate::entity::{Entity, EntityKind};
use crate::text::fold::fold;

/// An entity as it was found, before anything was decided about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Address {
    /// Its id.
    pub id: String,
    /// Its name; `None` in files written by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its kind; `None` likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<EntityKind>,
}

impl Address {
    /// The address of an entity that is as it was found.
    pub fn of(entity: &Entity) -> Self {
        Self {
            id: entity.id.clone(),
            name: Some(entity.name.clone()),
            kind: Some(entity.kind),
        }
    }

    /// The address that says an id alone.
    pub fn by_id(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            name: None,
            kind: None,
        }
    }

    /// Its name as names are compared; `None` where it tells none.
    pub(super) fn folded(&self) -> Option<String> {
        self.name.as_deref().map(fold)
    }

    /// How well it fits an entity that was found as `other`; `None` when it does not. Both folded
    /// names are handed in: many entities are asked.
    ///
    /// Another analysis may call the same name another kind, another corpus may give its id to a
    /// namesake: the kind decides between namesakes, and must agree unless id and name both do.
    pub(super) fn fit(&self, folded: Option<&str>, other: (&Address, &str)) -> Option<u8> {
        let (other, other_folded) = other;
        let id = self.id == other.id;
        let name = folded == Some(other_folded);
        let kind = self.kind.is_none() || self.kind == other.kind;
        match (id, name) {
            (true, true) => Some(if kind { 4 } else { 1 }),
            (false, true) => kind.then_some(3),
            (true, false) => kind.then_some(2),
            (false, false) => None,
        }
    }
}

/// An id alone is an address too.
impl<'de> Deserialize<'de> for Address {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;

        impl<'de> serde::de::Visitor<'de> for Either {
            type Value = Address;

            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("the id of an entity, or an object {id, name, kind}")
            }

            fn visit_str<E: serde::de::Error>(self, id: &str) -> Result<Address, E> {
                Ok(Address::by_id(id))
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Address, A::Error> {
                #[derive(Deserialize)]
                #[serde(deny_unknown_fields)]
                struct Fields {
                    id: String,
                    name: Option<String>,
                    kind: Option<EntityKind>,
                }
                let fields =
                    Fields::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
                Ok(Address {
                    id: fields.id,
                    name: fields.name,
                    kind: fields.kind,
                })
            }
        }

        deserializer.deserialize_any(Either)
    }
}

/// A mention by its article, its place there and its words.
///
/// Places in a file of decisions count UTF-16 units, as everything does that a page keeps. What else is
/// told of a mention is passed over, so that those of an entity can be handed back as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quoted {
    /// The id of the article.
    pub article: String,
    /// First UTF-16 unit of its text.
    pub start: u32,
    /// First unit after the mention.
    pub end: u32,
    /// The words that stand there; empty in files written by hand.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}
