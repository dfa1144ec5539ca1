//! `mentions [PATH]`: every mention of a name, for other programs.

use clap::Args;
use corpus_explorer::api::options::MentionForm;

use crate::cli::argument::{OffsetArgs, PathArgs};
use crate::cli::outcome::{Failure, Outcome};
use crate::cli::{corpus, output};

/// What is asked of mentions.
#[derive(Debug, Args)]
#[command(after_help = "Example: corpus-explorer mentions articles/ --conll > names.conll")]
pub struct MentionArgs {
    #[command(flatten)]
    articles: PathArgs,
    /// Print CoNLL, one token per line: number, token, start, end, BIO tag, entity; separated by
    /// tabs
    #[arg(long, required_unless_present = "json_ld", conflicts_with = "json_ld")]
    conll: bool,
    /// Print W3C Web Annotations; their offsets always count code points
    #[arg(long)]
    json_ld: bool,
    #[command(flatten)]
    offsets: OffsetArgs,
}

/// Prints the mentions.
pub fn run(args: &MentionArgs) -> Result<Outcome, Failure> {
    let (view, outcome) = corpus::analyzed(&args.articles, args.offsets.unit())?;
    let form = if args.json_ld {
        MentionForm::JsonLd
    } else {
        MentionForm::Conll
    };
    output::print(&view.mentions_text(form))?;
    Ok(outcome)
}
