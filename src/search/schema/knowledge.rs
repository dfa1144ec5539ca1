//! What have other rooms found in the documents? Plain data: speakers, entities, cues and names.

use std::sync::Arc;

/// Something that occurs in some blocks of the documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotation {
    /// Its kind.
    pub kind: AnnotationKind,
    /// Its id throughout the corpus ("vladimir-putin"); empty if it has none.
    pub id: String,
    /// Its names in the texts; for a cue, the words themselves.
    pub names: Vec<String>,
    /// The blocks in which it occurs, by document and index in the document, in any order.
    pub blocks: Vec<(u32, u32)>,
}

/// What an [`Annotation`] says about its blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AnnotationKind {
    /// Someone is quoted there.
    Speaker,
    /// Someone or something is named there.
    Entity,
    /// The words of a cue are there.
    Cue,
}

/// Names found in documents by other rooms, as plain data for a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The id and name of each. Among names with equal counts, the order decides.
    pub names: Arc<[(String, String)]>,
    /// For each document, the ordinals of its names in `names`, without duplicates.
    pub of: Vec<Vec<u32>>,
}
