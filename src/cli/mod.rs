//! What does a person type? The face of the command line: it parses the arguments, runs a command
//! and sets the exit code.
//!
//! Exit codes: 0 done; 1 some input could not be read (standard error says which, the rest was
//! done); 2 the call was wrong or nothing could be done. Only this room knows paths, arguments and
//! exit codes.

mod argument;
mod command;
mod corpus;
mod input;
mod json_lines;
mod outcome;
mod output;
mod table;

use std::process::ExitCode;

use clap::Parser;
use command::Command;
use outcome::{Failure, Outcome};

/// Explore news articles: search them, see who said what, and compare how outlets report it
#[derive(Debug, Parser)]
#[command(name = "corpus-explorer", version, arg_required_else_help = true, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "Examples:
  corpus-explorer search '\"without delay\"'
  corpus-explorer search sanctions --corpus articles/ --json
  corpus-explorer concordance treaty --sort right --group
  corpus-explorer collocations treaty --csv > collocates.csv
  corpus-explorer compare articles/ --csv > table.csv
  corpus-explorer graph articles/ --by sentence --graphml > names.graphml
  corpus-explorer mentions articles/ --conll > names.conll
  corpus-explorer quotes articles/ --format tei > quotations.xml
  corpus-explorer normalize article.txt page.html paper.pdf | jq .removed
  corpus-explorer normalize --report articles/
  corpus-explorer repair < texts.jsonl > repaired.jsonl
  corpus-explorer analyze < texts.jsonl > analyzed.jsonl
  corpus-explorer build articles/ --decisions decisions.json -o page.html
  corpus-explorer build news.csv --map text=body_col -o page.html

Exit codes: 0 done; 1 some input could not be read; 2 nothing could be done.";

/// Runs the command that the arguments name.
pub fn run() -> ExitCode {
    match Cli::parse().command.run() {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Skipped) => ExitCode::from(1),
        Err(Failure(message)) => {
            output::report(message);
            ExitCode::from(2)
        }
    }
}
