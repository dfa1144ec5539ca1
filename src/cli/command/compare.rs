//! `compare [PATH]`: how articles report the same events, as text, as a table, or as one object.

use std::collections::BTreeMap;

use clap::Args;
use corpus_explorer::api::options::{CompareOptions, GroupFilter, SharedOptions, TimelineFilter};
use corpus_explorer::api::shape::{
    ArticleView, Comparison, ComparisonRow, DateView, RowKind, SharedPassage, StatementGroup,
};
use corpus_explorer::api::view::View;
use corpus_explorer::export::rows_csv;
use corpus_explorer::text::Unit;
use serde::Serialize;

use crate::cli::argument::{CsvArgs, PathArgs};
use crate::cli::outcome::{Failure, Outcome};
use crate::cli::{corpus, output, table};

/// What is asked of a comparison.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  corpus-explorer compare articles/\n  corpus-explorer compare articles/ --csv > table.csv\n  corpus-explorer compare articles/ --json | jq '.groups[0].members[].text'"
)]
pub struct CompareArgs {
    #[command(flatten)]
    articles: PathArgs,
    /// Compare only the articles with these ids, separated by commas
    #[arg(long = "articles", value_name = "ID", value_delimiter = ',')]
    ids: Option<Vec<String>>,
    /// Minimum number of words in a shared passage
    #[arg(long, default_value_t = 8)]
    min: u32,
    /// Print one JSON object with the table, groups, points, shared passages and timeline; offsets
    /// count UTF-16 code units
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// Print the table as CSV with column names: one row for each subject of each article
    #[arg(long)]
    csv: bool,
    #[command(flatten)]
    table: CsvArgs,
}

/// Everything that a comparison finds.
#[derive(Serialize)]
struct Whole {
    #[serde(flatten)]
    comparison: Comparison,
    groups: Vec<StatementGroup>,
    shared: Vec<SharedPassage>,
    timeline: Vec<DateView>,
}

/// What one article reports on a subject: a row of the table.
#[derive(Serialize)]
struct TableRow {
    kind: RowKind,
    id: Option<String>,
    label: String,
    article: String,
    publisher: Option<String>,
    places: usize,
    words: u32,
    share: f64,
    text: String,
}

/// Prints the comparison; articles that have nothing in common are an answer, not a failure.
pub fn run(args: &CompareArgs) -> Result<Outcome, Failure> {
    let (view, outcome) = corpus::analyzed(&args.articles, Unit::Utf16)?;
    let articles = args.ids.clone();
    let comparison = view.compare(&CompareOptions {
        articles: articles.clone(),
    })?;
    if args.csv {
        let compared = comparison.articles.iter();
        let texts = compared.filter_map(|a| view.article(&a.id)).map(text);
        let texts: BTreeMap<String, Text> = texts.collect();
        let rows = comparison.rows.iter();
        let rows: Vec<TableRow> = rows.flat_map(|row| table_rows(&texts, row)).collect();
        table::print_csv(&args.table, &rows_csv(&rows)?)?;
        return Ok(outcome);
    }
    let groups = view.groups(&GroupFilter {
        articles: articles.clone(),
        ..GroupFilter::default()
    })?;
    let shared = view.shared(&SharedOptions {
        min: Some(args.min),
        articles,
    })?;
    if args.json {
        let chosen = |date: &DateView| comparison.articles.iter().any(|a| a.id == date.article);
        let mut timeline = view.timeline(&TimelineFilter::default())?;
        timeline.retain(chosen);
        let whole = Whole {
            comparison,
            groups,
            shared,
            timeline,
        };
        output::print_json(&whole)?;
    } else {
        let words = words(&view, &comparison, &groups, &shared);
        output::print(&words)?;
    }
    Ok(outcome)
}

/// What the table quotes of an article.
struct Text {
    publisher: Option<String>,
    /// Its characters in UTF-16.
    units: Vec<u16>,
}

fn text(article: ArticleView) -> (String, Text) {
    let units = article.text.encode_utf16().collect();
    let publisher = article.head.publisher;
    (article.head.id, Text { publisher, units })
}

/// The rows of a subject, one for each article that reports it.
fn table_rows(texts: &BTreeMap<String, Text>, row: &ComparisonRow) -> Vec<TableRow> {
    let rows = row.cells.iter().filter_map(|cell| {
        let text = texts.get(&cell.article)?;
        let places = cell.places.iter();
        let quoted = places.filter_map(|&[start, end]| {
            let units = text.units.get(start as usize..end as usize)?;
            Some(String::from_utf16_lossy(units))
        });
        Some(TableRow {
            kind: row.kind,
            id: row.id.clone(),
            label: row.label.clone(),
            article: cell.article.clone(),
            publisher: text.publisher.clone(),
            places: cell.places.len(),
            words: cell.words,
            share: (cell.share * 10_000.0).round() / 10_000.0,
            text: quoted.collect::<Vec<_>>().join(" … "),
        })
    });
    rows.collect()
}

/// The comparison for people: who is quoted how much, then what several articles report.
fn words(
    view: &View,
    comparison: &Comparison,
    groups: &[StatementGroup],
    shared: &[SharedPassage],
) -> String {
    let documents = view.corpus().documents().iter();
    let names: BTreeMap<&str, String> = documents
        .map(|document| {
            let name = document.publisher.as_ref().or(document.title.as_ref());
            let name = name.unwrap_or(&document.id);
            (document.id.as_str(), name.chars().take(40).collect())
        })
        .collect();
    let name = |id: &str| names.get(id).cloned().unwrap_or_default();
    let mut words = String::new();
    let plain = |text: &str| text.replace(['\n', '\r', '\t'], " ");
    words.push_str("Quoted words of each speaker\n");
    for row in comparison
        .rows
        .iter()
        .filter(|r| r.kind == RowKind::Speaker)
    {
        let cells = row.cells.iter();
        let cells: Vec<String> = cells
            .map(|cell| format!("{} {}", name(&cell.article), cell.words))
            .collect();
        words.push_str(&format!("  {}: {}\n", plain(&row.label), cells.join(", ")));
    }
    let sections = [
        ("Reported by several articles", groups),
        ("About one document or event", &comparison.points),
    ];
    for (title, groups) in sections {
        words.push_str(&format!("\n{title}\n"));
        for group in groups {
            words.push_str(&format!(
                "  {} ({} articles)\n",
                plain(&group.label),
                group.articles
            ));
            for member in &group.members {
                words.push_str(&format!(
                    "    {}: {}\n",
                    name(&member.article),
                    plain(&member.text)
                ));
            }
            for difference in &group.differences {
                let readings = difference.readings.iter().map(|r| plain(&r.text));
                let readings: Vec<String> = readings.collect();
                words.push_str(&format!("    differs: {}\n", readings.join(" / ")));
            }
        }
    }
    words.push_str("\nShared word for word\n");
    for passage in shared {
        let (first, second) = (name(&passage.first.article), name(&passage.second.article));
        let text = plain(&passage.first.text);
        words.push_str(&format!(
            "  {first} = {second}, {} words: {text}\n",
            passage.words
        ));
    }
    words
}
