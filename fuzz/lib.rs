//! What must hold for every file, whatever its bytes? The checks of the fuzz targets.

mod answer;

pub use answer::{analysis, decisions, query, saved};

use std::io::Write;

use corpus_explorer::clean::normalize;
use corpus_explorer::document::Article;
use corpus_explorer::read::{Options, Reader, Reading};
use rawzip::path::EntryPath;
use rawzip::{CompressionMethod, Error, ZipArchiveWriter};

/// Reads bytes as a file of each name, twice, and checks what readers promise about articles.
pub fn check(names: &[&str], bytes: &[u8]) {
    for name in names {
        let reading = read(name, bytes);
        assert_eq!(reading, read(name, bytes), "{name}: the same bytes, another reading");
        for article in &reading.articles {
            laid_out(article);
            sound(article);
        }
        let mut ids: Vec<&str> = reading.articles.iter().map(|a| a.id.as_str()).collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{name}: two articles of one id");
    }
}

fn read(name: &str, bytes: &[u8]) -> Reading {
    // The limits are so low that no run is slow.
    let options = Options {
        expanded: 4_000_000,
        entries: 100,
        depth: 2,
        ..Options::default()
    };
    let mut reader = Reader::new(options);
    reader.add(name, bytes);
    reader.finish()
}

/// Checks that a layout, if there is one, has an entry for each line, and that words are separated
/// by single spaces.
fn laid_out(article: &Article) {
    assert!(!article.text.trim().is_empty());
    if article.layout.is_empty() {
        return;
    }
    let lines: Vec<&str> = article.text.lines().filter(|line| !line.trim().is_empty()).collect();
    assert_eq!(lines.len(), article.layout.len(), "{:?}", article.text);
    for line in lines {
        assert_eq!(line, line.split_whitespace().collect::<Vec<_>>().join(" "));
    }
}

/// Checks the record of an article: blocks make up the text, and spans are inside it.
fn sound(article: &Article) {
    // Long texts are slow to normalise and reveal nothing that short ones do not.
    if article.text.len() > 1000 {
        return;
    }
    let record = normalize(article);
    assert!(record.is_sound());
    let blocks: Vec<&str> = record
        .blocks
        .iter()
        .map(|block| block.span.slice(&record.text))
        .collect();
    assert_eq!(blocks.join("\n\n"), record.text);
}

/// An archive of files, each a name and bytes; empty if a name is not allowed.
pub fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    pack(files).unwrap_or_default()
}

fn pack(files: &[(&str, &[u8])]) -> Result<Vec<u8>, Error> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for (name, bytes) in files {
        let (mut entry, config) = archive
            .new_file(EntryPath::verbatim(name.as_bytes()))
            .compression_method(CompressionMethod::STORE)
            .start()?;
        let mut writer = config.wrap(&mut entry);
        writer.write_all(bytes)?;
        let (_, output) = writer.finish()?;
        entry.finish(output)?;
    }
    archive.finish()
}
