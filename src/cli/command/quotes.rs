//! `quotes [PATH]`: who said what, for other programs.

use clap::{Args, ValueEnum};
use corpus_explorer::api::options::{QuoteFilter, QuoteForm};
use corpus_explorer::quote::QuotationKind;

use crate::cli::argument::{CsvArgs, OffsetArgs, PathArgs, named};
use crate::cli::outcome::{Failure, Outcome};
use crate::cli::{corpus, output, table};

/// What is asked of quotations.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  corpus-explorer quotes articles/ --format csv > quotations.csv\n  corpus-explorer quotes articles/ --format tei --speaker putin > putin.xml"
)]
pub struct QuoteArgs {
    #[command(flatten)]
    articles: PathArgs,
    /// Format of the output
    #[arg(long, value_enum)]
    format: Form,
    /// Only quotations of the entity with this id, or of speakers whose name contains these words
    #[arg(long, value_name = "NAME")]
    speaker: Option<String>,
    /// Only quotations of this kind
    #[arg(long, value_parser = named(QuotationKind::ALL.map(QuotationKind::name), QuotationKind::of))]
    kind: Option<QuotationKind>,
    #[command(flatten)]
    offsets: OffsetArgs,
    #[command(flatten)]
    table: CsvArgs,
}

/// How quotations are written.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Form {
    /// A table with column names, one quotation per row
    Csv,
    /// A list of objects
    Json,
    /// TEI P5: paragraphs with quotations, speakers in the header
    Tei,
    /// W3C Web Annotations; their offsets always count code points
    JsonLd,
}

/// Prints the quotations; none is an answer, not a failure.
pub fn run(args: &QuoteArgs) -> Result<Outcome, Failure> {
    let (view, outcome) = corpus::analyzed(&args.articles, args.offsets.unit())?;
    let filter = QuoteFilter {
        speaker: args.speaker.clone(),
        kind: args.kind.map(Into::into),
        ..QuoteFilter::default()
    };
    let form = match args.format {
        Form::Csv => QuoteForm::Csv,
        Form::Json => QuoteForm::Json,
        Form::Tei => QuoteForm::Tei,
        Form::JsonLd => QuoteForm::JsonLd,
    };
    let text = view.quotes_text(form, &filter)?;
    match args.format {
        Form::Csv => table::print_csv(&args.table, &text)?,
        _ => output::print(&text)?,
    }
    Ok(outcome)
}
