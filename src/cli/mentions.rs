//! `mentions [PATH]`: all names with their places, for other programs.

use std::io;
use std::path::PathBuf;

use clap::Args;
use corpus_explorer::api::shape::MentionForm;

use super::decisions::DecisionArgs;
use super::{Failure, Offsets, Outcome, ReadArgs, file, open};

/// What is asked of mentions.
#[derive(Debug, Args)]
#[command(after_help = "Example: corpus-explorer mentions articles/ --conll > names.conll")]
pub struct MentionArgs {
    /// A folder of articles, or one file: .zip, .csv, .jsonl…; the five default articles if left out
    #[arg(value_name = "PATH")]
    path: Option<PathBuf>,
    #[command(flatten)]
    decisions: DecisionArgs,
    /// Print a token a line: number, token, start, end, BIO tag, entity; parted by tabs
    #[arg(long, required_unless_present = "json_ld", conflicts_with = "json_ld")]
    conll: bool,
    /// Print W3C Web Annotations; their offsets count code points
    #[arg(long)]
    json_ld: bool,
    /// What offsets of --conll count
    #[arg(long, value_enum, default_value_t = Offsets::Scalar)]
    offsets: Offsets,
    #[command(flatten)]
    read: ReadArgs,
}

/// Prints the mentions.
pub fn run(args: &MentionArgs) -> Result<Outcome, Failure> {
    let unit = args.offsets.into();
    let path = args.path.as_deref();
    let (view, outcome) = open::analyzed(path, &args.read, &args.decisions, unit)?;
    let form = if args.json_ld {
        MentionForm::JsonLd
    } else {
        MentionForm::Conll
    };
    let text = view.mentions_text(form);
    file::write(&mut io::stdout().lock(), text.as_bytes())?;
    Ok(outcome)
}
