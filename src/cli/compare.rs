//! `compare [PATH]`: how each article tells it, in words, as a table, or as one object.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

use clap::Args;
use corpus_explorer::api::shape::{
    ArticleView, CompareOptions, Comparison, ComparisonRow, DateView, GroupFilter, RowKind,
    SharedOptions, SharedPassage, StatementGroup, TimelineFilter,
};
use corpus_explorer::api::view::View;
use corpus_explorer::export::rows_csv;
use corpus_explorer::text::Unit;
use serde::Serialize;

use super::decisions::DecisionArgs;
use super::rows::CsvArgs;
use super::{Failure, Outcome, ReadArgs, file, open};

/// What is asked of a comparison.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  corpus-explorer compare articles/\n  corpus-explorer compare articles/ --csv > table.csv\n  corpus-explorer compare articles/ --json | jq '.groups[0].members[].text'"
)]
pub struct CompareArgs {
    /// A folder of articles, or one file: .zip, .csv, .jsonl…; the five default articles if left out
    #[arg(value_name = "PATH")]
    path: Option<PathBuf>,
    #[command(flatten)]
    decisions: DecisionArgs,
    /// Only articles of these ids, parted by commas
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    articles: Option<Vec<String>>,
    /// How many words a passage shared word for word has at least
    #[arg(long, default_value_t = 8)]
    min: u32,
    /// Print one object with the table, groups, points, shared passages and timeline, offsets in UTF-16 units
    #[arg(long, conflicts_with = "csv")]
    json: bool,
    /// Print a subject of an article a row, with a line of column names: CSV in UTF-8
    #[arg(long)]
    csv: bool,
    #[command(flatten)]
    table: CsvArgs,
    #[command(flatten)]
    read: ReadArgs,
}

/// All that a comparison tells.
#[derive(Serialize)]
struct Told {
    #[serde(flatten)]
    comparison: Comparison,
    groups: Vec<StatementGroup>,
    shared: Vec<SharedPassage>,
    timeline: Vec<DateView>,
}

/// What one article has of a subject: a row of the table.
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
    let (view, outcome) = open::analyzed(
        args.path.as_deref(),
        &args.read,
        &args.decisions,
        Unit::Utf16,
    )?;
    let articles = args.articles.clone();
    let comparison = view.compare(&CompareOptions {
        articles: articles.clone(),
    })?;
    if args.csv {
        let wholes = comparison
            .articles
            .iter()
            .filter_map(|a| view.article(&a.id));
        let wholes: BTreeMap<String, Whole> = wholes.map(whole).collect();
        let rows = comparison.rows.iter();
        let rows: Vec<TableRow> = rows.flat_map(|row| table(&wholes, row)).collect();
        args.table.print(&rows_csv(&rows)?)?;
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
        let told = Told {
            comparison,
            groups,
            shared,
            timeline,
        };
        file::write_line(&mut io::stdout().lock(), &told)?;
    } else {
        let words = words(&view, &comparison, &groups, &shared);
        file::write(&mut io::stdout().lock(), words.as_bytes())?;
    }
    Ok(outcome)
}

/// What the table quotes of an article.
struct Whole {
    publisher: Option<String>,
    /// Its text in UTF-16.
    units: Vec<u16>,
}

fn whole(article: ArticleView) -> (String, Whole) {
    let units = article.text.encode_utf16().collect();
    let publisher = article.head.publisher;
    (article.head.id, Whole { publisher, units })
}

/// The rows of a subject, one for each article that has it.
fn table(wholes: &BTreeMap<String, Whole>, row: &ComparisonRow) -> Vec<TableRow> {
    let told = row.cells.iter().filter_map(|cell| {
        let whole = wholes.get(&cell.article)?;
        let places = cell.places.iter();
        let texts = places.filter_map(|&[start, end]| {
            let units = whole.units.get(start as usize..end as usize)?;
            Some(String::from_utf16_lossy(units))
        });
        Some(TableRow {
            kind: row.kind,
            id: row.id.clone(),
            label: row.label.clone(),
            article: cell.article.clone(),
            publisher: whole.publisher.clone(),
            places: cell.places.len(),
            words: cell.words,
            share: (cell.share * 10_000.0).round() / 10_000.0,
            text: texts.collect::<Vec<_>>().join(" … "),
        })
    });
    told.collect()
}

/// The comparison for people: who is quoted how much, then what several articles tell.
fn words(
    view: &View,
    comparison: &Comparison,
    groups: &[StatementGroup],
    shared: &[SharedPassage],
) -> String {
    let articles = view.articles();
    let names: BTreeMap<&str, String> = articles
        .iter()
        .map(|article| {
            let name = article
                .head
                .publisher
                .as_ref()
                .or(article.head.title.as_ref());
            let name = name.map_or(article.head.id.as_str(), String::as_str);
            (article.head.id.as_str(), name.chars().take(40).collect())
        })
        .collect();
    let name = |id: &str| names.get(id).cloned().unwrap_or_default();
    let mut words = String::new();
    let plain = |text: &str| text.replace(['\n', '\r', '\t'], " ");
    words.push_str("Who is quoted, in words\n");
    for row in comparison
        .rows
        .iter()
        .filter(|r| r.kind == RowKind::Speaker)
    {
        let told = row.cells.iter();
        let told: Vec<String> = told
            .map(|cell| format!("{} {}", name(&cell.article), cell.words))
            .collect();
        words.push_str(&format!("  {}: {}\n", plain(&row.label), told.join(", ")));
    }
    let sections = [
        ("Told by several", groups),
        ("On one point", &comparison.points),
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
                words.push_str(&format!("    different: {}\n", readings.join(" / ")));
            }
        }
    }
    words.push_str("\nWord for word\n");
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
