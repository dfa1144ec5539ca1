//! `analyze`: JSON Lines of texts in, JSON Lines of what was found in them out, as a stream.

use std::cell::RefCell;
use std::path::PathBuf;

use clap::Args;
use corpus_explorer::api::view::View;
use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::decision;
use corpus_explorer::document::{Article, DocId};

use crate::cli::argument::{DecisionArgs, OffsetArgs};
use crate::cli::corpus::{read_decisions, report_outcome};
use crate::cli::json_lines;
use crate::cli::outcome::{Failure, Outcome};

/// What is asked of an analysis.
#[derive(Debug, Args)]
#[command(
    after_help = "Example: echo '{\"id\":\"a\",\"text\":\"“Yes,” said Ann Lee.\"}' | corpus-explorer analyze"
)]
pub struct AnalyzeArgs {
    /// File of JSON Lines [default: standard input]
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// Analyse texts as they are, without cleaning them
    #[arg(long)]
    as_is: bool,
    #[command(flatten)]
    decisions: DecisionArgs,
    #[command(flatten)]
    offsets: OffsetArgs,
}

/// Analyses each line separately. A bad line is reported with its number and skipped; a decision
/// that applies to no line is reported at the end.
pub fn run(args: &AnalyzeArgs) -> Result<Outcome, Failure> {
    let treatment = Treatment {
        analyze: true,
        normalize: !args.as_is,
    };
    let decisions = read_decisions(&args.decisions)?;
    let best: RefCell<Vec<Option<decision::Outcome>>> = RefCell::new(vec![None; decisions.len()]);
    let outcome = json_lines::answer_lines(args.file.as_deref(), |line| {
        let article: Article = json_lines::object(line, "{\"id\",\"text\"}")?;
        let mut corpus = Corpus::from_articles(&[article], treatment)?;
        corpus.add_decisions(decisions.clone());
        for (best, now) in best.borrow_mut().iter_mut().zip(corpus.outcomes()) {
            if best.is_none() || !matches!(now, decision::Outcome::NotApplicable(_)) {
                *best = Some(*now);
            }
        }
        Ok(View::new(corpus, args.offsets.unit()).analysis(DocId(0)))
    })?;
    for (decision, best) in decisions.iter().zip(best.into_inner()) {
        if let Some(outcome @ decision::Outcome::NotApplicable(_)) = best {
            report_outcome(&decision.id, outcome);
        }
    }
    Ok(outcome)
}
