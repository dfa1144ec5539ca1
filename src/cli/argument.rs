//! Which arguments do several commands share? Groups of options, and what each means to the
//! library.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use corpus_explorer::read::Options;
use corpus_explorer::text::Unit;

use super::outcome::Failure;

const READING: &str = "Reading files";

/// How files are read.
#[derive(Debug, Args)]
pub struct ReadArgs {
    /// Maximum total size of an archive when expanded
    #[arg(long, value_name = "BYTES", default_value_t = Options::default().expanded, help_heading = READING)]
    max_expanded: u64,
    /// Maximum number of entries in an archive
    #[arg(long, value_name = "COUNT", default_value_t = Options::default().entries, help_heading = READING)]
    max_entries: usize,
    /// Columns or keys that hold a field, such as text=body_col,title=head
    #[arg(long, value_name = "FIELD=COLUMN", value_delimiter = ',', help_heading = READING)]
    map: Vec<String>,
}

impl ReadArgs {
    /// What these arguments let a reader accept.
    ///
    /// # Errors
    /// When a limit or a column cannot be.
    pub fn options(&self) -> Result<Options, Failure> {
        let mut options = Options {
            expanded: self.max_expanded,
            entries: self.max_entries,
            ..Options::default()
        };
        for pair in &self.map {
            let Some((field, column)) = pair.split_once('=') else {
                return Err(format!("--map: expected FIELD=COLUMN, found {pair}").into());
            };
            let (field, column) = (field.trim().to_owned(), column.trim().to_owned());
            options.columns.insert(field, column);
        }
        Ok(options.checked()?)
    }
}

/// Decisions that are replayed.
#[derive(Debug, Args)]
pub struct DecisionArgs {
    /// Apply the corrections of names in this file; see docs/decisions.md
    #[arg(id = "decisions", long = "decisions", value_name = "FILE")]
    pub file: Option<PathBuf>,
}

/// How articles are read, and what was decided on their names.
#[derive(Debug, Args)]
pub struct InputArgs {
    #[command(flatten)]
    pub decisions: DecisionArgs,
    #[command(flatten)]
    pub read: ReadArgs,
}

/// The articles that a command analyses.
#[derive(Debug, Args)]
pub struct PathArgs {
    /// Folder of articles, or a file such as .zip, .csv, .jsonl or .cxpk [default: the five default
    /// articles]
    #[arg(value_name = "PATH")]
    pub path: Option<PathBuf>,
    #[command(flatten)]
    pub input: InputArgs,
}

/// The query of a command, and the articles that it is asked of.
#[derive(Debug, Args)]
pub struct QueryArgs {
    /// Words, "phrases", "words close together"~3, AND OR NOT -word ( ), a NEAR/5 b, prefix*,
    /// fuzzy~, and fields: title: publisher: author: kind: date: in: speaker: entity: cue:
    #[arg(allow_hyphen_values = true)]
    pub query: String,
    /// Folder of articles, or a file such as .zip, .csv, .jsonl or .cxpk [default: the five default
    /// articles]
    #[arg(long = "corpus", value_name = "PATH")]
    pub path: Option<PathBuf>,
    #[command(flatten)]
    pub input: InputArgs,
}

/// How CSV is printed, whichever command prints it.
#[derive(Debug, Args)]
pub struct CsvArgs {
    /// Omit the byte order mark at the start of CSV, for pipes; spreadsheets need it to recognise
    /// UTF-8
    #[arg(long)]
    pub no_bom: bool,
}

/// The form of rows.
#[derive(Debug, Args)]
pub struct FormArgs {
    /// Print JSON Lines, one object per row; offsets count UTF-16 code units
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Print CSV with column names
    #[arg(long)]
    pub csv: bool,
    #[command(flatten)]
    pub table: CsvArgs,
}

/// The unit of offsets.
#[derive(Debug, Args)]
pub struct OffsetArgs {
    /// Unit of offsets
    #[arg(long, value_enum, default_value_t = Offsets::Scalar)]
    offsets: Offsets,
}

impl OffsetArgs {
    /// The unit that was chosen.
    pub fn unit(&self) -> Unit {
        match self.offsets {
            Offsets::Utf8 => Unit::Utf8,
            Offsets::Utf16 => Unit::Utf16,
            Offsets::Scalar => Unit::Scalar,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Offsets {
    /// Bytes of UTF-8
    Utf8,
    /// UTF-16 code units, as in JavaScript
    Utf16,
    /// Unicode scalar values, as in Python
    Scalar,
}

/// The parser of a kind by its name, which `of` turns into the kind.
pub fn named<const N: usize, K: Clone + Send + Sync + 'static>(
    names: [&'static str; N],
    of: fn(&str) -> Option<K>,
) -> impl TypedValueParser<Value = K> {
    PossibleValuesParser::new(names).try_map(move |name| of(&name).ok_or("an unknown kind"))
}
