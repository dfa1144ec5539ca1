//! Which articles is a question asked of? A folder, a file, or the five default articles.

use std::path::{Path, PathBuf};

use clap::Args;
use corpus_explorer::api::view::View;
use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::text::Unit;

use super::decisions::DecisionArgs;
use super::{Failure, Outcome, ReadArgs, file};

/// The articles of a question.
#[derive(Debug, Args)]
pub struct CorpusArgs {
    /// A folder of articles, or one file: .zip, .csv, .jsonl…; the five default articles if left out
    #[arg(long, value_name = "PATH")]
    corpus: Option<PathBuf>,
    #[command(flatten)]
    decisions: DecisionArgs,
    #[command(flatten)]
    read: ReadArgs,
}

/// The articles, searchable by a query, with offsets in `unit`. They are analysed only where the
/// query asks for what an analysis finds, or decisions rest on it.
///
/// # Errors
/// When no article can be read.
pub fn view(args: &CorpusArgs, query: &str, unit: Unit) -> Result<(View, Outcome), Failure> {
    let analyze = asks_for_analysis(query) || args.decisions.is_given();
    let (mut corpus, outcome) = corpus(args.corpus.as_deref(), &args.read, analyze)?;
    args.decisions.replay(&mut corpus)?;
    Ok((View::new(corpus, unit), outcome))
}

/// The analysed articles of a folder or file, or the default ones, with decisions replayed.
///
/// # Errors
/// When no article can be read, or the decisions cannot.
pub fn analyzed(
    path: Option<&Path>,
    read: &ReadArgs,
    decisions: &DecisionArgs,
    unit: Unit,
) -> Result<(View, Outcome), Failure> {
    let (mut corpus, outcome) = corpus(path, read, true)?;
    decisions.replay(&mut corpus)?;
    Ok((View::new(corpus, unit), outcome))
}

fn corpus(
    path: Option<&Path>,
    read: &ReadArgs,
    analyze: bool,
) -> Result<(Corpus, Outcome), Failure> {
    let Some(path) = path else {
        return Ok((default_corpus()?, Outcome::Done));
    };
    let (articles, outcome) = file::articles(&[path.to_owned()], read)?;
    let treatment = Treatment {
        analyze,
        normalize: true,
    };
    Ok((Corpus::from_articles(&articles, treatment)?, outcome))
}

fn asks_for_analysis(query: &str) -> bool {
    let query = query.to_ascii_lowercase();
    ["speaker:", "entity:", "cue:"]
        .iter()
        .any(|field| query.contains(field))
}

#[cfg(feature = "embedded")]
fn default_corpus() -> Result<Corpus, Failure> {
    Ok(Corpus::embedded()?)
}

#[cfg(not(feature = "embedded"))]
fn default_corpus() -> Result<Corpus, Failure> {
    Err("this build carries no articles; name a folder with --corpus".into())
}
