//! A file of plain text is one article.

use crate::document::{Format, Source};
use crate::intake::{Article, decode};

/// The article of a text file; its id is the name without extension.
pub(super) fn read(name: &str, bytes: &[u8]) -> Article {
    let id = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    Article {
        source: Source {
            file: Some(name.to_owned()),
            format: Format::Text,
            ..Source::default()
        },
        ..Article::new(id, decode(bytes))
    }
}
