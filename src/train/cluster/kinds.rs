//! In which kinds of names does a word occur? Counts over annotated texts.

use std::collections::HashMap;

use crate::entity::bilou::CoarseKind;
use crate::language::cut;
use crate::text::{Span, tokens};
use crate::train::data::Example;

/// The number of kinds: outside names, or in a name of each coarse kind.
pub(super) const KINDS: usize = 1 + CoarseKind::ALL.len();
/// The number of shares: the kinds of the word itself, of the word after it and of the word before
/// it.
pub(super) const SHARES: usize = 3 * KINDS;

/// How often the words of annotated texts occur with each kind, by word in lower case.
pub fn counts(examples: &[Example]) -> HashMap<String, [f32; SHARES]> {
    let mut counts: HashMap<String, [f32; SHARES]> = HashMap::new();
    for example in examples {
        let text = &example.text;
        let mut spans = Vec::new();
        cut(text, &tokens(text), &mut spans);
        let mut names = example.names.clone();
        names.sort_by_key(|(span, _)| span.start);
        let kind = |span: &Span| {
            let at = names.partition_point(|(name, _)| name.end <= span.start);
            names
                .get(at)
                .filter(|(name, _)| name.start < span.end)
                .map_or(0, |(_, kind)| 1 + *kind as usize)
        };
        let words: Vec<(String, bool, usize)> = spans
            .iter()
            .map(|span| {
                let word = span.slice(text);
                (
                    word.to_lowercase(),
                    word.starts_with(char::is_uppercase),
                    kind(span),
                )
            })
            .collect();
        for (at, (word, capital, kind)) in words.iter().enumerate() {
            let row = counts.entry(word.clone()).or_insert([0.0; SHARES]);
            row[*kind] += f32::from(u8::from(*capital));
            let mut beside = |neighbour: Option<&(String, bool, usize)>, from: usize| {
                if let Some((_, true, kind)) = neighbour {
                    row[from + kind] += 1.0;
                }
            };
            beside(words.get(at + 1), KINDS);
            beside(at.checked_sub(1).and_then(|n| words.get(n)), 2 * KINDS);
        }
    }
    counts
}
