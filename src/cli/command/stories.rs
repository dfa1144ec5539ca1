//! `stories [PATH]`: articles that report one event, as text or as JSON Lines.

use clap::Args;
use corpus_explorer::api::options::RelatedFilter;
use corpus_explorer::api::shape::StoryView;
use corpus_explorer::api::view::View;
use corpus_explorer::text::Unit;

use crate::cli::argument::PathArgs;
use crate::cli::outcome::{Failure, Outcome};
use crate::cli::{corpus, output};

/// What is asked of stories.
#[derive(Debug, Args)]
#[command(
    after_help = "Example: corpus-explorer stories news.cxpk --json | jq -r 'select(.articles | length > 5).title'"
)]
pub struct StoryArgs {
    #[command(flatten)]
    articles: PathArgs,
    /// Print JSON Lines, one story per row
    #[arg(long)]
    json: bool,
    /// Maximum number of stories
    #[arg(long)]
    limit: Option<u32>,
}

/// Prints the stories, those of most articles first; no story is an answer, not a failure.
pub fn run(args: &StoryArgs) -> Result<Outcome, Failure> {
    let (view, outcome) = corpus::cleaned(&args.articles, Unit::Utf16)?;
    let stories = view.stories(&RelatedFilter {
        limit: args.limit,
        ..RelatedFilter::default()
    })?;
    if args.json {
        output::print_lines(&stories)?;
    } else {
        let text: Vec<String> = stories.iter().map(|story| entry(&view, story)).collect();
        output::print(&text.join("\n"))?;
    }
    Ok(outcome)
}

/// A story for people: its title, what holds it together, and its articles.
fn entry(view: &View, story: &StoryView) -> String {
    let words: Vec<&str> = story
        .words
        .iter()
        .map(|shared| shared.word.as_str())
        .collect();
    let days = match (story.from.as_deref(), story.to.as_deref()) {
        (Some(from), Some(to)) if from == to => format!(", {from}"),
        (Some(from), Some(to)) => format!(", {from} to {to}"),
        _ => String::new(),
    };
    let title = story.title.as_deref().unwrap_or(&story.central);
    let mut text = format!(
        "{title}\n  {} articles{days}: {}\n",
        story.articles.len(),
        words.join(", ")
    );
    for head in story.articles.iter().filter_map(|id| view.summary(id)) {
        let head = head.head;
        let known = [
            head.published.as_deref(),
            head.publisher.as_deref(),
            head.title.as_deref(),
        ];
        let known: Vec<&str> = [Some(head.id.as_str())]
            .into_iter()
            .chain(known)
            .flatten()
            .collect();
        text.push_str(&format!("  {}\n", known.join(" · ")));
    }
    text
}
