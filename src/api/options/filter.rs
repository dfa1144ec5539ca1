//! Which articles are searched?

use std::fmt;

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};

options! {
    /// Which articles are searched: exact values of facets, a period, and articles by their ids.
    SearchFilter {
        /// The id of an article, or a list of ids; an unknown id is an error.
        article: ArticleIds,
        publisher: String,
        kind: String,
        author: String,
        /// "2024", "2024-06", "2024-06-20", or a range: "2024-06-19..2024-06-21".
        date: String,
        /// The id of an entity that the article names.
        entity: String,
        /// The id of an entity that the article quotes.
        speaker: String,
    }
}

/// Articles by their ids; given as one id or a list of ids.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(
    target_arch = "wasm32",
    derive(tsify::Tsify),
    tsify(type = "string | string[]")
)]
pub struct ArticleIds(pub Vec<String>);

impl<'de> Deserialize<'de> for ArticleIds {
    fn deserialize<D: Deserializer<'de>>(given: D) -> Result<Self, D::Error> {
        given.deserialize_any(OneOrMore)
    }
}

struct OneOrMore;

impl<'de> Visitor<'de> for OneOrMore {
    type Value = ArticleIds;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("the id of an article, or a list of ids")
    }

    fn visit_str<E>(self, id: &str) -> Result<ArticleIds, E> {
        Ok(ArticleIds(vec![id.to_owned()]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut ids: A) -> Result<ArticleIds, A::Error> {
        let mut all = Vec::new();
        while let Some(id) = ids.next_element()? {
            all.push(id);
        }
        Ok(ArticleIds(all))
    }
}
