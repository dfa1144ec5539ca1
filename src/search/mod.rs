//! Which passages match a query? A full-text search engine: index, query language, ranking,
//! snippets, facets, concordance and collocations.
//!
//! Documents are analysed once, when the index is built: their blocks are numbered, their words
//! folded and sorted, and every position of every word is kept. A query becomes an abstract syntax
//! tree of texts and conditions; only the postings of its own words are read. Spans are computed
//! last, from the documents, and only for the hits that are shown.
//!
//! The folders are layers; each imports only from those before it in this list:
//!
//! 1. `term`: a text as tokens, keys and terms;
//! 2. `schema`: the shape of documents, as the index sees it;
//! 3. `query`: a typed query as an abstract syntax tree;
//! 4. `filter`: which documents are searched, and the facets of hits;
//! 5. `index`: segments, and the index that consists of them;
//! 6. `lookup`: the words of the index that a query matches;
//! 7. `rank`: scores of documents;
//! 8. `evaluation`: which documents match, in which order, and where;
//! 9. `answer`: the result of a search;
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
    Annotation, AnnotationKind, Column, Documents, Named, SECTIONS, Schema, Section, day,
};
pub use term::{IndexToken, index_tokens};
