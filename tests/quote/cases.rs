//! Who said what? Every case of `golden/quote/cases.txt`: small invented texts.
//!
//! A case is a name after `---`, its text, and one line per quotation: kind, speaker with the name
//! it resolves to, cue, content in brackets, and after "~" its stance if it is not asserted,
//! "thought", the addressee, medium and time. `UPDATE_GOLDEN=1` writes what is found; review it.

use corpus_explorer::document::{Document, Record};
use corpus_explorer::entity::{Mention, MentionKind};
use corpus_explorer::quote::{Quotation, Stance, Telling, quotations};
use corpus_explorer::text::Span;
use proptest::prelude::*;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/quote/cases.txt");

/// Names that the cases use, with their kinds; the caller sorts mentions into text order.
const NAMES: &[(&str, MentionKind)] = &[
    ("Maria Lopez", MentionKind::Person),
    ("Anna Berg", MentionKind::Person),
    ("Tom Reed", MentionKind::Person),
    ("Rosa Diaz", MentionKind::Person),
    ("Paul Frost", MentionKind::Person),
    ("Berg", MentionKind::Person),
    ("Reed", MentionKind::Person),
    ("Hill University", MentionKind::Organisation),
    ("World Bank", MentionKind::Organisation),
    ("Transport Ministry", MentionKind::Organisation),
    ("Daily Post", MentionKind::Publication),
    ("South Korea", MentionKind::Place),
    ("Lima", MentionKind::Place),
    ("Peru", MentionKind::Place),
];

fn mentions(text: &str) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    for (name, kind) in NAMES {
        for (at, _) in text.match_indices(name) {
            let span = Span::new(at, at + name.len());
            if mentions.iter().all(|m| !m.span.overlaps(span)) {
                mentions.push(Mention {
                    span,
                    kind: *kind,
                    confidence: 1.0,
                });
            }
        }
    }
    mentions.sort_by_key(|m| m.span);
    mentions
}

fn line(text: &str, mentions: &[Mention], quotation: &Quotation) -> String {
    let speaker = quotation.speaker.as_ref();
    let words = speaker
        .and_then(|s| s.span)
        .map_or("-", |span| span.slice(text));
    let name = speaker
        .and_then(|s| s.mention)
        .map_or("-", |m| mentions[m as usize].span.slice(text));
    let rule = speaker.map_or("-", |s| s.rule.as_str());
    let cue = quotation.cue.map_or("-", |span| span.slice(text));
    let content: String = quotation
        .spans
        .iter()
        .map(|span| format!(" [{}]", span.slice(text)))
        .collect();
    let kind = format!("{:?}", quotation.kind).to_lowercase();
    format!(
        "{kind} | {words} = {name} | {rule} | {cue} |{}{}",
        content.replace("\n\n", "¶"),
        told(text, quotation)
    )
}

/// What follows "~" for a quotation.
fn told(text: &str, quotation: &Quotation) -> String {
    let Telling {
        stance,
        sense,
        addressee,
        medium,
        time,
    } = quotation.telling;
    let stance = (stance != Stance::Asserted).then(|| format!("{stance:?}").to_lowercase());
    let thought = sense.filter(|sense| sense.is_thought());
    let beside = [("to", addressee), ("in", medium), ("at", time)].into_iter();
    let beside = beside.filter_map(|(word, span)| Some(format!("{word} {}", span?.slice(text))));
    let parts: Vec<String> = stance
        .into_iter()
        .chain(thought.map(|_| "thought".to_owned()))
        .chain(beside)
        .collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!(" ~ {}", parts.join(", "))
    }
}

fn found(text: &str) -> Vec<String> {
    let document = Document::from_text("case", text);
    let mentions = mentions(text);
    quotations(&document, &mentions)
        .iter()
        .map(|q| line(text, &mentions, q))
        .collect()
}

#[test]
fn golden_cases() {
    let golden = std::fs::read_to_string(PATH).expect("the cases");
    let mut written = String::new();
    let mut wrong = Vec::new();
    for case in golden.split("--- ").skip(1) {
        let mut lines = case.lines();
        let (name, text) = (lines.next().unwrap_or(""), lines.next().unwrap_or(""));
        let expected: Vec<String> = lines.filter(|l| !l.is_empty()).map(str::to_owned).collect();
        let found = found(&text.replace('¶', "\n\n"));
        written += &format!(
            "--- {name}\n{text}\n{}\n",
            found.iter().map(|l| format!("{l}\n")).collect::<String>()
        );
        if found != expected {
            wrong.push(format!(
                "{name}: {text}\n  expected {expected:#?}\n  found {found:#?}"
            ));
        }
    }
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(PATH, written).expect("the cases can be written");
        return;
    }
    assert!(
        wrong.is_empty(),
        "{} cases differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// Pieces from which texts are made, so that marks, cues and names occur in every order.
const PIECES: &[&str] = &[
    "“",
    "”",
    "‘",
    "’",
    "\"",
    "'",
    "«",
    "»",
    "„",
    " ",
    " ",
    ". ",
    ", ",
    "\n\n",
    "said",
    "says",
    "that",
    "according to",
    "Anna Berg",
    "Tom Reed",
    "he",
    "the treaty",
    "é",
    "e\u{301}",
    "🙂",
    "\r\n",
    "adding",
    "called",
    "—",
    "(",
    ")",
    "it is so",
    "was",
    "if",
    "and",
    "who",
    ":",
    "denied",
    "claim",
];

fn sound(text: &str) {
    sound_in(&Document::from_text("random", text), &mentions(text));
}

/// Checks that content is in order, on character boundaries, and never contains its own
/// attribution.
fn sound_in(document: &Document, mentions: &[Mention]) {
    let text = &document.text;
    for quotation in quotations(document, mentions) {
        let telling = quotation.telling;
        assert!(!quotation.spans.is_empty());
        for pair in quotation.spans.windows(2) {
            assert!(pair[0].end <= pair[1].start, "{text:?} {quotation:?}");
        }
        for span in &quotation.spans {
            assert!(
                text.get(span.range()).is_some_and(|s| !s.is_empty()),
                "{text:?} {quotation:?}"
            );
            assert!(
                quotation.cue.is_none_or(|cue| !cue.overlaps(*span)),
                "cue in content: {text:?} {quotation:?}"
            );
            let speaker = quotation.speaker.as_ref().and_then(|s| s.span);
            assert!(
                speaker.is_none_or(|s| !s.overlaps(*span)),
                "speaker in content: {text:?} {quotation:?}"
            );
            let beside = [telling.addressee, telling.medium, telling.time];
            assert!(
                beside.iter().flatten().all(|part| !part.overlaps(*span)),
                "circumstance in content: {text:?} {quotation:?}"
            );
        }
        assert!(
            quotation
                .speaker
                .iter()
                .all(|s| (0.0..=1.0).contains(&s.confidence))
        );
    }
}

proptest! {
    #[test]
    fn random_unicode_is_read(text in "\\PC{0,80}") {
        sound(&text);
    }

    #[test]
    fn random_speech_is_sound(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60), spaced in any::<bool>()) {
        sound(&pieces.join(if spaced { " " } else { "" }));
    }
}

#[test]
fn real_speech_is_sound() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/corpus.jsonl");
    let lines = std::fs::read_to_string(path).expect("the corpus");
    for line in lines.lines() {
        let record: Record = serde_json::from_str(line).expect("a record");
        let document = Document::new(&record);
        let mentions = corpus_explorer::entity::mentions(&document);
        assert!(!quotations(&document, &mentions).is_empty());
        sound_in(&document, &mentions);
    }
}

/// Texts that would take minutes if any search ran to their start or end.
#[test]
fn hostile_texts_take_linear_time() {
    let hostile = [
        "“so,” he said, adding that ",
        "“ ",
        "“so \" 'no ",
        "“He said so.\n\n",
        "‘dogs’ said ",
        "Kim, a man, ",
    ];
    for piece in hostile {
        let document = Document::from_text("long", &piece.repeat(20_000));
        let found = quotations(&document, &[]);
        assert!(found.len() <= 60_000, "{piece:?}");
    }
}
