//! What have other rooms found in the documents? Plain data: speakers, entities, cues and names.

/// What other rooms found in the documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Knowledge {
    /// What occurs in the documents, in any order, where one thing may be listed several times;
    /// `None` if nobody looked.
    pub annotations: Option<Vec<Annotation>>,
    /// Lists of names of one person, organisation or place ("North Korea", "DPRK").
    pub names: Vec<Vec<String>>,
    /// Facets of names, with the field that queries and filters use for each ("entity", "speaker").
    pub facets: Vec<(String, Named)>,
}

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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// The id and name of each. Among names with equal counts, the order decides.
    pub names: Vec<(String, String)>,
    /// For each document, the ordinals of its names in `names`, without duplicates.
    pub of: Vec<Vec<u32>>,
}
