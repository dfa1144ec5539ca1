//! Does the index find exactly what a slow and obvious matcher finds? Random small corpora and
//! random queries: words, phrases with and without slop, NEAR, AND, OR, NOT, prefixes, fuzzy words,
//! fields.

use std::collections::BTreeSet;

use crate::matcher::{Query, WORDS, corpus, query, word_matches};
use crate::random::Random;
use corpus_explorer::search::{HitUnit, Index, Options, Sort};

fn options() -> Options {
    Options {
        limit: 10_000,
        by: HitUnit::Passage,
        ..Options::default()
    }
}

#[test]
fn the_index_agrees_with_the_matcher() {
    let mut random = Random(1);
    for round in 0..150 {
        let corpus = corpus(&mut random);
        let index = Index::build(&corpus.documents);
        for _ in 0..30 {
            let query = query(&mut random, 3);
            let typed = query.typed();
            let answer = index.search(&corpus.documents, &typed, &options());
            let found: BTreeSet<_> = answer
                .hits
                .iter()
                .map(|h| (h.doc.0 as usize, h.passages[0].block))
                .collect();
            let mut expected = BTreeSet::new();
            for (document, blocks) in corpus.words.iter().enumerate() {
                let matching = (0..blocks.len()).filter(|&b| query.matches(&corpus, document, b));
                expected.extend(matching.map(|block| (document, block)));
            }
            let text = |(d, b): &(usize, usize)| {
                corpus.documents[*d]
                    .slice(corpus.documents[*d].blocks[*b].span)
                    .to_owned()
            };
            let missed: Vec<_> = expected.difference(&found).map(text).collect();
            let wrong: Vec<_> = found.difference(&expected).map(text).collect();
            assert!(
                missed.is_empty() && wrong.is_empty(),
                "round {round}: {typed}\nmissed {missed:?}\nwrong {wrong:?}"
            );
            assert_eq!(answer.total, found.len(), "{typed}");
        }
    }
}

#[test]
fn an_article_matches_with_its_words_apart() {
    let mut random = Random(2);
    for _ in 0..60 {
        let corpus = corpus(&mut random);
        let index = Index::build(&corpus.documents);
        let (a, b) = (random.below(WORDS.len()), random.below(WORDS.len()));
        let typed = Query::And(vec![Query::Word(a), Query::Word(b)]).typed();
        let answer = index.search(
            &corpus.documents,
            &typed,
            &Options {
                by: HitUnit::Article,
                ..options()
            },
        );
        let found: BTreeSet<_> = answer.hits.iter().map(|h| h.doc.0 as usize).collect();
        let holds = |document: usize, word: usize| {
            (0..corpus.words[document].len())
                .any(|block| Query::Word(word).matches(&corpus, document, block))
        };
        let expected: BTreeSet<_> = (0..corpus.words.len())
            .filter(|&d| holds(d, a) && holds(d, b))
            .collect();
        assert_eq!(found, expected, "{typed}");
    }
}

#[test]
fn marks_slice_to_their_terms() {
    let mut random = Random(3);
    for _ in 0..60 {
        let corpus = corpus(&mut random);
        let index = Index::build(&corpus.documents);
        for (word, (typed, ..)) in WORDS.iter().enumerate() {
            for hit in index.search(&corpus.documents, typed, &options()).hits {
                let document = &corpus.documents[hit.doc.0 as usize];
                let passage = &hit.passages[0];
                assert!(!passage.marks.is_empty(), "{typed}");
                for mark in &passage.marks {
                    let marked = document.slice(*mark);
                    let is_form = |part: &str| {
                        WORDS
                            .iter()
                            .position(|row| row.0.trim_end_matches("’s") == part)
                    };
                    let rows: Option<Vec<_>> = marked.split(' ').map(is_form).collect();
                    let right = rows.is_some_and(|rows| word_matches(word, &rows));
                    assert!(right, "{typed} marks {marked:?}");
                }
            }
        }
    }
}

#[test]
fn pages_join_to_the_whole() {
    let mut random = Random(4);
    for sort in [Sort::Relevance, Sort::Date] {
        for by in [HitUnit::Article, HitUnit::Passage] {
            let corpus = corpus(&mut random);
            let index = Index::build(&corpus.documents);
            let whole = index.search(
                &corpus.documents,
                "treaty US co-operation",
                &Options {
                    sort,
                    by,
                    ..options()
                },
            );
            let mut joined = Vec::new();
            for offset in (0..whole.total).step_by(3) {
                let page = Options {
                    limit: 3,
                    offset,
                    sort,
                    by,
                    ..options()
                };
                joined.extend(
                    index
                        .search(&corpus.documents, "treaty US co-operation", &page)
                        .hits,
                );
            }
            assert_eq!(joined, whole.hits);
            let scores = whole
                .hits
                .windows(2)
                .all(|w| sort == Sort::Date || w[0].score >= w[1].score);
            assert!(scores && !whole.hits.is_empty());
            let none = index.search(
                &corpus.documents,
                "treaty",
                &Options {
                    limit: 0,
                    ..options()
                },
            );
            assert!(none.hits.is_empty() && none.total > 0);
        }
    }
}
