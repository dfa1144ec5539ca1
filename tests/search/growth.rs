//! Does an index that grew, shrank, changed and was saved answer like a new one of the same
//! documents? And is a truncated or changed saved index refused?

use crate::random::Random;
use corpus_explorer::document::{DocId, Document};
use corpus_explorer::search::{Answer, HitUnit, Index, Options, Schema, Sort};

const WORDS: &[&str] = &[
    "treaty",
    "treaties",
    "defence",
    "defense",
    "co-operation",
    "cooperation",
    "us",
    "US",
    "Kim",
    "munition",
    "munitions",
    "sanctions",
    "river",
    "the",
    "of",
    "安保理",
    "Łódź",
    "1,000",
    "1000",
];

const QUERIES: &[&str] = &[
    "treaty",
    "the treaty of munitions",
    "\"kim treaty\"",
    "defence AND river",
    "treaty -kim",
    "co-operation",
    "mun*",
    "publisher:beta",
    "in:caption kim",
    "treaty OR (kim AND sanctions)",
    "date:2024-07.. river",
    "安保理",
    "\"of the\"",
    "tretay",
    "lodz 1000 us",
];

impl Random {
    fn article(&mut self, number: usize) -> Document {
        let mut blocks = Vec::new();
        for _ in 0..1 + self.below(3) {
            let words: Vec<_> = (0..1 + self.below(30))
                .map(|_| WORDS[self.below(WORDS.len())])
                .collect();
            blocks.push(words.join(" "));
        }
        let mut document = Document::from_text(&format!("d{number}"), &blocks.join("\n\n"));
        document.title = Some(WORDS[self.below(WORDS.len())].to_owned());
        document.publisher = Some(["Alpha", "Beta"][self.below(2)].to_owned());
        document.published = Some(format!("2024-{:02}-11", 1 + self.below(12)));
        document
    }
}

/// The hits of an answer in corpus order: scores may differ slightly while removed documents still
/// count in the statistics of their segment.
fn found(answer: &Answer) -> Vec<(u32, Vec<usize>)> {
    let blocks = |passages: &[corpus_explorer::search::Passage]| {
        let mut blocks: Vec<_> = passages.iter().map(|p| p.block).collect();
        blocks.sort_unstable();
        blocks
    };
    let mut found: Vec<_> = answer
        .hits
        .iter()
        .map(|h| (h.doc.0, blocks(&h.passages)))
        .collect();
    found.sort_unstable();
    found
}

fn check(index: &Index, documents: &[Document], what: &str) {
    let fresh = Index::build(&documents);
    for query in QUERIES {
        for by in [HitUnit::Article, HitUnit::Passage] {
            for sort in [Sort::Relevance, Sort::Date] {
                let options = Options {
                    limit: 1000,
                    by,
                    sort,
                    ..Options::default()
                };
                let grown = index.search(&documents, query, &options);
                let expected = fresh.search(&documents, query, &options);
                assert_eq!(found(&grown), found(&expected), "{what}: {query} by {by:?}");
                assert_eq!(grown.total, expected.total, "{what}: {query} by {by:?}");
                assert_eq!(grown.facets, expected.facets, "{what}: {query} by {by:?}");
                assert_eq!(grown.remarks, expected.remarks, "{what}: {query} by {by:?}");
            }
        }
    }
    assert_eq!(
        index.suggest("mun", 9).len(),
        fresh.suggest("mun", 9).len(),
        "{what}"
    );
}

#[test]
fn a_grown_index_answers_like_a_fresh_one() {
    let mut random = Random(7);
    for round in 0..6 {
        let mut documents: Vec<Document> =
            (0..random.below(9)).map(|n| random.article(n)).collect();
        let mut index = Index::build(&documents);
        for step in 0..8 {
            let what = format!("round {round}, step {step}");
            match random.below(4) {
                0 | 1 => {
                    let first = 100 * step + 100;
                    documents.extend((0..1 + random.below(12)).map(|n| random.article(first + n)));
                    index.append(&documents);
                }
                2 => {
                    let gone: Vec<DocId> = (0..documents.len() as u32)
                        .filter(|_| random.below(3) == 0)
                        .map(DocId)
                        .collect();
                    let mut at = 0..;
                    documents.retain(|_| !at.next().is_some_and(|n| gone.contains(&DocId(n))));
                    index.remove(&gone, &documents);
                }
                _ if !documents.is_empty() => {
                    let at = random.below(documents.len());
                    documents[at] = random.article(10_000 + step);
                    index.replace(DocId(at as u32), &documents);
                }
                _ => {}
            }
            check(&index, &documents, &what);
        }
        let bytes = index.save();
        let opened = Index::open(&bytes, &documents, Schema::default()).unwrap();
        assert_eq!(opened.save(), bytes, "round {round}");
        check(&opened, &documents, &format!("round {round}, opened"));
    }
}

#[test]
fn an_index_of_many_documents_saved_and_opened() {
    let mut random = Random(8);
    let documents: Vec<Document> = (0..700).map(|n| random.article(n)).collect();
    let index = Index::build(&documents);
    let opened = Index::open(&index.save(), &documents, Schema::default()).unwrap();
    for query in QUERIES {
        let answer = |index: &Index| index.search(&documents, query, &Options::default());
        assert_eq!(answer(&index), answer(&opened), "{query}");
    }
}

#[test]
fn damaged_bytes_are_refused() {
    let mut random = Random(9);
    let documents: Vec<Document> = (0..40).map(|n| random.article(n)).collect();
    let bytes = Index::build(&documents).save();
    for cut in (0..bytes.len()).step_by(17) {
        assert!(
            Index::open(&bytes[..cut], &documents, Schema::default()).is_err(),
            "cut at {cut}"
        );
    }
    for at in (0..bytes.len()).step_by(11) {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        assert!(
            Index::open(&changed, &documents, Schema::default()).is_err(),
            "changed at {at}"
        );
    }
    assert!(
        Index::open(&bytes, &&documents[1..], Schema::default()).is_err(),
        "other documents"
    );
}
