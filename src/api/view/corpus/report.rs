//! The import report: what was done to each article on its way in, and what its values rest on.

use std::collections::BTreeMap;

use super::View;
use crate::api::options::ArticleFilter;
use crate::api::shape::*;
use crate::document::{Basis, DocId, Encoding, Field, Format, Record};
use crate::error::ReadError;
use crate::order;

impl View {
    /// One row an article, in corpus order or that of the ids in the filter.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when an article that it names is not here.
    pub fn report(&self, filter: &ArticleFilter) -> Result<Vec<ReportRow>, ReadError> {
        let asked = self.listed(filter)?;
        Ok(asked.into_iter().map(|doc| self.row(doc)).collect())
    }

    fn row(&self, doc: DocId) -> ReportRow {
        let record = &self.corpus.record(doc);
        let value = |field, value: &Option<String>| {
            value.as_ref().map(|value| reported(record, field, value))
        };
        let (repairs, removed) = (record.repairs(), record.removed());
        let repairs = repairs.iter().map(|repair| &repair.rule);
        let removed = removed.iter().map(|removal| &removal.reason);
        ReportRow {
            id: record.id.clone(),
            file: record.source.file.clone(),
            address: record.source.address.clone(),
            format: format(record.source.format).to_owned(),
            encoding: record.source.encoding.as_ref().map(encoding),
            title: value(Field::Title, &record.title),
            publisher: value(Field::Publisher, &record.publisher),
            author: value(Field::Author, &record.author),
            place: value(Field::Place, &record.place),
            published: value(Field::Published, &record.published),
            updated: value(Field::Updated, &record.updated),
            kind: value(Field::Kind, &record.kind),
            language: value(Field::Language, &record.language),
            doubted: doubted(record),
            repairs: counts(repairs)
                .map(|(rule, count)| RuleCount { rule, count })
                .collect(),
            removed: counts(removed)
                .map(|(reason, count)| ReasonCount { reason, count })
                .collect(),
            gaps: record.gaps.len() as u32,
            words: self.corpus.summary(doc).words,
            warnings: record.source.warnings.clone(),
        }
    }
}

/// What states a value that the article does not have.
fn doubted(record: &Record) -> Vec<DoubtedValue> {
    let rivals = record
        .evidence
        .iter()
        .flat_map(|(&field, list)| list.iter().map(move |rival| (field, rival)));
    let contradicts = |field, value: &str| {
        let given = record.given.get(field);
        let taken = given.or_else(|| record.proof(field).map(|proof| proof.value.as_str()));
        // "2024-06-20" and "2024-06-20T13:34", "en" and "en-GB" say the same, the one more exactly.
        taken.is_none_or(|taken| !taken.starts_with(value) && !value.starts_with(taken))
    };
    rivals
        .filter(|(field, rival)| contradicts(*field, &rival.value))
        .map(|(field, rival)| DoubtedValue {
            field: field.into(),
            value: rival.value.clone(),
            rule: rival.rule.clone(),
            text: rival.text.clone(),
        })
        .collect()
}

fn reported(record: &Record, field: Field, value: &str) -> ReportedValue {
    let given = record.given.get(field).is_some();
    let proof = record.proof(field).filter(|_| !given);
    ReportedValue {
        value: value.to_owned(),
        given,
        rule: proof.map(|proof| proof.rule.clone()),
        text: proof.map(|proof| proof.text.clone()),
    }
}

/// How often each name occurs, most often first, then by name.
fn counts<'a>(names: impl Iterator<Item = &'a String>) -> impl Iterator<Item = (String, u32)> {
    let mut found: BTreeMap<&str, u32> = BTreeMap::new();
    for name in names {
        *found.entry(name).or_default() += 1;
    }
    let mut found: Vec<_> = found.into_iter().collect();
    order::sort_by_key(&mut found, |&(_, count)| std::cmp::Reverse(count));
    found
        .into_iter()
        .map(|(name, count)| (name.to_owned(), count))
}

fn encoding(encoding: &Encoding) -> EncodingView {
    EncodingView {
        name: encoding.name.clone(),
        how: match encoding.how {
            Basis::Mark => "mark",
            Basis::Valid => "valid",
            Basis::Declared => "declared",
            Basis::Detected => "detected",
            Basis::Fixed => "fixed",
        }
        .to_owned(),
        confidence: encoding.confidence,
        malformed: encoding.malformed,
    }
}

/// The name of a format, in kebab case as it is stored.
fn format(format: Format) -> &'static str {
    match format {
        Format::Text => "text",
        Format::Html => "html",
        Format::Markdown => "markdown",
        Format::Json => "json",
        Format::JsonLines => "json-lines",
        Format::Csv => "csv",
        Format::Tsv => "tsv",
        Format::Docx => "docx",
        Format::Pdf => "pdf",
        Format::Zip => "zip",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Corpus, Treatment};
    use crate::document::Article;
    use crate::document::{Given, Source};
    use crate::text::Unit;

    #[test]
    fn a_row_says_where_from_and_what_rests_on_what() {
        let article = Article {
            given: Given {
                publisher: Some("The Globe".into()),
                ..Given::default()
            },
            source: Source {
                file: Some("a.txt".into()),
                address: Some("https://example.org/rain".into()),
                encoding: Some(Encoding {
                    name: "windows-1252".into(),
                    how: Basis::Detected,
                    confidence: 0.5,
                    malformed: 2,
                }),
                warnings: vec!["Two bytes stand for nothing.".into()],
                ..Source::default()
            },
            ..Article::new(
                "a",
                "Rain\n\nBy Jane Doe\n\nIt rained all day in the north.",
            )
        };
        let corpus = Corpus::from_articles(&[article], Treatment::default()).unwrap();
        let rows = View::new(corpus, Unit::Utf16).report(&ArticleFilter::default());
        let [row] = rows.unwrap().try_into().unwrap();
        assert_eq!(row.file.as_deref(), Some("a.txt"));
        assert_eq!(row.address.as_deref(), Some("https://example.org/rain"));
        assert_eq!(
            row.encoding.map(|e| (e.how, e.malformed)),
            Some(("detected".into(), 2))
        );
        assert!(row.publisher.is_some_and(|v| v.given && v.rule.is_none()));
        assert!(row.author.is_some_and(|v| !v.given && v.rule.is_some()));
        assert_eq!(row.published, None);
        assert_eq!(row.warnings.len(), 1);
    }

    #[test]
    fn what_occurs_most_comes_first() {
        let names = ["b", "a", "c", "c"].map(str::to_owned);
        let found: Vec<_> = counts(names.iter()).collect();
        assert_eq!(found, [("c".into(), 2), ("a".into(), 1), ("b".into(), 1)]);
    }
}
