//! What holds for any articles that are compared? Property tests: shared passages against brute
//! force, and sound spans.

use corpus_explorer::compare::{align, events, groups, shared, table};
use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::document::Article;
use corpus_explorer::text::fold::fold;
use proptest::prelude::*;

const WORDS: &[&str] = &[
    "harbour",
    "the",
    "Reyes",
    "é",
    "“pact”",
    "12",
    "did not",
    "安保理",
    "said,",
    "of.",
    "in March 2021",
    "\n\n",
];

fn corpus(texts: &[String]) -> Corpus {
    let article = |(n, text): (usize, &String)| Article {
        id: n.to_string(),
        text: text.clone(),
        ..Article::default()
    };
    let articles: Vec<Article> = texts.iter().enumerate().map(article).collect();
    let treatment = Treatment {
        normalize: false,
        ..Treatment::default()
    };
    Corpus::from_articles(&articles, treatment).expect("ids of their own")
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    let text = prop::collection::vec(prop::sample::select(WORDS), 0..60);
    prop::collection::vec(text.prop_map(|words| words.join(" ")), 0..4)
}

/// The folded words of a document, without lines about the article itself.
fn words(corpus: &Corpus, n: usize) -> Vec<String> {
    let document = &corpus.documents()[n];
    let blocks = document.blocks.iter().filter(|b| !b.kind.is_about());
    let tokens = blocks.flat_map(|b| document.tokens_in(b.span));
    let words = tokens
        .filter(|t| t.is_word())
        .map(|t| fold(document.slice(t.span)));
    words.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_shared_run_is_found(texts in texts(), min in 4usize..9) {
        let corpus = corpus(&texts);
        let accounts = corpus.accounts(&corpus.ids().collect::<Vec<_>>());
        let passages = shared(&accounts, min);
        for passage in &passages {
            prop_assert!(passage.words >= min);
            for place in [passage.first, passage.second] {
                prop_assert!(corpus.document(place.document).text.get(place.span.range()).is_some());
            }
        }
        let all: Vec<Vec<String>> = (0..texts.len()).map(|n| words(&corpus, n)).collect();
        for a in 0..all.len() {
            for b in a + 1..all.len() {
                let runs = |n: usize| all[n].windows(min);
                let is_shared = runs(a).any(|run| runs(b).any(|other| other == run));
                let is_found = passages.iter().any(|p| (p.first.document.0, p.second.document.0) == (a as u32, b as u32));
                prop_assert!(is_found || !is_shared, "{:?} and {:?}", all[a], all[b]);
            }
        }
    }

    #[test]
    fn spans_are_sound_and_order_is_one(texts in texts()) {
        let corpus = corpus(&texts);
        let accounts = corpus.accounts(&corpus.ids().collect::<Vec<_>>());
        let found = groups(&accounts);
        prop_assert_eq!(&found, &groups(&accounts));
        for group in &found {
            prop_assert!(group.centre < group.members.len());
            prop_assert!(group.members.windows(2).all(|m| (m[0].document, m[0].span().start) < (m[1].document, m[1].span().start)));
            for member in &group.members {
                let document = corpus.document(member.document);
                prop_assert!(member.spans.windows(2).all(|s| s[0].end <= s[1].start));
                prop_assert!(member.spans.iter().all(|s| document.text.get(s.range()).is_some()));
                prop_assert!(document.sentences().iter().any(|s| s.contains(member.span())));
                prop_assert!(member.shared.iter().all(|s| member.contains(*s)));
            }
            let (first, last) = (&group.members[0], &group.members[group.members.len() - 1]);
            let side = |m: &corpus_explorer::compare::Member| (&accounts[m.document.0 as usize], m.spans.clone());
            let ((one, a), (other, b)) = (side(first), side(last));
            let parts = align((one, &a), (other, &b));
            let ends: Vec<u32> = parts.iter().filter_map(|p| p.first).map(|s| s.end).collect();
            prop_assert!(ends.is_sorted());
            for part in parts {
                prop_assert!(part.first.is_none_or(|part| a.iter().any(|s| s.contains(part))));
                prop_assert!(part.second.is_none_or(|part| b.iter().any(|s| s.contains(part))));
            }
        }
        for event in events(&accounts, &found) {
            prop_assert!(event.from <= event.to && !event.dates.is_empty());
        }
        for row in table(&accounts, &found).rows {
            prop_assert!(row.cells.windows(2).all(|c| c[0].column < c[1].column));
            prop_assert!(row.cells.iter().all(|c| !c.places.is_empty()));
        }
    }
}

#[test]
fn long_and_strange_texts_are_compared_in_time() {
    let repeated = |part: &str, times: usize| part.repeat(times);
    for (part, times) in [
        ("harbour ", 8_000),
        ("Ana Reyes said the pier is closed. ", 1_500),
        ("“pier”, ", 5_000),
        ("12 cranes in March 2021; ", 2_000),
        (", if ", 8_000),
    ] {
        let texts = [repeated(part, times), repeated(part, times + 1)];
        let corpus = corpus(&texts);
        let accounts = corpus.accounts(&corpus.ids().collect::<Vec<_>>());
        let start = std::time::Instant::now();
        let found = groups(&accounts);
        table(&accounts, &found);
        events(&accounts, &found);
        shared(&accounts, 8);
        let taken = start.elapsed();
        assert!(taken.as_secs() < 20, "{part:?}: {taken:?}");
    }
}
