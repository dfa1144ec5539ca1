//! How do frames and quoted spans become quotations? A pass over the blocks of a document.
//!
//! Each quoted span belongs to the nearest frame; a frame without one reports its clause. A quoted
//! span without a frame continues the speech before it, in its paragraph or from the paragraph
//! before; if nothing reports it, it is speech without a speaker, or no speech at all (`framed`,
//! `lone`). `resolution` finds the speakers.

use super::state::{Announced, Place, Recent, Said};
use crate::document::{BlockKind, Document};
use crate::entity::{Antecedents, LastSpeaker, Mention};
use crate::order;
use crate::quote::attribution::frames;
use crate::quote::content::owners;
use crate::quote::frame::Rule;
use crate::quote::marks::{Quoted, is_mark, quoted};
use crate::quote::quotation::{Quotation, QuotationKind, Speaker};
use crate::quote::sentence::{ElementKind, Sentence, read};
use crate::quote::speaker::turns;
use crate::quote::telling::Telling;
use crate::text::Span;

/// How many of the latest quotations may still be open.
const NEAR: usize = 8;

/// The quotations of a document, ordered by their first span.
///
/// `mentions` are those of the same document, in text order.
pub fn quotations(document: &Document, mentions: &[Mention]) -> Vec<Quotation> {
    Assembly::run(document, mentions)
}

/// The state of the pass over a document.
pub struct Assembly<'a> {
    pub document: &'a Document,
    pub mentions: &'a [Mention],
    pub antecedents: Antecedents<'a>,
    pub quotations: Vec<Quotation>,
    pub recent: Option<Recent>,
    pub last: Option<LastSpeaker>,
    pub announced: Option<Announced>,
    /// The quotation whose closing mark was missing in the previous block.
    open: Option<usize>,
}

impl<'a> Assembly<'a> {
    /// Runs the pass.
    fn run(document: &'a Document, mentions: &'a [Mention]) -> Vec<Quotation> {
        let quoted = quoted_blocks(document);
        let marked = quoted.iter().flatten().map(|q| q.outer).collect();
        let mut assembly = Self {
            document,
            mentions,
            antecedents: Antecedents::new(document, mentions, marked),
            quotations: Vec::new(),
            recent: None,
            last: None,
            announced: None,
            open: None,
        };
        for turn in turns(document, mentions) {
            assembly.quotations.push(Quotation {
                kind: QuotationKind::Direct,
                spans: turn.spans,
                cue: None,
                speaker: Some(Speaker {
                    span: Some(turn.label),
                    mention: turn.mention,
                    rule: Rule::Turn.name().to_owned(),
                    confidence: Rule::Turn.confidence(),
                }),
                telling: Telling::default(),
            });
        }
        for (index, quotes) in quoted.iter().enumerate() {
            if is_read(document.blocks[index].kind) {
                assembly.block(index, quotes);
            }
        }
        assembly.finish()
    }

    /// The quotations in their final order, with spans sorted and joined.
    fn finish(mut self) -> Vec<Quotation> {
        for quotation in &mut self.quotations {
            order::sort(&mut quotation.spans);
            quotation.spans.dedup();
            join_paragraphs(&self.document.text, &mut quotation.spans);
        }
        self.quotations.retain(|q| !q.spans.is_empty());
        order::sort_by_key(&mut self.quotations, |q| (q.spans[0], q.kind));
        self.quotations
    }

    /// Adds the quotations of a block.
    fn block(&mut self, index: usize, quotes: &[Quoted]) {
        let block = &self.document.blocks[index];
        let (elements, ranges) = read(self.document, block, quotes);
        let reopened = self.open.take().filter(|_| {
            elements
                .first()
                .is_some_and(|i| i.kind == ElementKind::Quote(0))
        });
        for (n, range) in ranges.iter().enumerate() {
            let sentence = Sentence {
                text: &self.document.text,
                elements: &elements[range.clone()],
                quotes,
            };
            let reopened = if n == 0 { reopened } else { None };
            let place = Place {
                block: index,
                sentence: n,
            };
            self.sentence(&sentence, place, reopened);
        }
        if let Some(range) = ranges.last() {
            let sentence = Sentence {
                text: &self.document.text,
                elements: &elements[range.clone()],
                quotes,
            };
            self.announce(&sentence, index);
        }
    }

    /// Adds the quotations of a sentence: first those of frames, then quoted spans without a frame.
    fn sentence(&mut self, s: &Sentence, place: Place, reopened: Option<usize>) {
        let frames = frames(s);
        let owners = owners(s, &frames);
        let mut taken = vec![false; s.elements.len()];
        for (f, frame) in frames.iter().enumerate() {
            let own: Vec<usize> = (0..s.elements.len())
                .filter(|&i| owners[i] == Some(f))
                .collect();
            let outer = frame.rule == Rule::AccordingTo
                && frame
                    .content
                    .iter()
                    .cloned()
                    .flatten()
                    .any(|i| owners[i].is_some_and(|o| o != f));
            if !outer {
                self.frame(s, frame, &own, place, reopened);
            }
            for i in own {
                taken[i] = true;
            }
        }
        for (i, taken) in taken.iter().enumerate() {
            if let Some(q) = s.quote(i).filter(|_| !taken) {
                self.lone(s, i, s.quotes[q], place, reopened.filter(|_| i == 0));
            }
        }
        if let Some(q) = s
            .elements
            .last()
            .and_then(|_| s.quote(s.elements.len() - 1))
            .filter(|&q| !s.quotes[q].closed)
        {
            let inner = s.quotes[q].inner;
            let count = self.quotations.len();
            self.open = (count.saturating_sub(NEAR)..count)
                .rev()
                .find(|&n| self.quotations[n].spans.contains(&inner));
        }
    }

    /// Adds a quotation, unless it has no content or its cue overlaps its content.
    pub fn push(&mut self, kind: QuotationKind, spans: Vec<Span>, said: Said, place: Place) {
        let Said {
            cue,
            speaker,
            mut telling,
        } = said;
        let spans: Vec<Span> = spans.into_iter().filter(|s| !s.is_empty()).collect();
        let within = |inner: Span| spans.iter().any(|span| span.overlaps(inner));
        if spans.is_empty() || cue.is_some_and(within) {
            return;
        }
        // A name inside the content cannot be the speaker.
        let speaker = speaker.filter(|s| !s.span.is_some_and(within));
        for part in [
            &mut telling.addressee,
            &mut telling.medium,
            &mut telling.time,
        ] {
            *part = part.filter(|&span| !within(span));
        }
        if let Some(mention) = speaker.as_ref().and_then(|s| s.mention) {
            self.last = Some(LastSpeaker {
                mention,
                block: place.block,
            });
        }
        self.quotations.push(Quotation {
            kind,
            spans,
            cue,
            speaker,
            telling,
        });
        self.recent = Some(Recent {
            quotation: self.quotations.len() - 1,
            place,
            marked: kind != QuotationKind::Indirect,
        });
    }
}

/// Joins spans that only the end of a paragraph and quotation marks separate: the speaker
/// continued.
fn join_paragraphs(text: &str, spans: &mut Vec<Span>) {
    spans.dedup_by(|next, span| {
        let between = text.get(span.end as usize..next.start as usize);
        let joined = between.is_some_and(|between| {
            between.contains('\n') && between.chars().all(|c| c.is_whitespace() || is_mark(c))
        });
        if joined {
            span.end = next.end;
        }
        joined
    });
}

fn is_read(kind: BlockKind) -> bool {
    !kind.is_about() && !matches!(kind, BlockKind::Title | BlockKind::Heading)
}

/// The quoted spans of each block.
fn quoted_blocks(document: &Document) -> Vec<Vec<Quoted>> {
    let mut open = false;
    let blocks = document.blocks.iter().map(|block| {
        let quotes = quoted(&document.text, block.span, open);
        open = quotes.last().is_some_and(|q| !q.closed);
        quotes
    });
    blocks.collect()
}
