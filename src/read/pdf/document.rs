//! How does a PDF become an article? A pipeline of passes over its pages.

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::block::blocks;
use super::line::{Line, lines};
use super::run::Scribe;
use super::{guard, margin, order};
use crate::document::{Article, Field, Format, Statement};
use crate::error::{ReadError, ReadErrorKind};
use crate::read::input::layout::Lines;
use crate::read::input::source::source;

/// The article of a PDF.
pub fn read(name: &str, bytes: &[u8]) -> Result<Article, ReadError> {
    let fail = |kind, message: &str| ReadError::new(kind, name, message);
    if guard::is_bomb(bytes) {
        let message = "contains a stream that expands far beyond the size of any text";
        return Err(fail(ReadErrorKind::Limit, message));
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => fail(
            ReadErrorKind::Format,
            "is encrypted; remove its password and add that",
        ),
        LoadPdfError::Decryption(_) => fail(
            ReadErrorKind::Format,
            "uses an encryption that is not supported; print it to a new PDF and add that",
        ),
        LoadPdfError::Invalid => fail(ReadErrorKind::Format, "is not a PDF, or is damaged"),
    })?;
    let mut scribe = Scribe::new();
    let mut pages: Vec<Vec<Line>> = Vec::new();
    for page in pdf.pages().iter() {
        let (width, height) = page.render_dimensions();
        let lines = lines(scribe.page(page));
        pages.push(order::ordered(margin::within(lines, width, height)));
    }
    if pages.iter().all(Vec::is_empty) {
        let message = match scribe.pictures {
            0 => "has no text layer and no pictures",
            _ => "has no text layer, only pictures of pages; run text recognition (OCR) first",
        };
        return Err(fail(ReadErrorKind::Empty, message));
    }
    margin::mark(&mut pages);
    let mut lines = Lines::default();
    for (layout, text) in blocks(&pages) {
        lines.add(layout, &text);
    }
    let mut article = Article {
        statements: statements(&pdf),
        source: source(name, Format::Pdf, None),
        ..Article::default()
    };
    article.source.warnings = scribe.warnings();
    lines.give(&mut article);
    Ok(article)
}

/// What the information dictionary states, except titles from file names, and anonymous authors.
fn statements(pdf: &Pdf) -> Vec<Statement> {
    let known = pdf.metadata();
    let stated = [
        (Field::Title, "Title", &known.title),
        (Field::Author, "Author", &known.author),
    ];
    let stated = stated.into_iter().filter_map(|(field, key, value)| {
        let text = characters(value.as_deref()?);
        let value = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let made = match field {
            Field::Title => is_file_name(&value),
            _ => ["(anonymous)", "anonymous", "unknown"].contains(&value.to_lowercase().as_str()),
        };
        (!value.is_empty() && !made).then(|| Statement {
            field,
            value,
            tag: format!("PDF Info {key}"),
            text,
        })
    });
    stated.collect()
}

fn is_file_name(title: &str) -> bool {
    let lower = title.to_lowercase();
    let ends = [
        ".doc", ".docx", ".indd", ".pdf", ".qxd", ".qxp", ".html", ".txt", ".odt",
    ];
    lower.starts_with("microsoft word")
        || lower == "untitled"
        || ends.iter().any(|end| lower.ends_with(end))
}

/// A text string: UTF-16 or UTF-8 after a mark, otherwise PDFDocEncoding, read as windows-1252.
fn characters(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, ..] | [0xff, 0xfe, ..] | [0xef, 0xbb, 0xbf, ..] => {
            crate::read::input::encoding::decode(bytes).text
        }
        _ => bytes
            .iter()
            .map(|&byte| crate::text::from_windows_1252(byte))
            .collect(),
    }
}
