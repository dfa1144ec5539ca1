//! How is it reported? A record of the reporter’s stance, the sense of the cue and the
//! circumstances: who heard it, where it appeared, and when.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// Whether the text states that it was said.
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
    /// "Kim denied that": the speaker rejects the content.
    Denied,
}

/// The sense of a reporting word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Sense {
    /// Neutral: say, tell, write.
    Say,
    /// Making known: announce, confirm, reveal.
    Announce,
    /// Without proof: claim, allege, argue.
    Claim,
    /// With emphasis: insist, stress, swear.
    Insist,
    /// Against the speaker’s interest: admit, concede.
    Admit,
    /// As untrue: deny, dispute, reject.
    Deny,
    /// Of a danger: warn, threaten.
    Warn,
    /// As a question: ask, question.
    Ask,
    /// Requesting: urge, order, demand.
    Demand,
    /// As a commitment: promise, pledge, vow.
    Promise,
    /// About the future: predict, forecast.
    Predict,
    /// As a proposal: suggest, propose, recommend.
    Suggest,
    /// As an explanation: explain, clarify.
    Explain,
    /// In agreement: agree.
    Agree,
    /// Against someone: criticise, blame, complain.
    Criticise,
    /// In favour of someone: praise, welcome, defend.
    Praise,
    /// Giving a name or description: call, describe.
    Name,
    /// Thought, not speech: believe, think, know.
    Think,
    /// Feeling, not speech: hope, fear, wish.
    Feel,
}

impl Sense {
    /// The sense with this name in the list; `None` if there is none.
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

/// How a quotation is reported.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Telling {
    /// Whether the text states that it was said.
    pub stance: Stance,
    /// The sense of the cue; `None` without a cue, and for sources ("according to").
    pub sense: Option<Sense>,
    /// Who heard it: "reporters", "the Daily Post".
    pub addressee: Option<Span>,
    /// Where it appeared: "a statement", "Twitter", "an interview with the Daily Post".
    pub medium: Option<Span>,
    /// When it was said: "Monday", "last week", "May 2".
    pub time: Option<Span>,
}
