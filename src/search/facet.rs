//! How many answers does each outlet, kind and month hold? Counts over all hits.

use std::collections::BTreeMap;

use super::answer::Facet;
use super::filter::day;
use crate::document::Document;

/// What hits are counted by, for every document, with each value stored once.
#[derive(Debug, Clone, Default)]
pub struct Facets {
    columns: [Column; 3],
}

/// The values of one field: those there are, sorted, and which one each document has.
#[derive(Debug, Clone, Default)]
struct Column {
    field: &'static str,
    values: Vec<Option<String>>,
    of: Vec<u32>,
}

impl Facets {
    /// The facets of documents.
    pub fn build(documents: &[Document]) -> Self {
        let column =
            |field, value: fn(&Document) -> Option<&str>| Column::build(field, documents, value);
        Self {
            columns: [
                column("publisher", |d| d.publisher.as_deref()),
                column("kind", |d| d.kind.as_deref()),
                column("month", |d| day(d).and_then(|day| day.get(..7))),
            ],
        }
    }

    /// The counts for hits in some documents, one number for each hit: most first, then by value.
    pub fn count(&self, hits: impl Iterator<Item = u32> + Clone) -> Vec<Facet> {
        self.columns
            .iter()
            .map(|column| column.count(hits.clone()))
            .collect()
    }
}

impl Column {
    fn build(
        field: &'static str,
        documents: &[Document],
        value: fn(&Document) -> Option<&str>,
    ) -> Self {
        let mut numbers: BTreeMap<Option<&str>, u32> =
            documents.iter().map(|d| (value(d), 0)).collect();
        for (at, number) in (0..).zip(numbers.values_mut()) {
            *number = at;
        }
        Self {
            field,
            of: documents
                .iter()
                .map(|d| numbers.get(&value(d)).copied().unwrap_or(0))
                .collect(),
            values: numbers.into_keys().map(|v| v.map(str::to_owned)).collect(),
        }
    }

    fn count(&self, hits: impl Iterator<Item = u32>) -> Facet {
        let mut counts = vec![0; self.values.len()];
        for document in hits {
            counts[self.of[document as usize] as usize] += 1;
        }
        let mut values: Vec<(Option<String>, usize)> = self
            .values
            .iter()
            .cloned()
            .zip(counts)
            .filter(|(_, count)| *count > 0)
            .collect();
        values.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        Facet {
            field: self.field,
            values,
        }
    }
}
