//! Does an explanation describe what the search did? Tests of its tree, and of scores as sums of
//! their parts.

use corpus_explorer::document::Document;
use corpus_explorer::search::{Answer, Explanation, HitUnit, Index, Options, ScoreKind};

fn documents() -> Vec<Document> {
    let text = |at: usize| match at {
        0 => {
            "Missile treaty signed. The treaties stand.\n\nA treaty of the missile age.".to_owned()
        }
        1 => "The missile flew over Japan.\n\nNo treaty forbids a missile.".to_owned(),
        // Enough articles that only the best of a long query are read further.
        n => format!("Japan signed treaty {n} on missile ages today.\n\nThe harbour stayed open."),
    };
    let document = |at| Document::from_text(&format!("d{at}"), &text(at));
    (0..80).map(document).collect()
}

fn search(query: &str, by: HitUnit) -> Answer {
    let options = Options {
        explain: true,
        limit: 100,
        by,
        ..Options::default()
    };
    let documents = documents();
    Index::build(&documents).search(&documents, query, &options)
}

/// A tree in brackets: kind, text and, if it has one, the number of articles.
fn show(part: &Explanation) -> String {
    let mut shown = part.kind.to_owned();
    if let Some(text) = &part.text {
        shown.push_str(&format!(" {text}"));
    }
    if let Some(articles) = part.articles {
        shown.push_str(&format!(" {articles}"));
    }
    if !part.parts.is_empty() {
        let parts: Vec<_> = part.parts.iter().map(show).collect();
        shown.push_str(&format!(" [{}]", parts.join(", ")));
    }
    shown
}

#[test]
fn trees() {
    for (query, tree) in [
        ("treaty", "word treaty 80"),
        ("flew treaty", "any [word flew 1, word treaty 80]"),
        (
            "flew AND -\"missile treaty\"",
            "all [word flew 1, not [phrase missile treaty 1]]",
        ),
        (
            "mis* NEAR/3 flew~1",
            "near 3 [prefix mis* 80, fuzzy flew 1]",
        ),
        (
            "+flew date:2024-06..",
            "all [word flew 1, filter date:2024-06..]",
        ),
        ("speaker:Kim flew", "all [word flew 1, phrase Kim 0]"),
    ] {
        let explanation = search(query, HitUnit::Article)
            .explanation
            .expect("it was asked for");
        assert_eq!(show(&explanation), tree, "{query}");
    }
    let words = search("treaty", HitUnit::Article)
        .explanation
        .unwrap()
        .words;
    assert_eq!(words, ["treaty", "treaties"]);
    assert_eq!(search("()", HitUnit::Article).explanation, None);
}

#[test]
fn parts_add_up_to_the_score() {
    let mut seen = Vec::new();
    for query in [
        "treaty",
        "missile treaty",
        "\"missile treaty\" flew",
        "missile treaty japan signed ages harbour",
        "treaty in:paragraph",
        "date:1999..",
    ] {
        for by in [HitUnit::Article, HitUnit::Passage] {
            for hit in search(query, by).hits {
                let sum: f64 = hit.score_parts.iter().map(|part| part.score).sum();
                assert!(
                    (sum - hit.score).abs() < 0.01,
                    "{query}: {sum} for {}",
                    hit.score
                );
                for part in &hit.score_parts {
                    let is_text = part.kind == ScoreKind::Text;
                    assert_eq!(part.text.is_some(), is_text);
                    assert_eq!(part.frequency > 0.0, is_text);
                    seen.push(part.kind);
                }
            }
        }
    }
    for kind in [
        ScoreKind::Text,
        ScoreKind::Coverage,
        ScoreKind::Nearness,
        ScoreKind::Feedback,
    ] {
        assert!(seen.contains(&kind), "{kind:?}");
    }
}

#[test]
fn nothing_is_explained_unasked() {
    let documents = documents();
    let answer = Index::build(&documents).search(&documents, "treaty", &Options::default());
    assert_eq!(answer.explanation, None);
    assert!(answer.hits.iter().all(|hit| hit.score_parts.is_empty()));
}
