//! Which passages answer a query? Index, query language, ranking, snippets, facets, concordance,
//! collocations.
//!
//! Documents enter once, when the index is built: their blocks are numbered, their words folded
//! and sorted, and every place of every word is kept. A query becomes an abstract syntax tree of
//! texts and conditions; only the postings of its own words are read. Spans are made at the very
//! end, from the documents, for the hits that are shown.
//!
//! The folders are layers; each imports from those above it in this list and never from one below:
//!
//! 1. `term`: a text as tokens, keys and terms;
//! 2. `schema`: what documents are to an index;
//! 3. `query`: a typed query as an abstract syntax tree;
//! 4. `filter`: which documents are asked, and what hits are counted by;
//! 5. `index`: the segments, and the index that is made of them;
//! 6. `lookup`: the words of the index that a query means;
//! 7. `rank`: what documents earn by those words;
//! 8. `evaluation`: which documents match, in which order, and where;
//! 9. `answer`: what a search gives;
//! 10. `kwic`: keywords in context: concordance and collocations.

mod answer;
mod evaluation;
mod filter;
mod index;
mod kwic;
mod lookup;
mod query;
mod rank;
mod schema;
mod term;

pub use answer::{Answer, Explanation, Hit, Options, Passage, ScoreKind, ScorePart, Snippet, Sort};
pub use filter::{Bar, Facet, FacetValue, Histogram, Selection, Step};
pub use index::{HitUnit, Index};
pub use kwic::{
    Collocate, CollocationOptions, Collocations, Concordance, Group, Line, LineOptions, LineSort,
    Measure, log_likelihood,
};
pub use query::Remark;
pub use schema::{
    Annotation, AnnotationKind, Column, Documents, Knowledge, Named, SECTIONS, Schema, Section, day,
};
pub use term::{IndexToken, index_tokens};
