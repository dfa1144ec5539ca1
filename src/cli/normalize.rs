//! `normalize FILE…`: one JSON object a file, the shape of `article(id)`.

use std::io;

use corpus_explorer::api::view::View;
use corpus_explorer::corpus::{Corpus, Treatment};

use super::{Failure, NormalizeArgs, Outcome, file};

/// Normalises each file by itself; one that cannot be read is said and passed over.
pub fn run(args: &NormalizeArgs) -> Result<Outcome, Failure> {
    let mut out = io::stdout().lock();
    let mut unread = 0;
    let treatment = Treatment {
        analyze: false,
        normalize: true,
    };
    for path in &args.files {
        let id = path
            .file_stem()
            .unwrap_or(path.as_os_str())
            .to_string_lossy()
            .into_owned();
        match file::article(path, id.clone()) {
            Ok(article) => {
                let corpus = Corpus::from_articles(&[article], treatment)?;
                let view = View::new(corpus, args.offsets.into());
                if !file::write_line(&mut out, &view.article(&id))? {
                    break;
                }
            }
            Err(error) => {
                eprintln!("corpus-explorer: {}: {error}; left out", path.display());
                unread += 1;
            }
        }
    }
    match unread {
        0 => Ok(Outcome::Done),
        n if n == args.files.len() => Err("no file could be read".into()),
        _ => Ok(Outcome::Skipped),
    }
}
