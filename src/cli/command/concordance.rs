//! `concordance QUERY`: every match with its context, or the counts of each outlet.

use clap::{Args, ValueEnum};
use corpus_explorer::api::options::ConcordanceOptions;
use corpus_explorer::api::shape::{GroupView, LineSort, LineView};
use corpus_explorer::document::paragraph;
use corpus_explorer::text::Unit;

use crate::cli::argument::{FormArgs, QueryArgs};
use crate::cli::corpus;
use crate::cli::outcome::{Failure, Outcome};
use crate::cli::table;

/// What is asked of a concordance.
#[derive(Debug, Args)]
#[command(after_help = "Example: corpus-explorer concordance treaty --by 1,-1 --group")]
pub struct ConcordanceArgs {
    #[command(flatten)]
    asked: QueryArgs,
    #[command(flatten)]
    form: FormArgs,
    /// Number of words on each side, 1 to 100
    #[arg(long, default_value_t = 8)]
    window: u32,
    /// Order of the lines
    #[arg(long, value_enum, default_value_t = Side::Position)]
    sort: Side,
    /// Sort by these words in turn: 1 is the first after the match, -1 the first before it, up to
    /// 100
    #[arg(
        long,
        value_name = "POSITIONS",
        value_delimiter = ',',
        allow_hyphen_values = true
    )]
    by: Vec<i32>,
    /// Group the lines by outlet
    #[arg(long)]
    group: bool,
    /// Print the counts of each outlet instead of the lines
    #[arg(long)]
    counts: bool,
    /// Maximum number of lines [default: all]
    #[arg(long)]
    limit: Option<u32>,
    /// Number of lines to skip at the start
    #[arg(long, default_value_t = 0)]
    offset: u32,
}

/// What lines are ordered by.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Side {
    /// By article and position
    Position,
    /// By the words before the match, nearest first
    Left,
    /// By the words after the match
    Right,
}

/// Prints the lines, or the counts; finding nothing is an answer, not a failure.
pub fn run(args: &ConcordanceArgs) -> Result<Outcome, Failure> {
    let (view, outcome) = corpus::searchable(&args.asked, Unit::Utf16)?;
    let options = ConcordanceOptions {
        window: Some(args.window),
        sort: Some(match args.sort {
            Side::Position => LineSort::Position,
            Side::Left => LineSort::Left,
            Side::Right => LineSort::Right,
        }),
        by: Some(args.by.clone()),
        group: Some(args.group),
        offset: Some(args.offset),
        limit: args.limit,
        filter: None,
    };
    let found = view.concordance(&args.asked.query, &options)?;
    let all = GroupView {
        publisher: None,
        matches: found.total,
        articles: found.articles,
        of: found.of,
        words: found.words,
        per_thousand: found.per_thousand,
    };
    if args.counts {
        table::print_rows(&args.form, &found.groups, |groups| {
            let lines = groups.iter().map(|group| {
                let outlet = group.publisher.as_deref().unwrap_or("unknown outlet");
                format!("  {outlet}: {}\n", counts(group))
            });
            format!("{}\n{}", counts(&all), lines.collect::<String>())
        })?;
    } else {
        table::print_rows(&args.form, &found.lines, |lines| {
            let lines = lines.iter().map(line).collect::<String>();
            format!("{}\n{lines}", counts(&all))
        })?;
    }
    Ok(outcome)
}

/// "61 matches in 5 of 5 articles, 10.20 per 1,000 words".
fn counts(group: &GroupView) -> String {
    let matches = if group.matches == 1 {
        "match"
    } else {
        "matches"
    };
    let articles = if group.of == 1 { "article" } else { "articles" };
    format!(
        "{} {matches} in {} of {} {articles}, {:.2} per 1,000 words",
        group.matches, group.articles, group.of, group.per_thousand
    )
}

/// How many characters a side of a line takes.
const SIDE: usize = 48;

/// A match in the middle of its context, and its article and paragraph.
fn line(line: &LineView) -> String {
    let left: Vec<char> = line.left.chars().collect();
    let left: String = left[left.len().saturating_sub(SIDE)..].iter().collect();
    let right: String = line.right.chars().take(SIDE).collect();
    let place = format!("{} ¶ {}", line.article, paragraph(line.block as usize));
    let line = format!("{left:>SIDE$}  {}  {right:<SIDE$}  {place}\n", line.node);
    line.replace(['\r', '\t'], " ")
        .trim_end()
        .replace('\n', " ")
        + "\n"
}
