//! Files and folders in, lines out.

use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use corpus_explorer::intake::{Article, Options, Reader, is_readable};
use serde::Serialize;

use super::{Failure, Outcome, ReadArgs};

/// The articles of files and folders, in order; what a `corpus.csv` among them says counts as given.
/// Files that cannot be read are said on stderr, those of a folder that are of no known format are not.
///
/// # Errors
/// When a folder cannot be read, or nothing can.
pub fn articles(paths: &[PathBuf], args: &ReadArgs) -> Result<(Vec<Article>, Outcome), Failure> {
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
    let mut outcome = Outcome::Done;
    let mut progress = Progress::new("reading", files.len());
    for (name, path) in files {
        match bytes(&path) {
            Ok(bytes) => {
                reader.add(&name, &bytes);
            }
            Err(error) => {
                eprintln!("corpus-explorer: {}: {error}; left out", path.display());
                outcome = Outcome::Skipped;
            }
        }
        progress.step();
    }
    let reading = reader.finish();
    for refused in &reading.refused {
        eprintln!("corpus-explorer: {refused}; left out");
        outcome = Outcome::Skipped;
    }
    if reading.articles.is_empty() {
        let named: Vec<String> = paths.iter().map(|p| p.display().to_string()).collect();
        return Err(format!("{}: no article that can be read", named.join(", ")).into());
    }
    Ok((reading.articles, outcome))
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
