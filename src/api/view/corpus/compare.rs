//! How do articles report the same events? A table of what each reports, and what they share word
//! for word.

use std::collections::BTreeMap;

use super::View;
use super::argument::within;
use crate::api::options::*;
use crate::api::shape::*;
use crate::compare::{self, Account, Cell, Group, Location, MainTopic, Row, Subject};
use crate::document::DocId;
use crate::entity::EntityId;
use crate::error::ReadError;
use crate::time::Date;

/// How many words a passage must share by default.
const WORDS: usize = 8;

impl View {
    /// Who is quoted and named, and which dates, figures and statements each article gives.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when an article that is to be compared is not
    /// here.
    pub fn compare(&self, options: &CompareOptions) -> Result<Comparison, ReadError> {
        let accounts = self.accounts(options.articles.as_deref())?;
        let groups = self.corpus.groups_among(&accounts);
        let table = compare::table(&accounts, &groups);
        let (points, main) = compare::topics(&accounts);
        let articles = table.documents.iter().zip(&table.words);
        let row = |row: &Row| {
            let words = row.cells.first().map_or(String::new(), |cell| {
                self.slice(accounts[cell.column].id, cell.places[0])
            });
            let subject = self.subject(&row.subject, &groups, words);
            ComparisonRow {
                kind: subject.kind,
                id: subject.id,
                label: subject.label,
                entity_kind: subject.entity,
                cells: row
                    .cells
                    .iter()
                    .map(|cell| self.cell(accounts[cell.column].id, cell, table.words[cell.column]))
                    .collect(),
            }
        };
        Ok(Comparison {
            articles: articles
                .map(|(&doc, &words)| ComparedArticle {
                    id: self.id(doc),
                    words: words as u32,
                })
                .collect(),
            rows: table.rows.iter().map(row).collect(),
            points: points.iter().map(|g| self.group_view(g)).collect(),
            omitted: main.iter().map(|topic| self.omitted(topic)).collect(),
        })
    }

    fn omitted(&self, topic: &MainTopic) -> OmittedPoint {
        let entity = &self.corpus.entities()[topic.about.0 as usize];
        OmittedPoint {
            about: entity.id.clone(),
            label: entity.name.clone(),
            articles: topic.articles as u32,
            sentences: topic.sentences as u32,
        }
    }

    /// The passages that two articles share word for word, the longest first.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Argument`] when an article that is to be compared is not
    /// here, or `min` is 0.
    pub fn shared(&self, options: &SharedOptions) -> Result<Vec<SharedPassage>, ReadError> {
        let accounts = self.accounts(options.articles.as_deref())?;
        let least = within("min", options.min, 1..=u32::MAX, WORDS)?;
        let passages = compare::shared(&accounts, least);
        let by_id: BTreeMap<DocId, &Account> = accounts.iter().map(|a| (a.id, a)).collect();
        let view = |passage: &compare::Passage| {
            let account = |place: Location| by_id.get(&place.document).copied();
            let sides = account(passage.first).zip(account(passage.second));
            let parts = sides.map_or(Vec::new(), |(one, other)| {
                let (first, second) = ([passage.first.span], [passage.second.span]);
                compare::align((one, &first), (other, &second))
            });
            SharedPassage {
                words: passage.words as u32,
                omitted: passage.omitted as u32,
                first: self.place(passage.first),
                second: self.place(passage.second),
                alignment: self.parts((passage.first.document, passage.second.document), &parts),
            }
        };
        Ok(passages.iter().map(view).collect())
    }

    fn place(&self, place: Location) -> PlaceView {
        let document = self.corpus.document(place.document);
        let [start, end] = self.range(place.document, place.span);
        PlaceView {
            article: document.id.clone(),
            block: document.block_at(place.span.start) as u32,
            start,
            end,
            text: self.slice(place.document, place.span),
        }
    }

    /// A cell of an article that has `all` words.
    fn cell(&self, doc: DocId, cell: &Cell, all: usize) -> ComparisonCell {
        ComparisonCell {
            article: self.id(doc),
            places: cell
                .places
                .iter()
                .map(|&span| self.range(doc, span))
                .collect(),
            words: cell.words as u32,
            share: cell.words as f64 / all.max(1) as f64,
        }
    }

    /// How a subject is reported; `words` are those of its first place.
    fn subject(&self, subject: &Subject, groups: &[Group], words: String) -> Told {
        let named = |kind, id: EntityId| {
            let entity = &self.corpus.entities()[id.0 as usize];
            Told {
                kind,
                id: Some(entity.id.clone()),
                label: entity.name.clone(),
                entity: Some(entity.kind.into()),
            }
        };
        let told = |kind, id, label| Told {
            kind,
            id,
            label,
            entity: None,
        };
        match *subject {
            Subject::Speaker(Some(id)) => named(RowKind::Speaker, id),
            Subject::Speaker(None) => told(RowKind::Speaker, None, "unknown or unnamed".to_owned()),
            Subject::Name(id) => named(RowKind::Name, id),
            Subject::Days(from, to) => {
                let days = days(from, to);
                told(RowKind::Date, Some(days.clone()), days)
            }
            Subject::Figure(..) => told(RowKind::Figure, None, words),
            Subject::Group(n) => {
                let group = &groups[n];
                told(
                    RowKind::Group,
                    Some(self.group_id(group)),
                    self.group_label(group),
                )
            }
        }
    }
}

/// What is reported on a subject.
struct Told {
    kind: RowKind,
    id: Option<String>,
    label: String,
    entity: Option<EntityKind>,
}

/// Days as ISO 8601, an interval with a slash.
fn days(from: Date, to: Date) -> String {
    if from == to {
        from.to_string()
    } else {
        format!("{from}/{to}")
    }
}
