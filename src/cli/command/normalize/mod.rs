//! `normalize FILE…`: one JSON object per article, as `article(id)` returns it, or a report of what
//! was done to it.

mod report;

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;
use corpus_explorer::api::options::ArticleFilter;
use corpus_explorer::api::view::View;
use corpus_explorer::corpus::{Corpus, Treatment};

use crate::cli::argument::{OffsetArgs, ReadArgs};
use crate::cli::outcome::{Failure, Outcome};
use crate::cli::{input, output};

/// What is asked of a normalisation.
#[derive(Debug, Args)]
#[command(after_help = "Example: corpus-explorer normalize article.txt | jq '.gaps'")]
pub struct NormalizeArgs {
    /// Files of text, HTML, Markdown, JSON, CSV, DOCX, PDF or ZIP, and folders, or one .cxpk; - reads
    /// standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    read: ReadArgs,
    /// Print a report of what was done to each article instead of JSON
    #[arg(long)]
    report: bool,
    #[command(flatten)]
    offsets: OffsetArgs,
}

/// Normalises each article separately; what cannot be read is reported and skipped.
pub fn run(args: &NormalizeArgs) -> Result<Outcome, Failure> {
    let mut out = io::stdout().lock();
    if let [file] = args.files.as_slice()
        && let Some(bytes) = input::pack(file)?
    {
        let label = file.display();
        let corpus = Corpus::open(bytes).map_err(|e| format!("{label}: {e}"))?;
        print(&mut out, &View::new(corpus, args.offsets.unit()), args)?;
        return Ok(Outcome::Done);
    }
    let treatment = Treatment {
        analyze: false,
        normalize: true,
    };
    let reading = input::reading(&args.files, &args.read)?;
    let outcome = input::report_refusals(&reading);
    if args.report {
        let words = report::extent(&reading);
        output::write(&mut out, words.as_bytes())?;
    }
    if reading.articles.is_empty() {
        return Err(input::no_article(&args.files));
    }
    for article in reading.articles {
        let corpus = Corpus::from_articles(&[article], treatment)?;
        if !print(&mut out, &View::new(corpus, args.offsets.unit()), args)? {
            break;
        }
    }
    Ok(outcome)
}

/// Prints the articles of a view; false once nobody reads on.
fn print(out: &mut impl Write, view: &View, args: &NormalizeArgs) -> Result<bool, Failure> {
    if args.report {
        let words: String = view
            .report(&ArticleFilter::default())?
            .iter()
            .map(report::words)
            .collect();
        return output::write(out, words.as_bytes());
    }
    for document in view.corpus().documents() {
        if !output::write_json(out, &view.article(&document.id))? {
            return Ok(false);
        }
    }
    Ok(true)
}
