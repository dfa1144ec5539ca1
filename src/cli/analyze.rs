//! `analyze`: JSON Lines of texts in, JSON Lines of what was found in them out, as a stream.

use std::fs::File;
use std::io::{self, BufRead, BufReader};

use corpus_explorer::api::view::View;
use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::document::DocId;
use corpus_explorer::intake::Article;

use super::{AnalyzeArgs, Failure, Outcome, file};

/// Analyses each line by itself; a bad line is said with its number and passed over.
pub fn run(args: &AnalyzeArgs) -> Result<Outcome, Failure> {
    let input: Box<dyn BufRead> = match &args.file {
        Some(path) => {
            let file = File::open(path).map_err(|e| format!("{}: {e}", path.display()))?;
            Box::new(BufReader::new(file))
        }
        None => Box::new(io::stdin().lock()),
    };
    let label = match &args.file {
        Some(path) => path.display().to_string(),
        None => "standard input".to_owned(),
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
        match analysed(line, args) {
            Ok(view) => {
                if !file::write_line(&mut out, &view.analysis(DocId(0)))? {
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

fn analysed(line: &[u8], args: &AnalyzeArgs) -> Result<View, Failure> {
    // An array of six strings would pass for an article too.
    if !line.trim_ascii_start().starts_with(b"{") {
        return Err("no JSON object; wanted {\"id\",\"text\"}".into());
    }
    let article: Article = serde_json::from_slice(line).map_err(|e| {
        let message = e.to_string();
        let what = message.split(" at line ").next().unwrap_or_default();
        format!("{what} at column {}", e.column())
    })?;
    let treatment = Treatment {
        analyze: true,
        normalize: !args.as_is,
    };
    Ok(View::new(
        Corpus::from_articles(&[article], treatment)?,
        args.offsets.into(),
    ))
}
