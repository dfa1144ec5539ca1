//! What holds for every text? Property tests: names and dates are in order, without overlaps and on
//! character boundaries, and every mention has an entity of its kind.

use corpus_explorer::document::{DocId, Document};
use corpus_explorer::entity::{country_of_role, mentions, references, resolve, stand_ins};
use corpus_explorer::text::Span;
use corpus_explorer::time::{Date, dates};
use proptest::prelude::*;

/// Pieces that rules search for, mixed with random text.
const PIECES: &[&str] = &[
    "Kim Jong [Un]",
    "Dr. ",
    "President ",
    "Anna",
    "Smith’s",
    " of the ",
    "Treaty ",
    "1961 ",
    "treaty",
    "Article 5",
    "-",
    "’",
    "(",
    ")",
    "“",
    "”",
    ". ",
    ", ",
    "and ",
    "UN",
    "U.S.",
    "Bank ",
    "Lake ",
    "the ",
    "last ",
    "Friday",
    "May ",
    "20",
    "2024",
    "1990s",
    "9999 years ago",
    "é",
    "e\u{301}",
    "😀",
    "漢",
    "\r\n",
    "\n\n",
    "[",
    "]",
    "&",
    "von der ",
    "Ministry ",
    "for ",
    "said ",
    "2024-06-20",
    "in ",
    "next ",
    "winter ",
    "Lima",
    "He ",
    "she ",
    "ministry ",
    "leader",
    "Peruvian ",
    "ties with ",
    ", an analyst at ",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn apart(text: &str, spans: &[Span]) {
    for span in spans {
        assert!(!span.slice(text).is_empty(), "{span:?} in {text:?}");
    }
    assert!(
        spans.windows(2).all(|w| w[0].end <= w[1].start),
        "{spans:?} in {text:?}"
    );
}

proptest! {
    #[test]
    fn spans_are_sound(text in text()) {
        let document = Document::from_text("a", &text);
        let found = mentions(&document);
        apart(&text, &found.iter().map(|m| m.span).collect::<Vec<_>>());
        for anchor in [None, Date::new(2024, 2, 29)] {
            apart(&text, &dates(&document, anchor).iter().map(|d| d.span).collect::<Vec<_>>());
        }
        let resolution = resolve(std::slice::from_ref(&document), std::slice::from_ref(&found));
        prop_assert_eq!(resolution.of[0].len(), found.len());
        let counted: usize = resolution.entities.iter().map(|e| e.mentions.len()).sum();
        prop_assert_eq!(counted, resolution.of[0].iter().flatten().count());
        for entity in &resolution.entities {
            for (_, role) in &entity.roles {
                prop_assert!(!role.slice(&text).is_empty());
                country_of_role(&document, &found, *role);
            }
        }
        let readings: Vec<u32> = stand_ins(&document, &found).iter().map(|s| s.mention).collect();
        prop_assert!(readings.is_sorted() && readings.iter().all(|&m| (m as usize) < found.len()));
        let references = references(&document, DocId(0), &found, &resolution, Vec::new());
        apart(&text, &references.iter().map(|r| r.span).collect::<Vec<_>>());
    }
}
