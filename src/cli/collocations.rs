//! `collocations QUERY`: the words that stand near its matches more often than chance.

use clap::{Args, ValueEnum};
use corpus_explorer::api::shape::{CollocateView, CollocationOptions, Measure};
use corpus_explorer::text::Unit;

use super::open::{self, CorpusArgs};
use super::rows::{self, FormArgs};
use super::{Failure, Outcome};

/// What is asked of collocations.
#[derive(Debug, Args)]
#[command(after_help = "Example: corpus-explorer collocations treaty --measure log-dice --csv")]
pub struct CollocationArgs {
    /// Words, "phrases" and all else that a search understands
    #[arg(allow_hyphen_values = true)]
    query: String,
    #[command(flatten)]
    corpus: CorpusArgs,
    #[command(flatten)]
    form: FormArgs,
    /// How many words on each side are near a match, 1 to 100
    #[arg(long, default_value_t = 5)]
    window: u32,
    /// How many words before it, in place of --window; 0 to 100
    #[arg(long)]
    left: Option<u32>,
    /// How many words after it, in place of --window; 0 to 100
    #[arg(long)]
    right: Option<u32>,
    /// What words are ordered by
    #[arg(long, value_enum, default_value_t = Order::LogLikelihood)]
    measure: Order,
    /// How often a word must stand near a match, 1 or more
    #[arg(long, default_value_t = 2)]
    min: u32,
    /// Print words like "the" too
    #[arg(long)]
    stop_words: bool,
    /// How many words at the most
    #[arg(long, default_value_t = 50)]
    limit: u32,
    /// How many words to leave out at the start
    #[arg(long, default_value_t = 0)]
    offset: u32,
}

/// A measure of company.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Order {
    /// How sure it is that it is no chance
    LogLikelihood,
    /// How close it is, whatever the size of the corpus
    LogDice,
}

/// Prints the words; finding none is an answer, not a failure.
pub fn run(args: &CollocationArgs) -> Result<Outcome, Failure> {
    let (view, outcome) = open::view(&args.corpus, &args.query, Unit::Utf16)?;
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
    let found = view.collocations(&args.query, &options)?;
    rows::print(&args.form, &found.collocates, |collocates| {
        let head = format!(
            "{} words near {} matches, {} of {} words shown\n{:>9} {:>9} {:>6} {:>6} {:>9} {:>8}  word\n",
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
