//! Which condition does a field of a query state? A small parser for `publisher:`, `date:`, `in:`
//! and the like, which returns a leaf of the abstract syntax tree.

use super::remark::Remark;
use crate::search::schema::{AnnotationKind, FieldSet, QueryField, Schema, is_date};
use crate::search::term::terms_of;
use crate::text::EnglishStemmer;

/// A condition on articles or blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// A value of the column contains these terms side by side.
    Value(usize, String),
    /// The article's day lies between two ISO 8601 dates or partial dates, both included.
    Date(Option<String>, Option<String>),
    /// The block has one of these fields; with the name that the query uses for them.
    In(FieldSet, String),
    /// The block has an annotation of this kind with this name; for a cue, with these words.
    Annotated {
        /// The kind of annotation.
        kind: AnnotationKind,
        /// As typed.
        value: String,
        /// The terms that a name must contain side by side; see `Annotations::blocks`.
        terms: String,
    },
}

impl Filter {
    /// The filter for a field and its value, or a remark on what is wrong with the value.
    pub fn parse(field: QueryField, value: &str, schema: &Schema) -> Result<Self, Remark> {
        let terms = |has_forms| terms_of(value, has_forms, &EnglishStemmer::new());
        match field {
            QueryField::Value(column) => {
                let has_forms = schema.columns.get(column).is_some_and(|c| c.has_forms);
                Ok(Self::Value(column, terms(has_forms)))
            }
            QueryField::Annotated(kind) => Ok(Self::Annotated {
                kind,
                value: value.to_owned(),
                terms: terms(kind == AnnotationKind::Cue),
            }),
            QueryField::Date => date_range(value).ok_or_else(|| {
                let text = format!("“{value}” is not a date and was searched as words; write date:2024, date:2024-06.. or date:2024-06-01..2024-06-30");
                Remark::new("bad-date", &text)
            }),
            QueryField::In => {
                let fields = schema.fields(value);
                fields.map(|fields| Self::In(fields, value.to_lowercase())).ok_or_else(|| {
                    let names = schema.names().join(", ");
                    let text = format!("There is no part “{value}”, so it was searched as a word; the parts are {names}");
                    Remark::new("unknown-part", &text)
                })
            }
        }
    }

    /// Whether the field of a block in an admitted article satisfies the condition.
    pub fn admits_block(&self, field: u8) -> bool {
        !matches!(self, Self::In(wanted, _) if !wanted.has(field))
    }
}

/// Parses "2024", "2024-06..", "..2024-06-30" and "2024-06-01..2024-06-30", with any dash or dots
/// between the ends and "/" or "." for hyphens. `None` if both ends are missing.
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

/// A date with hyphens and two-digit month and day: "2024/6/1" → "2024-06-01".
fn padded(date: &str) -> Option<String> {
    let parts = date.split(['-', '/', '.']).map(|part| match part.len() {
        1 if part.bytes().all(|b| b.is_ascii_digit()) => Some(format!("0{part}")),
        0 => None,
        _ => Some(part.to_owned()),
    });
    Some(parts.collect::<Option<Vec<_>>>()?.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

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
