//! `--decisions FILE`: what people decided about names, replayed over what is found.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use corpus_explorer::corpus::Corpus;
use corpus_explorer::decision::{self, Decision, Outcome};

use super::Failure;

/// Decisions that are replayed.
#[derive(Debug, Args)]
pub struct DecisionArgs {
    /// Replay what people decided about names: a file that the page keeps, see docs/decisions.md
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,
}

impl DecisionArgs {
    /// Whether there are any.
    pub fn is_given(&self) -> bool {
        self.decisions.is_some()
    }

    /// The decisions of the file; none without one.
    ///
    /// # Errors
    /// When the file cannot be read or is none of decisions.
    pub fn read(&self) -> Result<Vec<Decision>, Failure> {
        let Some(path) = &self.decisions else {
            return Ok(Vec::new());
        };
        let label = path.display().to_string();
        let bytes = fs::read(path).map_err(|e| format!("{label}: {e}"))?;
        let text = String::from_utf8(bytes).map_err(|_| format!("{label}: it is not UTF-8"))?;
        Ok(decision::read(&text, &label)?)
    }

    /// Replays them over a corpus, and says which of them have no target there.
    ///
    /// # Errors
    /// See [`Self::read`].
    pub fn replay(&self, corpus: &mut Corpus) -> Result<(), Failure> {
        corpus.add_decisions(self.read()?);
        for (decision, outcome) in corpus.decisions().iter().zip(corpus.outcomes()) {
            say(&decision.id, *outcome);
        }
        Ok(())
    }
}

/// Says of a decision why not all of it was done; it is no failure.
pub fn say(id: &str, outcome: Outcome) {
    if let Some(words) = outcome.words() {
        eprintln!("corpus-explorer: decision {id}: {words}");
    }
}
