//! `analyze`: JSON Lines of texts in, JSON Lines of what was found in them out, as a stream.

use corpus_explorer::api::view::View;
use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::document::DocId;
use corpus_explorer::intake::Article;

use super::{AnalyzeArgs, Failure, Outcome, file};

/// Analyses each line by itself; a bad line is said with its number and passed over.
pub fn run(args: &AnalyzeArgs) -> Result<Outcome, Failure> {
    let treatment = Treatment {
        analyze: true,
        normalize: !args.as_is,
    };
    file::json_lines(args.file.as_deref(), |line| {
        let article: Article = file::object(line, "wanted {\"id\",\"text\"}")?;
        let corpus = Corpus::from_articles(&[article], treatment)?;
        Ok(View::new(corpus, args.offsets.into()).analysis(DocId(0)))
    })
}
