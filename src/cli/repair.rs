//! `repair`: JSON Lines of texts in, the same with their characters repaired and every operation out, as a stream.

use corpus_explorer::api::shape::OperationView;
use corpus_explorer::api::view::operations;
use corpus_explorer::clean::{Steps, repair};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Failure, Outcome, RepairArgs, Step, file};

#[derive(Deserialize)]
struct Damaged {
    id: Value,
    text: String,
}

#[derive(Serialize)]
struct Mended {
    id: Value,
    text: String,
    operations: Vec<OperationView>,
}

/// Repairs each line by itself; a bad line is said with its number and passed over.
pub fn run(args: &RepairArgs) -> Result<Outcome, Failure> {
    let steps = Steps {
        mojibake: !matches!(args.only, Some(Step::Characters)),
        characters: !matches!(args.only, Some(Step::Mojibake)),
    };
    file::json_lines(args.file.as_deref(), |line| {
        let damaged: Damaged = file::object(line, "wanted {\"id\",\"text\"}")?;
        let repaired = repair(&damaged.text, steps);
        Ok(Mended {
            id: damaged.id,
            operations: operations(&damaged.text, &repaired.operations, args.offsets.into()),
            text: repaired.text,
        })
    })
}
