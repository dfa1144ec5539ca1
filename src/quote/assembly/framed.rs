//! What does a frame quote? Its words in marks, the clause it reports, or both.

use super::{Assembly, Place, Recent};
use crate::quote::aside::is_adverbial;
use crate::quote::fragment::{SHARE, is_part, is_speech, share};
use crate::quote::frame::Frame;
use crate::quote::kind::kind;
use crate::quote::sentence::Sentence;
use crate::quote::{QuotationKind, Speaker};
use crate::text::Span;

impl Assembly<'_> {
    /// Adds the quotation of a frame; `own` are the quoted units it holds, `reopened` is the
    /// quotation that goes on from the block before.
    pub(super) fn frame(
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
        let speaker = self.speaker(s, frame, place.block);
        let cue = s.span(frame.cue.clone());
        let quotes = marked.iter().filter_map(|&i| s.quote(i));
        let spans: Vec<Span> = quotes.map(|q| s.quotes[q].inner).collect();
        let (Some(&first), Some(&opening)) = (marked.first(), spans.first()) else {
            if frame.indirect {
                let clauses = clauses(s, frame);
                self.push(QuotationKind::Indirect, clauses, cue, speaker, place);
            }
            return;
        };
        if let Some(open) = reopened.filter(|_| first == 0) {
            self.reopen(open, spans, cue, speaker, place);
            return;
        }
        if let Some(clause) = clause_around(s, frame, &marked, &spans) {
            let beyond = spans.into_iter().filter(|span| !span.overlaps(clause));
            let spans = std::iter::once(clause).chain(beyond).collect();
            self.push(QuotationKind::Mixed, spans, cue, speaker, place);
            return;
        }
        self.push(kind(s, first, opening), spans, cue, speaker, place);
    }

    /// Goes on with a quotation that the block before left open.
    fn reopen(
        &mut self,
        open: usize,
        spans: Vec<Span>,
        cue: Option<Span>,
        speaker: Option<Speaker>,
        place: Place,
    ) {
        let quotation = &mut self.quotations[open];
        quotation.spans.extend(spans);
        if quotation.speaker.is_none() {
            quotation.speaker = speaker;
            quotation.cue = cue;
        }
        self.recent = Some(Recent {
            quotation: open,
            place,
            marked: true,
        });
    }
}

/// The clauses that a frame reports.
fn clauses(s: &Sentence, frame: &Frame) -> Vec<Span> {
    let content = frame.content.iter();
    content.filter_map(|c| s.span(c.clone())).collect()
}

/// The clause that a frame reports, when most of it stands outside its words in marks.
fn clause_around(s: &Sentence, frame: &Frame, marked: &[usize], spans: &[Span]) -> Option<Span> {
    if !frame.after {
        return before_tail(s, frame, marked, spans);
    }
    let clauses = clauses(s, frame);
    let clause = *clauses.first()?;
    let part = frame.clause && share(s, &clauses, spans) < SHARE && is_part(s, frame, marked);
    part.then_some(clause)
}

/// "The treaty “is dead,” Kim said": the clause whose end stands in marks before its attribution.
fn before_tail(s: &Sentence, frame: &Frame, marked: &[usize], spans: &[Span]) -> Option<Span> {
    let (content, &mark) = (frame.content.first()?, marked.first()?);
    let clause = s.span(content.clone())?;
    let tail = content.start < mark && mark + 1 == content.end && content.end <= frame.lead;
    let opens = s.is_word(content.start) && !is_adverbial(s, content);
    (tail && opens && share(s, &[clause], spans) < SHARE).then_some(clause)
}
