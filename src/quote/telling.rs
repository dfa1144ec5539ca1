//! How is it told? A record of the stance of the reporter, the sense of the cue, and what stands beside it: who
//! heard it, where it appeared, and when.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// Whether the text says that it was said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Stance {
    /// "Kim said that"
    #[default]
    Asserted,
    /// "Kim did not say that", "declined to say that"
    Negated,
    /// "Kim may say that", "if Kim says that", "Kim will say that"
    Hypothetical,
    /// "Kim denied that": the content is what Kim holds to be untrue.
    Denied,
}

/// What a reporting word means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Sense {
    /// Said without colour: say, tell, write.
    Say,
    /// Made known: announce, confirm, reveal.
    Announce,
    /// Said without proof: claim, allege, argue.
    Claim,
    /// Said with weight: insist, stress, swear.
    Insist,
    /// Said against oneself: admit, concede.
    Admit,
    /// Said to be untrue: deny, dispute, reject.
    Deny,
    /// Said of a danger: warn, threaten.
    Warn,
    /// Asked: ask, question.
    Ask,
    /// Called for: urge, order, demand.
    Demand,
    /// Taken upon oneself: promise, pledge, vow.
    Promise,
    /// Said of the future: predict, forecast.
    Predict,
    /// Put forward: suggest, propose, recommend.
    Suggest,
    /// Made clear: explain, clarify.
    Explain,
    /// Said with another: agree.
    Agree,
    /// Said against somebody: criticise, blame, complain.
    Criticise,
    /// Said for somebody: praise, welcome, defend.
    Praise,
    /// Given as a name or description: call, describe.
    Name,
    /// Thought, not said: believe, think, know.
    Think,
    /// Felt, not said: hope, fear, wish.
    Feel,
}

impl Sense {
    /// The sense that a list names in lower case.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "say" => Self::Say,
            "announce" => Self::Announce,
            "claim" => Self::Claim,
            "insist" => Self::Insist,
            "admit" => Self::Admit,
            "deny" => Self::Deny,
            "warn" => Self::Warn,
            "ask" => Self::Ask,
            "demand" => Self::Demand,
            "promise" => Self::Promise,
            "predict" => Self::Predict,
            "suggest" => Self::Suggest,
            "explain" => Self::Explain,
            "agree" => Self::Agree,
            "criticise" => Self::Criticise,
            "praise" => Self::Praise,
            "name" => Self::Name,
            "think" => Self::Think,
            "feel" => Self::Feel,
            _ => return None,
        })
    }

    /// Whether it is thought or feeling, not speech.
    pub fn is_thought(self) -> bool {
        matches!(self, Self::Think | Self::Feel)
    }
}

/// How a quotation is told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Telling {
    /// Whether the text says that it was said.
    pub stance: Stance,
    /// What the cue means; `None` without a cue, and for sources ("according to").
    pub sense: Option<Sense>,
    /// Who heard it: "reporters", "the Daily Post".
    pub addressee: Option<Span>,
    /// Where it appeared: "a statement", "Twitter", "an interview with the Daily Post".
    pub medium: Option<Span>,
    /// When it was said: "Monday", "last week", "May 2".
    pub time: Option<Span>,
}
