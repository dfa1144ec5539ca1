//! What does a PDF hold? One article: the text of its pages, in reading order as far as geometry tells.
//!
//! The way of a page: its operators show runs of glyphs (`run`, `state`), runs on one baseline make lines
//! (`line`), gutters between columns tell their order (`order`), what repeats at the edges of pages
//! stands outside (`margin`), and gaps, indents and sizes part the rest into blocks (`block`). The
//! lines of a paragraph are joined by a blank; a hyphen at the end of a line stays, with the blank
//! behind it.

mod block;
mod guard;
mod line;
mod margin;
mod order;
mod run;
mod state;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::lines::Lines;
use super::source;
use crate::document::{Field, Format};
use crate::error::{ReadError, ReadErrorKind};
use crate::intake::{Article, Statement};

use block::blocks;
use line::{Line, lines};
use run::Scribe;

/// The article of a PDF.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Article, ReadError> {
    let fail = |kind, message: &str| ReadError::new(kind, name, message);
    if guard::is_bomb(bytes) {
        let message = "holds a stream that expands beyond all measure of text";
        return Err(fail(ReadErrorKind::Limit, message));
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => fail(
            ReadErrorKind::Format,
            "is encrypted; remove its password and add that",
        ),
        LoadPdfError::Decryption(_) => fail(
            ReadErrorKind::Format,
            "is encrypted in a way that is not read; print it to a PDF and add that",
        ),
        LoadPdfError::Invalid => fail(ReadErrorKind::Format, "is no PDF, or a damaged one"),
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
            0 => "has no text layer, and no picture of one either",
            _ => "has no text layer: it holds pictures of pages; run OCR first",
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

/// What the information dictionary states; no titles that a program made of a file's name, no author who is none.
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

/// A text string: UTF-16 or UTF-8 behind their marks, else PDFDocEncoding, read as windows-1252.
fn characters(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, ..] | [0xff, 0xfe, ..] | [0xef, 0xbb, 0xbf, ..] => {
            crate::intake::decode(bytes)
        }
        _ => bytes
            .iter()
            .map(|&byte| crate::intake::encoding::from_windows_1252(byte))
            .collect(),
    }
}
