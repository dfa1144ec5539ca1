//! The shapes that are sent to JavaScript and printed as JSON; TypeScript declarations come from
//! them. Absent things are `null`. Offsets count the unit of the [`super::view::View`] (UTF-16 in
//! the page), ends excluded; `raw…` offsets count the decoded raw text.

use serde::{Deserialize, Serialize};
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

use crate::{document, entity, quote, search, time};

/// Start and end, end excluded.
pub type Range = [u32; 2];

/// Declares shapes: plain structs that serialise in camel case and declare their TypeScript type.
macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident : $type:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[cfg_attr(target_arch = "wasm32", derive(Tsify), tsify(missing_as_null))]
        #[serde(rename_all = "camelCase")]
        #[allow(missing_docs)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type),* }
    )*};
}

shapes! {
    /// What is known of an article as a whole.
    ArticleHead {
        id: String,
        title: Option<String>,
        publisher: Option<String>,
        author: Option<String>,
        /// Where it was written.
        place: Option<String>,
        /// ISO 8601 date or date and time.
        published: Option<String>,
        updated: Option<String>,
        kind: Option<String>,
        language: Option<String>,
        rights: Option<String>,
        /// Of its page, as given.
        address: Option<String>,
        tags: Vec<String>,
        words: u32,
    }

    /// An article in a list; gaps and repairs are counted.
    ArticleSummary {
        #[serde(flatten)]
        head: ArticleHead,
        gaps: u32,
        repairs: u32,
    }

    /// A block of an article's text.
    BlockView { kind: BlockKind, level: u32, start: u32, end: u32 }

    /// What proves a value: a place in the raw text, or a tag of markup outside it.
    EvidenceView {
        value: String,
        raw_start: Option<u32>,
        raw_end: Option<u32>,
        tag: Option<String>,
        text: String,
        rule: String,
    }

    /// The evidence of an article's values; null where nothing proves one.
    EvidenceSet {
        title: Option<EvidenceView>,
        publisher: Option<EvidenceView>,
        author: Option<EvidenceView>,
        place: Option<EvidenceView>,
        published: Option<EvidenceView>,
        updated: Option<EvidenceView>,
        kind: Option<EvidenceView>,
        language: Option<EvidenceView>,
        rights: Option<EvidenceView>,
    }

    /// Something that states a value, whether it is believed or not.
    ClaimView {
        field: Field,
        chosen: bool,
        #[serde(flatten)]
        evidence: EvidenceView,
    }

    /// One change on the way from the raw text to the text: `before` at `rawStart` became `after`.
    OperationView {
        kind: OperationKind,
        raw_start: u32,
        raw_end: u32,
        before: String,
        after: String,
        rule: String,
        confidence: f64,
        /// For a block put in at its new place: where it stood.
        from: Option<Range>,
        /// For a block put in at its new place: what was changed in it.
        within: Vec<OperationView>,
    }

    /// A part of the raw text that is not the article.
    RemovalView { raw_start: u32, raw_end: u32, text: String, reason: String }

    /// A change of wording.
    RepairView {
        start: u32,
        end: u32,
        raw_start: u32,
        raw_end: u32,
        before: String,
        after: String,
        rule: String,
        confidence: f64,
    }

    /// A place where the source lost words, before the offset `at`.
    GapView { at: u32, before: String, after: String, rule: String, confidence: f64 }

    /// An article with its text and the trace of how it was made.
    ArticleView {
        #[serde(flatten)]
        head: ArticleHead,
        text: String,
        blocks: Vec<BlockView>,
        /// In text order; none crosses a block.
        sentences: Vec<Range>,
        evidence: EvidenceSet,
        /// Everything that states a value, strongest first for each field.
        claims: Vec<ClaimView>,
        /// What a person gave.
        given: document::Given,
        /// How the raw text became the text: in raw order, without overlaps.
        operations: Vec<OperationView>,
        removed: Vec<RemovalView>,
        repairs: Vec<RepairView>,
        gaps: Vec<GapView>,
    }

    /// A value of an article, and what it rests on: rule and text are null when it is given.
    ReportedValue { value: String, given: bool, rule: Option<String>, text: Option<String> }

    /// Something that states a value which the article does not have.
    DoubtedValue { field: Field, value: String, rule: String, text: String }

    /// How bytes became characters. `how`: mark, valid, declared, detected, fixed.
    EncodingView { name: String, how: String, confidence: f64, malformed: u32 }

    /// How often a rule repaired something.
    RuleCount { rule: String, count: u32 }

    /// How often something was removed for a reason.
    ReasonCount { reason: String, count: u32 }

    /// What was done to an article on its way in.
    ReportRow {
        id: String,
        file: Option<String>,
        /// Of its page, as given.
        address: Option<String>,
        format: String,
        encoding: Option<EncodingView>,
        title: Option<ReportedValue>,
        publisher: Option<ReportedValue>,
        author: Option<ReportedValue>,
        place: Option<ReportedValue>,
        published: Option<ReportedValue>,
        updated: Option<ReportedValue>,
        kind: Option<ReportedValue>,
        language: Option<ReportedValue>,
        /// What states another value and is not taken, by field and strength.
        doubted: Vec<DoubtedValue>,
        repairs: Vec<RuleCount>,
        removed: Vec<ReasonCount>,
        gaps: u32,
        words: u32,
        warnings: Vec<String>,
    }

    /// Something the reader should know about how a query was understood.
    RemarkView { code: String, text: String, from: Option<String>, to: Option<String> }

    /// A part of a block with the marks inside it, offsets from its start.
    SnippetView { text: String, marks: Vec<Range> }

    /// A block that answers a query.
    PassageView { block: u32, start: u32, end: u32, marks: Vec<Range>, snippet: Option<SnippetView> }

    /// An article, or one passage, that answers a query.
    HitView {
        article: String,
        score: f64,
        passages: Vec<PassageView>,
        /// What the score is the sum of; null unless asked for.
        score_parts: Option<Vec<ScorePartView>>,
    }

    /// A part of a score: "text" with its weight and frequency, "coverage", "nearness", "feedback".
    ScorePartView { kind: String, text: Option<String>, weight: f64, frequency: f64, score: f64 }

    /// A part of a query's tree: what was understood, and what of it the articles hold.
    ExplanationView {
        /// word, prefix, fuzzy, phrase, near, filter, all, any, optional, not.
        kind: String,
        text: Option<String>,
        words: Vec<String>,
        articles: Option<u32>,
        parts: Vec<ExplanationView>,
    }

    /// A value and how many hits have it; null counts the hits without one.
    FacetValue { value: Option<String>, count: u32 }

    /// Counts of all hits.
    Facets { publisher: Vec<FacetValue>, kind: Vec<FacetValue>, month: Vec<FacetValue> }

    /// The answer to a query.
    SearchAnswer {
        query: String,
        remarks: Vec<RemarkView>,
        suggestion: Option<String>,
        /// The tree of the query; null unless asked for.
        explanation: Option<ExplanationView>,
        total: u32,
        hits: Vec<HitView>,
        facets: Option<Facets>,
    }

    /// Something to type.
    Suggestion { text: String, kind: SuggestionKind, count: u32 }

    /// A line of a concordance.
    LineView { article: String, block: u32, start: u32, end: u32, left: String, node: String, right: String }

    /// A concordance; `total` counts the lines before the limit.
    Concordance { total: u32, lines: Vec<LineView> }

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

    /// An entity named in the same paragraphs.
    Companion { id: String, name: String, count: u32 }

    /// A role or affiliation as the text states it.
    RoleView { text: String, article: String, start: u32, end: u32 }

    /// An entity with everything known of it.
    EntityView {
        #[serde(flatten)]
        summary: EntitySummary,
        occurrences: Vec<Occurrence>,
        with: Vec<Companion>,
        roles: Vec<RoleView>,
        /// Quotations that stand for themselves: fragments within another are left out.
        quotes: Vec<String>,
    }

    /// A reporting verb or phrase.
    CueView { text: String, start: u32, end: u32 }

    /// Who a quotation is attributed to; text, start and end are null when only inferred, entity and
    /// name when unresolved.
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
        /// The quotation that holds all its words: quoted fragments inside a reported clause.
        within: Option<String>,
    }

    /// A date said in an article, `from` and `to` as ISO 8601 days, both included.
    DateView {
        from: Option<String>,
        to: Option<String>,
        precision: Precision,
        /// The article whose date resolved it, when its own has none.
        inferred_from: Option<String>,
        article: String,
        block: u32,
        start: u32,
        end: u32,
        text: String,
        sentence: Range,
    }

    /// A mention in analysed text.
    AnalyzedMention {
        start: u32,
        end: u32,
        text: String,
        kind: MentionKind,
        entity: Option<String>,
        name: Option<String>,
    }

    /// A quotation in analysed text.
    AnalyzedQuote {
        kind: QuotationKind,
        text: String,
        spans: Vec<Range>,
        cue: Option<CueView>,
        speaker: Option<SpeakerView>,
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

    /// One text with everything found in it.
    Analysis {
        id: String,
        text: String,
        entities: Vec<AnalyzedMention>,
        quotes: Vec<AnalyzedQuote>,
        dates: Vec<AnalyzedDate>,
    }
}

/// Declares options: every field may be left out.
macro_rules! options {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident : $type:ty),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(Tsify))]
        #[serde(rename_all = "camelCase", deny_unknown_fields, default)]
        #[allow(missing_docs)]
        pub struct $name {
            $($(#[$field_doc])* #[cfg_attr(target_arch = "wasm32", tsify(optional))] pub $field: Option<$type>),*
        }
    )*};
}

options! {
    /// Options of `fromArticles`; both true unless said.
    FromArticlesOptions { analyze: bool, normalize: bool }

    /// What `give` says of an article; an empty value takes back what was given before.
    GivenValues {
        title: String,
        publisher: String,
        author: String,
        /// ISO 8601.
        published: String,
    }

    /// Options of `search`.
    SearchOptions {
        limit: u32,
        offset: u32,
        sort: Sort,
        by: Unit,
        /// The most passages of an article; 10 unless said.
        passages: u32,
        snippets: bool,
        facets: bool,
        /// Whether all hits are counted; if not, and without facets, `total` counts those looked at.
        count: bool,
        /// Whether names also seek the other names of their bearer; true unless said.
        synonyms: bool,
        /// Whether the answer tells its query's tree, and hits the parts of their scores.
        explain: bool,
    }

    /// Options of `concordance`.
    ConcordanceOptions { window: u32, sort: LineSort, limit: u32 }

    /// Which entities; `query` is looked for in their names.
    EntityFilter { kind: EntityKind, article: String, query: String }

    /// Which quotations; `speaker` is an entity's id or a part of a speaker's name.
    QuoteFilter { speaker: String, article: String, kind: QuotationKind, query: String }

    /// Which dates.
    TimelineFilter { article: String }
}

impl From<GivenValues> for document::Given {
    fn from(values: GivenValues) -> Self {
        Self {
            title: values.title,
            publisher: values.publisher,
            author: values.author,
            published: values.published,
            ..Self::default()
        }
    }
}

/// Declares names that stand for the variants of an enum of the core, one for one.
macro_rules! names {
    ($($(#[$doc:meta])* $name:ident = $core:path { $($variant:ident),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(Tsify))]
        #[serde(rename_all = "camelCase")]
        #[allow(missing_docs)]
        pub enum $name { $($variant),* }

        impl From<$name> for $core {
            fn from(name: $name) -> Self {
                match name { $($name::$variant => Self::$variant),* }
            }
        }

        impl From<$core> for $name {
            fn from(core: $core) -> Self {
                match core { $(<$core>::$variant => Self::$variant),* }
            }
        }
    )*};
}

names! {
    /// What a block of an article is.
    BlockKind = document::BlockKind { Title, Heading, Paragraph, Item, Caption, Meta, Byline, Dateline, Quotation, Table }
    /// A value of an article that rests on evidence.
    Field = document::Field { Title, Publisher, Author, Place, Published, Updated, Kind, Language, Rights }
    /// What sort of change an operation is.
    OperationKind = document::OperationKind { Repair, Character, Layout, Removal, Move }
    /// What an entity is.
    EntityKind = entity::EntityKind { Person, Organisation, Place, Document, Event, Publication }
    /// What a mention is: a kind of entity, or a word for people or things of a place.
    MentionKind = entity::MentionKind { Person, Organisation, Place, Document, Event, Publication, Nationality }
    /// How speech is reported.
    QuotationKind = quote::QuotationKind { Direct, Mixed, Indirect }
    /// How exactly a date is named.
    Precision = time::Precision { Day, Month, Year, Season, Unknown }
    /// How hits are ordered.
    Sort = search::Sort { Relevance, Date }
    /// What one hit is.
    Unit = search::Unit { Article, Passage }
    /// How lines of a concordance are ordered.
    LineSort = search::LineSort { Position, Left, Right }
}

/// What a suggestion is: a word of the corpus or the name of an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase", untagged)]
pub enum SuggestionKind {
    /// The name of an entity of a kind.
    Entity(EntityKind),
    /// A word of the corpus.
    Term(TermKind),
}

/// The kind of a suggestion that is a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub enum TermKind {
    /// A word of the corpus.
    Term,
}
