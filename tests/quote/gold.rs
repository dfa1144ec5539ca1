//! Are the quotations of the hand-made truth found, with the correct speakers?
//!
//! Gold offsets count marks that the product’s text does not have, so gold quotations are located
//! by their words in their block. If gold separates a clause from its quoted words, both count as
//! found in the mixed quotation that contains them. The floors are the figures reached; they may
//! only rise.

use corpus_explorer::document::{Document, Record};
use corpus_explorer::entity::{Mention, mentions};
use corpus_explorer::quote::{Quotation, QuotationKind, quotations};
use corpus_explorer::text::Span;
use serde_json::Value;

/// The share of required quotations that must be found.
const FOUND: f64 = 1.0;

struct Read {
    document: Document,
    mentions: Vec<Mention>,
    quotations: Vec<Quotation>,
}

fn read(path: &str) -> String {
    let path = format!("{}/corpus/{path}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn corpus() -> Vec<Read> {
    let lines = read("corpus.jsonl");
    let records = lines
        .lines()
        .map(|line| serde_json::from_str::<Record>(line).expect("a record"));
    records
        .map(|record| {
            let document = Document::new(&record);
            let mentions = mentions(&document);
            let quotations = quotations(&document, &mentions);
            Read {
                document,
                mentions,
                quotations,
            }
        })
        .collect()
}

/// The span of the words of a gold quotation: in its block, or else anywhere.
fn locate(document: &Document, gold: &Value) -> Option<Span> {
    let core = gold["text_core"].as_str()?;
    let block = document.blocks.get(gold["block"].as_u64()? as usize)?.span;
    let inside = block
        .slice(&document.text)
        .find(core)
        .map(|at| at + block.start as usize);
    let start = inside.or_else(|| document.text.find(core))?;
    Some(Span::new(start, start + core.len()))
}

/// Whether a found span equals the gold span, apart from final punctuation.
fn same(text: &str, found: Span, gold: Span) -> bool {
    let bare = |span: Span| {
        span.slice(text)
            .trim_end_matches([',', '.', '?', '!'])
            .len()
    };
    found.start == gold.start && bare(found) == bare(gold)
}

/// Whether the speaker agrees with gold: by the words of the mention, or by name if it is resolved.
fn is_speaker(read: &Read, quotation: &Quotation, gold: &Value) -> bool {
    let text = &read.document.text;
    let (id, words) = (gold["speaker"].as_str(), gold["speaker_mention"].as_str());
    let Some(speaker) = &quotation.speaker else {
        return words.is_none();
    };
    let name = speaker
        .mention
        .map(|m| read.mentions[m as usize].span.slice(text).to_lowercase());
    if let (Some(person), Some(name)) = (id.and_then(|id| id.strip_prefix("per:")), &name) {
        return name.contains(person.rsplit('-').next().unwrap_or(person));
    }
    let said = speaker.span.map_or("", |span| span.slice(text));
    words.is_some_and(|words| words.contains(said) || said.contains(words))
}

#[test]
fn gold_quotations_are_found_with_their_speakers() {
    let corpus = corpus();
    let gold: Value = serde_json::from_str(&read("gold/quotes.json")).expect("gold");
    let (mut required, mut missed, mut wrong, mut invented) =
        (0, Vec::new(), Vec::new(), Vec::new());
    for item in gold["quotes"].as_array().expect("quotes") {
        let article = item["article"].as_str().expect("an article");
        let Some(read) = corpus.iter().find(|r| r.document.id.starts_with(article)) else {
            continue;
        };
        let (id, text) = (item["id"].to_string(), &read.document.text);
        let Some(span) = locate(&read.document, item) else {
            missed.push(format!("{id}: its words are not in the text"));
            required += 1;
            continue;
        };
        if item["kind"] == "term" {
            let speech = read
                .quotations
                .iter()
                .any(|q| q.spans.iter().any(|s| same(text, *s, span)));
            invented.extend(speech.then_some(id));
            continue;
        }
        let holds = |q: &Quotation| q.spans.iter().any(|s| same(text, *s, span));
        let partial = item["kind"] == "partial";
        let clause = item["kind"] == "indirect";
        let around = |q: &Quotation| {
            let part = |s: &Span| s.contains(span) && (partial || clause && s.start == span.start);
            q.kind == QuotationKind::Mixed && q.spans.iter().any(part)
        };
        let found = read.quotations.iter().find(|q| holds(q));
        let found = found.or_else(|| {
            let mut mixed = read.quotations.iter().filter(|q| around(q));
            mixed.next()
        });
        let needed = item["required"].as_bool().unwrap_or(false);
        required += usize::from(needed);
        match found {
            None if needed => missed.push(id),
            Some(quotation) if !is_speaker(read, quotation, item) => {
                wrong.push(format!("{id}: {:?}", quotation.speaker))
            }
            _ => {}
        }
    }
    let share = 1.0 - missed.len() as f64 / required.max(1) as f64;
    assert!(
        share >= FOUND,
        "found {share:.3} of {required}, missed {missed:?}"
    );
    assert!(wrong.is_empty(), "wrong speakers: {wrong:#?}");
    assert!(invented.is_empty(), "no speech: {invented:?}");
}
