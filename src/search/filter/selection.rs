//! Which articles are searched? A filter beside the query, as plain data: exact values of facets, a
//! range of days, and documents by number.

use crate::document::DocId;
use crate::search::schema::is_date;

/// A filter for articles; an absent condition does not narrow it.
///
/// Values must equal those of the facets exactly: the field `publisher:` of a query matches a part
/// of a name, a selection the whole name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Facets with the wanted value; all must match. Names and speakers are given by id.
    pub values: Vec<(String, String)>,
    /// A year, month or day ("2024", "2024-06", "2024-06-20"), or a range of two, both included
    /// ("2024-06-19..2024-06-21"; one end may be omitted). Anything else selects nothing.
    pub date: Option<String>,
    /// The documents to search, in any order; an empty list selects none.
    pub documents: Option<Vec<DocId>>,
}

impl Selection {
    /// Whether nothing is selected, so that all articles are searched.
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a day lies in the wanted range; `None` does only if no date is wanted.
    pub fn admits_day(&self, day: Option<&str>) -> bool {
        if self.date.is_none() {
            return true;
        }
        day.zip(self.stretch()).is_some_and(|(day, (from, to))| {
            (from.is_empty() || day >= from)
                && (to.is_empty() || day.get(..to.len()).unwrap_or(day) <= to)
        })
    }

    /// Whether the date is absent or valid, so that it can select anything.
    pub fn is_dated(&self) -> bool {
        self.date.is_none() || self.stretch().is_some()
    }

    /// The ends of the wanted range, an open end empty; `None` if there is no date or it is
    /// invalid.
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
