//! `concordance QUERY`: every match with the words around it, or how often each outlet has one.

use clap::{Args, ValueEnum};
use corpus_explorer::api::shape::{ConcordanceOptions, GroupView, LineSort, LineView};
use corpus_explorer::document::paragraph;
use corpus_explorer::text::Unit;

use super::open::{self, CorpusArgs};
use super::rows::{self, FormArgs};
use super::{Failure, Outcome};

/// What is asked of a concordance.
#[derive(Debug, Args)]
#[command(after_help = "Example: corpus-explorer concordance treaty --by 1,-1 --group")]
pub struct ConcordanceArgs {
    /// Words, "phrases" and all else that a search understands
    #[arg(allow_hyphen_values = true)]
    query: String,
    #[command(flatten)]
    corpus: CorpusArgs,
    #[command(flatten)]
    form: FormArgs,
    /// How many words on each side, 1 to 100
    #[arg(long, default_value_t = 8)]
    window: u32,
    /// The order of the lines
    #[arg(long, value_enum, default_value_t = Side::Position)]
    sort: Side,
    /// Order by these words in turn: 1 the first after the match, -1 the first before it, to 100
    #[arg(
        long,
        value_name = "PLACES",
        value_delimiter = ',',
        allow_hyphen_values = true
    )]
    by: Vec<i32>,
    /// Keep the lines of each outlet together
    #[arg(long)]
    group: bool,
    /// Print the counts of each outlet in place of the lines
    #[arg(long)]
    counts: bool,
    /// How many lines at the most; all if left out
    #[arg(long)]
    limit: Option<u32>,
    /// How many lines to leave out at the start
    #[arg(long, default_value_t = 0)]
    offset: u32,
}

/// What lines are ordered by.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Side {
    /// By article and place
    Position,
    /// By the words before, nearest first
    Left,
    /// By the words after
    Right,
}

/// Prints the lines, or the counts; finding nothing is an answer, not a failure.
pub fn run(args: &ConcordanceArgs) -> Result<Outcome, Failure> {
    let (view, outcome) = open::view(&args.corpus, &args.query, Unit::Utf16)?;
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
    let found = view.concordance(&args.query, &options)?;
    let all = GroupView {
        publisher: None,
        matches: found.total,
        articles: found.articles,
        of: found.of,
        words: found.words,
        per_thousand: found.per_thousand,
    };
    if args.counts {
        rows::print(&args.form, &found.groups, |groups| {
            let said = groups.iter().map(|group| {
                let outlet = group.publisher.as_deref().unwrap_or("unknown outlet");
                format!("  {outlet}: {}\n", counts(group))
            });
            format!("{}\n{}", counts(&all), said.collect::<String>())
        })?;
    } else {
        rows::print(&args.form, &found.lines, |lines| {
            let said = lines.iter().map(line).collect::<String>();
            format!("{}\n{said}", counts(&all))
        })?;
    }
    Ok(outcome)
}

/// "61 matches in 5 of 5 articles, 10.2 for every 1,000 words".
fn counts(group: &GroupView) -> String {
    let matches = if group.matches == 1 {
        "match"
    } else {
        "matches"
    };
    let articles = if group.of == 1 { "article" } else { "articles" };
    format!(
        "{} {matches} in {} of {} {articles}, {:.2} for every 1,000 words",
        group.matches, group.articles, group.of, group.per_thousand
    )
}

/// How many characters a side of a line takes.
const SIDE: usize = 48;

/// A match in the middle, and where it stands.
fn line(line: &LineView) -> String {
    let left: Vec<char> = line.left.chars().collect();
    let left: String = left[left.len().saturating_sub(SIDE)..].iter().collect();
    let right: String = line.right.chars().take(SIDE).collect();
    let place = format!("{} ¶ {}", line.article, paragraph(line.block as usize));
    let said = format!("{left:>SIDE$}  {}  {right:<SIDE$}  {place}\n", line.node);
    said.replace(['\r', '\t'], " ")
        .trim_end()
        .replace('\n', " ")
        + "\n"
}
