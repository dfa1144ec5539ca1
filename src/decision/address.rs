//! Which entity or mention does a decision mean? Addresses, by which another analysis or another
//! corpus finds it again.

use serde::{Deserialize, Deserializer, Serialize};

use crate::entity::{Entity, EntityKind};
use crate::text::fold::fold;

/// An entity as the analysis found it, before any decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Address {
    /// Its id.
    pub id: String,
    /// Its name; `None` in hand-written files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its kind; `None` in hand-written files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<EntityKind>,
}

impl Address {
    /// The best fit of an address: only one entity can have it.
    pub(super) const BEST: u8 = 4;

    /// The address of an entity that no decision has changed.
    pub fn of(entity: &Entity) -> Self {
        Self {
            id: entity.id.clone(),
            name: Some(entity.name.clone()),
            kind: Some(entity.kind),
        }
    }

    /// An address with only an id.
    pub fn by_id(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            name: None,
            kind: None,
        }
    }

    /// Its folded name; `None` if it has none.
    pub(super) fn folded(&self) -> Option<String> {
        self.name.as_deref().map(fold)
    }

    /// How well it fits an entity that was found with an id, name and kind, from 1 to
    /// [`Self::BEST`]; `None` if it does not. `folded` is its own folded name, since many entities
    /// are tried.
    ///
    /// Another analysis may give the same name another kind, and another corpus may give the id to
    /// a namesake. So the kind decides between namesakes, and must agree unless both id and name
    /// do.
    pub(super) fn fit(
        &self,
        folded: Option<&str>,
        (other, name, kind): (&str, &str, Option<EntityKind>),
    ) -> Option<u8> {
        let id = self.id == other;
        let name = folded.is_some_and(|folded| folded == fold(name));
        let kind = self.kind.is_none() || self.kind == kind;
        match (id, name) {
            (true, true) => Some(if kind { Self::BEST } else { 1 }),
            (false, true) => kind.then_some(3),
            (true, false) => kind.then_some(2),
            (false, false) => None,
        }
    }
}

/// An id alone is also an address.
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

/// A mention, by its article, its range there and its words.
///
/// Ranges in a file of decisions count UTF-16 units, like everything that a page stores. Other keys
/// of a mention are ignored, so that the mentions of an entity can be passed back unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quoted {
    /// The id of the article.
    pub article: String,
    /// The first UTF-16 unit of the mention.
    pub start: u32,
    /// The first unit after it.
    pub end: u32,
    /// The text of the mention; empty in hand-written files.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}
