//! What makes and changes a corpus.

use crate::document;

options! {
    /// Options of `fromArticles`.
    FromArticlesOptions {
        /// True unless said.
        analyze: bool,
        /// True unless said.
        normalize: bool,
        /// The text of a file of decisions.
        decisions: String,
    }

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
