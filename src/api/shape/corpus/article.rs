//! What an article is and what was done to it on its way in: text, blocks, evidence, operations,
//! gaps.

use crate::api::shape::Range;
use crate::document;

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
}

names! {
    /// What a block of an article is.
    BlockKind = document::BlockKind { Title, Heading, Paragraph, Item, Caption, Meta, Byline, Dateline, Quotation, Table }
    /// A value of an article that rests on evidence.
    Field = document::Field { Title, Publisher, Author, Place, Published, Updated, Kind, Language, Rights }
    /// What sort of change an operation is.
    OperationKind = document::OperationKind { Repair, Character, Layout, Removal, Move }
}
