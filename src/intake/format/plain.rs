//! What does a file of plain text hold? One article, behind front matter if there is some.

use super::{characters, front, source};
use crate::document::Format;
use crate::intake::Article;

/// The article of a text file.
pub(super) fn read(name: &str, bytes: &[u8]) -> Article {
    let (text, encoding) = characters(bytes);
    let mut article = Article {
        source: source(name, Format::Text, encoding),
        ..Article::default()
    };
    article.text = match front::split(&text) {
        Some((matter, rest)) => {
            matter.give(&mut article);
            rest.trim_start_matches(['\r', '\n']).to_owned()
        }
        None => text.into_owned(),
    };
    article
}
