//! `repair`: JSON Lines of texts in, the same texts with repaired characters and every operation
//! out, as a stream.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use corpus_explorer::api::shape::OperationView;
use corpus_explorer::api::view::operations;
use corpus_explorer::clean::{Steps, repair};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::cli::argument::OffsetArgs;
use crate::cli::json_lines;
use crate::cli::outcome::{Failure, Outcome};

/// What is asked of a repair.
#[derive(Debug, Args)]
#[command(
    after_help = "Example: echo '{\"id\":\"a\",\"text\":\"It鈥檚 so\"}' | corpus-explorer repair\n\nEach operation replaces `before` with `after`. Operations are in order and do not overlap."
)]
pub struct RepairArgs {
    /// File of JSON Lines [default: standard input]
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// Repair only one kind of damage
    #[arg(long, value_enum)]
    only: Option<Step>,
    #[command(flatten)]
    offsets: OffsetArgs,
}

/// A step of the repair of characters.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Step {
    /// Wrongly decoded characters
    Mojibake,
    /// Line ends, unusual spaces, invisible characters, character references, accents
    Characters,
}

#[derive(Deserialize)]
struct Damaged {
    id: Value,
    text: String,
}

#[derive(Serialize)]
struct Repaired {
    id: Value,
    text: String,
    operations: Vec<OperationView>,
}

/// Repairs each line separately; a bad line is reported with its number and skipped.
pub fn run(args: &RepairArgs) -> Result<Outcome, Failure> {
    let steps = Steps {
        mojibake: !matches!(args.only, Some(Step::Characters)),
        characters: !matches!(args.only, Some(Step::Mojibake)),
    };
    json_lines::answer_lines(args.file.as_deref(), |line| {
        let damaged: Damaged = json_lines::object(line, "{\"id\",\"text\"}")?;
        let repaired = repair(&damaged.text, steps);
        Ok(Repaired {
            id: damaged.id,
            operations: operations(&damaged.text, &repaired.operations, args.offsets.unit()),
            text: repaired.text,
        })
    })
}
