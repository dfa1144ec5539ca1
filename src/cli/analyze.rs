//! `analyze`: JSON Lines of texts in, JSON Lines of what was found in them out, as a stream.

use std::cell::RefCell;

use corpus_explorer::api::view::View;
use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::document::Article;
use corpus_explorer::document::DocId;

use corpus_explorer::decision::Outcome as Came;

use super::{AnalyzeArgs, Failure, Outcome, decisions, file};

/// Analyses each line by itself; a bad line is said with its number and passed over, and so is a
/// decision that has a target in none.
pub fn run(args: &AnalyzeArgs) -> Result<Outcome, Failure> {
    let treatment = Treatment {
        analyze: true,
        normalize: !args.as_is,
    };
    let decided = args.decisions.read()?;
    let came: RefCell<Vec<Option<Came>>> = RefCell::new(vec![None; decided.len()]);
    let outcome = file::json_lines(args.file.as_deref(), |line| {
        let article: Article = file::object(line, "wanted {\"id\",\"text\"}")?;
        let mut corpus = Corpus::from_articles(&[article], treatment)?;
        corpus.add_decisions(decided.clone());
        for (best, now) in came.borrow_mut().iter_mut().zip(corpus.outcomes()) {
            if best.is_none() || !matches!(now, Came::NotApplicable(_)) {
                *best = Some(*now);
            }
        }
        Ok(View::new(corpus, args.offsets.into()).analysis(DocId(0)))
    })?;
    for (decision, came) in decided.iter().zip(came.into_inner()) {
        if let Some(Came::NotApplicable(why)) = came {
            decisions::say(&decision.id, Came::NotApplicable(why));
        }
    }
    Ok(outcome)
}
