//! Does a document satisfy a condition? A table of the values of each document, in the form that
//! filters compare.

use crate::search::query::Filter;
use crate::search::schema::{Column, Documents, Schema};
use crate::search::term::{holds, terms_of};
use crate::text::EnglishStemmer;

/// The values of an article for filters and sorting.
#[derive(Debug, Clone, Default)]
pub struct DocumentValues {
    /// For each column, the terms of its values, with spaces around each term and line ends between
    /// values.
    values: Vec<String>,
    /// The article's day in ISO 8601; perhaps a year or month alone.
    pub day: Option<String>,
}

impl DocumentValues {
    /// The values of all documents, in order.
    pub fn all(documents: &dyn Documents, schema: &Schema) -> Vec<Self> {
        let stemmer = EnglishStemmer::new();
        let document = |number| {
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
        (0..documents.count()).map(document).collect()
    }
}

impl Filter {
    /// Whether the values of an article satisfy the condition; always true for conditions on
    /// blocks.
    pub fn admits(&self, document: &DocumentValues) -> bool {
        match self {
            Self::Value(column, wanted) => {
                let values = document.values.get(*column);
                values.is_some_and(|values| holds(values, wanted))
            }
            Self::Date(from, to) => document.day.as_deref().is_some_and(|day| {
                from.as_deref().is_none_or(|from| day >= from)
                    && to
                        .as_deref()
                        .is_none_or(|to| day.get(..to.len()).unwrap_or(day) <= to)
            }),
            Self::In(..) | Self::Annotated { .. } => true,
        }
    }
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
        let values = &DocumentValues::all(&[document], &schema)[0];
        assert_eq!(
            filter.is_ok_and(|f| f.admits(values)),
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
}
