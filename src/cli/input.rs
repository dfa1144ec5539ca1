//! Which articles do files and folders hold? The paths of a call in, articles and what could not be
//! read out.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use corpus_explorer::document::Article;
use corpus_explorer::error::{ReadError, ReadErrorKind};
use corpus_explorer::pack::MAGIC;
use corpus_explorer::read::{Reader, Reading, is_readable};

use super::argument::ReadArgs;
use super::outcome::{Failure, Outcome};
use super::output::{self, Progress};

/// The articles of files and folders, in order; the values of a `corpus.csv` among them count as
/// given. What could not be read is reported on standard error.
///
/// # Errors
/// When a folder cannot be read, or nothing can.
pub fn articles(paths: &[PathBuf], args: &ReadArgs) -> Result<(Vec<Article>, Outcome), Failure> {
    let reading = reading(paths, args)?;
    let outcome = report_refusals(&reading);
    if reading.articles.is_empty() {
        return Err(no_article(paths));
    }
    Ok((reading.articles, outcome))
}

/// What files and folders hold, and what could not be read. Files of a folder whose names show no
/// known format are ignored.
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

/// The bytes of a file that is a saved corpus; `None` for anything else.
///
/// # Errors
/// When it cannot be read.
pub fn pack(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    let mut start = [0; MAGIC.len()];
    let opened = fs::File::open(path).and_then(|mut file| file.read_exact(&mut start));
    // What is no file, or is shorter, is no pack; the reader of articles says what is wrong with it.
    if !path.is_file() || opened.is_err() || start != *MAGIC {
        return Ok(None);
    }
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) => Err(format!("{}: {error}", path.display()).into()),
    }
}

/// Reports on standard error what could not be read.
pub fn report_refusals(reading: &Reading) -> Outcome {
    for refusal in &reading.refused {
        output::report(format_args!("{refusal}; skipped"));
    }
    match reading.refused.is_empty() {
        true => Outcome::Done,
        false => Outcome::Skipped,
    }
}

/// Why nothing can be done with files that hold no article.
pub fn no_article(paths: &[PathBuf]) -> Failure {
    let named: Vec<String> = paths.iter().map(|p| p.display().to_string()).collect();
    format!("{}: found no readable article", named.join(", ")).into()
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
        // Files that systems and editors leave behind are hidden.
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
