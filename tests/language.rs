//! How good are the committed models? Pieces, tags and lemmas of sentences that no model was
//! trained on, compared with a treebank.
//!
//! Floors are the figures last measured: they may rise, never fall.

use std::fs;
use std::path::Path;

use corpus_explorer::language::{Piece, Room, Tag, cut, lemma, tags};
use corpus_explorer::text::{Span, tokens};

/// The least harmonic mean of precision and recall of pieces, compared with the treebank’s words.
const PIECES: f64 = 0.985;
/// The least share of words tagged as in the treebank, given its words.
const TAGS: f64 = 0.94;
/// The least share of lemmas as in the treebank, given words and tags.
const LEMMAS: f64 = 0.94;

struct Sentence {
    text: String,
    spans: Vec<Span>,
    tags: Vec<String>,
    lemmas: Vec<String>,
}

fn sentences() -> Vec<Sentence> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/ewt-dev-news.conllu");
    let file = fs::read_to_string(path).unwrap();
    file.split("\n\n").map(sentence).collect()
}

fn sentence(rows: &str) -> Sentence {
    let mut read = Sentence {
        text: String::new(),
        spans: Vec::new(),
        tags: Vec::new(),
        lemmas: Vec::new(),
    };
    // The last word of a contraction, and whether a space follows it.
    let mut whole: Option<(String, bool)> = None;
    for row in rows.lines().filter(|row| !row.starts_with('#')) {
        let columns: Vec<&str> = row.split('\t').collect();
        let spaced = columns[9] != "SpaceAfter=No";
        if let Some((_, last)) = columns[0].split_once('-') {
            whole = Some((last.to_owned(), spaced));
            continue;
        }
        let start = read.text.len();
        read.text.push_str(columns[1]);
        read.spans.push(Span::new(start, read.text.len()));
        read.lemmas.push(columns[2].to_owned());
        read.tags.push(columns[3].to_owned());
        let inside = whole.as_ref().is_some_and(|(last, _)| last != columns[0]);
        let spaced = whole
            .take_if(|(last, _)| last == columns[0])
            .map_or(spaced, |(_, spaced)| spaced);
        if spaced && !inside {
            read.text.push(' ');
        }
    }
    read
}

#[test]
fn pieces_are_the_words_of_the_treebank() {
    let (mut right, mut found, mut wanted) = (0, 0, 0);
    for sentence in sentences() {
        let mut pieces = Vec::new();
        cut(&sentence.text, &tokens(&sentence.text), &mut pieces);
        right += pieces
            .iter()
            .filter(|piece| sentence.spans.contains(piece))
            .count();
        found += pieces.len();
        wanted += sentence.spans.len();
    }
    let f1 = 2.0 * right as f64 / (found + wanted) as f64;
    assert!(f1 >= PIECES, "{f1}");
}

#[test]
fn tags_and_lemmas_are_those_of_the_treebank() {
    let mut room = Room::default();
    let (mut tagged, mut lemmas, mut all) = (0, 0, 0);
    for sentence in sentences() {
        let pieces: Vec<Piece> = sentence
            .spans
            .iter()
            .map(|span| Piece::new(&sentence.text, *span))
            .collect();
        let found = tags(&pieces, &mut room);
        tagged += found
            .iter()
            .zip(&sentence.tags)
            .filter(|(tag, wanted)| tag.name() == *wanted)
            .count();
        for ((span, tag), wanted) in sentence
            .spans
            .iter()
            .zip(&sentence.tags)
            .zip(&sentence.lemmas)
        {
            let tag = Tag::ALL.iter().find(|t| t.name() == tag).unwrap();
            lemmas += usize::from(lemma(span.slice(&sentence.text), *tag) == *wanted);
        }
        all += found.len();
    }
    let share = |right: usize| right as f64 / all as f64;
    assert!(share(tagged) >= TAGS, "{}", share(tagged));
    assert!(share(lemmas) >= LEMMAS, "{}", share(lemmas));
}

#[test]
fn no_text_is_too_odd_to_be_cut_and_tagged() {
    for text in [
        "",
        "…",
        "’’s n't 's",
        "\u{301}\u{301}",
        "日本語のテキスト",
        "ﷺ שלום",
        "a\u{0}b",
        &"x".repeat(5_000),
        &"- ".repeat(500),
    ] {
        let mut spans = Vec::new();
        cut(text, &tokens(text), &mut spans);
        assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
        let pieces: Vec<Piece> = spans.iter().map(|span| Piece::new(text, *span)).collect();
        let found = tags(&pieces, &mut Room::default());
        assert_eq!(found.len(), pieces.len());
        for (span, tag) in spans.iter().zip(found) {
            lemma(span.slice(text), tag);
        }
    }
}
