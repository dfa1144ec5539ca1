//! How many hits does each outlet, kind, month, author, name and speaker have? A table of values by
//! document, which counts hits and evaluates selections.

use std::sync::Arc;

use fixedbitset::FixedBitSet;

use super::histogram::{Histogram, Step};
use super::selection::Selection;
use crate::order;
use crate::search::schema::{Documents, Named, Schema};

/// A field with the number of hits for each of its values, in descending order.
///
/// An article counts once, or once for each matching passage if passages were requested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// A column of the schema, "month", or a field of names.
    pub field: String,
    /// Its values; only those with hits.
    pub values: Vec<FacetValue>,
}

/// A value with the number of its hits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetValue {
    /// The value, in the form that a [`Selection`] takes; `None` counts the hits without one.
    pub value: Option<String>,
    /// The name, if the value is an id.
    pub name: Option<String>,
    /// The number of hits with this value.
    pub hits: usize,
}

/// The maximum number of values in a facet of names.
const NAMED: usize = 30;

/// The facets of every document, with each value stored once.
#[derive(Debug, Clone, Default)]
pub struct Facets {
    columns: Vec<FacetColumn>,
    /// For each document, its day.
    days: Vec<Option<String>>,
}

/// The values of one field: all of them in order, and those of each document.
#[derive(Debug, Clone, Default)]
struct FacetColumn {
    field: String,
    /// The values with their names.
    values: Arc<[(String, String)]>,
    /// Whether the values are ids, and only then have names.
    is_named: bool,
    /// For each document, where its values start in `of`; plus the end. One more than the last value
    /// stands for none.
    firsts: Vec<u32>,
    of: Vec<u32>,
    /// The maximum number of values that are returned.
    most: usize,
}

impl Facets {
    /// The facets of documents: the columns of the schema, months, and fields of names that other
    /// rooms found.
    pub fn build(documents: &dyn Documents, schema: &Schema) -> Self {
        let numbers = 0..documents.count();
        let columns = schema.columns.iter().enumerate().filter(|c| c.1.is_facet);
        let columns = columns.map(|(column, of)| {
            let values = |number| documents.values(number, column);
            FacetColumn::build(&of.name, numbers.clone().map(values).collect())
        });
        let month = |number| documents.day(number).and_then(|day| day.get(..7));
        let months = numbers.clone().map(|n| month(n).into_iter().collect());
        let month = FacetColumn::build("month", months.collect());
        let named = documents.named().into_iter();
        let named = named.map(|(field, named)| FacetColumn::named(field, named, documents.count()));
        Self {
            columns: columns.chain([month]).chain(named).collect(),
            days: numbers
                .map(|number| documents.day(number).map(Into::into))
                .collect(),
        }
    }

    /// Counts the hits of each document: descending, then in the order of the values.
    pub fn count(&self, hits: &[usize]) -> Vec<Facet> {
        self.columns
            .iter()
            .map(|column| column.count(hits))
            .collect()
    }

    /// The hits of each document by time.
    pub fn histogram(&self, hits: &[usize], step: Option<Step>) -> Histogram {
        let days = self.days.iter().map(Option::as_deref);
        Histogram::new(days.zip(hits.iter().copied()), step)
    }

    /// The documents that a selection admits.
    pub fn admitted(&self, selection: &Selection) -> FixedBitSet {
        let count = self.days.len();
        let set = |is_in: &dyn Fn(usize) -> bool| {
            let mut set = FixedBitSet::with_capacity(count);
            (0..count).for_each(|document| set.set(document, is_in(document)));
            set
        };
        let mut admitted = set(&|document| selection.admits_day(self.days[document].as_deref()));
        if let Some(documents) = &selection.documents {
            let mut asked = FixedBitSet::with_capacity(count);
            let known = documents.iter().map(|document| document.0 as usize);
            known
                .filter(|&document| document < count)
                .for_each(|document| asked.insert(document));
            admitted.intersect_with(&asked);
        }
        for (field, value) in &selection.values {
            let column = self.columns.iter().find(|c| c.field == *field);
            let wanted = column.and_then(|column| {
                let has = |(known, _): &(String, _)| known == value;
                Some((column, column.values.iter().position(has)? as u32))
            });
            admitted.intersect_with(&match wanted {
                Some((column, n)) => set(&|document| column.of(document).contains(&n)),
                None => FixedBitSet::with_capacity(count),
            });
        }
        admitted
    }
}

impl FacetColumn {
    /// The column for the values of each document.
    fn build(field: &str, mut documents: Vec<Vec<&str>>) -> Self {
        let mut names: Vec<&str> = documents.concat();
        order::sort(&mut names);
        names.dedup();
        let number = |value: &str| names.binary_search(&value).map_or(0, |at| at as u32);
        let of = documents.iter_mut().map(|values| {
            order::sort(values);
            values.dedup();
            values.iter().map(|value| number(value)).collect()
        });
        let named = Named {
            of: of.collect(),
            names: names
                .iter()
                .map(|&v| (v.to_owned(), String::new()))
                .collect(),
        };
        Self {
            is_named: false,
            most: usize::MAX,
            ..Self::named(field, named, documents.len() as u32)
        }
    }

    /// A column of names.
    fn named(field: impl Into<String>, named: Named, documents: u32) -> Self {
        let none = named.names.len() as u32;
        let mut firsts = vec![0];
        let mut of = Vec::new();
        for document in 0..documents as usize {
            match named.of.get(document).map(Vec::as_slice) {
                None | Some([]) => of.push(none),
                Some(names) => of.extend_from_slice(names),
            }
            firsts.push(of.len() as u32);
        }
        Self {
            field: field.into(),
            values: named.names,
            is_named: true,
            firsts,
            of,
            most: NAMED,
        }
    }

    /// The ordinals of a document's values.
    fn of(&self, document: usize) -> &[u32] {
        &self.of[self.firsts[document] as usize..self.firsts[document + 1] as usize]
    }

    fn count(&self, hits: &[usize]) -> Facet {
        let mut counts = vec![0; self.values.len() + 1];
        for (document, hits) in hits.iter().enumerate().filter(|(_, hits)| **hits > 0) {
            for &value in self.of(document) {
                counts[value as usize] += hits;
            }
        }
        let mut met: Vec<(usize, usize)> = counts
            .into_iter()
            .enumerate()
            .filter(|(_, hits)| *hits > 0)
            .collect();
        order::sort_by_key(&mut met, |(_, hits)| std::cmp::Reverse(*hits));
        met.truncate(self.most);
        let value = |(at, hits): (usize, usize)| {
            let known = self.values.get(at);
            FacetValue {
                value: known.map(|(value, _)| value.clone()),
                name: known
                    .filter(|_| self.is_named)
                    .map(|(_, name)| name.clone()),
                hits,
            }
        };
        Facet {
            field: self.field.clone(),
            values: met.into_iter().map(value).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::DocId;
    use crate::document::Document;

    /// Three documents: two have outlets, the third has none; the second names nobody.
    fn facets() -> Facets {
        let document = |publisher: Option<&str>, day: Option<&str>| {
            let mut document = Document::from_text("", "A word.");
            document.publisher = publisher.map(Into::into);
            document.published = day.map(Into::into);
            document
        };
        let documents = [
            document(Some("Beta"), Some("2024-06-20T10:00Z")),
            document(Some("Alpha"), None),
            document(None, Some("2024-07-01")),
        ];
        let name = |id: &str| (id.to_owned(), id.to_uppercase());
        let named = Named {
            names: [name("kim"), name("ann")].into(),
            of: vec![vec![0, 1], vec![], vec![1]],
        };
        let mut facets = Facets::build(&documents, &Schema::default());
        facets.columns.push(FacetColumn::named("entity", named, 3));
        facets
    }

    fn check(field: &str, hits: [usize; 3], expected: &str) {
        let counted = facets().count(&hits);
        let facet = counted.iter().find(|f| f.field == field).unwrap();
        let values = facet.values.iter().map(|v| {
            let name = v.name.as_ref().map_or(String::new(), |n| format!("={n}"));
            format!("{}{name} {}", v.value.as_deref().unwrap_or("-"), v.hits)
        });
        assert_eq!(values.collect::<Vec<_>>().join(", "), expected, "{field}");
    }

    #[test]
    fn counts_of_all_hits() {
        check("publisher", [1, 1, 2], "- 2, Alpha 1, Beta 1");
        check("month", [0, 3, 2], "- 3, 2024-07 2");
        check("entity", [1, 2, 3], "ann=ANN 4, - 2, kim=KIM 1");
        check("entity", [2, 0, 0], "kim=KIM 2, ann=ANN 2");
        check("author", [0, 0, 0], "");
    }

    #[test]
    fn a_selection_admits() {
        let check = |choose: &[(&str, &str)], expected: [bool; 3]| {
            let mut selection = Selection::default();
            for &(field, value) in choose {
                match field {
                    "documents" => {
                        let numbers = value.split_whitespace().map(|n| DocId(n.parse().unwrap()));
                        selection.documents = Some(numbers.collect());
                    }
                    "date" => selection.date = Some(value.into()),
                    _ => selection.values.push((field.into(), value.into())),
                }
            }
            let admitted = facets().admitted(&selection);
            let found = [0, 1, 2].map(|document| admitted.contains(document));
            assert_eq!(found, expected, "{selection:?}");
        };
        check(&[("publisher", "Beta")], [true, false, false]);
        check(&[("publisher", "Bet")], [false; 3]);
        check(&[("entity", "ann")], [true, false, true]);
        check(
            &[("entity", "ann"), ("date", "2024-07")],
            [false, false, true],
        );
        check(&[("speaker", "ann")], [false; 3]);
        check(&[("documents", "2 0 2")], [true, false, true]);
        check(
            &[("documents", "0 1"), ("entity", "ann")],
            [true, false, false],
        );
        check(&[("documents", "3")], [false; 3]);
        check(&[("documents", "")], [false; 3]);
    }
}
