//! Who said what?

use super::entity::EntityKind;
use crate::api::shape::Range;
use crate::quote;

shapes! {
    /// Words of the text beside a quotation: its cue, who heard it, where it appeared, when.
    CueView { text: String, start: u32, end: u32 }

    /// Who a quotation is attributed to; text, start and end are null when only inferred, entity
    /// and name when unresolved.
    SpeakerView {
        text: Option<String>,
        start: Option<u32>,
        end: Option<u32>,
        entity: Option<String>,
        name: Option<String>,
        confidence: f64,
        rule: String,
    }

    /// A quotation.
    QuoteView {
        id: String,
        article: String,
        block: u32,
        kind: QuotationKind,
        text: String,
        spans: Vec<Range>,
        cue: Option<CueView>,
        speaker: Option<SpeakerView>,
        /// Whether the text says that it was said.
        stance: Stance,
        /// What the cue means; null without a cue that means something.
        sense: Option<Sense>,
        /// Whether it is thought or felt, not said.
        thought: bool,
        /// Who heard it.
        addressee: Option<CueView>,
        /// Where it appeared.
        medium: Option<CueView>,
        /// When it was said, in the words of the text.
        time: Option<CueView>,
        /// The quotation that holds all its words: quoted fragments inside a reported clause.
        within: Option<String>,
    }

    /// The speakers of quotations: most quoted first, then those whom nothing names.
    SpeakerList {
        /// The number of quotations by all speakers.
        quotations: u32,
        /// The number of speakers that are entities.
        named: u32,
        /// The number of rows without offset and limit.
        total: u32,
        speakers: Vec<SpeakerSummary>,
    }

    /// A speaker in a list; entity, name, kind and mentions are null for the quotations of all whom
    /// nothing names.
    SpeakerSummary {
        entity: Option<String>,
        name: Option<String>,
        kind: Option<EntityKind>,
        /// The first role that the texts state.
        role: Option<String>,
        quotations: u32,
        /// The outlets that quote the speaker most often, up to five.
        outlets: Vec<OutletCount>,
        /// The number of all outlets that quote the speaker.
        outlet_count: u32,
    }

    /// How often an outlet quotes a speaker; an article without an outlet counts by itself.
    OutletCount { publisher: Option<String>, article: String, count: u32 }
}

names! {
    /// How speech is reported.
    QuotationKind = quote::QuotationKind { Direct, Mixed, Indirect }

    /// Whether the text says that a quotation was said.
    Stance = quote::Stance { Asserted, Negated, Hypothetical, Denied }

    /// What a reporting word means.
    Sense = quote::Sense {
        Say, Announce, Claim, Insist, Admit, Deny, Warn, Ask, Demand, Promise, Predict, Suggest,
        Explain, Agree, Criticise, Praise, Name, Think, Feel,
    }
}
