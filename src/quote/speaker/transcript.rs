//! Who speaks in an interview printed turn by turn? A pass over paragraphs: "ANA PAZ: …", "Q: … A:
//! …".
//!
//! A turn is a paragraph that opens with a label and a colon. A transcript needs at least three
//! turns by at least two labels, one of which recurs. Each label must be a person, recur or be in
//! capitals; none may be a place, as in a news digest. Paragraphs without a label belong to the
//! previous turn if another turn follows; after the last one, the reporter may be writing again.

use std::collections::BTreeMap;

use crate::document::{BlockKind, Document};
use crate::entity::{Mention, MentionKind};
use crate::order;
use crate::text::Span;
use crate::text::fold::fold;

/// The words of one speaker until the next one.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    /// The label, without its colon.
    pub label: Span,
    /// The mention of the person it names; `None` if there is none.
    pub mention: Option<u32>,
    /// The paragraphs, without the label.
    pub spans: Vec<Span>,
}

/// The fewest turns of a transcript.
const FEWEST_TURNS: usize = 3;
/// The confidence from which a mention of a place is certain.
const LISTED: f64 = 0.9;
/// The longest label, in bytes.
const LONGEST_LABEL: usize = 40;

/// The turns of a document in order; empty if it is not a transcript.
pub fn turns(document: &Document, mentions: &[Mention]) -> Vec<Turn> {
    let people = people(document, mentions);
    let mut turns: Vec<Turn> = Vec::new();
    let mut is_open = false;
    for block in &document.blocks {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Quotation) {
            // After a heading or picture, the reporter continues.
            is_open = false;
        } else if let Some((label, said)) = label(document, block.span) {
            is_open = true;
            turns.push(Turn {
                label,
                mention: person(document, mentions, &people, label),
                spans: vec![said],
            });
        } else if let Some(turn) = turns.last_mut().filter(|_| is_open) {
            turn.spans.push(block.span);
        }
    }
    if let Some(last) = turns.last_mut() {
        last.spans.truncate(1);
    }
    if is_transcript(document, mentions, &turns) {
        turns
    } else {
        Vec::new()
    }
}

fn is_transcript(document: &Document, mentions: &[Mention], turns: &[Turn]) -> bool {
    let mut labels: Vec<&str> = turns.iter().map(|t| document.slice(t.label)).collect();
    order::sort(&mut labels);
    let comes_back = |label: &str| {
        let first = labels.partition_point(|other| *other < label);
        labels.get(first + 1) == Some(&label)
    };
    // A person, or a name, an outlet or "Q" in capitals.
    let is_somebody = |turn: &Turn| {
        let label = document.slice(turn.label);
        let mut letters = label.chars().filter(|c| c.is_alphabetic()).peekable();
        turn.mention.is_some() || letters.peek().is_some() && letters.all(char::is_uppercase)
    };
    let speaks = |turn: &Turn| is_somebody(turn) || comes_back(document.slice(turn.label));
    let is_place = |turn: &Turn| {
        let first = mentions.partition_point(|m| m.span.end <= turn.label.start);
        let named = mentions.get(first).filter(|m| m.span == turn.label);
        // In capitals, the model alone takes many names for places.
        named.is_some_and(|m| m.kind == MentionKind::Place && m.confidence >= LISTED)
    };
    let kinds = labels.chunk_by(|a, b| a == b).count();
    turns.len() >= FEWEST_TURNS
        && kinds > 1
        && kinds < turns.len()
        && turns.iter().all(speaks)
        && turns.iter().any(is_somebody)
        && !turns.iter().any(is_place)
}

/// The label of a paragraph, and the text after its colon.
fn label(document: &Document, block: Span) -> Option<(Span, Span)> {
    let text = document.slice(block);
    let (label, said) = text.split_once(':')?;
    let is_name = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c == '(');
    let is_label = !label.is_empty()
        && label.len() <= LONGEST_LABEL
        && label.split(' ').all(is_name)
        && !label.contains(['.', ',', '“', '"', '\n']);
    let start = block.start as usize;
    let said = Span::new(start + text.len() - said.len(), start + text.len());
    let said = said.trimmed(&document.text);
    (is_label && !said.is_empty() && text[label.len() + 1..].starts_with(' '))
        .then(|| (Span::new(start, start + label.len()), said))
}

/// For each word of a full name, the person and the first mention that has it; `None` if two people
/// share it.
type People = BTreeMap<String, Option<(String, u32)>>;

fn people(document: &Document, mentions: &[Mention]) -> People {
    let mut people = People::new();
    for (number, mention) in (0u32..).zip(mentions) {
        let name = fold(document.slice(mention.span));
        if mention.kind != MentionKind::Person || !name.contains(' ') {
            continue;
        }
        for word in name.split(' ') {
            let known = people
                .entry(word.to_owned())
                .or_insert(Some((name.clone(), number)));
            if known.as_ref().is_some_and(|(other, _)| *other != name) {
                *known = None;
            }
        }
    }
    people
}

/// The mention of a label: by its full name, or by a single word that only one person has.
fn person(document: &Document, mentions: &[Mention], people: &People, label: Span) -> Option<u32> {
    let name = fold(document.slice(label));
    if let Some(known) = people.get(&name) {
        return known.as_ref().map(|(_, number)| *number);
    }
    let first = mentions.partition_point(|m| m.span.end <= label.start);
    let own = mentions.get(first)?;
    (label.contains(own.span) && own.kind == MentionKind::Person).then_some(first as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::mentions;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let document = Document::from_text("t", text);
        let turns = turns(&document, &mentions(&document));
        let found: Vec<(&str, String)> = turns
            .iter()
            .map(|turn| {
                let said = turn.spans.iter().map(|&span| document.slice(span));
                (
                    document.slice(turn.label),
                    said.collect::<Vec<_>>().join("|"),
                )
            })
            .collect();
        let found: Vec<(&str, &str)> = found.iter().map(|(l, s)| (*l, s.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn interviews_turn_by_turn() {
        check(
            "Hello.\n\nQ: Who won?\n\nA: We did.\n\nBy far.\n\nQ: Really?",
            &[
                ("Q", "Who won?"),
                ("A", "We did.|By far."),
                ("Q", "Really?"),
            ],
        );
        check(
            "GLOBE: Are you going?\n\nANA PAZ: I am.\n\nGLOBE: When?\n\nANA PAZ: Soon.",
            &[
                ("GLOBE", "Are you going?"),
                ("ANA PAZ", "I am."),
                ("GLOBE", "When?"),
                ("ANA PAZ", "Soon."),
            ],
        );
    }

    #[test]
    fn who_goes_on_is_not_guessed() {
        check(
            "Q: Who won?\n\nANA PAZ: We did.\n\nQ: Really?\n\nANA PAZ: Yes.\n\nThis was edited.",
            &[
                ("Q", "Who won?"),
                ("ANA PAZ", "We did."),
                ("Q", "Really?"),
                ("ANA PAZ", "Yes."),
            ],
        );
        let text = "Kim Jong Un met Kim Yo Jong.\n\nQ: Well?\n\nKIM: Yes.\n\nQ: Sure?\n\nKIM: No.";
        let document = Document::from_text("t", text);
        let turns = turns(&document, &mentions(&document));
        assert_eq!(turns.len(), 4);
        assert!(turns.iter().all(|turn| turn.mention.is_none()));
    }

    #[test]
    fn other_colons() {
        check(
            "Note: read on.\n\nSource: the mayor.\n\nNote: that is all.",
            &[],
        );
        check("Ana Paz: a life.\n\nThe mayor stated: no.", &[]);
        check(
            "MOSCOW: Fog.\n\nPARIS: Rain.\n\nMOSCOW: Snow.\n\nThe desk closed.",
            &[],
        );
        check("PROS: cheap.\n\nCONS: loud.", &[]);
    }
}
