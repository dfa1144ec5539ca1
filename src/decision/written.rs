//! How is a decision written? A serialised object, whose fields depend on its action.

use serde::{Deserialize, Serialize};

use super::{Act, Address, Decision, Quoted};
use crate::entity::EntityKind;

/// A decision as written in a file; its action determines the fields.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct Written {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub action: Option<Action>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<Address>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub into: Option<Address>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mentions: Option<Vec<Quoted>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<EntityKind>,
}

/// The name of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub enum Action {
    Merge,
    Split,
    Rename,
    Kind,
    Ignore,
}

impl Written {
    /// The act it describes.
    ///
    /// # Errors
    /// A message that states which field is missing, empty or not allowed for its action.
    pub fn act(self) -> Result<Act, String> {
        let Some(action) = self.action else {
            return Err(
                "expected an “action” of merge, split, rename, kind or ignore, found none".into(),
            );
        };
        let Written {
            id: _,
            action: _,
            entity,
            into,
            mentions,
            name,
            kind,
        } = self;
        let unused: &[(&str, bool)] = match action {
            Action::Merge => &[
                ("mentions", mentions.is_some()),
                ("name", name.is_some()),
                ("kind", kind.is_some()),
            ],
            Action::Split => &[("into", into.is_some())],
            Action::Rename => &[
                ("into", into.is_some()),
                ("mentions", mentions.is_some()),
                ("kind", kind.is_some()),
            ],
            Action::Kind => &[
                ("into", into.is_some()),
                ("mentions", mentions.is_some()),
                ("name", name.is_some()),
            ],
            Action::Ignore => &[
                ("into", into.is_some()),
                ("name", name.is_some()),
                ("kind", kind.is_some()),
                ("entity", entity.is_some() && mentions.is_some()),
            ],
        };
        if let Some((field, _)) = unused.iter().find(|(_, given)| *given) {
            let other = match *field {
                "entity" => "“mentions”",
                _ => "this action",
            };
            return Err(format!("expected no “{field}” with {other}, found one"));
        }
        let name = match name {
            Some(name) if name.trim().is_empty() => {
                return Err("expected a “name” that is not empty, found an empty one".into());
            }
            name => name.map(|name| name.split_whitespace().collect::<Vec<_>>().join(" ")),
        };
        for quoted in mentions.iter().flatten() {
            if quoted.start >= quoted.end {
                let Quoted { start, end, .. } = quoted;
                return Err(format!(
                    "expected a mention that starts before it ends, found {start} to {end}"
                ));
            }
        }
        if mentions.as_ref().is_some_and(Vec::is_empty) {
            return Err("expected at least one of “mentions”, found none".into());
        }
        let wanted = |field: &str| format!("expected “{field}” with this action, found none");
        if let (Action::Ignore, Some(mentions)) = (action, &mentions) {
            let mentions = mentions.clone();
            return Ok(Act::IgnoreMentions { mentions });
        }
        let entity = entity.ok_or_else(|| wanted("entity"))?;
        Ok(match action {
            Action::Merge => Act::Merge {
                entity,
                into: into.ok_or_else(|| wanted("into"))?,
            },
            Action::Split => Act::Split {
                entity,
                mentions: mentions.ok_or_else(|| wanted("mentions"))?,
                name,
                kind,
            },
            Action::Rename => Act::Rename {
                entity,
                name: name.ok_or_else(|| wanted("name"))?,
            },
            Action::Kind => Act::Kind {
                entity,
                kind: kind.ok_or_else(|| wanted("kind"))?,
            },
            Action::Ignore => Act::Ignore { entity },
        })
    }
}

impl From<&Decision> for Written {
    fn from(decision: &Decision) -> Self {
        let written = Self {
            id: Some(decision.id.clone()),
            entity: decision.act.entity().cloned(),
            ..Self::default()
        };
        match decision.act.clone() {
            Act::Merge { into, .. } => Self {
                action: Some(Action::Merge),
                into: Some(into),
                ..written
            },
            Act::Split {
                mentions,
                name,
                kind,
                ..
            } => Self {
                action: Some(Action::Split),
                mentions: Some(mentions),
                name,
                kind,
                ..written
            },
            Act::Rename { name, .. } => Self {
                action: Some(Action::Rename),
                name: Some(name),
                ..written
            },
            Act::Kind { kind, .. } => Self {
                action: Some(Action::Kind),
                kind: Some(kind),
                ..written
            },
            Act::Ignore { .. } => Self {
                action: Some(Action::Ignore),
                ..written
            },
            Act::IgnoreMentions { mentions } => Self {
                action: Some(Action::Ignore),
                mentions: Some(mentions),
                ..written
            },
        }
    }
}
