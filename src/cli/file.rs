//! Files and folders in, lines out.

use std::fs;
use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use corpus_explorer::document::Article;
use corpus_explorer::error::{ReadError, ReadErrorKind};
use corpus_explorer::read::{Options, Reader, Reading, is_readable};
use corpus_explorer::value::Value;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Failure, Outcome, ReadArgs};

/// The articles of files and folders, in order; what a `corpus.csv` among them says counts as given.
/// What was not read is said on stderr.
///
/// # Errors
/// When a folder cannot be read, or nothing can.
pub fn articles(paths: &[PathBuf], args: &ReadArgs) -> Result<(Vec<Article>, Outcome), Failure> {
    let reading = reading(paths, args)?;
    let outcome = said(&reading);
    if reading.articles.is_empty() {
        return Err(none(paths));
    }
    Ok((reading.articles, outcome))
}

/// What files and folders hold, and what was not read; files of a folder whose names are of no known
/// format are neither.
///
/// # Errors
/// When a folder cannot be read.
pub fn reading(paths: &[PathBuf], args: &ReadArgs) -> Result<Reading, Failure> {
    let mut files: Vec<(String, PathBuf)> = Vec::new();
    for path in paths {
        if path.is_dir() {
            files.extend(below(path)?);
        } else {
            let name = path.file_name().unwrap_or(path.as_os_str());
            files.push((name.to_string_lossy().into_owned(), path.clone()));
        }
    }
    let mut reader = Reader::new(args.options()?);
    let mut progress = Progress::new("reading", files.len());
    for (name, path) in files {
        match bytes(&path) {
            Ok(bytes) => {
                reader.add(&name, &bytes);
            }
            Err(error) => {
                let (label, message) = (path.display().to_string(), error.to_string());
                reader.refuse(ReadError::new(ReadErrorKind::File, label, message));
            }
        }
        progress.step();
    }
    Ok(reader.finish())
}

/// Says on stderr what was not read.
pub fn said(reading: &Reading) -> Outcome {
    for refusal in &reading.refused {
        eprintln!("corpus-explorer: {refusal}; left out");
    }
    match reading.refused.is_empty() {
        true => Outcome::Done,
        false => Outcome::Skipped,
    }
}

/// Why nothing can be done with what holds no article.
pub fn none(paths: &[PathBuf]) -> Failure {
    let named: Vec<String> = paths.iter().map(|p| p.display().to_string()).collect();
    format!("{}: no article that can be read", named.join(", ")).into()
}

impl ReadArgs {
    /// What these arguments let a reader accept.
    fn options(&self) -> Result<Options, Failure> {
        let mut options = Options {
            expanded: self.max_expanded,
            entries: self.max_entries,
            ..Options::default()
        };
        for pair in &self.map {
            let Some((field, column)) = pair.split_once('=') else {
                return Err(format!("--map {pair}: wanted FIELD=COLUMN").into());
            };
            let (field, column) = (field.trim().to_owned(), column.trim().to_owned());
            options.columns.insert(field, column);
        }
        Ok(options.checked()?)
    }
}

/// The bytes of a file; `-` is standard input.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    if path != Path::new("-") {
        return fs::read(path);
    }
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The files below a folder that are of a known format, sorted by their names: the path below it.
fn below(folder: &Path) -> Result<Vec<(String, PathBuf)>, Failure> {
    let mut paths = Vec::new();
    collect(folder, &mut paths).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut named: Vec<(String, PathBuf)> = paths
        .into_iter()
        .map(|path| (name_below(folder, &path), path))
        .filter(|(name, _)| is_readable(name))
        .collect();
    named.sort();
    Ok(named)
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        // What systems and editors leave behind is hidden.
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        // A link to a folder is not followed: it may lead in a circle.
        if entry.file_type()?.is_dir() {
            collect(&path, paths)?;
        } else if path.is_file() {
            paths.push(path);
        }
    }
    Ok(())
}

/// The path of a file below a folder, with `/` between its parts.
fn name_below(folder: &Path, path: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = below
        .components()
        .map(|c| c.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}

/// Answers each JSON line of a file, or of standard input, with another; blank lines are passed over, a line that `answer`
/// refuses is said with its number and passed over.
///
/// # Errors
/// When the input cannot be read or the output not be written.
pub fn json_lines<T: Serialize>(
    path: Option<&Path>,
    answer: impl Fn(&[u8]) -> Result<T, Failure>,
) -> Result<Outcome, Failure> {
    let label = path.map_or("standard input".to_owned(), |path| {
        path.display().to_string()
    });
    let input: Box<dyn BufRead> = match path {
        Some(path) => Box::new(BufReader::new(
            fs::File::open(path).map_err(|e| format!("{label}: {e}"))?,
        )),
        None => Box::new(io::stdin().lock()),
    };
    let mut out = io::stdout().lock();
    let mut outcome = Outcome::Done;
    for (n, line) in input.split(b'\n').enumerate() {
        let line = line.map_err(|e| format!("{label}: {e}"))?;
        // Some editors open a file with a byte order mark; JSON knows none.
        let line = match line.strip_prefix(b"\xef\xbb\xbf") {
            Some(rest) if n == 0 => rest,
            _ => &line,
        };
        if line.trim_ascii().is_empty() {
            continue;
        }
        match answer(line) {
            Ok(value) => {
                if !write_line(&mut out, &value)? {
                    break;
                }
            }
            Err(Failure(message)) => {
                eprintln!("corpus-explorer: line {}: {message}; skipped", n + 1);
                outcome = Outcome::Skipped;
            }
        }
    }
    Ok(outcome)
}

/// The object that a JSON line is; `wanted` says what it should have been.
///
/// # Errors
/// When it is none, or lacks a key.
pub fn object<T: DeserializeOwned>(line: &[u8], wanted: &str) -> Result<T, Failure> {
    // An array of strings would pass for an object too.
    if !line.trim_ascii_start().starts_with(b"{") {
        return Err(format!("no JSON object; {wanted}").into());
    }
    let value: Value = serde_json::from_slice(line)
        .map_err(|e| format!("no JSON object from column {}; {wanted}", e.column()))?;
    Ok(value.fit().map_err(|misfit| misfit.to_string())?)
}

/// Writes one JSON line; `false` when nobody reads any more.
///
/// # Errors
/// When the output cannot be written for another reason.
pub fn write_line(out: &mut impl Write, value: &impl Serialize) -> Result<bool, Failure> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    write(out, &line)
}

/// Writes bytes; `false` when nobody reads any more.
///
/// # Errors
/// When the output cannot be written for another reason.
pub fn write(out: &mut impl Write, bytes: &[u8]) -> Result<bool, Failure> {
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        other => Ok(other.map(|()| true)?),
    }
}

/// A count on stderr while something long goes on; silent when stderr is no terminal.
pub struct Progress {
    verb: &'static str,
    done: usize,
    total: usize,
    shown: bool,
}

/// Steps between two lines of progress: often enough to live, seldom enough to cost nothing.
const STRIDE: usize = 50;

impl Progress {
    /// Progress of `total` steps of a work called `verb`.
    pub fn new(verb: &'static str, total: usize) -> Self {
        let shown = io::stderr().is_terminal() && total > STRIDE;
        Self {
            verb,
            done: 0,
            total,
            shown,
        }
    }

    /// One more step is done.
    pub fn step(&mut self) {
        self.done += 1;
        if self.shown && (self.done.is_multiple_of(STRIDE) || self.done == self.total) {
            let end = if self.done == self.total { "\n" } else { "" };
            eprint!("\r{} {} of {}{end}", self.verb, self.done, self.total);
        }
    }
}
