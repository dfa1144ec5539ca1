//! Who speaks in an interview that is printed turn by turn? "ANA PAZ: …", "Q: … A: …".
//!
//! A turn is a paragraph that opens with a label and a colon. Labels make a transcript only together:
//! at least three turns by at least two labels, one of which comes back and one of which is a person,
//! written in capitals, or the letter of a question or answer.

use crate::document::{BlockKind, Document};
use crate::entity::{Mention, MentionKind};
use crate::order;
use crate::text::Span;
use crate::text::fold::fold;

/// What one says until another speaks.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Turn {
    /// The label, without its colon.
    pub label: Span,
    /// The mention of the person whom it names.
    pub mention: Option<u32>,
    /// The paragraphs, without the label.
    pub spans: Vec<Span>,
}

/// Fewer turns than this are no transcript.
const FEWEST_TURNS: usize = 3;
/// The longest label, in bytes.
const LONGEST_LABEL: usize = 40;

/// The turns of a document in their order; none when it is no transcript.
pub(super) fn turns(document: &Document, mentions: &[Mention]) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    let mut is_open = false;
    for block in &document.blocks {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Quotation) {
            // Behind a heading or a picture, it is the reporter who goes on.
            is_open = false;
        } else if let Some((label, said)) = label(document, block.span) {
            is_open = true;
            turns.push(Turn {
                label,
                mention: person(document, mentions, label),
                spans: vec![said],
            });
        } else if let Some(turn) = turns.last_mut().filter(|_| is_open) {
            turn.spans.push(block.span);
        }
    }
    if is_transcript(document, &turns) {
        turns
    } else {
        Vec::new()
    }
}

fn is_transcript(document: &Document, turns: &[Turn]) -> bool {
    let mut labels: Vec<&str> = turns
        .iter()
        .map(|turn| document.slice(turn.label))
        .collect();
    order::sort(&mut labels);
    labels.dedup();
    let speaks = |turn: &Turn| {
        let label = document.slice(turn.label);
        let letters = || label.chars().filter(|c| c.is_alphabetic());
        turn.mention.is_some() || letters().all(char::is_uppercase)
    };
    turns.len() >= FEWEST_TURNS
        && labels.len() > 1
        && labels.len() < turns.len()
        && turns.iter().any(speaks)
}

/// The label of a paragraph and what follows its colon.
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

/// The mention that a label is, or else one of the only person whose last name it is.
fn person(document: &Document, mentions: &[Mention], label: Span) -> Option<u32> {
    let people = || {
        let numbered = (0u32..).zip(mentions);
        numbered.filter(|(_, mention)| mention.kind == MentionKind::Person)
    };
    let own = people().find(|(_, mention)| label.contains(mention.span));
    let last = |span: Span| {
        let words = fold(document.slice(span));
        words.rsplit(' ').next().unwrap_or_default().to_owned()
    };
    let name = last(label);
    let mut bearers = people().filter(|(_, mention)| last(mention.span) == name);
    own.or_else(|| bearers.next()).map(|(number, _)| number)
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
    fn other_colons() {
        check(
            "Note: read on.\n\nSource: the mayor.\n\nNote: that is all.",
            &[],
        );
        check("Ana Paz: a life.\n\nThe mayor stated: no.", &[]);
        check("PROS: cheap.\n\nCONS: loud.", &[]);
    }
}
