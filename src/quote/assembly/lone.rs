//! Who says quoted words that belong to no frame? A step of the pass: they are announced, continue
//! a quotation, have no known speaker, or are not speech.

use super::pass::Assembly;
use super::state::{Place, Recent, Said};
use crate::quote::content::kind;
use crate::quote::frame::Rule;
use crate::quote::marks::{Quoted, is_exclaimed, is_sentence, is_title, words};
use crate::quote::quotation::{QuotationKind, Speaker};
use crate::quote::sentence::{ElementKind, Sentence};
use crate::quote::speaker::reporter;
use crate::text::Span;

impl Assembly<'_> {
    /// Handles a quoted span that belongs to no frame of its sentence.
    pub fn lone(
        &mut self,
        s: &Sentence,
        i: usize,
        quote: Quoted,
        place: Place,
        reopened: Option<usize>,
    ) {
        let inner = quote.inner.slice(s.text);
        if let Some(open) = reopened {
            self.quotations[open].spans.push(quote.inner);
            self.recent = Some(Recent {
                quotation: open,
                place,
                marked: true,
            });
            return;
        }
        let alone = s
            .elements
            .iter()
            .all(|element| element.kind != ElementKind::Word);
        let announced = self
            .announced
            .take()
            .filter(|a| a.block + 1 == place.block && place.sentence == 0 && i == 0);
        if let Some(announced) = announced.filter(|_| words(inner) >= 2) {
            self.push(
                QuotationKind::Direct,
                vec![quote.inner],
                announced.said,
                place,
            );
            return;
        }
        let kind = kind(s, i, quote.inner);
        if i == 0 && is_exclaimed(inner) && self.follows(place) {
            self.floating(quote.inner, QuotationKind::Direct, place, true);
            return;
        }
        let announced = i > 0 && s.is_mark(i - 1, &[':']) && words(inner) >= 2;
        if !is_sentence(inner)
            || is_title(inner)
            || !alone && !announced && (kind != QuotationKind::Direct || words(inner) < 5)
        {
            return;
        }
        if i > 0 && s.is_mark(i - 1, &[':']) && !alone {
            let speaker = reporter(s, i)
                .map(|phrase| self.resolved(s, &phrase, Rule::Announced, place.block));
            self.push(kind, vec![quote.inner], by(speaker), place);
        } else {
            self.floating(quote.inner, kind, place, i == 0);
        }
    }

    /// Whether the latest quotation is direct and in this sentence or the one before, in the same
    /// block.
    fn follows(&self, place: Place) -> bool {
        self.recent.as_ref().is_some_and(|r| {
            r.place.block == place.block
                && r.place.sentence + 1 >= place.sentence
                && self.quotations[r.quotation].kind == QuotationKind::Direct
        })
    }

    /// Adds a quotation by itself: it continues the one before it, or its speaker is inherited or
    /// unknown.
    fn floating(&mut self, inner: Span, kind: QuotationKind, place: Place, first: bool) {
        let recent = self.recent.clone();
        let near = recent.as_ref().filter(|r| {
            r.place.block == place.block && r.place.sentence + 1 >= place.sentence && first
        });
        let whole = |r: &&Recent| self.quotations[r.quotation].kind == QuotationKind::Direct;
        if let Some(near) = near.filter(whole) {
            self.quotations[near.quotation].spans.push(inner);
            self.recent = Some(Recent {
                place,
                ..near.clone()
            });
            return;
        }
        let far = recent.as_ref().filter(|r| {
            r.place.block + 1 == place.block && place.sentence == 0 && first && r.marked
        });
        let speaker = match (near, far) {
            (Some(r), _) => self.inherited(r.quotation, Rule::Continued),
            (_, Some(r)) => self.inherited(r.quotation, Rule::ContinuedParagraph),
            _ => None,
        };
        self.push(kind, vec![inner], by(speaker), place);
    }

    /// The speaker of an earlier quotation, inferred for a later one.
    fn inherited(&self, quotation: usize, rule: Rule) -> Option<Speaker> {
        let earlier = self.quotations.get(quotation)?.speaker.as_ref()?;
        let unnamed = earlier.mention.is_none();
        if unnamed && earlier.rule == Rule::PronounSubject.name() {
            return None;
        }
        Some(Speaker {
            // If the words resolve to no mention, they are all that is known of the speaker.
            span: earlier.span.filter(|_| unnamed),
            mention: earlier.mention,
            rule: rule.name().to_owned(),
            confidence: rule.confidence() * earlier.confidence,
        })
    }
}

/// The attribution of a quotation of which only the speaker is known.
fn by(speaker: Option<Speaker>) -> Said {
    Said {
        speaker,
        ..Said::default()
    }
}
