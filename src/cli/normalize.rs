//! `normalize FILE…`: one JSON object an article, the shape of `article(id)`, or what was done to it in words.

use std::io;

use corpus_explorer::api::view::View;
use corpus_explorer::corpus::{Corpus, Treatment};

use super::{Failure, NormalizeArgs, Outcome, file, report};

/// Normalises each article by itself; what cannot be read is said and passed over.
pub fn run(args: &NormalizeArgs) -> Result<Outcome, Failure> {
    let mut out = io::stdout().lock();
    let treatment = Treatment {
        analyze: false,
        normalize: true,
    };
    let reading = file::reading(&args.files, &args.read)?;
    let outcome = file::said(&reading);
    if args.report {
        let words = report::extent(&reading);
        file::write(&mut out, words.as_bytes())?;
    }
    if reading.articles.is_empty() {
        return Err(file::none(&args.files));
    }
    for article in reading.articles {
        let id = article.id.clone();
        let corpus = Corpus::from_articles(&[article], treatment)?;
        let view = View::new(corpus, args.offsets.into());
        let read_on = if args.report {
            let words: String = view.report().iter().map(report::words).collect();
            file::write(&mut out, words.as_bytes())?
        } else {
            file::write_line(&mut out, &view.article(&id))?
        };
        if !read_on {
            break;
        }
    }
    Ok(outcome)
}
