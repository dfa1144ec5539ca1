//! Which words of a sentence attribute? Frames: spans that are not part of the content.

use crate::compare::account::Account;
use crate::order;
use crate::text::Span;

/// The words that attribute, in text order: from speaker to cue, and a description of the speaker
/// after the cue.
pub(super) fn frames(account: &Account) -> Vec<Span> {
    let quotations = account.quotations;
    let mut contents: Vec<Span> = quotations.iter().flat_map(|q| q.spans.clone()).collect();
    order::sort(&mut contents);
    let mut frames = Vec::new();
    for quotation in quotations {
        let Some(cue) = quotation.cue else { continue };
        let Some(sentence) = account.document.sentence_at(cue.start) else {
            continue;
        };
        let speaker = quotation.speaker.as_ref().and_then(|s| s.span);
        let Some(speaker) = speaker.filter(|s| sentence.contains(*s)) else {
            frames.push(cue);
            continue;
        };
        let mut both = cue.cover(speaker);
        let next = contents.partition_point(|content| content.start < both.end);
        let before = contents[..next].iter().rev().take(NEAR);
        if before.into_iter().any(|content| content.overlaps(both)) {
            frames.extend([cue, speaker]);
            continue;
        }
        let tail = account.document.text[both.end as usize..sentence.end as usize].starts_with(',');
        if speaker.start >= cue.start && tail {
            let next = contents
                .get(next)
                .map_or(sentence.end, |content| content.start);
            both.end = next.min(sentence.end).max(both.end);
        }
        frames.push(both);
    }
    order::sort(&mut frames);
    frames
}

/// How many earlier contents are checked for one that overlaps a frame, since quotations may nest.
const NEAR: usize = 8;
