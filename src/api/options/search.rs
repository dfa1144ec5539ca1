//! What is asked of a search? The options of articles and of documents of other shapes, and how
//! they are read.

use std::collections::BTreeMap;

#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
use super::SearchFilter;
use crate::api::shape::{Sort, Step, Unit};
use crate::search::{self, Selection};

/// How many hits or suggestions an answer holds by default.
pub const DEFAULT_LIMIT: usize = 10;

/// Declares options of a search: what all share, with the defaults in which they differ, and a
/// filter.
macro_rules! search_options {
    ($(#[$doc:meta])* $name:ident {
        $(#[$passages_doc:meta])* passages: $passages:literal,
        $(#[$facets_doc:meta])* facets: $facets:literal,
        $(#[$filter_doc:meta])* filter: $filter:ty,
        $($(#[$own_doc:meta])* $own:ident: $own_type:ty,)*
    }) => {
        options! {
            $(#[$doc])*
            $name {
                /// How many hits at most, from 0; default 10.
                limit: u32,
                /// How many hits to skip at the start, from 0; default 0.
                offset: u32,
                sort: Sort,
                by: Unit,
                $(#[$passages_doc])*
                passages: u32,
                /// Whether passages have snippets; default true.
                snippets: bool,
                $(#[$facets_doc])*
                facets: bool,
                /// Whether all hits are counted; default true. If not, and without facets, `total`
                /// counts those that were examined, and a large index answers sooner.
                count: bool,
                /// Whether other names of the same thing are searched too; default true.
                synonyms: bool,
                /// Whether the answer contains the tree of its query, and hits the parts of their
                /// scores; default false.
                explain: bool,
                /// Whether hits are counted by time; default false.
                histogram: bool,
                /// How long a bar of the histogram is; chosen by the range of the dates by default.
                step: Step,
                $(#[$filter_doc])*
                filter: $filter,
                $($(#[$own_doc])* $own: $own_type,)*
            }
        }

        impl $name {
            /// The options of a search of what its filter selects.
            pub fn read(&self, filter: Selection) -> search::Options {
                search::Options {
                    limit: self.limit.map_or(DEFAULT_LIMIT, |n| n as usize),
                    offset: self.offset.unwrap_or(0) as usize,
                    sort: self.sort.map(Into::into).unwrap_or_default(),
                    by: self.by.map(Into::into).unwrap_or_default(),
                    passages: self.passages.unwrap_or($passages) as usize,
                    snippets: self.snippets.unwrap_or(true),
                    facets: self.facets.unwrap_or($facets),
                    count: self.count.unwrap_or(true),
                    synonyms: self.synonyms.unwrap_or(true),
                    explain: self.explain.unwrap_or(false),
                    histogram: self.histogram.unwrap_or(false),
                    step: self.step.map(Into::into),
                    folds: Vec::new(),
                    filter,
                }
            }
        }
    };
}

#[cfg(any(feature = "cli", feature = "engine", feature = "readers"))]
search_options! {
    /// Options of `search`. With a filter, a blank query finds all articles that it admits.
    SearchOptions {
        /// The most passages of an article, from 0; default 10.
        passages: 10,
        /// Whether hits are counted by facets; default true.
        facets: true,
        filter: SearchFilter,
        /// Whether hits in copies are folded under the hit of the article that they copy, as
        /// `duplicates` lists them; default false. Of passages, only those of the same words are.
        fold_duplicates: bool,
    }
}

search_options! {
    /// Options of `SearchIndex.search`.
    IndexSearchOptions {
        /// The most passages of a document, from 0; default 3.
        passages: 3,
        /// Whether hits are counted by filters and months; default false.
        facets: false,
        /// Exact values that hits must have, by filter; "date" takes "2024", "2024-06",
        /// "2024-06-20", or a range: "2024-06-19..2024-06-21".
        #[cfg_attr(target_arch = "wasm32", tsify(type = "Record<string, string>"))]
        filter: BTreeMap<String, String>,
    }
}
