//! Who is quoted and named, which dates and figures are given, and by whom? A table with one row
//! per subject and one column per article.

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

/// What articles report, side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The columns: the articles, in the given order.
    pub documents: Vec<DocId>,
    /// The number of words in each article.
    pub words: Vec<usize>,
    /// The rows: speakers and names, those in most articles first; dates and figures in order;
    /// groups.
    pub rows: Vec<Row>,
}

/// One subject in all articles.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What the row is about.
    pub subject: Subject,
    /// A cell for each article that has the subject, in order.
    pub cells: Vec<Cell>,
}

/// What a row is about.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    /// A quoted person or source; `None` for all speakers without an entity.
    Speaker(Option<EntityId>),
    /// An entity that is named.
    Name(EntityId),
    /// The days from the first to the second.
    Days(Date, Date),
    /// A figure: its kind, value and unit.
    Figure(FigureKind, f64, String),
    /// Passages that say the same: the ordinal of the group.
    Group(usize),
}

/// The places where an article has the subject of a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// The column of the article.
    pub column: usize,
    /// The spans of the quotations, names, dates, figures or passages.
    pub places: Vec<Span>,
    /// The number of words in them, each counted once.
    pub words: usize,
}

/// The table of some accounts; `groups` are the groups of the same accounts.
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

/// Adds a span to the cell of a column, which must be the last one or come after it.
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

/// The rows of figures, by kind, unit and value.
fn figures(accounts: &[Account]) -> Vec<Row> {
    let mut cells: BTreeMap<(u8, String, u64), (Subject, Vec<Cell>)> = BTreeMap::new();
    for (at, account) in accounts.iter().enumerate() {
        for figure in &account.figures {
            let unit = fold(&figure.unit);
            // The bits of a non-negative number are in numerical order.
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

/// Rows sorted by the number of articles with the subject, then of places, then by key; unnamed
/// speakers come last.
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

/// The number of words in some spans; words in several of them count once.
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
