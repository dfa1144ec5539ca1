//! Who is the speaker of a frame, and whom does the end of a paragraph announce? Steps of the pass.

use super::pass::Assembly;
use super::state::{Announced, Said};
use crate::entity::LastSpeaker;
use crate::quote::frame::{Frame, Rule};
use crate::quote::quotation::Speaker;
use crate::quote::sentence::{Phrase, Sentence, folded};
use crate::quote::speaker::{is_pronoun, named, reporter};
use crate::quote::telling::Telling;
use crate::text::{Span, without_possessive};

impl Assembly<'_> {
    /// The speaker of a frame, if it has one.
    pub fn speaker(&self, s: &Sentence, frame: &Frame, block: usize) -> Option<Speaker> {
        frame
            .speaker
            .as_ref()
            .map(|phrase| self.resolved(s, phrase, frame.rule, block))
    }

    /// The speaker that a phrase names, with its mention if that is found.
    pub fn resolved(&self, s: &Sentence, phrase: &Phrase, rule: Rule, block: usize) -> Speaker {
        let span = s
            .span(phrase.elements.clone())
            .map(|span| without_genitive(s.text, span));
        let mention = match span {
            Some(span) if is_pronoun(phrase) => {
                let word = folded(span.slice(s.text));
                let of = self.antecedents.of_pronoun(&word, span, block, self.last);
                of.map(|antecedent| antecedent.mention)
            }
            _ => named(&self.antecedents, s, phrase),
        };
        let known = mention.filter(|&m| (m as usize) < self.mentions.len());
        Speaker {
            span,
            mention: known,
            rule: rule.name().to_owned(),
            confidence: rule.confidence(),
        }
    }

    /// Remembers a cue at the end of its paragraph: "Kim stated:".
    pub fn announce(&mut self, s: &Sentence, block: usize) {
        self.announced = None;
        let end = s.elements.len();
        if end < 2 || !s.is_mark(end - 1, &[':', ',']) {
            return;
        }
        let cue = (0..end)
            .rev()
            .find(|&i| s.elements[i].cue.is_some_and(|c| !c.noun) && !s.elements[i].capital);
        if cue.is_none() && !s.is_mark(end - 1, &[':']) {
            return;
        }
        let phrase = reporter(s, cue.unwrap_or(end - 1));
        let speaker = phrase.map(|phrase| self.resolved(s, &phrase, Rule::Announced, block));
        if let Some(mention) = speaker.as_ref().and_then(|s| s.mention) {
            self.last = Some(LastSpeaker { mention, block });
        }
        self.announced = Some(Announced {
            block,
            said: Said {
                speaker,
                cue: cue.and_then(|i| s.span(i..i + 1)),
                telling: Telling {
                    sense: cue.and_then(|i| s.elements[i].cue).map(|cue| cue.sense),
                    ..Telling::default()
                },
            },
        });
    }
}

/// A span without the possessive ending of its last word.
fn without_genitive(text: &str, span: Span) -> Span {
    let start = span.start as usize;
    Span::new(start, start + without_possessive(span.slice(text)).len())
}
