//! What does a plain text file contain? A reader of one article, after any front matter.

use super::given::split_front_matter;
use super::input::source::{characters, source};
use crate::document::{Article, Format};

/// The article of a text file.
pub fn read(name: &str, bytes: &[u8]) -> Article {
    let (text, encoding) = characters(bytes);
    let mut article = Article {
        source: source(name, Format::Text, encoding),
        ..Article::default()
    };
    article.text = match split_front_matter(&text) {
        Some((matter, rest)) => {
            matter.give(&mut article);
            rest.trim_start_matches(['\r', '\n']).to_owned()
        }
        None => text.into_owned(),
    };
    article
}
