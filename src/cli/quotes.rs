//! `quotes [PATH]`: who said what, for other programs.

use std::io;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use corpus_explorer::api::shape::{QuotationKind, QuoteFilter, QuoteForm};

use super::decisions::DecisionArgs;
use super::rows::CsvArgs;
use super::{Failure, Offsets, Outcome, ReadArgs, file, open};

/// What is asked of quotations.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  corpus-explorer quotes articles/ --format csv > quotations.csv\n  corpus-explorer quotes articles/ --format tei --speaker putin > putin.xml"
)]
pub struct QuoteArgs {
    /// A folder of articles, or one file: .zip, .csv, .jsonl…; the five default articles if left out
    #[arg(value_name = "PATH")]
    path: Option<PathBuf>,
    #[command(flatten)]
    decisions: DecisionArgs,
    /// What is printed
    #[arg(long, value_enum)]
    format: Form,
    /// Only what is said by the entity of this id, or by somebody whose name holds these words
    #[arg(long, value_name = "NAME")]
    speaker: Option<String>,
    /// Only quotations of this kind
    #[arg(long, value_enum)]
    kind: Option<Kind>,
    /// What offsets of csv and json count
    #[arg(long, value_enum, default_value_t = Offsets::Scalar)]
    offsets: Offsets,
    #[command(flatten)]
    table: CsvArgs,
    #[command(flatten)]
    read: ReadArgs,
}

/// How quotations are written.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Form {
    /// One a row, with a line of column names
    Csv,
    /// A list of objects
    Json,
    /// TEI P5: the paragraphs with quotations, who speaks in the header
    Tei,
    /// W3C Web Annotations; their offsets count code points
    JsonLd,
}

/// How speech is reported.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    Direct,
    Mixed,
    Indirect,
}

/// Prints the quotations; none is an answer, not a failure.
pub fn run(args: &QuoteArgs) -> Result<Outcome, Failure> {
    let unit = args.offsets.into();
    let path = args.path.as_deref();
    let (view, outcome) = open::analyzed(path, &args.read, &args.decisions, unit)?;
    let filter = QuoteFilter {
        speaker: args.speaker.clone(),
        kind: args.kind.map(|kind| match kind {
            Kind::Direct => QuotationKind::Direct,
            Kind::Mixed => QuotationKind::Mixed,
            Kind::Indirect => QuotationKind::Indirect,
        }),
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
        Form::Csv => args.table.print(&text)?,
        _ => {
            file::write(&mut io::stdout().lock(), text.as_bytes())?;
        }
    }
    Ok(outcome)
}
