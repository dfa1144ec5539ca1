//! Which articles and blocks may answer? Conditions of the fields `publisher:`, `date:`, `in:`, ….

use super::answer::Remark;
use super::knowledge::AnnotationKind;
use super::lexer::Field;
use super::term::{key, term, units};
use crate::document::{BlockKind, Document};
use crate::text::{EnglishStemmer, tokens};

/// A condition on articles or blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// The outlet's name holds these terms side by side.
    Publisher(String),
    /// The headline holds these terms side by side.
    Title(String),
    /// The author's name holds these terms side by side.
    Author(String),
    /// The article says it is of this sort.
    Kind(String),
    /// The article's day lies between two ISO 8601 dates or parts of dates, both included.
    Date(Option<String>, Option<String>),
    /// The block is of this kind.
    In(BlockKind),
    /// The block quotes or names what is called so, or reports by these words.
    Annotated {
        /// What is asked for.
        kind: AnnotationKind,
        /// As typed.
        value: String,
        /// The terms side by side in a name; see [`super::annotation::Annotations::blocks`].
        terms: String,
    },
}

impl Filter {
    /// The filter of a field and its value, or a remark on what is wrong with the value.
    pub fn parse(field: Field, value: &str) -> Result<Self, Remark> {
        let words = || word_terms(value, &EnglishStemmer::new());
        let annotated = |kind, terms| {
            Ok(Self::Annotated {
                kind,
                value: value.to_owned(),
                terms,
            })
        };
        match field {
            Field::Publisher => Ok(Self::Publisher(name_terms(value))),
            Field::Title => Ok(Self::Title(words())),
            Field::Author => Ok(Self::Author(name_terms(value))),
            Field::Kind => Ok(Self::Kind(words())),
            Field::Speaker => annotated(AnnotationKind::Speaker, name_terms(value)),
            Field::Entity => annotated(AnnotationKind::Entity, name_terms(value)),
            Field::Cue => annotated(AnnotationKind::Cue, words()),
            Field::Date => date_range(value).ok_or_else(|| {
                let text = format!("“{value}” is no date and was searched as words; write date:2024, date:2024-06.. or date:2024-06-01..2024-06-30");
                Remark::new("bad-date", &text)
            }),
            Field::In => block_kind(value).map(Self::In).ok_or_else(|| {
                let text = format!("There is no part “{value}”, so it was searched as a word; there are title, heading, paragraph, item, caption and meta");
                Remark::new("unknown-part", &text)
            }),
        }
    }

    /// Whether an article, by its head, meets the condition; one on its blocks is met by all.
    pub fn admits(&self, head: &Head) -> bool {
        match self {
            Self::Publisher(wanted) => holds(&head.publisher, wanted),
            Self::Title(wanted) => holds(&head.title, wanted),
            Self::Author(wanted) => holds(&head.author, wanted),
            Self::Kind(wanted) => holds(&head.kind, wanted),
            Self::Date(from, to) => head.day.as_deref().is_some_and(|day| {
                from.as_deref().is_none_or(|from| day >= from)
                    && to
                        .as_deref()
                        .is_none_or(|to| day.get(..to.len()).unwrap_or(day) <= to)
            }),
            Self::In(_) | Self::Annotated { .. } => true,
        }
    }

    /// Whether a block of an admitted article meets the condition.
    pub fn admits_block(&self, kind: BlockKind) -> bool {
        !matches!(self, Self::In(wanted) if *wanted != kind)
    }
}

/// The headline of a document: its title, or else its title block.
pub fn title(document: &Document) -> Option<&str> {
    let block = || document.blocks.iter().find(|b| b.kind == BlockKind::Title);
    document
        .title
        .as_deref()
        .or_else(|| block().map(|b| document.slice(b.span)))
}

/// The day of a document, ISO 8601: of publication, or else of its last change.
pub fn day(document: &Document) -> Option<&str> {
    let date = document
        .published
        .as_deref()
        .or(document.updated.as_deref())?;
    let day = date.get(..10).unwrap_or(date);
    is_date(day).then_some(day)
}

/// What filters ask of an article, made once: the terms of its names, each between blanks.
#[derive(Debug, Clone, Default)]
pub struct Head {
    publisher: String,
    title: String,
    author: String,
    kind: String,
    /// The article's day, ISO 8601.
    pub day: Option<String>,
}

impl Head {
    /// The head of a document.
    pub fn new(document: &Document, stemmer: &EnglishStemmer) -> Self {
        let name = |name: &Option<String>| name.as_deref().map(name_terms).unwrap_or_default();
        let words = |text: Option<&str>| text.map(|t| word_terms(t, stemmer)).unwrap_or_default();
        Self {
            publisher: name(&document.publisher),
            title: words(title(document)),
            author: name(&document.author),
            kind: words(document.kind.as_deref()),
            day: day(document).map(str::to_owned),
        }
    }
}

/// Whether the terms of a name hold the wanted ones side by side.
pub fn holds(name: &str, wanted: &str) -> bool {
    !wanted.is_empty() && name.contains(wanted)
}

/// The stems of the words of a text, one blank before, between and after them; empty when it has
/// none.
pub fn word_terms(text: &str, stemmer: &EnglishStemmer) -> String {
    joined(text, |key| term(&key, stemmer).into_owned())
}

/// The words of a name, as [`word_terms`] but each in its own form.
pub fn name_terms(name: &str) -> String {
    joined(name, |key| key)
}

fn joined(text: &str, of: impl Fn(String) -> String) -> String {
    let mut joined = String::new();
    for unit in units(text, &tokens(text)) {
        joined.push(' ');
        joined.push_str(&of(key(unit.span.slice(text)).to_lowercase()));
    }
    if !joined.is_empty() {
        joined.push(' ');
    }
    joined
}

fn block_kind(name: &str) -> Option<BlockKind> {
    Some(match name.to_ascii_lowercase().as_str() {
        "title" => BlockKind::Title,
        "heading" => BlockKind::Heading,
        "paragraph" => BlockKind::Paragraph,
        "item" => BlockKind::Item,
        "caption" => BlockKind::Caption,
        "meta" => BlockKind::Meta,
        "byline" => BlockKind::Byline,
        "dateline" => BlockKind::Dateline,
        "quotation" => BlockKind::Quotation,
        "table" => BlockKind::Table,
        _ => return None,
    })
}

/// "2024", "2024-06..", "..2024-06-30", "2024-06-01..2024-06-30", with any dash or dots between the
/// ends and "/" or "." for hyphens; a range without ends is none.
fn date_range(value: &str) -> Option<Filter> {
    let value = value.trim();
    let parted = ["..", "…", "–", "—"]
        .iter()
        .find_map(|mark| value.split_once(mark));
    let (from, to) = parted.unwrap_or((value, value));
    let end = |date: &str| match date.trim() {
        "" => Some(None),
        date => padded(date).filter(|date| is_date(date)).map(Some),
    };
    let (from, to) = (end(from)?, end(to)?);
    (from.is_some() || to.is_some()).then_some(Filter::Date(from, to))
}

/// A date with hyphens and two digits for month and day: "2024/6/1" → "2024-06-01".
fn padded(date: &str) -> Option<String> {
    let parts = date.split(['-', '/', '.']).map(|part| match part.len() {
        1 if part.bytes().all(|b| b.is_ascii_digit()) => Some(format!("0{part}")),
        0 => None,
        _ => Some(part.to_owned()),
    });
    Some(parts.collect::<Option<Vec<_>>>()?.join("-"))
}

/// Whether a text is a year, a month of a year or a day: "2024", "2024-06", "2024-06-20".
fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let digits = |part: Option<&str>, n: usize| {
        part.is_none_or(|p| p.len() == n && p.bytes().all(|b| b.is_ascii_digit()))
    };
    let within = |part: Option<&str>, most: u8| {
        part.is_none_or(|p| p.parse().is_ok_and(|n: u8| (1..=most).contains(&n)))
    };
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    !text.is_empty()
        && digits(year, 4)
        && digits(month, 2)
        && digits(day, 2)
        && within(month, 12)
        && within(day, 31)
        && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(field: Field, value: &str, expected: bool) {
        let mut document = Document::from_text("a", "Text");
        document.publisher = Some("The Japan Times".into());
        document.published = Some("2024-06-20T13:34-04:00".into());
        document.title = Some("North Korea’s new pact".into());
        document.kind = Some("editorial".into());
        let filter = Filter::parse(field, value);
        assert_eq!(
            filter.is_ok_and(|f| f.admits(&Head::new(&document, &EnglishStemmer::new()))),
            expected,
            "{field:?} {value:?}"
        );
    }

    #[test]
    fn names() {
        check(Field::Publisher, "japan", true);
        check(Field::Publisher, "Japan Times", true);
        check(Field::Publisher, "Times Japan", false);
        check(Field::Publisher, "Japan Time", false);
        check(Field::Title, "pacts", true);
        check(Field::Title, "north korea", true);
        check(Field::Author, "Kim", false);
        check(Field::Kind, "Editorial", true);
        check(Field::Kind, "news", false);
        check(Field::Publisher, "—", false);
    }

    #[test]
    fn dates() {
        for (value, expected) in [
            ("2024", true),
            ("2024-06", true),
            ("2024-06..", true),
            ("..2024-06", true),
            ("2024-06-21..", false),
            ("..2024-06-19", false),
            ("2024-06-01..2024-06-30", true),
            ("June", false),
            ("..", false),
        ] {
            check(Field::Date, value, expected);
        }
    }

    #[test]
    fn days_that_no_calendar_has_are_no_dates() {
        for (value, expected) in [
            ("2024", true),
            ("2024-12-31", true),
            ("2024-13", false),
            ("2024-00..", false),
            ("2024-06-32", false),
            ("2024-6", true),
            ("2024/6/1–2024.6.30", true),
            ("2024--6", false),
            ("", false),
        ] {
            assert_eq!(date_range(value).is_some(), expected, "{value:?}");
        }
    }
}
