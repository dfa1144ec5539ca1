//! What makes and changes a corpus.

use crate::document;

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
