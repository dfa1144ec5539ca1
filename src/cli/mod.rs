//! The command line: the only files with paths, arguments and exit codes.
//!
//! Exit codes: 0 done; 1 some input could not be read (said on stderr, the rest was done);
//! 2 the call was wrong or nothing could be done.

mod analyze;
mod build;
mod collocations;
mod compare;
mod concordance;
mod decisions;
mod file;
mod find;
mod graph;
mod mentions;
mod normalize;
mod open;
mod quotes;
mod repair;
mod report;
mod rows;

use std::fmt;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use corpus_explorer::text::Unit;

use collocations::CollocationArgs;
use compare::CompareArgs;
use concordance::ConcordanceArgs;
use decisions::DecisionArgs;
use graph::GraphArgs;
use mentions::MentionArgs;
use open::CorpusArgs;
use quotes::QuoteArgs;

/// Drop in articles, see who said what and how each source tells it.
#[derive(Debug, Parser)]
#[command(name = "corpus-explorer", version, about, arg_required_else_help = true, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "Examples:
  corpus-explorer search '\"without delay\"'
  corpus-explorer search sanctions --corpus articles/ --json
  corpus-explorer concordance treaty --sort right --group
  corpus-explorer collocations treaty --csv > company.csv
  corpus-explorer compare articles/ --csv > table.csv
  corpus-explorer graph articles/ --by sentence --graphml > names.graphml
  corpus-explorer mentions articles/ --conll > names.conll
  corpus-explorer quotes articles/ --format tei > quotations.xml
  corpus-explorer normalize article.txt page.html paper.pdf | jq .removed
  corpus-explorer normalize --report articles/
  corpus-explorer repair < texts.jsonl > repaired.jsonl
  corpus-explorer analyze < texts.jsonl > found.jsonl
  corpus-explorer build articles/ --decisions decisions.json -o page.html
  corpus-explorer build news.csv --map text=body_col -o page.html

Exit codes: 0 done; 1 some input could not be read; 2 nothing could be done.";

#[derive(Debug, Subcommand)]
enum Command {
    /// Clean articles: one JSON object each, with all that was repaired, removed and lost
    Normalize(NormalizeArgs),
    /// Put right wrongly decoded characters and odd ones alone: JSON Lines {"id","text"} in and out
    Repair(RepairArgs),
    /// Find names, quotations and dates: JSON Lines {"id","text"} in and out
    Analyze(AnalyzeArgs),
    /// Search the five default articles, or a folder or file of others
    Search(SearchArgs),
    /// Show every match of a query with the words around it, or how often each outlet has one
    Concordance(ConcordanceArgs),
    /// Show the words that stand near matches of a query more often than chance
    Collocations(CollocationArgs),
    /// Show how each article tells it: who is quoted, what several tell, and in what they differ
    Compare(CompareArgs),
    /// Show who is named together with whom, or draw it for other programs
    Graph(GraphArgs),
    /// Print all names with their places, for other programs
    Mentions(MentionArgs),
    /// Print who said what, for other programs
    Quotes(QuoteArgs),
    /// Make one HTML file that lets anybody explore a folder or file of articles
    Build(BuildArgs),
}

/// What is read, and how far.
#[derive(Debug, Args)]
#[command(next_help_heading = "Reading")]
struct ReadArgs {
    /// The most bytes that one archive may expand to
    #[arg(long, value_name = "BYTES", default_value_t = 200_000_000)]
    max_expanded: u64,
    /// The most entries of one archive
    #[arg(long, value_name = "COUNT", default_value_t = 10_000)]
    max_entries: usize,
    /// Columns of unusual names, by the field that they hold: text=body_col,title=head
    #[arg(long, value_name = "FIELD=COLUMN", value_delimiter = ',')]
    map: Vec<String>,
}

#[derive(Debug, Args)]
#[command(after_help = "Example: corpus-explorer normalize article.txt | jq '.gaps'")]
struct NormalizeArgs {
    /// Files of text, HTML, Markdown, JSON, CSV, DOCX, PDF or ZIP, and folders; - reads standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    read: ReadArgs,
    /// Print what was done to each article in words, in place of the articles
    #[arg(long)]
    report: bool,
    /// What offsets count
    #[arg(long, value_enum, default_value_t = Offsets::Scalar)]
    offsets: Offsets,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Example: echo '{\"id\":\"a\",\"text\":\"It鈥檚 so\"}' | corpus-explorer repair\n\nEach operation puts `after` in the place of `before`; they are in order and do not overlap."
)]
struct RepairArgs {
    /// A file of JSON Lines; standard input if left out
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// Take one of the two steps alone
    #[arg(long, value_enum)]
    only: Option<Step>,
    /// What offsets count
    #[arg(long, value_enum, default_value_t = Offsets::Scalar)]
    offsets: Offsets,
}

/// A step of the repair of characters.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Step {
    /// Wrongly decoded characters
    Mojibake,
    /// Line ends, odd spaces, invisible characters, references, accents
    Characters,
}

#[derive(Debug, Args)]
#[command(
    after_help = "Example: echo '{\"id\":\"a\",\"text\":\"“Yes,” said Ann Lee.\"}' | corpus-explorer analyze"
)]
struct AnalyzeArgs {
    /// A file of JSON Lines; standard input if left out
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// Take texts as they are, without repairing or cleaning them
    #[arg(long)]
    as_is: bool,
    #[command(flatten)]
    decisions: DecisionArgs,
    /// What offsets count
    #[arg(long, value_enum, default_value_t = Offsets::Scalar)]
    offsets: Offsets,
}

#[derive(Debug, Args)]
#[command(after_help = "Example: corpus-explorer search 'treaty -nuclear date:2024-06..'")]
struct SearchArgs {
    /// Words, "phrases" "loose ones"~3, AND OR NOT -word ( ), a NEAR/5 b, prefix*, fuzzy~, title: publisher:
    /// author: kind: date: in: speaker: entity: cue:
    #[arg(allow_hyphen_values = true)]
    query: String,
    #[command(flatten)]
    corpus: CorpusArgs,
    /// Print the answer as JSON, offsets in UTF-16 units
    #[arg(long)]
    json: bool,
    /// Say how the query was read, and what each score is made of
    #[arg(long)]
    explain: bool,
    /// How many articles at the most
    #[arg(long, default_value_t = 10)]
    limit: u32,
}

#[derive(Debug, Args)]
#[command(after_help = "Example: corpus-explorer build articles/ -o page.html")]
struct BuildArgs {
    /// A folder of articles, or one file: .zip, .csv, .jsonl…; the five default articles if left out
    #[arg(value_name = "PATH")]
    path: Option<PathBuf>,
    #[command(flatten)]
    decisions: DecisionArgs,
    /// Where to write the page
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    #[command(flatten)]
    read: ReadArgs,
}

/// What offsets in the output count.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Offsets {
    /// Bytes of UTF-8
    Utf8,
    /// UTF-16 code units, as JavaScript counts
    Utf16,
    /// Unicode scalar values, as Python counts
    Scalar,
}

impl From<Offsets> for Unit {
    fn from(offsets: Offsets) -> Self {
        match offsets {
            Offsets::Utf8 => Self::Utf8,
            Offsets::Utf16 => Self::Utf16,
            Offsets::Scalar => Self::Scalar,
        }
    }
}

/// Why nothing could be done, in words.
#[derive(Debug)]
struct Failure(String);

impl<E: fmt::Display> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// How much of the input was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// All of it.
    Done,
    /// Some was skipped and said on stderr.
    Skipped,
}

/// Runs the command that the arguments name.
pub fn run() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Normalize(args) => normalize::run(&args),
        Command::Repair(args) => repair::run(&args),
        Command::Analyze(args) => analyze::run(&args),
        Command::Search(args) => find::run(&args),
        Command::Concordance(args) => concordance::run(&args),
        Command::Collocations(args) => collocations::run(&args),
        Command::Compare(args) => compare::run(&args),
        Command::Graph(args) => graph::run(&args),
        Command::Mentions(args) => mentions::run(&args),
        Command::Quotes(args) => quotes::run(&args),
        Command::Build(args) => build::run(&args),
    };
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Skipped) => ExitCode::from(1),
        Err(Failure(message)) => {
            eprintln!("corpus-explorer: {message}");
            ExitCode::from(2)
        }
    }
}
