//! What does a frame quote? A step of the pass that turns one frame into a quotation: its quoted
//! words, the clause it reports, or both.

use super::pass::Assembly;
use super::state::{Place, Recent, Said};
use crate::quote::attribution::is_adverbial;
use crate::quote::content::{SHARE, is_embedded, is_speech, kind, share};
use crate::quote::cue::nominal;
use crate::quote::frame::{Frame, Rule, add_circumstances, stance};
use crate::quote::quotation::QuotationKind;
use crate::quote::sentence::{Sentence, folded};
use crate::quote::telling::Telling;
use crate::text::Span;

impl Assembly<'_> {
    /// Adds the quotation of a frame. `own` are its quoted elements; `reopened` is the quotation
    /// that continues from the previous block.
    pub fn frame(
        &mut self,
        s: &Sentence,
        frame: &Frame,
        own: &[usize],
        place: Place,
        reopened: Option<usize>,
    ) {
        let marked: Vec<usize> = own
            .iter()
            .copied()
            .filter(|&i| is_speech(s, frame, i))
            .collect();
        let said = Said {
            cue: s.span(frame.cue.clone()),
            speaker: self.speaker(s, frame, place.block),
            telling: telling(s, frame),
        };
        let quotes = marked.iter().filter_map(|&i| s.quote(i));
        let spans: Vec<Span> = quotes.map(|q| s.quotes[q].inner).collect();
        let (Some(&first), Some(&opening)) = (marked.first(), spans.first()) else {
            if frame.indirect {
                let clauses = clauses(s, frame);
                self.push(QuotationKind::Indirect, clauses, said, place);
            }
            return;
        };
        if let Some(open) = reopened.filter(|_| first == 0) {
            self.reopen(open, spans, said, place);
            return;
        }
        if let Some(clause) = clause_around(s, frame, &marked, &spans) {
            let beyond = spans.into_iter().filter(|span| !span.overlaps(clause));
            let spans = std::iter::once(clause).chain(beyond).collect();
            self.push(QuotationKind::Mixed, spans, said, place);
            return;
        }
        self.push(kind(s, first, opening), spans, said, place);
    }

    /// Continues a quotation that the previous block left open.
    fn reopen(&mut self, open: usize, spans: Vec<Span>, said: Said, place: Place) {
        let quotation = &mut self.quotations[open];
        quotation.spans.extend(spans);
        if quotation.speaker.is_none() {
            quotation.speaker = said.speaker;
            quotation.cue = said.cue;
            quotation.telling = said.telling;
        }
        self.recent = Some(Recent {
            quotation: open,
            place,
            marked: true,
        });
    }
}

/// How a frame reports its content.
fn telling(s: &Sentence, frame: &Frame) -> Telling {
    let at = frame.cue.start;
    let verb = || {
        s.elements
            .get(at)
            .and_then(|element| element.cue)
            .map(|cue| cue.sense)
    };
    let sense = match frame.rule {
        Rule::AccordingTo => None,
        Rule::NominalCue => nominal(&folded(s.slice(at))),
        _ => verb(),
    };
    let mut telling = Telling {
        sense,
        stance: stance(s, frame, sense),
        ..Telling::default()
    };
    if frame.rule != Rule::AccordingTo {
        add_circumstances(s, frame, &mut telling);
    }
    telling
}

/// The clauses that a frame reports.
fn clauses(s: &Sentence, frame: &Frame) -> Vec<Span> {
    let content = frame.content.iter();
    content.filter_map(|c| s.span(c.clone())).collect()
}

/// The clause that a frame reports, if most of it is outside quotation marks.
fn clause_around(s: &Sentence, frame: &Frame, marked: &[usize], spans: &[Span]) -> Option<Span> {
    if !frame.after {
        return before_tail(s, frame, marked, spans);
    }
    let clauses = clauses(s, frame);
    let clause = *clauses.first()?;
    let part = frame.clause && share(s, &clauses, spans) < SHARE && is_embedded(s, frame, marked);
    part.then_some(clause)
}

/// "The treaty “is dead,” Kim said": the clause that ends with quoted words before its attribution.
fn before_tail(s: &Sentence, frame: &Frame, marked: &[usize], spans: &[Span]) -> Option<Span> {
    let (content, &mark) = (frame.content.first()?, marked.first()?);
    let clause = s.span(content.clone())?;
    let tail = content.start < mark && mark + 1 == content.end && content.end <= frame.lead;
    let opens = s.is_word(content.start) && !is_adverbial(s, content);
    let inner: Vec<Span> = spans
        .iter()
        .copied()
        .filter(|span| clause.contains(*span))
        .collect();
    (tail && opens && share(s, &[clause], &inner) < SHARE).then_some(clause)
}
