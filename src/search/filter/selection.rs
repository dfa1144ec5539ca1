//! Which articles are asked at all? Plain data beside the query: exact values of facets, a stretch of days, and
//! articles by their number.

use crate::document::DocId;
use crate::search::schema::is_date;

/// A choice of articles; what is `None` does not narrow it.
///
/// Values are those of the facets, letter for letter: a query's `publisher:` holds for a part of a
/// name, a selection for the whole of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// The facets that are chosen from, each with the value wanted: all of them must be met. A name or
    /// a speaker by its id.
    pub values: Vec<(String, String)>,
    /// A year, month or day ("2024", "2024-06", "2024-06-20"), or two of them and all between
    /// ("2024-06-19..2024-06-21"; an end may be left out). What is no date selects nothing.
    pub date: Option<String>,
    /// The documents that are asked, in any order; of an empty list none.
    pub documents: Option<Vec<DocId>>,
}

impl Selection {
    /// Whether nothing is chosen, so that all articles are asked.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a day, or none, lies in the stretch that is wanted.
    pub fn admits_day(&self, day: Option<&str>) -> bool {
        if self.date.is_none() {
            return true;
        }
        day.zip(self.stretch()).is_some_and(|(day, (from, to))| {
            (from.is_empty() || day >= from)
                && (to.is_empty() || day.get(..to.len()).unwrap_or(day) <= to)
        })
    }

    /// Whether the date, if there is one, is a stretch of days and can select anything.
    pub fn is_dated(&self) -> bool {
        self.date.is_none() || self.stretch().is_some()
    }

    /// The ends of the stretch that is wanted, an open end empty; `None` of what is no date.
    fn stretch(&self) -> Option<(&str, &str)> {
        let wanted = self.date.as_deref()?;
        let (from, to) = wanted.split_once("..").unwrap_or((wanted, wanted));
        let is_end = |end: &str| end.is_empty() || is_date(end);
        let is_stretch = !(from.is_empty() && to.is_empty()) && is_end(from) && is_end(to);
        is_stretch.then_some((from, to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days() {
        for (date, day, expected) in [
            ("2024", Some("2024-06-20"), true),
            ("2024-06", Some("2024-06-20"), true),
            ("2024-06-20", Some("2024-06-20"), true),
            ("2024-06-2", Some("2024-06-21"), false),
            ("2024-06-19..2024-06-21", Some("2024-06-21"), true),
            ("2024-06-19..2024-06-20", Some("2024-06-21"), false),
            ("2024-06-21..", Some("2024-06-20"), false),
            ("..2024-06", Some("2024-06-30"), true),
            ("2024", Some("2023-12-31"), false),
            ("2024", None, false),
            ("..", Some("2024-06-20"), false),
            ("", Some("2024-06-20"), false),
            ("soon", Some("2024-06-20"), false),
            ("2024-13", Some("2024-06-20"), false),
        ] {
            let selection = Selection {
                date: Some(date.into()),
                ..Selection::default()
            };
            assert_eq!(selection.admits_day(day), expected, "{date} {day:?}");
        }
        assert!(Selection::default().admits_day(None) && Selection::default().is_open());
    }
}
