//! How does a Word document become an article? A reader of the parts of its package, in order.

use super::body::Body;
use super::style::Styles;
use super::xml::{Step, attribute, walk};
use crate::document::{Article, Basis, Encoding, Field, Format, Statement};
use crate::error::{ReadError, ReadErrorKind};
use crate::read::input::source::{characters, source};
use crate::read::package::Package;

/// The article of a DOCX. Its parts may expand to `limit` bytes in total.
pub fn read(name: &str, bytes: &[u8], limit: u64) -> Result<Article, ReadError> {
    let fail = |kind, message: &str| ReadError::new(kind, name, message);
    let damaged = || {
        fail(
            ReadErrorKind::Format,
            "is not a Word document, or is damaged",
        )
    };
    let package = Package::open(bytes).ok_or_else(damaged)?;
    let mut parts = Parts {
        package,
        left: limit,
    };
    let main = parts.main();
    let document = match parts.text(&main) {
        Some(Ok(document)) => document,
        Some(Err(message)) => return Err(fail(ReadErrorKind::Limit, message)),
        None => return Err(damaged()),
    };
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut part = |name: &str| parts.text(&format!("{folder}/{name}")).and_then(Result::ok);
    let styles = part("styles.xml").map_or_else(Styles::default, |xml| Styles::of(&xml));
    let mut body = Body::new(&styles);
    let whole = body.read(&document);
    if let Some(notes) = part("footnotes.xml") {
        body.read(&notes);
    }
    let mut article = Article {
        statements: parts
            .text("docProps/core.xml")
            .and_then(Result::ok)
            .map_or_else(Vec::new, |xml| statements(&xml)),
        source: source(name, Format::Docx, Some(encoding())),
        ..Article::default()
    };
    if !whole {
        article
            .source
            .warnings
            .push("its XML is damaged; only the part before the damage was read".to_owned());
    }
    body.finish().give(&mut article);
    Ok(article)
}

/// The XML of a DOCX is UTF-8.
fn encoding() -> Encoding {
    Encoding {
        name: "utf-8".to_owned(),
        how: Basis::Fixed,
        confidence: 1.0,
        malformed: 0,
    }
}

/// The parts of a document, and the number of bytes to which they may still expand.
struct Parts<'a> {
    package: Package<'a>,
    left: u64,
}

impl Parts<'_> {
    /// The text of a part; `None` if there is none; an error message if it is too large or damaged.
    fn text(&mut self, name: &str) -> Option<Result<String, &'static str>> {
        let bytes = match self.package.named(name, self.left)? {
            Ok(bytes) => bytes,
            Err(refusal) => return Some(Err(refusal.message())),
        };
        self.left -= bytes.len() as u64;
        let (text, _) = characters(&bytes);
        Some(Ok(text.into_owned()))
    }

    /// The name of the part that contains the document.
    fn main(&mut self) -> String {
        let mut main = None;
        if let Some(Ok(xml)) = self.text("_rels/.rels") {
            walk(&xml, |step| {
                if let Step::Open("Relationship", tag) = step
                    && attribute(tag, "Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
                {
                    main = attribute(tag, "Target");
                }
            });
        }
        let main = main.unwrap_or_else(|| "word/document.xml".to_owned());
        main.trim_start_matches('/').to_owned()
    }
}

/// What the document properties state.
fn statements(xml: &str) -> Vec<Statement> {
    let mut statements = Vec::new();
    let mut open: Option<(Field, &str)> = None;
    let mut text = String::new();
    walk(xml, |step| match step {
        Step::Open(tag, _) => {
            text.clear();
            open = match tag {
                "title" => Some((Field::Title, "dc:title")),
                "creator" => Some((Field::Author, "dc:creator")),
                "language" => Some((Field::Language, "dc:language")),
                _ => None,
            };
        }
        Step::Text(part) => text.push_str(part),
        Step::Close(_) => {
            if let Some((field, tag)) = open.take()
                && !text.trim().is_empty()
            {
                statements.push(Statement {
                    field,
                    value: text.split_whitespace().collect::<Vec<_>>().join(" "),
                    tag: format!("docProps/core.xml {tag}"),
                    text: text.clone(),
                });
            }
        }
    });
    statements
}
