//! Who is quoted and named, which dates and figures are told, and by whom? A row a subject, a cell an article.

use std::collections::BTreeMap;

use super::Account;
use super::group::Group;
use crate::document::DocId;
use crate::entity::EntityId;
use crate::order;
use crate::text::Span;
use crate::text::fold::fold;
use crate::time::{Date, FigureKind};

/// What articles tell, side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The columns: the articles, as they were given.
    pub documents: Vec<DocId>,
    /// How many words each has.
    pub words: Vec<usize>,
    /// The rows: speakers, names, dates, figures, groups; within each what most articles have first.
    pub rows: Vec<Row>,
}

/// What one subject has in each article.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is about.
    pub subject: Subject,
    /// A cell an article; an empty one where the article is silent.
    pub cells: Vec<Cell>,
}

/// What a row is about.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    /// Somebody who is quoted; `None` for all who are not named.
    Speaker(Option<EntityId>),
    /// Somebody or something named.
    Name(EntityId),
    /// The days from the first to the second.
    Days(Date, Date),
    /// A figure: what it counts, how many, of what.
    Figure(FigureKind, f64, String),
    /// Passages that say the same: the ordinal of the group.
    Group(usize),
}

/// Where an article has the subject of a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// The places, in text order: what was said, the name, the date, the figure, the passage.
    pub places: Vec<Span>,
    /// How many words they have, each counted once.
    pub words: usize,
}

/// The table of some accounts; `groups` are those of the same accounts.
pub fn table(accounts: &[Account], groups: &[Group]) -> Table {
    let mut rows = sorted(speakers(accounts), Subject::Speaker);
    rows.extend(sorted(names(accounts), Subject::Name));
    let mut days = days(accounts);
    rows.extend(
        std::mem::take(&mut days)
            .into_iter()
            .map(|((from, to), cells)| Row {
                subject: Subject::Days(from, to),
                cells,
            }),
    );
    rows.extend(figures(accounts));
    rows.extend(groups.iter().enumerate().map(|(n, group)| {
        let mut cells = vec![Cell::default(); accounts.len()];
        for member in &group.members {
            if let Some(at) = accounts.iter().position(|a| a.id == member.document) {
                cells[at].places.push(member.span);
            }
        }
        Row {
            subject: Subject::Group(n),
            cells,
        }
    }));
    for row in &mut rows {
        for (cell, account) in row.cells.iter_mut().zip(accounts) {
            cell.words = words(account, &cell.places);
        }
    }
    Table {
        documents: accounts.iter().map(|a| a.id).collect(),
        words: accounts.iter().map(|a| a.document.words()).collect(),
        rows,
    }
}

type Cells<K> = BTreeMap<K, Vec<Cell>>;

fn put<K: Ord>(cells: &mut Cells<K>, key: K, accounts: &[Account], at: usize, place: Span) {
    let row = cells
        .entry(key)
        .or_insert_with(|| vec![Cell::default(); accounts.len()]);
    row[at].places.push(place);
}

fn speakers(accounts: &[Account]) -> Cells<Option<EntityId>> {
    let mut cells = Cells::new();
    for (at, account) in accounts.iter().enumerate() {
        for quotation in account.quotations {
            let mention = quotation.speaker.as_ref().and_then(|s| s.mention);
            let speaker = mention.and_then(|m| account.entities[m as usize]);
            for &span in &quotation.spans {
                put(&mut cells, speaker, accounts, at, span);
            }
        }
    }
    cells
}

fn names(accounts: &[Account]) -> Cells<EntityId> {
    let mut cells = Cells::new();
    for (at, account) in accounts.iter().enumerate() {
        for (mention, entity) in account.mentions.iter().zip(&account.entities) {
            if let Some(entity) = entity {
                put(&mut cells, *entity, accounts, at, mention.span);
            }
        }
    }
    cells
}

fn days(accounts: &[Account]) -> Cells<(Date, Date)> {
    let mut cells = Cells::new();
    for (at, account) in accounts.iter().enumerate() {
        for date in &account.dates {
            if let (Some(from), Some(to)) = (date.from, date.to) {
                put(&mut cells, (from, to), accounts, at, date.span);
            }
        }
    }
    cells
}

/// The figures, those of one kind and unit together, by size.
fn figures(accounts: &[Account]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (at, account) in accounts.iter().enumerate() {
        for figure in &account.figures {
            let subject = Subject::Figure(figure.kind, figure.value, fold(&figure.unit));
            let place = rows.iter().position(|row| row.subject == subject);
            let row = place.unwrap_or_else(|| {
                let cells = vec![Cell::default(); accounts.len()];
                rows.push(Row { subject, cells });
                rows.len() - 1
            });
            rows[row].cells[at].places.push(figure.span);
        }
    }
    order::sort_by(&mut rows, |a, b| match (&a.subject, &b.subject) {
        (Subject::Figure(kind, value, unit), Subject::Figure(other, than, of)) => {
            (*kind as u8, unit)
                .cmp(&(*other as u8, of))
                .then(value.total_cmp(than))
        }
        _ => std::cmp::Ordering::Equal,
    });
    rows
}

/// Rows by how many articles have the subject, then how often, then in order of the key.
fn sorted<K: Ord>(cells: Cells<K>, subject: impl Fn(K) -> Subject) -> Vec<Row> {
    let rows = cells.into_iter().map(|(key, cells)| Row {
        subject: subject(key),
        cells,
    });
    let mut rows: Vec<Row> = rows.collect();
    order::sort_by_key(&mut rows, |row| {
        let told = row
            .cells
            .iter()
            .filter(|cell| !cell.places.is_empty())
            .count();
        let places: usize = row.cells.iter().map(|cell| cell.places.len()).sum();
        std::cmp::Reverse((told, places))
    });
    rows
}

/// How many words stand in some places, those in two of them once.
fn words(account: &Account, places: &[Span]) -> usize {
    let mut places = places.to_vec();
    order::sort(&mut places);
    let mut behind = 0;
    let mut words = 0;
    for place in places {
        let tokens = account.document.tokens_in(place).iter();
        words += tokens
            .filter(|t| t.is_word() && t.span.start >= behind)
            .count();
        behind = behind.max(place.end);
    }
    words
}
