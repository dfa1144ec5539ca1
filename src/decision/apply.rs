//! How do decisions change the entities? A replay of decisions, in order, over the result of the
//! analysis.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{At, Drafts};
use super::locate::Places;
use super::trace::Traces;
use super::{Act, Address, Decision, Quoted};
use crate::document::Document;
use crate::entity::{Mention, Resolution};
use crate::order;

/// The outcome of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It was applied.
    Applied,
    /// It was applied except to this many mentions, which were not found.
    Partly(usize),
    /// It was not applied.
    NotApplicable(Why),
}

/// Why a decision was not applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// No entity fits its address, or several fit equally well.
    NoEntity,
    /// No entity to merge into fits, or several fit equally well.
    NoOther,
    /// None of its mentions was found, or they name another entity.
    NoMention,
    /// It would change nothing.
    AlreadySo,
}

impl Outcome {
    /// Why a decision was not fully applied, in words; `None` if it was.
    pub fn words(self) -> Option<String> {
        let words = match self {
            Self::Applied => return None,
            Self::Partly(1) => "one of its mentions is not here".to_owned(),
            Self::Partly(missing) => format!("{missing} of its mentions are not here"),
            Self::NotApplicable(Why::NoEntity) => "its name is not in these articles".to_owned(),
            Self::NotApplicable(Why::NoOther) => {
                "the name to merge into is not in these articles".to_owned()
            }
            Self::NotApplicable(Why::NoMention) => {
                "none of its mentions is in these articles under that name".to_owned()
            }
            Self::NotApplicable(Why::AlreadySo) => {
                "it is already so without this decision".to_owned()
            }
        };
        Some(words)
    }
}

/// The result of replaying decisions.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    /// The entities after all decisions. Ids are kept; an entity made by a split has a new one.
    pub resolution: Resolution,
    /// What the decisions left on the entities they touched.
    pub traces: Traces,
    /// The outcome of each decision.
    pub outcomes: Vec<Outcome>,
}

/// Replays decisions over the entities found in documents; `mentions` holds the mentions of each
/// document.
pub fn apply(
    documents: &[Document],
    mentions: &[Vec<Mention>],
    found: &Resolution,
    decisions: &[Decision],
) -> Decided {
    let mut replay = Replay {
        drafts: Drafts::new(found),
        places: Places::new(documents, mentions),
    };
    let outcomes = decisions
        .iter()
        .enumerate()
        .map(|(n, decision)| replay.step(n, &decision.act))
        .map(|done| done.unwrap_or_else(Outcome::NotApplicable))
        .collect();
    let (resolution, traces) = replay.drafts.finish();
    Decided {
        resolution,
        traces,
        outcomes,
    }
}

struct Replay<'a> {
    drafts: Drafts<'a>,
    places: Places<'a>,
}

impl Replay<'_> {
    fn step(&mut self, n: usize, act: &Act) -> Result<Outcome, Why> {
        match act {
            Act::Merge { entity, into } => {
                let from = self.entity(entity)?;
                let to = self.drafts.find(into).ok_or(Why::NoOther)?;
                if from == to {
                    return Err(Why::AlreadySo);
                }
                self.drafts.merge(from, to);
                self.drafts.draft(to).by.push(n);
            }
            Act::Rename { entity, name } => {
                let at = self.entity(entity)?;
                let draft = self.drafts.draft(at);
                if draft.name == *name {
                    return Err(Why::AlreadySo);
                }
                draft.name.clone_from(name);
                draft.by.push(n);
            }
            Act::Kind { entity, kind } => {
                let at = self.entity(entity)?;
                let draft = self.drafts.draft(at);
                if draft.kind == *kind {
                    return Err(Why::AlreadySo);
                }
                draft.kind = *kind;
                draft.by.push(n);
            }
            Act::Ignore { entity } => {
                let at = self.entity(entity)?;
                let all = order::gathered(self.drafts.draft(at).mentions.iter().copied());
                self.drafts.take(at, &all, &self.places);
            }
            Act::Split {
                entity,
                mentions,
                name,
                kind,
            } => {
                let at = self.entity(entity)?;
                let (chosen, outcome) = self.chosen(mentions, Some(at))?;
                let fullest = chosen
                    .iter()
                    .map(|&mention| self.places.words(mention))
                    .max_by_key(|words| (words.split_whitespace().count(), words.len()));
                let usual = fullest.unwrap_or_default().to_owned();
                let mut draft = self.drafts.take(at, &chosen, &self.places);
                draft.name = name.clone().unwrap_or(usual);
                draft.kind = kind.unwrap_or(draft.kind);
                draft.by = vec![n];
                self.drafts.add(draft);
                self.drafts.draft(at).by.push(n);
                return Ok(outcome);
            }
            Act::IgnoreMentions { mentions } => {
                let (chosen, outcome) = self.chosen(mentions, None)?;
                let mut by_entity: BTreeMap<usize, BTreeSet<At>> = BTreeMap::new();
                for at in chosen {
                    if let Some(entity) = self.drafts.of(at) {
                        by_entity.entry(entity).or_default().insert(at);
                    }
                }
                for (entity, gone) in by_entity {
                    self.drafts.take(entity, &gone, &self.places);
                    self.drafts.draft(entity).by.push(n);
                }
                return Ok(outcome);
            }
        }
        Ok(Outcome::Applied)
    }

    fn entity(&self, address: &Address) -> Result<usize, Why> {
        self.drafts.find(address).ok_or(Why::NoEntity)
    }

    /// The mentions that were found and name `entity`, or any entity if it is `None`.
    fn chosen(
        &mut self,
        mentions: &[Quoted],
        entity: Option<usize>,
    ) -> Result<(BTreeSet<At>, Outcome), Why> {
        let mut chosen = BTreeSet::new();
        let mut missing = 0;
        for quoted in mentions {
            let at = self.places.find(quoted);
            let at = at.filter(|&at| match (entity, self.drafts.of(at)) {
                (Some(wanted), Some(named)) => wanted == named,
                (None, named) => named.is_some(),
                (Some(_), None) => false,
            });
            match at {
                Some(at) => {
                    chosen.insert(at);
                }
                None => missing += 1,
            }
        }
        match (chosen.is_empty(), missing) {
            (true, _) => Err(Why::NoMention),
            (false, 0) => Ok((chosen, Outcome::Applied)),
            (false, missing) => Ok((chosen, Outcome::Partly(missing))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decision::read;
    use crate::entity::{mentions, resolve};

    const TEXT: &str =
        "😀 Ana Paz, the mayor, met Bo Lund. Paz left. Lund and Paz stayed in Chile.";

    /// Checks the entities after decisions on [`TEXT`]: "id name: words, words
    /// roles".
    fn check(decisions: &str, expected: &[&str], outcomes: &[Outcome]) {
        let text = format!(
            r#"{{"format": "corpus-explorer/decisions", "version": 1, "decisions": [{decisions}]}}"#
        );
        let decisions = read(&text, "decisions").unwrap();
        let documents = [Document::from_text("a", TEXT)];
        let mentions = [mentions(&documents[0])];
        let found = resolve(&documents, &mentions);
        let decided = apply(&documents, &mentions, &found, &decisions);
        let say = |entity: &crate::entity::Entity| {
            let spans = entity
                .mentions
                .iter()
                .map(|at| mentions[0][at.1 as usize].span);
            let words: Vec<_> = spans.map(|s| documents[0].slice(s)).collect();
            let roles: Vec<_> = entity
                .roles
                .iter()
                .map(|(_, s)| documents[0].slice(*s))
                .collect();
            format!(
                "{} {}: {} | {}",
                entity.id,
                entity.name,
                words.join(", "),
                roles.join(", ")
            )
        };
        let lines: Vec<_> = decided
            .resolution
            .entities
            .iter()
            .map(|one| say(one))
            .collect();
        assert_eq!(lines, expected, "{text}");
        assert_eq!(decided.outcomes, outcomes, "{text}");
    }

    const ANA: &str = "ana-paz Ana Paz: Ana Paz, Paz, Paz | the mayor";
    const BO: &str = "bo-lund Bo Lund: Bo Lund, Lund | ";
    const CHILE: &str = "chile Chile: Chile | ";
    const DONE: Outcome = Outcome::Applied;

    #[test]
    fn each_action() {
        check("", &[ANA, BO, CHILE], &[]);
        check(
            r#"{"action": "merge", "entity": "bo-lund", "into": "ana-paz"}"#,
            &[
                "ana-paz Ana Paz: Ana Paz, Bo Lund, Paz, Lund, Paz | the mayor",
                CHILE,
            ],
            &[DONE],
        );
        check(
            r#"{"action": "rename", "entity": "ana-paz", "name": " Mayor  Paz "}"#,
            &[
                "ana-paz Mayor Paz: Ana Paz, Paz, Paz | the mayor",
                BO,
                CHILE,
            ],
            &[DONE],
        );
        check(
            r#"{"action": "ignore", "entity": "ana-paz"}"#,
            &[BO, CHILE],
            &[DONE],
        );
        check(
            r#"{"action": "ignore", "mentions": [{"article": "a", "start": 3, "end": 10}]}"#,
            &["ana-paz Ana Paz: Paz, Paz | ", BO, CHILE],
            &[DONE],
        );
    }

    #[test]
    fn a_split_takes_roles_along() {
        check(
            r#"{"action": "split", "entity": "ana-paz", "mentions":
                [{"article": "a", "start": 3, "end": 10, "text": "Ana Paz"}], "name": "Another"}"#,
            &[
                "ana-paz Ana Paz: Paz, Paz | ",
                BO,
                "another Another: Ana Paz | the mayor",
                CHILE,
            ],
            &[DONE],
        );
        // It has a new id, which later decisions can use.
        check(
            r#"{"action": "split", "entity": "ana-paz", "mentions":
                [{"article": "a", "start": 3, "end": 10, "text": "Ana Paz"}]},
               {"action": "merge", "entity": "ana-paz-2", "into": "chile"}"#,
            &[
                "ana-paz Ana Paz: Paz, Paz | ",
                BO,
                "chile Chile: Ana Paz, Chile | the mayor",
            ],
            &[DONE, DONE],
        );
    }

    #[test]
    fn what_is_not_there_is_said() {
        let gone = |why| Outcome::NotApplicable(why);
        check(
            r#"{"action": "merge", "entity": "bo-lund", "into": "peru"},
               {"action": "ignore", "entity": {"id": "bo", "name": "Bo Lunde", "kind": "person"}},
               {"action": "rename", "entity": "chile", "name": "Chile"},
               {"action": "split", "entity": "chile", "mentions": [{"article": "a", "start": 3, "end": 10}]},
               {"action": "ignore", "mentions": [{"article": "b", "start": 3, "end": 10}]}"#,
            &[ANA, BO, CHILE],
            &[
                gone(Why::NoOther),
                gone(Why::NoEntity),
                gone(Why::AlreadySo),
                gone(Why::NoMention),
                gone(Why::NoMention),
            ],
        );
        check(
            r#"{"action": "split", "entity": "ana-paz", "name": "Another", "mentions":
                [{"article": "a", "start": 3, "end": 10}, {"article": "a", "start": 500, "end": 510}]}"#,
            &[
                "ana-paz Ana Paz: Paz, Paz | ",
                BO,
                "another Another: Ana Paz | the mayor",
                CHILE,
            ],
            &[Outcome::Partly(1)],
        );
    }

    #[test]
    fn targets_are_found_again() {
        // Another id, the same name and kind.
        check(
            r#"{"action": "ignore", "entity": {"id": "ana-paz-2", "name": "ANA PAZ", "kind": "person"}}"#,
            &[BO, CHILE],
            &[DONE],
        );
        // The analysis now finds another kind.
        check(
            r#"{"action": "ignore", "entity": {"id": "chile", "name": "Chile", "kind": "organisation"}}"#,
            &[ANA, BO],
            &[DONE],
        );
        // Another name and another kind do not fit.
        check(
            r#"{"action": "ignore", "entity": {"id": "chile", "name": "Chile Con Carne", "kind": "event"}}"#,
            &[ANA, BO, CHILE],
            &[Outcome::NotApplicable(Why::NoEntity)],
        );
        // The text moved and the words occur once; the mention is now longer.
        check(
            r#"{"action": "ignore", "mentions": [{"article": "a", "start": 90, "end": 95, "text": "Chile"},
                {"article": "a", "start": 27, "end": 29, "text": "Bo"}]}"#,
            &[ANA, "bo-lund Bo Lund: Lund | "],
            &[DONE],
        );
    }
}
