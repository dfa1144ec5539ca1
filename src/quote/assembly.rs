//! How do frames and marks become quotations? One pass over the blocks of a document.
//!
//! Each quoted stretch goes to the frame that holds it most closely; a frame without marks reports
//! its clause. What stands in marks alone continues the speech before it, in its paragraph or from
//! the paragraph before; what nothing reports is speech without a speaker, or no speech at all.

use super::antecedent::{Antecedents, Last, is_pronoun};
use super::attribution::frames;
use super::delimiter::{Quoted, quoted};
use super::fragment::{SHARE, is_speech, owners, reported, share};
use super::frame::{Frame, Rule};
use super::kind::{is_sentence, is_title, kind, words};
use super::phrase::Phrase;
use super::sentence::{ItemKind, Sentence, folded, read};
use super::subject::reporter;
use super::{Quotation, QuotationKind, Speaker};
use crate::document::{BlockKind, Document};
use crate::entity::Mention;
use crate::text::Span;

/// A quotation that later marks may continue.
#[derive(Debug, Clone)]
struct Recent {
    /// Its index.
    quotation: usize,
    /// Block and sentence of its last span.
    block: usize,
    sentence: usize,
    /// Whether it has words in marks.
    marked: bool,
}

/// A cue at the end of a paragraph whose quotation is to follow.
#[derive(Debug, Clone)]
struct Announced {
    block: usize,
    speaker: Option<Speaker>,
    cue: Option<Span>,
}

/// How many quotations back one that is still open is looked for.
const NEAR: usize = 8;

/// The pass over a document.
pub struct Assembly<'a> {
    document: &'a Document,
    mentions: &'a [Mention],
    antecedents: Antecedents<'a>,
    quotations: Vec<Quotation>,
    recent: Option<Recent>,
    last: Option<Last>,
    announced: Option<Announced>,
    /// The quotation whose closing mark did not stand in the block before.
    open: Option<usize>,
}

impl<'a> Assembly<'a> {
    /// The quotations of a document.
    pub fn run(document: &'a Document, mentions: &'a [Mention]) -> Vec<Quotation> {
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
        for (index, quotes) in quoted.iter().enumerate() {
            if is_read(document.blocks[index].kind) {
                assembly.block(index, quotes);
            }
        }
        assembly.finish()
    }

    fn finish(mut self) -> Vec<Quotation> {
        for quotation in &mut self.quotations {
            quotation.spans.sort_unstable();
            quotation.spans.dedup();
        }
        self.quotations.retain(|q| !q.spans.is_empty());
        self.quotations.sort_by_key(|q| (q.spans[0], q.kind));
        self.quotations
    }

    fn block(&mut self, index: usize, quotes: &[Quoted]) {
        let block = &self.document.blocks[index];
        let (items, ranges) = read(self.document, block, quotes);
        let reopened = self
            .open
            .take()
            .filter(|_| items.first().is_some_and(|i| i.kind == ItemKind::Quote(0)));
        for (n, range) in ranges.iter().enumerate() {
            let sentence = Sentence {
                text: &self.document.text,
                items: &items[range.clone()],
                quotes,
            };
            let reopened = if n == 0 { reopened } else { None };
            self.sentence(&sentence, index, n, reopened);
        }
        if let Some(range) = ranges.last() {
            let sentence = Sentence {
                text: &self.document.text,
                items: &items[range.clone()],
                quotes,
            };
            self.announce(&sentence, index);
        }
    }

    fn sentence(&mut self, s: &Sentence, block: usize, n: usize, reopened: Option<usize>) {
        let frames = frames(s);
        let owners = owners(s, &frames);
        let mut taken = vec![false; s.items.len()];
        for (f, frame) in frames.iter().enumerate() {
            let own: Vec<usize> = (0..s.items.len())
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
                self.frame(s, frame, &own, block, n, reopened);
            }
            for i in own {
                taken[i] = true;
            }
        }
        for (i, taken) in taken.iter().enumerate() {
            if let Some(q) = s.quote(i).filter(|_| !taken) {
                self.lone(s, i, s.quotes[q], block, n, reopened.filter(|_| i == 0));
            }
        }
        if let Some(q) = s
            .items
            .last()
            .and_then(|_| s.quote(s.items.len() - 1))
            .filter(|&q| !s.quotes[q].closed)
        {
            let inner = s.quotes[q].inner;
            let count = self.quotations.len();
            self.open = (count.saturating_sub(NEAR)..count)
                .rev()
                .find(|&n| self.quotations[n].spans.contains(&inner));
        }
    }

    /// The quotation of a frame; `own` are the quoted items it holds.
    fn frame(
        &mut self,
        s: &Sentence,
        frame: &Frame,
        own: &[usize],
        block: usize,
        n: usize,
        reopened: Option<usize>,
    ) -> Option<usize> {
        let marked: Vec<usize> = own
            .iter()
            .copied()
            .filter(|&i| is_speech(s, frame, i))
            .collect();
        let speaker = self.speaker(s, frame, block);
        let cue = s.span(frame.cue.clone());
        if marked.is_empty() {
            if !frame.indirect {
                return None;
            }
            let spans: Vec<Span> = frame
                .content
                .iter()
                .filter_map(|c| s.span(c.clone()))
                .collect();
            return self.push(
                QuotationKind::Indirect,
                spans,
                cue,
                speaker,
                (block, n, false),
            );
        }
        let spans: Vec<Span> = marked
            .iter()
            .filter_map(|&i| s.quote(i))
            .map(|q| s.quotes[q].inner)
            .collect();
        if let Some(open) = reopened.filter(|_| marked[0] == 0) {
            let quotation = &mut self.quotations[open];
            quotation.spans.extend(spans);
            if quotation.speaker.is_none() {
                quotation.speaker = speaker;
                quotation.cue = cue;
            }
            self.recent = Some(Recent {
                quotation: open,
                block,
                sentence: n,
                marked: true,
            });
            return Some(open);
        }
        let first = s.quote(marked[0]).map(|q| s.quotes[q].inner)?;
        let kind = kind(s, marked[0], first);
        if frame.after && frame.indirect {
            let clauses: Vec<Span> = frame
                .content
                .iter()
                .filter_map(|c| s.span(c.clone()))
                .collect();
            if let Some(clause) = clauses
                .first()
                .filter(|_| share(s, &clauses, &spans) < SHARE)
                && let Some(reported) = reported(s, frame, *clause, &marked)
            {
                self.push(
                    QuotationKind::Indirect,
                    vec![reported],
                    cue,
                    speaker.clone(),
                    (block, n, false),
                );
            }
        }
        self.push(kind, spans, cue, speaker, (block, n, true))
    }

    fn push(
        &mut self,
        kind: QuotationKind,
        spans: Vec<Span>,
        cue: Option<Span>,
        speaker: Option<Speaker>,
        at: (usize, usize, bool),
    ) -> Option<usize> {
        let spans: Vec<Span> = spans.into_iter().filter(|s| !s.is_empty()).collect();
        let within = |inner: Span| spans.iter().any(|span| span.overlaps(inner));
        if spans.is_empty() || cue.is_some_and(within) {
            return None;
        }
        // Who is named inside the content cannot be who says it.
        let speaker = speaker.filter(|s| !s.span.is_some_and(within));
        if let Some(mention) = speaker.as_ref().and_then(|s| s.mention) {
            self.last = Some(Last {
                mention,
                block: at.0,
            });
        }
        self.quotations.push(Quotation {
            kind,
            spans,
            cue,
            speaker,
        });
        let quotation = self.quotations.len() - 1;
        self.recent = Some(Recent {
            quotation,
            block: at.0,
            sentence: at.1,
            marked: at.2,
        });
        Some(quotation)
    }

    /// A quoted stretch that no frame of its sentence holds.
    fn lone(
        &mut self,
        s: &Sentence,
        i: usize,
        quote: Quoted,
        block: usize,
        n: usize,
        reopened: Option<usize>,
    ) {
        let inner = quote.inner.slice(s.text);
        if let Some(open) = reopened {
            self.quotations[open].spans.push(quote.inner);
            self.recent = Some(Recent {
                quotation: open,
                block,
                sentence: n,
                marked: true,
            });
            return;
        }
        let alone = s.items.iter().all(|item| item.kind != ItemKind::Word);
        let announced = self
            .announced
            .take()
            .filter(|a| a.block + 1 == block && n == 0 && i == 0);
        if let Some(announced) = announced.filter(|_| words(inner) >= 2) {
            self.push(
                QuotationKind::Direct,
                vec![quote.inner],
                announced.cue,
                announced.speaker,
                (block, n, true),
            );
            return;
        }
        let kind = kind(s, i, quote.inner);
        if !is_sentence(inner)
            || is_title(inner)
            || !alone && (kind != QuotationKind::Direct || words(inner) < 5)
        {
            return;
        }
        if i > 0 && s.is_mark(i - 1, &[':']) && !alone {
            let speaker =
                reporter(s, i).map(|phrase| self.resolved(s, &phrase, Rule::Announced, block));
            self.push(kind, vec![quote.inner], None, speaker, (block, n, true));
        } else {
            self.floating(quote.inner, kind, block, n, i == 0);
        }
    }

    /// A quotation by itself: it continues the one before it, or nobody is known to say it.
    fn floating(&mut self, inner: Span, kind: QuotationKind, block: usize, n: usize, first: bool) {
        let recent = self.recent.clone();
        let near = recent
            .as_ref()
            .filter(|r| r.block == block && r.sentence + 1 >= n && first);
        if let Some(near) = near.filter(|r| r.marked) {
            self.quotations[near.quotation].spans.push(inner);
            self.recent = Some(Recent {
                sentence: n,
                ..near.clone()
            });
            return;
        }
        let far = recent
            .as_ref()
            .filter(|r| r.block + 1 == block && n == 0 && first && r.marked);
        let speaker = match (near, far) {
            (Some(r), _) => self.inherited(r.quotation, Rule::Continued),
            (_, Some(r)) => self.inherited(r.quotation, Rule::ContinuedParagraph),
            _ => None,
        };
        self.push(kind, vec![inner], None, speaker, (block, n, true));
    }

    /// The speaker of an earlier quotation, inferred for a later one.
    fn inherited(&self, quotation: usize, rule: Rule) -> Option<Speaker> {
        let earlier = self.quotations.get(quotation)?.speaker.as_ref()?;
        earlier.mention.map(|mention| Speaker {
            span: None,
            mention: Some(mention),
            rule: rule.name().to_owned(),
            confidence: rule.confidence() * earlier.confidence,
        })
    }

    fn speaker(&self, s: &Sentence, frame: &Frame, block: usize) -> Option<Speaker> {
        frame
            .speaker
            .as_ref()
            .map(|phrase| self.resolved(s, phrase, frame.rule, block))
    }

    /// A speaker phrase with the mention it names.
    fn resolved(&self, s: &Sentence, phrase: &Phrase, rule: Rule, block: usize) -> Speaker {
        let span = s
            .span(phrase.items.clone())
            .map(|span| without_genitive(s.text, span));
        let mention = match span {
            Some(span) if is_pronoun(phrase) => {
                let word = folded(span.slice(s.text));
                self.antecedents.of_pronoun(&word, span, block, self.last)
            }
            _ => self.antecedents.named(s, phrase),
        };
        let known = mention.filter(|&m| (m as usize) < self.mentions.len());
        let doubt = if is_pronoun(phrase) && known.is_some() {
            0.9
        } else {
            1.0
        };
        Speaker {
            span,
            mention: known,
            rule: rule.name().to_owned(),
            confidence: rule.confidence() * doubt,
        }
    }

    /// Remembers a cue that ends its paragraph: "Kim stated:".
    fn announce(&mut self, s: &Sentence, block: usize) {
        self.announced = None;
        let end = s.items.len();
        if end < 2 || !s.is_mark(end - 1, &[':', ',']) {
            return;
        }
        let cue = (0..end)
            .rev()
            .find(|&i| s.items[i].cue.is_some_and(|c| !c.noun) && !s.items[i].capital);
        if cue.is_none() && !s.is_mark(end - 1, &[':']) {
            return;
        }
        let phrase = reporter(s, cue.unwrap_or(end - 1));
        let speaker = phrase.map(|phrase| self.resolved(s, &phrase, Rule::Announced, block));
        if let Some(mention) = speaker.as_ref().and_then(|s| s.mention) {
            self.last = Some(Last { mention, block });
        }
        self.announced = Some(Announced {
            block,
            speaker,
            cue: cue.and_then(|i| s.span(i..i + 1)),
        });
    }
}

fn is_read(kind: BlockKind) -> bool {
    !matches!(
        kind,
        BlockKind::Title | BlockKind::Heading | BlockKind::Meta
    )
}

/// The quoted stretches of each block.
fn quoted_blocks(document: &Document) -> Vec<Vec<Quoted>> {
    let mut open = false;
    let blocks = document.blocks.iter().map(|block| {
        let quotes = quoted(&document.text, block.span, open);
        open = quotes.last().is_some_and(|q| !q.closed);
        quotes
    });
    blocks.collect()
}

fn without_genitive(text: &str, span: Span) -> Span {
    let slice = span.slice(text);
    let cut = ["’s", "'s"]
        .iter()
        .find(|e| slice.ends_with(**e))
        .map_or(0, |e| e.len());
    Span {
        start: span.start,
        end: span.end - cut as u32,
    }
}
