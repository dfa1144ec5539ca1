//! How is the text of the article written? A composer that carries out a plan as edits.
//!
//! A [`Plan`] says which lines make which block, and in what order. [`composed`] carries it out as
//! edits of the page's text, so that each change is recorded and can be undone.

use super::hyphen::Hyphens;
use super::page::Page;
use super::plan::{Draft, Plan};
use crate::clean::edit::{Cause, Edit};
use crate::clean::source_map::MappedText;
use crate::document::OperationKind::{Character, Layout, Move, Removal};
use crate::document::{Block, BlockKind, Operation};
use crate::order;
use crate::text::Span;

/// The separator of two blocks.
const BETWEEN: &str = "\n\n";

/// The text of an article, its blocks, and the operations that made it from the raw text.
pub struct Composed {
    pub text: String,
    pub blocks: Vec<Block>,
    pub operations: Vec<Operation>,
}

/// Carries out the plan of a page. `source` is the page's text with its map to `raw`.
pub fn composed(plan: &Plan, page: &Page, source: &MappedText, raw: &str) -> Composed {
    let (edits, moved) = Edits::new(plan, page).all();
    let mapped = source.edited(edits);
    let mut operations = mapped.operations(raw);
    let mut moved = moved.into_iter();
    for operation in &mut operations {
        if operation.kind != Move || !operation.raw.is_empty() {
            continue;
        }
        let Some(draft) = moved.next() else { break };
        let region = region(page, draft);
        operation.from = Some(source.origin(region));
        let within = inner(page, draft, &Hyphens::new(page.text));
        let within = within.into_iter().map(|edit| Edit {
            span: Span::new(
                (edit.span.start - region.start) as usize,
                (edit.span.end - region.start) as usize,
            ),
            ..edit
        });
        operation.within = source.part(region).edited(within.collect()).operations(raw);
    }
    Composed {
        blocks: blocks(plan, &mapped.text),
        text: mapped.text,
        operations,
    }
}

/// The text that a plan makes, without operations.
pub fn text_of(plan: &Plan, page: &Page) -> String {
    let hyphens = Hyphens::new(page.text);
    let texts: Vec<String> = plan
        .drafts
        .iter()
        .map(|draft| block_text(page, draft, &hyphens))
        .collect();
    texts.join(BETWEEN)
}

/// The blocks of a text that a plan made. Blank lines separate them and occur nowhere else.
fn blocks(plan: &Plan, text: &str) -> Vec<Block> {
    let mut start = 0;
    let parts = text.split(BETWEEN).filter(|part| !part.is_empty());
    plan.drafts
        .iter()
        .zip(parts)
        .map(|(draft, part)| {
            let span = Span::new(start, start + part.len());
            start += part.len() + BETWEEN.len();
            Block {
                kind: draft.kind,
                level: draft.level,
                span,
            }
        })
        .collect()
}

/// The part of the page's text that a block is made of, including the mark before its first line.
fn region(page: &Page, draft: &Draft) -> Span {
    let (first, last) = (
        &page.lines[draft.lines.start],
        &page.lines[draft.lines.end - 1],
    );
    Span {
        start: if first.is_marked() {
            first.full.start
        } else {
            first.body.start
        },
        end: last.body.end,
    }
}

/// The edits inside a block: the mark is removed, lines are joined, runs of spaces reduced to one.
fn inner(page: &Page, draft: &Draft, hyphens: &Hyphens) -> Vec<Edit> {
    let mut edits = Vec::new();
    for at in draft.lines.clone() {
        let line = &page.lines[at];
        if at > draft.lines.start {
            edits.push(hyphens.join(page.text, page.lines[at - 1].body, line.body));
        } else if let Some(rule) = line.mark.rule() {
            let mark = Span {
                start: line.full.start,
                end: line.body.start,
            };
            edits.push(Edit::new(mark, "", Cause::sure(Character, rule)));
        }
        let body = line.body.slice(page.text);
        let mut from = 0;
        while let Some(start) = blanks(body.as_bytes(), from) {
            let end = body[start..]
                .find(|c| c != ' ')
                .map_or(body.len(), |n| start + n);
            let blanks = Span::new(start, end).shifted(line.body.start as usize);
            edits.push(Edit::new(blanks, " ", Cause::sure(Layout, "blanks")));
            from = end;
        }
    }
    edits
}

/// The offset of the first two adjacent spaces, from `from` on.
fn blanks(bytes: &[u8], from: usize) -> Option<usize> {
    const CHUNK: usize = 64;
    let left = bytes.get(from..)?;
    let right = left.get(1..)?;
    // Whole chunks at a time, so that the compiler can vectorize the comparison.
    let apart = |(left, right): &(&[u8], &[u8])| {
        let pairs = left.iter().zip(*right);
        !pairs.fold(false, |found, (a, b)| found | ((*a == b' ') & (*b == b' ')))
    };
    let chunks = left.chunks(CHUNK).zip(right.chunks(CHUNK));
    let skipped = CHUNK * chunks.take_while(apart).count();
    (skipped..right.len())
        .find(|&at| left[at] == b' ' && right[at] == b' ')
        .map(|at| from + at)
}

/// The text of a block.
fn block_text(page: &Page, draft: &Draft, hyphens: &Hyphens) -> String {
    let region = region(page, draft);
    let mut text = String::with_capacity(region.len());
    let mut at = region.start;
    for edit in inner(page, draft, hyphens) {
        text.push_str(
            Span {
                start: at,
                end: edit.span.start,
            }
            .slice(page.text),
        );
        text.push_str(&edit.after);
        at = edit.span.end;
    }
    text.push_str(
        Span {
            start: at,
            end: region.end,
        }
        .slice(page.text),
    );
    text
}

/// A part of the page, in page order.
enum Region {
    /// A block that stays in place.
    Block(usize),
    /// A block that is moved.
    Moved(usize),
    /// A line that is not part of the article.
    Removed(&'static str),
}

/// The edits that carry out a plan.
struct Edits<'a> {
    plan: &'a Plan,
    page: &'a Page<'a>,
    hyphens: Hyphens<'a>,
    edits: Vec<Edit>,
    moved: Vec<&'a Draft>,
}

impl<'a> Edits<'a> {
    fn new(plan: &'a Plan, page: &'a Page<'a>) -> Self {
        Self {
            plan,
            page,
            hyphens: Hyphens::new(page.text),
            edits: Vec::new(),
            moved: Vec::new(),
        }
    }

    /// All edits in order, and the moved blocks in the order of their insertion.
    fn all(mut self) -> (Vec<Edit>, Vec<&'a Draft>) {
        let parts = self.parts();
        let mut gap: Vec<(Span, Region)> = Vec::new();
        let (mut at, mut last) = (0, None);
        for (span, part) in parts {
            let Region::Block(draft) = part else {
                gap.push((span, part));
                continue;
            };
            self.between(at, span.start, std::mem::take(&mut gap), last, Some(draft));
            let inner = inner(self.page, &self.plan.drafts[draft], &self.hyphens);
            self.edits.extend(inner);
            (at, last) = (span.end, Some(draft));
        }
        self.between(at, self.page.text.len() as u32, gap, last, None);
        (self.edits, self.moved)
    }

    /// The parts of the page, each with its span.
    fn parts(&self) -> Vec<(Span, Region)> {
        let kept = self.plan.in_place();
        let mut starts: Vec<(usize, usize)> = self
            .plan
            .drafts
            .iter()
            .enumerate()
            .map(|(n, draft)| (draft.lines.start, n))
            .collect();
        order::sort(&mut starts);
        let mut starts = starts.into_iter().peekable();
        let mut parts = Vec::new();
        let mut at = 0;
        while at < self.page.lines.len() {
            if let Some((_, n)) = starts.next_if(|&(start, _)| start == at) {
                let draft = &self.plan.drafts[n];
                let part = if kept[n] {
                    Region::Block(n)
                } else {
                    Region::Moved(n)
                };
                parts.push((region(self.page, draft), part));
                at = draft.lines.end;
            } else {
                let reason = self.page.reason(at).unwrap_or("boilerplate");
                parts.push((
                    self.page.lines[at].full.trimmed(self.page.text),
                    Region::Removed(reason),
                ));
                at += 1;
            }
        }
        parts
    }

    /// Edits the page between the blocks `last` and `next`: one blank line remains, and blocks
    /// moved here are inserted.
    fn between(
        &mut self,
        from: u32,
        to: u32,
        gap: Vec<(Span, Region)>,
        last: Option<usize>,
        next: Option<usize>,
    ) {
        let mut blanks: Vec<Span> = Vec::with_capacity(gap.len() + 1);
        let mut at = from;
        for (span, _) in &gap {
            blanks.push(Span {
                start: at,
                end: span.start,
            });
            at = span.end;
        }
        blanks.push(Span { start: at, end: to });
        let inside = last.is_some() && next.is_some();
        let fits = |blank: &Span| blank.slice(self.page.text) == BETWEEN;
        let parting = inside.then(|| blanks.iter().position(fits).unwrap_or(0));
        let mut gap = gap.into_iter();
        for (n, blank) in blanks.into_iter().enumerate() {
            let wanted = if parting == Some(n) { BETWEEN } else { "" };
            if blank.slice(self.page.text) != wanted {
                self.edits
                    .push(Edit::new(blank, wanted, Cause::sure(Layout, "blank-lines")));
            }
            if parting.unwrap_or(0) == n {
                self.put_in(blank.end, last, next);
            }
            match gap.next() {
                Some((span, Region::Removed(reason))) => {
                    self.edits
                        .push(Edit::new(span, "", Cause::sure(Removal, reason)));
                }
                Some((span, Region::Moved(draft))) => {
                    let cause = Cause::sure(Move, rule(self.plan.drafts[draft].kind));
                    self.edits.push(Edit::new(span, "", cause));
                }
                Some((_, Region::Block(_))) | None => {}
            }
        }
    }

    /// Inserts the moved blocks that belong between the blocks `last` and `next`.
    fn put_in(&mut self, at: u32, last: Option<usize>, next: Option<usize>) {
        let first = last.map_or(0, |n| n + 1);
        let end = next.unwrap_or(self.plan.drafts.len());
        let place = Span { start: at, end: at };
        let part = || Edit::new(place, BETWEEN, Cause::sure(Layout, "blank-lines"));
        for (n, draft) in self.plan.drafts[first..end].iter().enumerate() {
            if next.is_none() && (last.is_some() || n > 0) {
                self.edits.push(part());
            }
            let text = block_text(self.page, draft, &self.hyphens);
            self.edits
                .push(Edit::new(place, text, Cause::sure(Move, rule(draft.kind))));
            self.moved.push(draft);
            if next.is_some() {
                self.edits.push(part());
            }
        }
    }
}

/// The rule that moves a block of a kind.
fn rule(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Title => "title-first",
        BlockKind::Caption => "caption-last",
        _ if kind.is_about() => "meta-last",
        _ => "block-order",
    }
}
