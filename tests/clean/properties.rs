//! What holds for every text, random and real? Property tests without expected answers.

use corpus_explorer::clean::normalize;
use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::document::Article;
use corpus_explorer::document::{DocId, Document};
use corpus_explorer::search::{HitUnit, Options};
use corpus_explorer::text::{self, OffsetIndex, Span, Unit as Offset};
use proptest::prelude::*;

/// Pieces that, repeated many times, once made reading quadratic or worse.
const ENDLESS: &[&str] = &[
    "USA ",
    "Russian ",
    "Bank of ",
    "Treaty of Paris ",
    "Treaty on ",
    "Photo: Jane Doe/AP\ncap of a boat\n",
    "/\n",
    "AP\n",
    "Published May 5, 2020\n\n",
    "a-",
    "鈥?",
    "鈥檚 ",
    "鈥 ",
    "“鈥 ",
    "茅",
    "Ã",
    "Ã ",
    "â€ ",
    "Рё",
    "√© ",
    "” ",
    "… ",
    ", ",
    "«",
];

#[test]
fn one_part_repeated_is_read_in_time() {
    for part in ENDLESS {
        let article = Article::new("endless", part.repeat(20_000 / part.len()));
        let start = std::time::Instant::now();
        let corpus = Corpus::from_articles(&[article], Treatment::default()).unwrap();
        assert_eq!(corpus.documents().len(), 1);
        let seconds = start.elapsed().as_secs();
        // Linear reading without optimisation takes under two seconds, quadratic reading far more
        // than this.
        assert!(seconds < 20, "{part:?} took {seconds} s");
    }
}

/// Pieces that make text hard: quotation marks of many kinds, wide characters, names, line ends.
fn piece() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        "“",
        "”",
        "‘",
        "’",
        "\"",
        "'",
        "«",
        "»",
        "é",
        "e\u{301}",
        "😀",
        "👩\u{200d}👩",
        "漢字",
        "\r\n",
        "\n\n",
        "\n",
        " ",
        " ",
        "\u{a0}",
        "\u{200b}",
        ". ",
        ", ",
        "Putin",
        "North Korea",
        "U.N.",
        "said",
        "says ,",
        "the",
        "on Wednesday",
        "in 1961",
        "鈥檚",
        "鈥 ",
        "â€™",
        "Ã",
        "茅",
        "Рё",
        "√©",
        "\u{92}",
        "\u{fffd}",
        "  • ",
        "Copyright 2024 X",
        "By Ann Lee",
        "مرحبا",
        "\u{0}",
        "\u{feff}",
        "[Un]",
        "-",
        "—",
    ])
    .prop_map(str::to_owned);
    prop_oneof![8 => fixed, 2 => "[a-zA-Z]{1,8}", 1 => any::<String>()]
}

fn anything() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.concat())
}

fn article(text: &str) -> Article {
    Article::new("a", text)
}

fn on_boundaries(text: &str, span: Span) -> bool {
    span.start <= span.end && text.get(span.range()).is_some()
}

fn check_tokens(text: &str) {
    let mut end = 0;
    for token in text::tokens(text) {
        assert_eq!(token.span.start, end, "tokens tile");
        assert!(!token.span.is_empty());
        end = token.span.end;
    }
    assert_eq!(end as usize, text.len());
}

fn check_offsets(text: &str) {
    for unit in [Offset::Utf8, Offset::Utf16, Offset::Scalar] {
        let index = OffsetIndex::new(text, unit);
        for (byte, _) in text.char_indices() {
            assert_eq!(index.byte(index.offset(byte as u32)), byte as u32);
        }
    }
}

fn check_document(document: &Document) {
    let ordered = |spans: &[Span]| spans.windows(2).all(|pair| pair[0].end <= pair[1].start);
    assert!(
        document
            .sentences()
            .iter()
            .all(|&s| on_boundaries(&document.text, s))
    );
    assert!(ordered(document.sentences()));
    let blocks: Vec<Span> = document.blocks.iter().map(|b| b.span).collect();
    assert!(ordered(&blocks) && blocks.iter().all(|&s| on_boundaries(&document.text, s)));
    for token in document.tokens().iter().filter(|t| t.is_word()) {
        let inside = |spans: &[Span]| spans.iter().filter(|s| s.contains(token.span)).count();
        assert_eq!(
            inside(&blocks),
            inside(document.sentences()),
            "a word of a block lies in one sentence"
        );
    }
}

fn check_analyses(corpus: &Corpus) {
    let document = corpus.document(DocId(0));
    let text = &document.text;
    let mentions = corpus.mentions(DocId(0));
    assert!(
        mentions
            .iter()
            .all(|m| on_boundaries(text, m.span) && !m.span.is_empty())
    );
    assert!(
        mentions
            .windows(2)
            .all(|p| p[0].span.end <= p[1].span.start),
        "mentions do not overlap"
    );
    for quotation in corpus.quotations(DocId(0)) {
        assert!(!quotation.spans.is_empty());
        assert!(
            quotation.spans.windows(2).all(|p| p[0].end <= p[1].start),
            "content runs forward"
        );
        let outside = quotation
            .cue
            .into_iter()
            .chain(quotation.speaker.as_ref().and_then(|s| s.span));
        for around in outside {
            assert!(on_boundaries(text, around));
            assert!(
                quotation.spans.iter().all(|s| !s.overlaps(around)),
                "attribution lies outside content"
            );
        }
        assert!(
            quotation
                .spans
                .iter()
                .all(|&s| on_boundaries(text, s) && !s.is_empty())
        );
        let mention = quotation.speaker.as_ref().and_then(|s| s.mention);
        assert!(mention.is_none_or(|m| (m as usize) < mentions.len()));
    }
    let dates = corpus.dated(DocId(0));
    assert!(
        dates
            .iter()
            .all(|d| on_boundaries(text, d.mention.span) && d.mention.from <= d.mention.to)
    );
}

/// Checks that marks are inside their passage and snippet and do not overlap.
fn check_search(corpus: &Corpus, query: &str) {
    for by in [HitUnit::Article, HitUnit::Passage] {
        let options = Options {
            by,
            ..Options::default()
        };
        let answer = corpus.index().search(corpus, query, &options);
        for hit in &answer.hits {
            let document = corpus.document(hit.doc);
            for passage in &hit.passages {
                let block = document.blocks[passage.block].span;
                assert!(
                    passage
                        .marks
                        .iter()
                        .all(|&m| block.contains(m) && on_boundaries(&document.text, m))
                );
                assert!(passage.marks.windows(2).all(|p| p[0].end <= p[1].start));
                let snippet = passage.snippet.as_ref().unwrap();
                assert!(
                    block.contains(snippet.span) && on_boundaries(&document.text, snippet.span)
                );
                assert!(snippet.marks.iter().all(|&m| snippet.span.contains(m)));
            }
        }
    }
}

/// The sorted words of a text: a second reading may reorder captions, but must not change anything
/// else.
fn wording(text: &str) -> Vec<&str> {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    words.sort_unstable();
    words
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn text_properties(text in anything()) {
        check_tokens(&text);
        check_offsets(&text);
        let once = text::normalize(&text);
        prop_assert_eq!(&text::normalize(&once), &once);
    }

    #[test]
    fn cleaning_is_idempotent_and_sound(text in anything()) {
        let record = normalize(&article(&text));
        prop_assert!(record.is_sound());
        let again = normalize(&article(&record.text));
        prop_assert!(again.is_sound());
        prop_assert_eq!(wording(&again.text), wording(&record.text));
    }

    #[test]
    fn analyses_are_sound_and_repeatable(text in anything(), query in anything()) {
        let treatment = Treatment { analyze: true, normalize: false };
        let corpus = Corpus::from_articles(&[article(&text)], treatment).unwrap();
        check_document(corpus.document(DocId(0)));
        check_analyses(&corpus);
        check_search(&corpus, &query);
        let opened = Corpus::open(corpus.save().unwrap()).unwrap();
        prop_assert_eq!(opened.save().unwrap(), corpus.save().unwrap());
        prop_assert_eq!(opened.quotations(DocId(0)), corpus.quotations(DocId(0)));
    }
}

#[test]
fn real_text_keeps_the_properties() {
    let corpus = Corpus::embedded().unwrap();
    for doc in corpus.ids() {
        let document = corpus.document(doc);
        check_tokens(&document.text);
        check_offsets(&document.text);
        check_document(document);
        let treatment = Treatment {
            analyze: true,
            normalize: false,
        };
        check_analyses(&Corpus::from_articles(&[article(&document.text)], treatment).unwrap());
    }
    for query in [
        "treaty",
        "\"without delay\"",
        "munition*",
        "Putin -Kim",
        "Stoltenburg",
        "in:caption Kim",
    ] {
        check_search(&corpus, query);
    }
}

#[test]
fn opened_is_saved() {
    let corpus = Corpus::embedded().unwrap();
    let opened = Corpus::open(corpus.save().unwrap()).unwrap();
    for doc in corpus.ids() {
        assert_eq!(opened.mentions(doc), corpus.mentions(doc));
        assert_eq!(opened.quotations(doc), corpus.quotations(doc));
        assert_eq!(opened.dated(doc), corpus.dated(doc));
    }
    assert_eq!(opened.entities(), corpus.entities());
}
