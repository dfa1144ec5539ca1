//! The command line: the only files with paths, arguments and exit codes.
//!
//! Exit codes: 0 done; 1 some input could not be read (said on stderr, the rest was done);
//! 2 the call was wrong or nothing could be done.

mod analyze;
mod build;
mod file;
mod find;
mod normalize;

use std::fmt;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use corpus_explorer::text::Unit;

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
  corpus-explorer normalize article.txt | jq .removed
  corpus-explorer analyze < texts.jsonl > found.jsonl
  corpus-explorer build articles/ -o page.html

Exit codes: 0 done; 1 some input could not be read; 2 nothing could be done.";

#[derive(Debug, Subcommand)]
enum Command {
    /// Clean articles: one JSON object a file, with all that was repaired, removed and lost
    Normalize(NormalizeArgs),
    /// Find names, quotations and dates: JSON Lines {"id","text"} in and out
    Analyze(AnalyzeArgs),
    /// Search the five default articles or a folder
    Search(SearchArgs),
    /// Make one HTML file that lets anybody explore a folder of articles
    Build(BuildArgs),
}

#[derive(Debug, Args)]
#[command(after_help = "Example: corpus-explorer normalize article.txt | jq '.gaps'")]
struct NormalizeArgs {
    /// Text files; - reads standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// What offsets count
    #[arg(long, value_enum, default_value_t = Offsets::Scalar)]
    offsets: Offsets,
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
    /// What offsets count
    #[arg(long, value_enum, default_value_t = Offsets::Scalar)]
    offsets: Offsets,
}

#[derive(Debug, Args)]
#[command(after_help = "Example: corpus-explorer search 'treaty -nuclear date:2024-06..'")]
struct SearchArgs {
    /// Words, "phrases", AND OR NOT -word ( ), prefix*, publisher: title: author: kind: date: in:
    #[arg(allow_hyphen_values = true)]
    query: String,
    /// A folder of .txt files; the five default articles if left out
    #[arg(long, value_name = "FOLDER")]
    corpus: Option<PathBuf>,
    /// Print the answer as JSON, offsets in UTF-16 units
    #[arg(long)]
    json: bool,
    /// How many articles at the most
    #[arg(long, default_value_t = 10)]
    limit: u32,
}

#[derive(Debug, Args)]
#[command(after_help = "Example: corpus-explorer build articles/ -o page.html")]
struct BuildArgs {
    /// A folder of .txt files; the five default articles if left out
    #[arg(value_name = "FOLDER")]
    folder: Option<PathBuf>,
    /// Where to write the page
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
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
        Command::Analyze(args) => analyze::run(&args),
        Command::Search(args) => find::run(&args),
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
