//! Which lines make a block, and in what order are the blocks? A plan of the article's text.

use super::line::{Mark, levels};
use super::margin::Margin;
use super::page::{Fate, Page};
use crate::document::BlockKind;
use crate::line::is_headline;
use crate::order;

/// The most words of a heading inside an article.
const HEADING_WORDS: usize = 16;

/// The blocks of a text in order: headline, running text, captions, lines about the article.
pub struct Plan {
    pub drafts: Vec<Draft>,
}

/// A block before its text is written.
#[derive(Debug, Clone)]
pub struct Draft {
    pub kind: BlockKind,
    pub level: u8,
    /// The page's lines, the end excluded.
    pub lines: std::ops::Range<usize>,
}

impl Plan {
    /// The blocks of the lines that a page keeps.
    pub fn new(page: &Page) -> Self {
        let mut drafts = drafts(page);
        order::sort_by_key(&mut drafts, |draft| match draft.kind {
            BlockKind::Title => 0,
            BlockKind::Caption => 2,
            kind if kind.is_about() => 3,
            _ => 1,
        });
        Self { drafts }
    }

    /// For each block, whether it stays in place while others are moved: whether it belongs to a
    /// longest series of blocks whose order is the same on the page and in the text.
    pub fn in_place(&self) -> Vec<bool> {
        // Patience sorting: `piles[n]` is the block that ends the best series of n + 1 blocks.
        let mut piles: Vec<usize> = Vec::new();
        let mut before: Vec<Option<usize>> = Vec::with_capacity(self.drafts.len());
        for (n, draft) in self.drafts.iter().enumerate() {
            let pile = piles.partition_point(|&m| self.drafts[m].lines.start < draft.lines.start);
            before.push(pile.checked_sub(1).map(|pile| piles[pile]));
            piles.truncate(piles.len().max(pile));
            match piles.get_mut(pile) {
                Some(top) => *top = n,
                None => piles.push(n),
            }
        }
        let mut kept = vec![false; self.drafts.len()];
        let mut next = piles.last().copied();
        while let Some(n) = next {
            kept[n] = true;
            next = before[n];
        }
        kept
    }
}

/// The kept lines as blocks, in the order of the page.
fn drafts(page: &Page) -> Vec<Draft> {
    let levels = levels(&page.lines);
    let mut drafts: Vec<Draft> = Vec::new();
    let mut margin = Margin::new(page.text, &[]);
    let mut run = None;
    for (at, &level) in levels.iter().enumerate() {
        let Some((kind, level)) = block(page, at, level) else {
            continue;
        };
        if run != Some(page.lines[at].run) {
            run = Some(page.lines[at].run);
            let lines = page.run(at);
            // A single line has no continuation.
            margin = Margin::new(
                page.text,
                if lines.len() > 1 {
                    &page.lines[lines]
                } else {
                    &[]
                },
            );
        }
        let joins = kind != BlockKind::Table
            && page.is_kept(at)
            && page.layout(at).is_none()
            && drafts.last().is_some_and(|last| {
                let open = matches!(last.kind, BlockKind::Paragraph | BlockKind::Item)
                    && last.lines.end == at;
                // An item is compared by its first line, a wrapped paragraph by its last.
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

/// The kind of block that a line is by itself, and its level; `None` if the line was removed.
fn block(page: &Page, at: usize, level: u8) -> Option<(BlockKind, u8)> {
    let kind = match page.fates[at] {
        Fate::Remove(_) => return None,
        Fate::Title => BlockKind::Title,
        Fate::Meta => BlockKind::Meta,
        Fate::Byline => BlockKind::Byline,
        Fate::Dateline => BlockKind::Dateline,
        Fate::Caption => BlockKind::Caption,
        Fate::Keep => match (page.layout(at), page.lines[at].mark) {
            (Some(layout), _) => return Some((layout.kind, layout.level)),
            (None, Mark::Bullet) => return Some((BlockKind::Item, level)),
            (None, Mark::Quotation) => BlockKind::Quotation,
            (None, Mark::None | Mark::Ornament) if page.is_row(at) => BlockKind::Table,
            (None, Mark::None | Mark::Ornament) => BlockKind::Paragraph,
        },
    };
    Some((kind, 0))
}

/// Turns short lines that stand alone above running text into headings.
fn headings(page: &Page, drafts: &mut [Draft]) {
    if page.first_body() == page.lines.len() {
        return;
    }
    let body = |draft: &Draft| !matches!(draft.kind, BlockKind::Caption) && !draft.kind.is_about();
    // From the end: whether the next block of running text may follow a heading.
    let mut over = false;
    let mut candidates = Vec::new();
    for (n, draft) in drafts.iter().enumerate().rev() {
        if over && is_heading(page, draft) {
            candidates.push(n);
        }
        if body(draft) {
            over = draft.kind == BlockKind::Item
                || draft.kind == BlockKind::Paragraph && page.is_body(draft.lines.start)
                || draft.lines.len() > 1;
        }
    }
    let opens = |d: &Draft| {
        matches!(
            d.kind,
            BlockKind::Title | BlockKind::Paragraph | BlockKind::Item
        )
    };
    let first = drafts.iter().position(opens);
    for n in candidates
        .into_iter()
        .filter(|&n| first.is_some_and(|first| first < n))
    {
        drafts[n].kind = BlockKind::Heading;
        drafts[n].level = 1;
    }
}

/// Whether a block has the form and the place of a heading.
fn is_heading(page: &Page, draft: &Draft) -> bool {
    let at = draft.lines.start;
    let line = page.line(at);
    draft.kind == BlockKind::Paragraph
        && page.words(at) <= HEADING_WORDS
        && page.layout(at).is_none()
        && page.lines[at].mark == Mark::None
        && draft.lines.len() == 1
        && page.run(at).len() == 1
        && !line.ends_with(['”', '"', '’', '!'])
        && is_headline(line, HEADING_WORDS)
}
