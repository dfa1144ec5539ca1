//! Which articles does a command work on? Those of a folder, file or pack, or the five default ones,
//! with decisions replayed.

use std::fs;
use std::path::Path;

use corpus_explorer::api::view::View;
use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::decision::{self, Decision};
use corpus_explorer::text::Unit;

use super::argument::{DecisionArgs, InputArgs, PathArgs, QueryArgs, ReadArgs};
use super::input;
use super::outcome::{Failure, Outcome};
use super::output;

/// The articles that a query is asked of, with offsets in `unit`. They are analysed only if the
/// query asks for what an analysis finds, or if there are decisions.
///
/// # Errors
/// When no article can be read, or the decisions cannot.
pub fn searchable(args: &QueryArgs, unit: Unit) -> Result<(View, Outcome), Failure> {
    let analyze = asks_for_analysis(&args.query) || args.input.decisions.file.is_some();
    view(args.path.as_deref(), &args.input, analyze, unit)
}

/// The articles of a path, analysed, with offsets in `unit`.
///
/// # Errors
/// When no article can be read, or the decisions cannot.
pub fn analyzed(args: &PathArgs, unit: Unit) -> Result<(View, Outcome), Failure> {
    view(args.path.as_deref(), &args.input, true, unit)
}

/// The articles of a path, cleaned but not analysed, with offsets in `unit`.
///
/// # Errors
/// When no article can be read, or the decisions cannot.
pub fn cleaned(args: &PathArgs, unit: Unit) -> Result<(View, Outcome), Failure> {
    view(args.path.as_deref(), &args.input, false, unit)
}

fn view(
    path: Option<&Path>,
    input: &InputArgs,
    analyze: bool,
    unit: Unit,
) -> Result<(View, Outcome), Failure> {
    let (mut corpus, outcome) = corpus(path, &input.read, analyze)?;
    corpus.add_decisions(read_decisions(&input.decisions)?);
    for (decision, outcome) in corpus.decisions().iter().zip(corpus.outcomes()) {
        report_outcome(&decision.id, *outcome);
    }
    Ok((View::new(corpus, unit), outcome))
}

fn corpus(
    path: Option<&Path>,
    read: &ReadArgs,
    analyze: bool,
) -> Result<(Corpus, Outcome), Failure> {
    let Some(path) = path else {
        return Ok((default_corpus()?, Outcome::Done));
    };
    if let Some(bytes) = input::pack(path)? {
        let label = path.display();
        let corpus = Corpus::open(bytes).map_err(|e| format!("{label}: {e}"))?;
        return Ok((corpus.as_analyzed(analyze), Outcome::Done));
    }
    let (articles, outcome) = input::articles(&[path.to_owned()], read)?;
    let treatment = Treatment {
        analyze,
        normalize: true,
    };
    Ok((Corpus::from_articles(&articles, treatment)?, outcome))
}

fn asks_for_analysis(query: &str) -> bool {
    let query = query.to_ascii_lowercase();
    ["speaker:", "entity:", "cue:"]
        .iter()
        .any(|field| query.contains(field))
}

#[cfg(feature = "embedded")]
fn default_corpus() -> Result<Corpus, Failure> {
    Ok(Corpus::embedded()?)
}

#[cfg(not(feature = "embedded"))]
fn default_corpus() -> Result<Corpus, Failure> {
    Err("this program contains no default articles; specify a folder or file".into())
}

/// The decisions of a file; none without one.
///
/// # Errors
/// When the file cannot be read or holds something else.
pub fn read_decisions(args: &DecisionArgs) -> Result<Vec<Decision>, Failure> {
    let Some(path) = &args.file else {
        return Ok(Vec::new());
    };
    let label = path.display().to_string();
    let bytes = fs::read(path).map_err(|e| format!("{label}: {e}"))?;
    let text = String::from_utf8(bytes).map_err(|_| format!("{label}: expected UTF-8"))?;
    Ok(decision::read(&text, &label)?)
}

/// Reports why a decision was not, or not fully, applied; this is no failure.
pub fn report_outcome(id: &str, outcome: decision::Outcome) {
    if let Some(words) = outcome.words() {
        output::report(format_args!("decision {id}: {words}"));
    }
}
