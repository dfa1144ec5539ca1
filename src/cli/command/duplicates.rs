//! `duplicates [PATH]`: articles that consist of nearly the same words as another, as text or as JSON
//! Lines.

use clap::Args;
use corpus_explorer::api::options::RelatedFilter;
use corpus_explorer::api::shape::DuplicateSet;
use corpus_explorer::api::view::View;
use corpus_explorer::text::Unit;

use crate::cli::argument::PathArgs;
use crate::cli::outcome::{Failure, Outcome};
use crate::cli::{corpus, output};

/// What is asked of duplicates.
#[derive(Debug, Args)]
#[command(
    after_help = "Example: corpus-explorer duplicates news.cxpk --json | jq -r '.copies[].article' > copies.txt"
)]
pub struct DuplicateArgs {
    #[command(flatten)]
    articles: PathArgs,
    /// Print JSON Lines, one set of copies per row
    #[arg(long)]
    json: bool,
}

/// Prints the sets of copies; no copy is an answer, not a failure.
pub fn run(args: &DuplicateArgs) -> Result<Outcome, Failure> {
    let (view, outcome) = corpus::cleaned(&args.articles, Unit::Utf16)?;
    let sets = view.duplicates(&RelatedFilter::default())?;
    if args.json {
        output::print_lines(&sets)?;
    } else {
        let text: String = sets.iter().map(|set| entry(&view, set)).collect();
        output::print(&text)?;
    }
    Ok(outcome)
}

/// A set for people: the most complete article, then its copies and how much of each it has.
fn entry(view: &View, set: &DuplicateSet) -> String {
    let mut text = format!("{}\n", name(view, &set.article));
    for copy in &set.copies {
        let share = copy.share * 100.0;
        text.push_str(&format!("  {share:.0}% {}\n", name(view, &copy.article)));
    }
    text
}

fn name(view: &View, id: &str) -> String {
    let head = view.summary(id).map(|summary| summary.head);
    let known = head.map_or([None, None], |head| [head.publisher, head.title]);
    let known = known.into_iter().flatten();
    [id.to_owned()]
        .into_iter()
        .chain(known)
        .collect::<Vec<_>>()
        .join(" · ")
}
