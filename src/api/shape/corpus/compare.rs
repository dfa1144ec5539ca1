//! How do articles report the same events? Groups, shared passages and a table.

use super::{EntityKind, QuotationKind, SpeakerView};
use crate::api::shape::Range;
use crate::compare;

shapes! {
    /// Passages of several articles that say the same, name the same, or speak of one paper or
    /// event.
    StatementGroup {
        id: String,
        kind: GroupKind,
        /// What a topic is about: the name of it; else the passage that resembles the others most.
        label: String,
        /// The entity that a topic is about.
        about: Option<String>,
        /// How many articles have a passage.
        articles: u32,
        /// The passages, in corpus and text order.
        members: Vec<MemberView>,
        /// The ordinal of the member that resembles the others most.
        centre: u32,
        /// The member of the article that was first, if at least two of the articles have a date
        /// and no other has the same.
        earliest: Option<u32>,
        differences: Vec<DifferenceView>,
    }

    /// A passage of a group.
    MemberView {
        article: String,
        block: u32,
        start: u32,
        end: u32,
        /// Its words, parts joined by " … ".
        text: String,
        /// Its parts.
        spans: Vec<Range>,
        sentence: Range,
        /// The words that another member shares.
        shared: Vec<Range>,
        /// The quotation that holds most of it.
        quote: Option<String>,
        quote_kind: Option<QuotationKind>,
        speaker: Option<SpeakerView>,
    }

    /// A point in which passages differ; which is right is not judged.
    DifferenceView { kind: DifferenceKind, readings: Vec<ReadingView> }

    /// What one passage has there.
    ReadingView { member: u32, start: u32, end: u32, text: String }

    /// A group with its wordings aligned.
    GroupDetail {
        group: StatementGroup,
        /// The ordinal of the member that the others are set against.
        base: u32,
        /// How each member differs from the base, in their order.
        alignments: Vec<Vec<PartView>>,
    }

    /// A part of an alignment: its place in the base and in the other wording.
    PartView { kind: PartKind, base: Option<Range>, other: Option<Range> }

    /// A passage that two articles have word for word, apart from small edits.
    SharedPassage {
        /// How many words are the same.
        words: u32,
        /// At how many earlier places these words also occur that are not listed: of what many
        /// articles print, each later one is listed with the 64 earliest places.
        omitted: u32,
        first: PlaceView,
        second: PlaceView,
        /// How the second differs from the first.
        alignment: Vec<PartView>,
    }

    /// A stretch of an article.
    PlaceView { article: String, block: u32, start: u32, end: u32, text: String }

    /// What each article reports, side by side.
    Comparison {
        articles: Vec<ComparedArticle>,
        /// Speakers, names, dates, figures, groups; of each kind what most articles have first,
        /// dates and figures in order.
        rows: Vec<ComparisonRow>,
        /// What the articles say of one paper or event.
        points: Vec<StatementGroup>,
        /// What is left out of the points, since so much of the articles speaks of it that it is
        /// the story itself.
        omitted: Vec<OmittedPoint>,
    }

    /// A paper or event of which more than 30 sentences speak, and more than six for each article
    /// compared.
    OmittedPoint { about: String, label: String, articles: u32, sentences: u32 }

    /// A column of a comparison.
    ComparedArticle { id: String, words: u32 }

    /// What one subject has in each article.
    ComparisonRow {
        kind: RowKind,
        /// An entity, a date ("2024-06-19" or two with a slash between), or a group; null for
        /// unnamed speakers and for figures.
        id: Option<String>,
        label: String,
        entity_kind: Option<EntityKind>,
        /// A cell for each article that has it, in the order of the articles; the others are
        /// silent.
        cells: Vec<ComparisonCell>,
    }

    /// Where an article has a subject.
    ComparisonCell {
        article: String,
        places: Vec<Range>,
        words: u32,
        /// The words against all of the article, 0 to 1.
        share: f64,
    }
}

names! {
    /// What the passages of a group have in common.
    GroupKind = compare::GroupKind { Statement, Title, Topic }
    /// What passages differ in.
    DifferenceKind = compare::DifferenceKind { Figures, Dates, Negation }
    /// What a part of a wording is to the other.
    PartKind = compare::AlignmentKind { Shared, LeftOut, Added, Moved }
}

/// What a row of a comparison is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub enum RowKind {
    Speaker,
    Name,
    Date,
    Figure,
    Group,
}
