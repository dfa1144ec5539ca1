//! Which articles is a question asked of? A folder, a file, or the five default articles.

use std::path::PathBuf;

use clap::Args;
use corpus_explorer::api::view::View;
use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::text::Unit;

use super::{Failure, Outcome, ReadArgs, file};

/// The articles of a question.
#[derive(Debug, Args)]
pub struct CorpusArgs {
    /// A folder of articles, or one file: .zip, .csv, .jsonl…; the five default articles if left out
    #[arg(long, value_name = "PATH")]
    corpus: Option<PathBuf>,
    #[command(flatten)]
    read: ReadArgs,
}

/// The articles, searchable, with offsets in `unit`.
///
/// # Errors
/// When no article can be read.
pub fn view(args: &CorpusArgs, unit: Unit) -> Result<(View, Outcome), Failure> {
    let (corpus, outcome) = match &args.corpus {
        Some(path) => {
            let (articles, outcome) = file::articles(std::slice::from_ref(path), &args.read)?;
            let treatment = Treatment {
                analyze: false,
                normalize: true,
            };
            (Corpus::from_articles(&articles, treatment)?, outcome)
        }
        None => (default_corpus()?, Outcome::Done),
    };
    Ok((View::new(corpus, unit), outcome))
}

#[cfg(feature = "embedded")]
fn default_corpus() -> Result<Corpus, Failure> {
    Ok(Corpus::embedded()?)
}

#[cfg(not(feature = "embedded"))]
fn default_corpus() -> Result<Corpus, Failure> {
    Err("this build carries no articles; name a folder with --corpus".into())
}
