//! What holds for any text and any query? Property tests: search never fails, and its spans are
//! sound.

use crate::known::Known;
use corpus_explorer::document::Document;
use corpus_explorer::search::{
    Annotation, AnnotationKind, CollocationOptions, HitUnit, Index, LineOptions, LineSort, Options,
    Passage,
};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

const TRICKY: &str = "Putin’s visit — “co-operation” with the U.N. and US; e\u{301}té « détente » 😀 安保理.\r\n\r\nKim Jong-un said.Putin agreed, the Treaty’s 1,000 words AND NOT (less) \"here\" of it.";

fn check_passage(document: &Document, passage: &Passage) {
    let block = document.blocks[passage.block].span;
    assert!(passage.marks.windows(2).all(|w| w[0].end <= w[1].start));
    for mark in &passage.marks {
        assert!(block.contains(*mark) && !document.slice(*mark).is_empty());
    }
    let Some(snippet) = &passage.snippet else {
        return;
    };
    assert!(block.contains(snippet.span));
    assert!(
        document
            .text
            .get(snippet.span.range())
            .is_some_and(|text| text.chars().count() <= 240)
    );
    for mark in &snippet.marks {
        assert!(snippet.span.contains(*mark) && passage.marks.contains(mark));
    }
}

/// Two names for one entity, and a speaker of some blocks, one of which may not exist.
fn known(documents: Vec<Document>) -> Known {
    let names = ["Putin", "Kim Jong"].map(str::to_owned).to_vec();
    let speaker = Annotation {
        kind: AnnotationKind::Speaker,
        id: "putin".into(),
        names: names.clone(),
        blocks: vec![(0, 0), (0, 1)],
    };
    Known {
        documents,
        annotations: vec![speaker],
        synonyms: vec![names],
    }
}

fn check(texts: &[&str], query: &str) {
    let document = |(at, text): (usize, &&str)| Document::from_text(&at.to_string(), text);
    let documents = known(texts.iter().enumerate().map(document).collect());
    let index = Index::build(&documents);
    for by in [HitUnit::Article, HitUnit::Passage] {
        let options = Options {
            by,
            explain: true,
            ..Options::default()
        };
        let answer = index.search(&documents, query, &options);
        assert_eq!(answer, index.search(&documents, query, &options));
        for hit in &answer.hits {
            assert!(by == HitUnit::Article || hit.passages.len() == 1);
            let sum: f64 = hit.score_parts.iter().map(|part| part.score).sum();
            assert!((sum - hit.score).abs() < 0.02, "{sum} for {}", hit.score);
            hit.passages
                .iter()
                .for_each(|p| check_passage(&documents.documents[hit.doc.0 as usize], p));
        }
        if let Some(better) = &answer.suggestion {
            assert!(
                answer.total == 0 && index.search(&documents, better, &options).total > 0,
                "{better}"
            );
        }
    }
    for sort in [LineSort::Position, LineSort::Left, LineSort::Right] {
        let options = LineOptions {
            window: 2,
            sort,
            limit: 5,
            ..LineOptions::default()
        };
        let found = index.concordance(&documents, query, &options);
        assert!(found.lines.len() == found.total.matches.min(5));
        for line in found.lines {
            let document = &documents.documents[line.doc.0 as usize];
            assert!(line.left.end <= line.node.start && line.node.end <= line.right.start);
            assert!(
                document.blocks[line.block]
                    .span
                    .contains(line.left.cover(line.right))
            );
        }
    }
    let found = index.collocations(&documents, query, &CollocationOptions::default());
    for c in &found.collocates {
        assert!(c.observed() as f64 > c.expected && c.observed() <= c.frequency);
        assert!(c.log_likelihood.is_finite() && c.log_dice <= 14.0);
    }
    for (word, count) in index.suggest(query, 5) {
        assert!(count > 0 && !word.is_empty());
    }
}

#[test]
fn tricky_words_are_found() {
    for query in [
        "putin's",
        "cooperation",
        "UN",
        "U.N.",
        "us",
        "été",
        "detente",
        "安保",
        "Jong Un",
        "1000",
        "1,000",
        "“U.N. and US”",
    ] {
        let documents = [Document::from_text("a", TRICKY)];
        let answer = Index::build(&documents).search(&documents, query, &Options::default());
        assert_eq!(answer.total, usize::from(query != "us"), "{query}");
        check(&[TRICKY, "", "us"], query);
    }
}

#[test]
fn a_suggestion_finds_hits_of_the_unit_asked_for() {
    check(
        &[TRICKY, "Putin visits us", "Kim"],
        "in:in:\"kim jong\"us”visti",
    );
}

/// Running text in scripts without spaces, without punctuation and digits.
const UNSPACED: &[&str] = &[
    "国連安全保障理事会は北朝鮮のミサイル発射を非難する決議を採択した",
    "俄罗斯总统普京在平壤签署了全面战略伙伴关系条约",
    "북한과러시아는포괄적전략동반자조약에서명했다",
    "ประเทศไทยลงนามในสนธิสัญญาความร่วมมือทางทหาร",
    "ປະເທດລາວໄດ້ລົງນາມໃນສົນທິສັນຍາ",
    "ព្រះរាជាណាចក្រកម្ពុជាបានចុះហត្ថលេខា",
    "ပြည်ထောင်စုမြန်မာနိုင်ငံသည်သဘောတူညီချက်ကို",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_and_query(text in "\\PC{0,80}", other in "[a-cA-C’' .\\-\n]{0,40}", query in "\\PC{0,30}") {
        check(&[&text, &other, TRICKY], &query);
        check(&[&text, &other, TRICKY], &text);
    }

    #[test]
    fn any_syntax(query in "(AND|OR|NOT|NEAR|NEAR/2|~|~1|[-+(\"”*:]|in:|speaker:|date:2024|putin|visti|us|US|co-op|\"kim jong\"| ){0,16}") {
        check(&[TRICKY, "Putin visits us", "Kim"], &query);
    }

    #[test]
    fn any_part_of_unspaced_text_is_found(which in 0..UNSPACED.len(), from in 0usize..40, length in 1usize..12) {
        let text = UNSPACED[which];
        let characters: Vec<&str> = text.graphemes(true).collect();
        let from = from % characters.len();
        let end = (from + length).min(characters.len());
        let query = characters[from..end].concat();
        let documents = [Document::from_text("a", text), Document::from_text("b", "other words")];
        let answer = Index::build(&documents).search(&documents, &query, &Options::default());
        prop_assert_eq!(answer.total, 1, "{}", query);
        let mark = answer.hits[0].passages[0].marks[0];
        prop_assert!(documents[0].slice(mark).contains(&query), "{} marks {}", query, documents[0].slice(mark));
    }
}
