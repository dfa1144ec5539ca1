//! Which articles and blocks may answer? Conditions of the fields `publisher:`, `date:`, `in:`, ….

use super::answer::Remark;
use super::documents::Documents;
use super::knowledge::AnnotationKind;
use super::schema::{Column, Field, Schema};
use super::stream::Fields;
use super::term::{key, term, units};
use crate::text::{EnglishStemmer, tokens};

/// A condition on articles or blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// A value of the column holds these terms side by side.
    Value(usize, String),
    /// The article's day lies between two ISO 8601 dates or parts of dates, both included.
    Date(Option<String>, Option<String>),
    /// The block is of one of these fields; and what the query calls them.
    In(Fields, String),
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
    pub fn parse(field: Field, value: &str, schema: &Schema) -> Result<Self, Remark> {
        let terms = |has_forms| terms_of(value, has_forms, &EnglishStemmer::new());
        match field {
            Field::Value(column) => {
                let has_forms = schema.columns.get(column).is_some_and(|c| c.has_forms);
                Ok(Self::Value(column, terms(has_forms)))
            }
            Field::Annotated(kind) => Ok(Self::Annotated {
                kind,
                value: value.to_owned(),
                terms: terms(kind == AnnotationKind::Cue),
            }),
            Field::Date => date_range(value).ok_or_else(|| {
                let text = format!("“{value}” is no date and was searched as words; write date:2024, date:2024-06.. or date:2024-06-01..2024-06-30");
                Remark::new("bad-date", &text)
            }),
            Field::In => {
                let fields = schema.fields(value);
                fields.map(|fields| Self::In(fields, value.to_lowercase())).ok_or_else(|| {
                    let names = schema.names().join(", ");
                    let text = format!("There is no part “{value}”, so it was searched as a word; there are {names}");
                    Remark::new("unknown-part", &text)
                })
            }
        }
    }

    /// Whether an article, by its head, meets the condition; one on its blocks is met by all.
    pub fn admits(&self, head: &Head) -> bool {
        match self {
            Self::Value(column, wanted) => {
                let values = head.values.get(*column);
                values.is_some_and(|values| holds(values, wanted))
            }
            Self::Date(from, to) => head.day.as_deref().is_some_and(|day| {
                from.as_deref().is_none_or(|from| day >= from)
                    && to
                        .as_deref()
                        .is_none_or(|to| day.get(..to.len()).unwrap_or(day) <= to)
            }),
            Self::In(..) | Self::Annotated { .. } => true,
        }
    }

    /// Whether a block of an admitted article meets the condition, by its field.
    pub fn admits_block(&self, field: u8) -> bool {
        !matches!(self, Self::In(wanted, _) if !wanted.has(field))
    }
}

/// The day of an ISO 8601 date, or date and time; `None` of what is no date.
pub fn day(date: &str) -> Option<&str> {
    let day = date.get(..10).unwrap_or(date);
    is_date(day).then_some(day)
}

/// What filters ask of an article, made once.
#[derive(Debug, Clone, Default)]
pub struct Head {
    /// For each column the terms of its values, each term between blanks, the values apart.
    values: Vec<String>,
    /// The article's day, ISO 8601.
    pub day: Option<String>,
}

impl Head {
    /// The heads of all documents.
    pub fn all(documents: &dyn Documents, schema: &Schema) -> Vec<Self> {
        let stemmer = EnglishStemmer::new();
        let head = |number| {
            let values = |(column, of): (usize, &Column)| {
                let values = documents.values(number, column).into_iter();
                let terms = values.map(|value| terms_of(value, of.has_forms, &stemmer));
                terms.collect::<Vec<_>>().join("\n")
            };
            Self {
                values: schema.columns.iter().enumerate().map(values).collect(),
                day: documents.day(number).map(str::to_owned),
            }
        };
        (0..documents.count()).map(head).collect()
    }
}

/// Whether the terms of a name hold the wanted ones side by side.
pub fn holds(name: &str, wanted: &str) -> bool {
    !wanted.is_empty() && name.contains(wanted)
}

/// The terms of a text, of its words in all their forms or each in its own.
fn terms_of(text: &str, has_forms: bool, stemmer: &EnglishStemmer) -> String {
    if has_forms {
        word_terms(text, stemmer)
    } else {
        name_terms(text)
    }
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
pub(super) fn is_date(text: &str) -> bool {
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
    use crate::document::Document;

    fn check(field: &str, value: &str, expected: bool) {
        let schema = Schema::default();
        let mut document = Document::from_text("a", "Text");
        document.publisher = Some("The Japan Times".into());
        document.published = Some("2024-06-20T13:34-04:00".into());
        document.title = Some("North Korea’s new pact".into());
        document.kind = Some("editorial".into());
        let filter = Filter::parse(schema.field(field).unwrap(), value, &schema);
        let head = &Head::all(&[document], &schema)[0];
        assert_eq!(
            filter.is_ok_and(|f| f.admits(head)),
            expected,
            "{field} {value:?}"
        );
    }

    #[test]
    fn names() {
        check("publisher", "japan", true);
        check("publisher", "Japan Times", true);
        check("publisher", "Times Japan", false);
        check("publisher", "Japan Time", false);
        check("title", "pacts", true);
        check("title", "north korea", true);
        check("author", "Kim", false);
        check("kind", "Editorial", true);
        check("kind", "news", false);
        check("publisher", "—", false);
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
            check("date", value, expected);
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
