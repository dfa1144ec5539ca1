//! How is a corpus made and changed?

use crate::document;

options! {
    /// Options of `fromArticles`.
    FromArticlesOptions {
        /// Whether names, quotations and dates are found; default true.
        analyze: bool,
        /// Whether texts are repaired and cleaned; default true.
        normalize: bool,
        /// The text of a file of decisions.
        decisions: String,
    }

    /// Options of `open`.
    OpenOptions {
        /// The text of a file of decisions.
        decisions: String,
    }

    /// Which articles `articles` and `report` list.
    ArticleFilter {
        /// The ids of articles, in the order of the rows; by default all, in corpus order.
        articles: Vec<String>,
        /// Whether copies are left out, as `duplicates` lists them; default false.
        fold_duplicates: bool,
        /// How many are passed over; default 0.
        offset: u32,
        /// How many are returned at most; default all.
        limit: u32,
    }

    /// Which stories, or sets of copies, are listed.
    RelatedFilter {
        /// The id of an article that is one of them.
        article: String,
        /// How many are passed over; default 0.
        offset: u32,
        /// How many are returned at most; default all.
        limit: u32,
    }

    /// Values for `give`; an empty value withdraws what was given before.
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
