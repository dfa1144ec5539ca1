//! `graph [PATH]`: who is named together with whom, as text or for other programs.

use clap::{Args, ValueEnum};
use corpus_explorer::api::options::{GraphForm, GraphOptions};
use corpus_explorer::api::shape::{GraphUnit, GraphView};
use corpus_explorer::entity::EntityKind;
use corpus_explorer::text::Unit;

use crate::cli::argument::{CsvArgs, PathArgs, named};
use crate::cli::outcome::{Failure, Outcome};
use crate::cli::{corpus, output, table};

/// What is asked of a graph.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  corpus-explorer graph articles/ --by sentence --csv > pairs.csv\n  corpus-explorer graph articles/ --min 3 --graphml > names.graphml"
)]
pub struct GraphArgs {
    #[command(flatten)]
    articles: PathArgs,
    /// Unit in which two names must occur together
    #[arg(long, value_enum, default_value_t = By::Paragraph)]
    by: By,
    /// Minimum number of units that name both
    #[arg(long, default_value_t = 2)]
    min: u32,
    /// Only names of this kind
    #[arg(long, value_parser = named(EntityKind::ALL.map(EntityKind::name), EntityKind::of))]
    kind: Option<EntityKind>,
    /// Only pairs that contain the entity with this id
    #[arg(long, value_name = "ID")]
    entity: Option<String>,
    /// Print CSV with column names, one pair per row
    #[arg(long, group = "form")]
    csv: bool,
    /// Print one JSON object with nodes and edges
    #[arg(long, group = "form")]
    json: bool,
    /// Print GraphML for Gephi, yEd and NetworkX
    #[arg(long, group = "form")]
    graphml: bool,
    #[command(flatten)]
    table: CsvArgs,
}

/// What two names have in common.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum By {
    Sentence,
    /// A paragraph or another block, such as a heading, item or caption
    Paragraph,
    Article,
}

/// Prints the graph; an empty one is an answer, not a failure.
pub fn run(args: &GraphArgs) -> Result<Outcome, Failure> {
    let (view, outcome) = corpus::analyzed(&args.articles, Unit::Utf16)?;
    let options = GraphOptions {
        by: Some(match args.by {
            By::Sentence => GraphUnit::Sentence,
            By::Paragraph => GraphUnit::Paragraph,
            By::Article => GraphUnit::Article,
        }),
        min: Some(args.min),
        kind: args.kind.map(Into::into),
        entity: args.entity.clone(),
    };
    let form = match (args.csv, args.json, args.graphml) {
        (true, ..) => Some(GraphForm::Csv),
        (_, true, _) => Some(GraphForm::Json),
        (.., true) => Some(GraphForm::Graphml),
        _ => None,
    };
    let text = match form {
        Some(form) => view.graph_text(form, &options)?,
        None => words(&view.graph(&options)?),
    };
    match form {
        Some(GraphForm::Csv) => table::print_csv(&args.table, &text)?,
        _ => output::print(&text)?,
    }
    Ok(outcome)
}

/// The pairs as a table for people.
fn words(graph: &GraphView) -> String {
    let noun = match graph.by {
        GraphUnit::Sentence => "sentences",
        GraphUnit::Paragraph => "paragraphs",
        GraphUnit::Article => "articles",
    };
    let mut words = format!(
        "{} names in {} pairs, from {} {noun}\n{:>9} {:>9} {:>9} {:>6}  pair\n",
        graph.nodes.len(),
        graph.edges.len(),
        graph.units,
        "together",
        "expected",
        "G2",
        "NPMI",
    );
    let name = |id: &str| {
        let node = graph.nodes.iter().find(|node| node.id == id);
        node.map_or(String::new(), |node| {
            node.name.replace(['\n', '\r', '\t'], " ")
        })
    };
    for edge in &graph.edges {
        words.push_str(&format!(
            "{:>9} {:>9.2} {:>9.2} {:>6.2}  {} — {}\n",
            edge.count,
            edge.expected,
            edge.log_likelihood,
            edge.npmi,
            name(&edge.source),
            name(&edge.target)
        ));
    }
    words
}
