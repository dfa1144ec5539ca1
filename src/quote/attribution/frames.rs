//! Who reports what in a sentence? A pass over its cues; the first rule that fits a cue makes its
//! frame.

use super::nominal::nominal_frame;
use super::source::according_to;
use super::verbal::verb_frame;
use crate::language::Class;
use crate::quote::content::{Start, content_end, trimmed_end};
use crate::quote::frame::Frame;
use crate::quote::sentence::{Sentence, is_adverb};

/// The frames of a sentence, in the order of their cues.
pub fn frames(s: &Sentence) -> Vec<Frame> {
    let mut frames: Vec<Frame> = Vec::new();
    for i in 0..s.elements.len() {
        let frame = if s.is(i, "according") && s.is(i + 1, "to") {
            according_to(s, i)
        } else if let Some(cue) = s.elements[i].cue {
            verb_frame(s, i, &cue, frames.last()).or_else(|| nominal_frame(s, i))
        } else {
            nominal_frame(s, i)
        };
        frames.extend(frame);
    }
    let leads: Vec<usize> = frames
        .iter()
        .map(|frame| joint(s, before_relative(s, frame)))
        .collect();
    for (n, frame) in frames.iter_mut().enumerate() {
        if frame.after {
            bound(s, frame, &leads[n + 1..]);
        }
    }
    frames
}

/// ", which Kim called “a theft”.": a relative clause that ends the sentence starts at its pronoun.
fn before_relative(s: &Sentence, frame: &Frame) -> usize {
    let Some(pronoun) = frame.lead.checked_sub(1).filter(|&k| k > 0) else {
        return frame.lead;
    };
    let links = s.is(pronoun, "which") || s.is(pronoun, "whom");
    let last = !(frame.cue.end..s.elements.len()).any(|k| s.is_mark(k, &[',']));
    if links && last && s.is_mark(pronoun - 1, &[',']) {
        pronoun
    } else {
        frame.lead
    }
}

/// The comma or conjunction that joins the frame at `lead` to the words before it.
fn joint(s: &Sentence, lead: usize) -> usize {
    let mut joint = lead;
    while joint > 0
        && (s.is_mark(joint - 1, &[',', ';'])
            || s.class(joint - 1).any(Class::CONJUNCTION)
            || s.is(joint - 1, "while")
            || s.is(joint - 1, "as")
            || is_adverb(s, joint - 1))
    {
        joint -= 1;
    }
    joint
}

/// Ends the content after a cue where the next frame starts.
fn bound(s: &Sentence, frame: &mut Frame, leads: &[usize]) {
    if let Some(last) = frame.content.last_mut() {
        let start = Start::Clause(last.start);
        let end = content_end(s, start, leads).min(last.end);
        last.end = trimmed_end(s, last.start, end.max(last.start));
    }
    frame.content.retain(|c| !c.is_empty());
}
