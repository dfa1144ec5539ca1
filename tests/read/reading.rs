//! What must hold for every reading? Helpers that pass files through the reader.

use corpus_explorer::clean::normalize;
use corpus_explorer::document::Article;
use corpus_explorer::read::{Options, Reader, Reading};

/// Reads files twice, and compares both readings.
pub fn read_with(options: &Options, files: &[(&str, &[u8])]) -> Reading {
    let reading = || {
        let mut reader = Reader::new(options.clone());
        for (name, bytes) in files {
            reader.add(name, bytes);
        }
        reader.finish()
    };
    let first = reading();
    assert_eq!(first, reading(), "the same bytes, another reading");
    for article in &first.articles {
        let lines = article.text.lines().filter(|line| !line.trim().is_empty());
        if !article.layout.is_empty() {
            assert_eq!(lines.count(), article.layout.len(), "{:?}", article.text);
        }
        assert!(normalize(article).is_sound());
    }
    first
}

pub fn read(files: &[(&str, &[u8])]) -> Reading {
    read_with(&Options::default(), files)
}

/// Reads files and checks, in order, the ids and texts of articles and a part of each refusal.
#[track_caller]
pub fn check(files: &[(&str, &[u8])], articles: &[(&str, &str)], refused: &[&str]) -> Vec<Article> {
    let reading = read(files);
    let found: Vec<(&str, &str)> = reading
        .articles
        .iter()
        .map(|article| (article.id.as_str(), article.text.as_str()))
        .collect();
    let messages: Vec<String> = reading.refused.iter().map(ToString::to_string).collect();
    assert_eq!(found, articles, "{messages:?}");
    assert_eq!(messages.len(), refused.len(), "{messages:?}");
    for (message, part) in messages.iter().zip(refused) {
        assert!(message.contains(part), "{message}, wanted {part}");
    }
    reading.articles
}

pub const RAIN: &[u8] = b"It rained all day.";
