//! Which blocks make the text of the article? Kept lines joined, captions and meta last.

use super::block::{Mark, is_headline, levels};
use super::margin::Margin;
use super::page::{Fate, Page};
use super::trace::{Change, Traced};
use crate::document::{Block, BlockKind, Repair};
use crate::text::Span;

/// The most words a heading inside an article has.
const HEADING_WORDS: usize = 16;

/// The text of an article and where its blocks came from.
pub(super) struct Composed {
    /// Block texts joined by a blank line.
    pub traced: Traced,
    /// The blocks.
    pub blocks: Vec<Block>,
    /// For each block, all of the raw text that it was read from, marks and blanks included.
    sources: Vec<Span>,
}

/// A block before its text is written.
struct Draft {
    kind: BlockKind,
    level: u8,
    /// First line and the line after the last.
    lines: std::ops::Range<usize>,
}

/// The changes that taking marks off the lines of a page makes.
pub(super) fn marks(page: &Page, source: &Traced) -> Vec<Change> {
    let marked = page.lines.iter().filter(|line| line.mark != Mark::None);
    marked
        .map(|line| {
            let mark = Span {
                start: line.full.start,
                end: line.body.start,
            };
            let rule = if line.mark == Mark::Bullet {
                "list-marker"
            } else {
                "glyph-removed"
            };
            Change {
                raw: source.origin(mark),
                after: String::new(),
                rule,
                confidence: 1.0,
            }
        })
        .collect()
}

/// The blocks of a page, in the order of the text.
pub(super) fn blocks(page: &Page, source: &Traced) -> Composed {
    let mut drafts = drafts(page);
    drafts.sort_by_key(|draft| match draft.kind {
        BlockKind::Title => 0,
        BlockKind::Caption => 2,
        BlockKind::Meta => 3,
        _ => 1,
    });
    let mut composed = Composed {
        traced: Traced::default(),
        blocks: Vec::new(),
        sources: Vec::new(),
    };
    for draft in &drafts {
        if !composed.blocks.is_empty() {
            let end = Span::new(composed.traced.text.len(), composed.traced.text.len());
            let origin = composed.traced.origin(end);
            composed.traced.push_str("\n\n", origin);
        }
        composed.write(draft, page, source);
    }
    composed
}

impl Composed {
    /// Appends the text of a block; lines are joined by a blank, blanks beside each other are one.
    fn write(&mut self, draft: &Draft, page: &Page, source: &Traced) {
        let start = self.traced.text.len();
        let lines = &page.lines[draft.lines.clone()];
        for (n, line) in lines.iter().enumerate() {
            if n > 0 {
                let end = lines[n - 1].body.end as usize;
                self.traced
                    .push_str(" ", source.origin(Span::new(end, line.body.start as usize)));
            }
            let mut blank = false;
            let text = line.body.slice(page.text);
            for (at, c) in text.char_indices() {
                if !(blank && c == ' ') {
                    let at = at + line.body.start as usize;
                    self.traced
                        .push_part(source, Span::new(at, at + c.len_utf8()));
                }
                blank = c == ' ';
            }
        }
        let span = Span::new(start, self.traced.text.len());
        self.blocks.push(Block {
            kind: draft.kind,
            level: draft.level,
            span,
        });
        let whole = lines
            .iter()
            .map(|line| source.origin(line.full))
            .reduce(Span::cover);
        self.sources.push(whole.unwrap_or_default());
    }

    /// The changes that concern this text, placed in it and in its order.
    pub fn repairs(&self, changes: &[Change], raw: &str) -> Vec<Repair> {
        let mut repairs = Vec::new();
        for (block, source) in self.blocks.iter().zip(&self.sources) {
            let first = changes.partition_point(|change| change.raw.start < source.start);
            let inside = changes[first..]
                .iter()
                .take_while(|change| change.raw.start < source.end);
            repairs.extend(inside.map(|change| {
                let span = self.traced.place(block.span, change.raw);
                Repair {
                    span,
                    raw: change.raw,
                    before: change.raw.slice(raw).to_owned(),
                    after: span.slice(&self.traced.text).to_owned(),
                    rule: change.rule.to_owned(),
                    confidence: change.confidence,
                }
            }));
        }
        repairs
    }
}

/// The kept lines as blocks, in the order of the page.
fn drafts(page: &Page) -> Vec<Draft> {
    let levels = levels(&page.lines);
    let mut drafts: Vec<Draft> = Vec::new();
    let mut margin = Margin::new(page.text, &[]);
    for (at, &level) in levels.iter().enumerate() {
        if at == page.run(at).start {
            margin = Margin::new(page.text, &page.lines[page.run(at)]);
        }
        let kind = match page.fates[at] {
            Fate::Remove(_) => continue,
            Fate::Title => BlockKind::Title,
            Fate::Meta => BlockKind::Meta,
            Fate::Caption => BlockKind::Caption,
            Fate::Keep if page.lines[at].mark == Mark::Bullet => BlockKind::Item,
            Fate::Keep => BlockKind::Paragraph,
        };
        let joins = page.is_kept(at)
            && drafts.last().is_some_and(|last| {
                let open = matches!(last.kind, BlockKind::Paragraph | BlockKind::Item)
                    && last.lines.end == at;
                // An item is told by its first line, a wrapped paragraph by its last.
                let item = last.kind == BlockKind::Item;
                let line_before = &page.lines[if item { last.lines.start } else { at - 1 }];
                open && margin.continues(page.text, line_before, &page.lines[at])
            });
        match drafts.last_mut() {
            Some(last) if joins => last.lines.end = at + 1,
            _ => drafts.push(Draft {
                kind,
                level,
                lines: at..at + 1,
            }),
        }
    }
    headings(page, &mut drafts);
    drafts
}

/// Short lines that stand alone over running text are headings.
fn headings(page: &Page, drafts: &mut [Draft]) {
    let has_body = page.first_body() < page.lines.len();
    for n in 0..drafts.len() {
        let draft = &drafts[n];
        let line = page.line(draft.lines.start);
        let alone = draft.lines.len() == 1 && page.run(draft.lines.start).len() == 1;
        let after = drafts[n + 1..]
            .iter()
            .find(|d| !matches!(d.kind, BlockKind::Caption | BlockKind::Meta));
        let over = after.is_some_and(|next| {
            next.kind == BlockKind::Item
                || next.kind == BlockKind::Paragraph && page.is_body(next.lines.start)
                || next.lines.len() > 1
        });
        let follows = drafts[..n].iter().any(|d| {
            matches!(
                d.kind,
                BlockKind::Title | BlockKind::Paragraph | BlockKind::Item
            )
        });
        let plain =
            draft.kind == BlockKind::Paragraph && page.lines[draft.lines.start].mark == Mark::None;
        let quoted = line.ends_with(['”', '"', '’', '!']);
        if plain
            && alone
            && over
            && follows
            && has_body
            && !quoted
            && is_headline(line, HEADING_WORDS)
        {
            drafts[n].kind = BlockKind::Heading;
            drafts[n].level = 1;
        }
    }
}
