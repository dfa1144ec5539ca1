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

/// The articles, searchable by a query, with offsets in `unit`. They are analysed only where the
/// query asks for what an analysis finds.
///
/// # Errors
/// When no article can be read.
pub fn view(args: &CorpusArgs, query: &str, unit: Unit) -> Result<(View, Outcome), Failure> {
    let (corpus, outcome) = match &args.corpus {
        Some(path) => {
            let (articles, outcome) = file::articles(std::slice::from_ref(path), &args.read)?;
            let treatment = Treatment {
                analyze: asks_for_analysis(query),
                normalize: true,
            };
            (Corpus::from_articles(&articles, treatment)?, outcome)
        }
        None => (default_corpus()?, Outcome::Done),
    };
    Ok((View::new(corpus, unit), outcome))
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
