//! Files and folders in, lines out.

use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use corpus_explorer::intake::{self, Article};
use serde::Serialize;

use super::{Failure, Outcome};

/// The article in a file, called `id`.
pub fn article(path: &Path, id: String) -> io::Result<Article> {
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes)?;
        bytes
    } else {
        fs::read(path)?
    };
    Ok(Article::new(id, intake::decode(&bytes).text))
}

/// The articles of all .txt files below `folder`, sorted by id: their path without extension.
/// Files that cannot be read are said on stderr.
///
/// # Errors
/// When the folder cannot be read or holds no .txt file that can.
pub fn articles(folder: &Path) -> Result<(Vec<Article>, Outcome), Failure> {
    let mut paths = Vec::new();
    collect(folder, &mut paths).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut named: Vec<(String, PathBuf)> = paths
        .into_iter()
        .map(|p| (id_below(folder, &p), p))
        .collect();
    named.sort();
    let (mut articles, mut outcome) = (Vec::new(), Outcome::Done);
    let mut progress = Progress::new("reading", named.len());
    for (id, path) in named {
        match article(&path, id) {
            Ok(article) => articles.push(article),
            Err(error) => {
                eprintln!("corpus-explorer: {}: {error}; left out", path.display());
                outcome = Outcome::Skipped;
            }
        }
        progress.step();
    }
    if articles.is_empty() {
        return Err(format!("{}: no .txt file that can be read", folder.display()).into());
    }
    Ok((articles, outcome))
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        // A link to a folder is not followed: it may lead in a circle.
        if entry.file_type()?.is_dir() {
            collect(&path, paths)?;
        } else if path
            .extension()
            .is_some_and(|e| e.eq_ignore_ascii_case("txt"))
            && path.is_file()
        {
            paths.push(path);
        }
    }
    Ok(())
}

/// The path of a file below a folder, with `/` between its parts and without extension.
fn id_below(folder: &Path, path: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path).with_extension("");
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
