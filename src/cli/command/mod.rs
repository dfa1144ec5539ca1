//! What can be done from the command line? One command per file: its arguments, and how it runs.

mod analyze;
mod build;
mod collocations;
mod compare;
mod concordance;
mod duplicates;
mod graph;
mod mentions;
mod normalize;
mod pack;
mod quotes;
mod repair;
mod search;
mod stories;

use clap::Subcommand;

use super::outcome::{Failure, Outcome};

/// A command with its arguments.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Clean articles and print each as a JSON object with its repairs, removals and gaps
    Normalize(normalize::NormalizeArgs),
    /// Repair wrongly decoded and unusual characters only: JSON Lines {"id","text"} in and out
    Repair(repair::RepairArgs),
    /// Find names, references, quotations, dates and figures: JSON Lines {"id","text"} in and out
    Analyze(analyze::AnalyzeArgs),
    /// Search articles
    Search(search::SearchArgs),
    /// List every match of a query with its context, or count the matches of each outlet
    Concordance(concordance::ConcordanceArgs),
    /// List the words that occur near matches of a query more often than by chance
    Collocations(collocations::CollocationArgs),
    /// List articles that report one event, story by story
    Stories(stories::StoryArgs),
    /// List articles that consist of nearly the same words as another
    Duplicates(duplicates::DuplicateArgs),
    /// Compare how each article reports the same events
    Compare(compare::CompareArgs),
    /// List who is named together with whom, or export the graph
    Graph(graph::GraphArgs),
    /// Export every mention of a name
    Mentions(mentions::MentionArgs),
    /// Export who said what
    Quotes(quotes::QuoteArgs),
    /// Build one HTML file for exploring articles
    Build(build::BuildArgs),
    /// Save articles with everything found in them, so that the next command need not analyse them
    Pack(pack::PackArgs),
}

impl Command {
    /// Runs the command.
    ///
    /// # Errors
    /// When nothing could be done.
    pub fn run(&self) -> Result<Outcome, Failure> {
        match self {
            Self::Normalize(args) => normalize::run(args),
            Self::Repair(args) => repair::run(args),
            Self::Analyze(args) => analyze::run(args),
            Self::Search(args) => search::run(args),
            Self::Concordance(args) => concordance::run(args),
            Self::Collocations(args) => collocations::run(args),
            Self::Stories(args) => stories::run(args),
            Self::Duplicates(args) => duplicates::run(args),
            Self::Compare(args) => compare::run(args),
            Self::Graph(args) => graph::run(args),
            Self::Mentions(args) => mentions::run(args),
            Self::Quotes(args) => quotes::run(args),
            Self::Build(args) => build::run(args),
            Self::Pack(args) => pack::run(args),
        }
    }
}
