//! What do others know of the documents? Speakers, entities, cues and names, as plain data.

/// What was found in documents by those who read them for more than their words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Knowledge {
    /// For each document, in the order of the index, what stands where; any order.
    pub annotations: Vec<Vec<Annotation>>,
    /// Lists of names that mean one person, organisation or place ("North Korea", "DPRK").
    pub names: Vec<Vec<String>>,
    /// Facets of names, each by the field that queries and filters call it ("entity", "speaker").
    pub facets: Vec<(String, Named)>,
}

/// Something that stands in some blocks of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotation {
    /// What it is.
    pub kind: AnnotationKind,
    /// What it is called throughout the corpus ("vladimir-putin"); empty when it has no such name.
    pub id: String,
    /// Its names in the texts; the words themselves for a cue.
    pub names: Vec<String>,
    /// The blocks of the document where it stands, by their index; any order.
    pub blocks: Vec<u32>,
}

/// What an [`Annotation`] says of its blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AnnotationKind {
    /// Somebody is quoted there.
    Speaker,
    /// Somebody or something is named there.
    Entity,
    /// Words there report what was said.
    Cue,
}

/// Names that articles share and that are found elsewhere: plain data for the index.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// The id and the name of each, those that come first among equals first.
    pub names: Vec<(String, String)>,
    /// For each document, the ordinals of its names in `names`, each once.
    pub of: Vec<Vec<u32>>,
}
