//! Are passages that say the same grouped as a reader grouped them, and are similar ones kept
//! apart? A comparison with hand-made truth.

use corpus_explorer::compare::{Group, Member};
use corpus_explorer::corpus::Corpus;
use corpus_explorer::document::DocId;
use corpus_explorer::text::Span;
use serde_json::Value;

/// The number of pairs joined correctly, of the 37 that a reader joined; none is joined wrongly: F1
/// 74.6. Twelve of the missing ones would join "mutual assistance" to the clause that spells it
/// out.
const RIGHT: usize = 22;

fn gold() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/gold/quotes.json");
    let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    serde_json::from_str(&text).expect("JSON")
}

/// A passage of the truth: its document and the span of its words.
fn place(corpus: &Corpus, member: &Value) -> Option<(DocId, Span)> {
    let article = member["article"].as_str()?;
    let id = corpus
        .ids()
        .find(|&id| corpus.document(id).id.starts_with(article))?;
    let document = corpus.document(id);
    let words = member["text"].as_str()?;
    let block = document
        .blocks
        .get(member["block"].as_u64()? as usize)?
        .span;
    let inside = document
        .slice(block)
        .find(words)
        .map(|at| at + block.start as usize);
    let start = inside.or_else(|| document.text.find(words))?;
    Some((id, Span::new(start, start + words.len())))
}

fn holds(group: &Group, (document, span): (DocId, Span)) -> bool {
    let holds = |m: &Member| m.document == document && m.spans.iter().any(|s| s.overlaps(span));
    group.members.iter().any(holds)
}

#[test]
fn groups_are_those_of_the_truth() {
    let corpus = Corpus::embedded().expect("the five articles");
    let groups = corpus.groups(&corpus.ids().collect::<Vec<_>>());
    let (mut found, mut right, mut wanted) = (0, 0, 0);
    let mut wrong = Vec::new();
    let mut members = Vec::new();
    for (number, group) in gold()["groups"]
        .as_array()
        .expect("groups")
        .iter()
        .enumerate()
    {
        for member in group["members"].as_array().expect("members") {
            let place = place(&corpus, member);
            let place = place.unwrap_or_else(|| panic!("{member}: not in the text"));
            members.push((number, place, member["text"].to_string()));
        }
    }
    for (n, (gold, place, words)) in members.iter().enumerate() {
        for (other_gold, other, other_words) in &members[n + 1..] {
            let together = groups.iter().any(|g| holds(g, *place) && holds(g, *other));
            let same = gold == other_gold;
            found += usize::from(together);
            wanted += usize::from(same);
            right += usize::from(together && same);
            if together != same {
                let what = if same { "missed" } else { "joined" };
                wrong.push(format!("{what}: {words} | {other_words}"));
            }
        }
    }
    assert_eq!(found, right, "look-alikes are joined: {wrong:#?}");
    assert!(right >= RIGHT, "{right} of {wanted} pairs: {wrong:#?}");
}
