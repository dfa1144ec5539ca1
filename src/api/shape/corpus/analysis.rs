//! What was found in one text?

use crate::api::shape::{
    CueView, FigureKind, MentionKind, Precision, QuotationKind, Range, ReferenceKind, Sense,
    SpeakerView, Stance,
};

shapes! {
    /// A mention in analysed text.
    AnalyzedMention {
        start: u32,
        end: u32,
        text: String,
        kind: MentionKind,
        entity: Option<String>,
        name: Option<String>,
        /// The government that a capital stands for here; absent where the city is meant.
        reading: Option<StandInView>,
    }

    /// A country whose government a capital stands for, and the confidence, 0 to 1.
    StandInView { place: String, confidence: f64 }

    /// Words in analysed text that mean an entity without naming it: "he", "the ministry".
    AnalyzedReference {
        start: u32,
        end: u32,
        text: String,
        kind: ReferenceKind,
        entity: String,
        name: String,
        confidence: f64,
    }

    /// A quotation in analysed text.
    AnalyzedQuote {
        kind: QuotationKind,
        text: String,
        spans: Vec<Range>,
        cue: Option<CueView>,
        speaker: Option<SpeakerView>,
        stance: Stance,
        sense: Option<Sense>,
        thought: bool,
        addressee: Option<CueView>,
        medium: Option<CueView>,
        time: Option<CueView>,
    }

    /// A date in analysed text.
    AnalyzedDate {
        start: u32,
        end: u32,
        text: String,
        from: Option<String>,
        to: Option<String>,
        precision: Precision,
    }

    /// A time of day, a sum, a share or a quantity in analysed text: how many, and of what. A time
    /// counts minutes after midnight.
    AnalyzedFigure {
        start: u32,
        end: u32,
        text: String,
        kind: FigureKind,
        value: f64,
        unit: String,
    }

    /// One text with everything found in it.
    Analysis {
        id: String,
        text: String,
        entities: Vec<AnalyzedMention>,
        references: Vec<AnalyzedReference>,
        quotes: Vec<AnalyzedQuote>,
        dates: Vec<AnalyzedDate>,
        figures: Vec<AnalyzedFigure>,
    }
}
