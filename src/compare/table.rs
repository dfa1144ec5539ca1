//! Who is quoted and named, which dates and figures are told, and by whom? A table: a row a subject, a cell an article.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::account::Account;
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
    /// The rows: speakers and names, what most articles have first; dates and figures in order; groups.
    pub rows: Vec<Row>,
}

/// What one subject has in each article.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is about.
    pub subject: Subject,
    /// A cell for each article that is not silent, in their order.
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
    /// The ordinal of the article in the table.
    pub column: usize,
    /// The places: what was said, the name, the date, the figure, the passage.
    pub places: Vec<Span>,
    /// How many words they have, each counted once.
    pub words: usize,
}

/// The table of some accounts; `groups` are those of the same accounts.
pub fn table(accounts: &[Account], groups: &[Group]) -> Table {
    let mut rows = sorted(speakers(accounts), Subject::Speaker);
    rows.extend(sorted(names(accounts), Subject::Name));
    rows.extend(days(accounts).into_iter().map(|((from, to), cells)| Row {
        subject: Subject::Days(from, to),
        cells,
    }));
    rows.extend(figures(accounts));
    let columns = accounts.iter().enumerate().map(|(n, a)| (a.id, n));
    let columns: FxHashMap<DocId, usize> = columns.collect();
    rows.extend(groups.iter().enumerate().map(|(n, group)| {
        let mut cells = Vec::new();
        for member in &group.members {
            if let Some(&column) = columns.get(&member.document) {
                put(&mut cells, column, member.span());
            }
        }
        Row {
            subject: Subject::Group(n),
            cells,
        }
    }));
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
        cell.words = words(&accounts[cell.column], &cell.places);
    }
    Table {
        documents: accounts.iter().map(|a| a.id).collect(),
        words: accounts.iter().map(|a| a.document.words()).collect(),
        rows,
    }
}

type Cells<K> = BTreeMap<K, Vec<Cell>>;

/// Adds a place to the cell of a column, which is the last one or comes after it.
fn put(cells: &mut Vec<Cell>, column: usize, place: Span) {
    match cells.last_mut() {
        Some(last) if last.column == column => last.places.push(place),
        _ => cells.push(Cell {
            column,
            places: vec![place],
            words: 0,
        }),
    }
}

fn speakers(accounts: &[Account]) -> Cells<Option<EntityId>> {
    let mut cells = Cells::new();
    for (at, account) in accounts.iter().enumerate() {
        for quotation in account.quotations {
            let mention = quotation.speaker.as_ref().and_then(|s| s.mention);
            let speaker = mention.and_then(|m| account.entities[m as usize]);
            for &span in &quotation.spans {
                put(cells.entry(speaker).or_default(), at, span);
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
                put(cells.entry(*entity).or_default(), at, mention.span);
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
                put(cells.entry((from, to)).or_default(), at, date.span);
            }
        }
    }
    cells
}

/// The figures, those of one kind and unit together, by size.
fn figures(accounts: &[Account]) -> Vec<Row> {
    let mut cells: BTreeMap<(u8, String, u64), (Subject, Vec<Cell>)> = BTreeMap::new();
    for (at, account) in accounts.iter().enumerate() {
        for figure in &account.figures {
            let unit = fold(&figure.unit);
            // The bits of a number that is not negative are in its order.
            let key = (
                figure.kind as u8,
                unit.clone(),
                figure.value.max(0.0).to_bits(),
            );
            let subject = Subject::Figure(figure.kind, figure.value, unit);
            let (_, cells) = cells.entry(key).or_insert((subject, Vec::new()));
            put(cells, at, figure.span);
        }
    }
    let rows = cells.into_values();
    rows.map(|(subject, cells)| Row { subject, cells })
        .collect()
}

/// Rows by how many articles have the subject, then how often, then in order of the key; speakers
/// whom nothing names last.
fn sorted<K: Ord>(cells: Cells<K>, subject: impl Fn(K) -> Subject) -> Vec<Row> {
    let rows = cells.into_iter().map(|(key, cells)| Row {
        subject: subject(key),
        cells,
    });
    let mut rows: Vec<Row> = rows.collect();
    order::sort_by_key(&mut rows, |row| {
        let places: usize = row.cells.iter().map(|cell| cell.places.len()).sum();
        let is_nobody = row.subject == Subject::Speaker(None);
        (is_nobody, std::cmp::Reverse((row.cells.len(), places)))
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
