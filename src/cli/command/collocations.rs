//! `collocations QUERY`: the words that occur near its matches more often than by chance.

use clap::{Args, ValueEnum};
use corpus_explorer::api::options::CollocationOptions;
use corpus_explorer::api::shape::{CollocateView, Measure};
use corpus_explorer::text::Unit;

use crate::cli::argument::{FormArgs, QueryArgs};
use crate::cli::corpus;
use crate::cli::outcome::{Failure, Outcome};
use crate::cli::table;

/// What is asked of collocations.
#[derive(Debug, Args)]
#[command(after_help = "Example: corpus-explorer collocations treaty --measure log-dice --csv")]
pub struct CollocationArgs {
    #[command(flatten)]
    asked: QueryArgs,
    #[command(flatten)]
    form: FormArgs,
    /// Number of words on each side that count as near a match, 1 to 100
    #[arg(long, default_value_t = 5)]
    window: u32,
    /// Number of words before a match, instead of --window; 0 to 100
    #[arg(long)]
    left: Option<u32>,
    /// Number of words after a match, instead of --window; 0 to 100
    #[arg(long)]
    right: Option<u32>,
    /// Order of the words
    #[arg(long, value_enum, default_value_t = Order::LogLikelihood)]
    measure: Order,
    /// Minimum number of times a word occurs near a match, from 1
    #[arg(long, default_value_t = 2)]
    min: u32,
    /// Include stop words such as "the"
    #[arg(long)]
    stop_words: bool,
    /// Maximum number of words
    #[arg(long, default_value_t = 50)]
    limit: u32,
    /// Number of words to skip at the start
    #[arg(long, default_value_t = 0)]
    offset: u32,
}

/// A measure of association.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Order {
    /// Log-likelihood G²: how certain the association is
    LogLikelihood,
    /// logDice: how strong the association is, regardless of corpus size
    LogDice,
}

/// Prints the words; finding none is an answer, not a failure.
pub fn run(args: &CollocationArgs) -> Result<Outcome, Failure> {
    let (view, outcome) = corpus::searchable(&args.asked, Unit::Utf16)?;
    let options = CollocationOptions {
        window: Some(args.window),
        left: args.left,
        right: args.right,
        measure: Some(match args.measure {
            Order::LogLikelihood => Measure::LogLikelihood,
            Order::LogDice => Measure::LogDice,
        }),
        min: Some(args.min),
        offset: Some(args.offset),
        limit: Some(args.limit),
        stop_words: Some(args.stop_words),
        filter: None,
    };
    let found = view.collocations(&args.asked.query, &options)?;
    table::print_rows(&args.form, &found.collocates, |collocates| {
        let head = format!(
            "{} words near {} matches; {} of {} collocates shown\n{:>9} {:>9} {:>6} {:>6} {:>9} {:>8}  word\n",
            found.near,
            found.matches,
            collocates.len(),
            found.total,
            "observed",
            "expected",
            "left",
            "right",
            "G2",
            "logDice"
        );
        head + &collocates.iter().map(row).collect::<String>()
    })?;
    Ok(outcome)
}

fn row(c: &CollocateView) -> String {
    format!(
        "{:>9} {:>9.2} {:>6} {:>6} {:>9.2} {:>8.2}  {}\n",
        c.observed, c.expected, c.left, c.right, c.log_likelihood, c.log_dice, c.word
    )
}
