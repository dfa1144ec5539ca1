//! `pack [PATH] -o news.cxpk`: articles with everything that was found in them, in one file that
//! other commands and the page open at once.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use corpus_explorer::text::Unit;

use crate::cli::argument::PathArgs;
use crate::cli::corpus::analyzed;
use crate::cli::outcome::{Failure, Outcome};
use crate::cli::output;

/// What is asked of a pack.
#[derive(Debug, Args)]
#[command(after_help = "Example: corpus-explorer pack articles/ -o news.cxpk")]
pub struct PackArgs {
    #[command(flatten)]
    articles: PathArgs,
    /// File to write the pack to
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

/// Writes the pack; the same articles give the same bytes.
pub fn run(args: &PackArgs) -> Result<Outcome, Failure> {
    let (view, outcome) = analyzed(&args.articles, Unit::Utf8)?;
    let bytes = view.corpus().save()?;
    let path = args.output.display();
    fs::write(&args.output, &bytes).map_err(|e| format!("{path}: {e}"))?;
    let (count, size) = (view.corpus().documents().len(), bytes.len() / 1000);
    output::report(format_args!("wrote {path} ({count} articles, {size} kB)"));
    Ok(outcome)
}
