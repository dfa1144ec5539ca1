//! Where does a paragraph end, and what is a headline? Gaps, indents, sizes of type and bullets tell.

use super::line::{Line, Place};
use crate::document::{BlockKind, Layout};
use crate::line::is_closed;

/// Type this much larger than that of the text is a headline's.
const LARGER: f64 = 1.15;
/// A longer block is none, in characters.
const HEADLINE: usize = 250;
/// Marks of items.
const BULLETS: [char; 8] = ['•', '▪', '‣', '◦', '●', '■', '–', '∙'];

/// A block that is being read.
struct Open {
    text: String,
    size: f64,
    /// Its last line, by page and place.
    last: (usize, Line),
    item: bool,
}

/// The blocks of a file in order; what stands outside the text at the end.
pub fn blocks(pages: &[Vec<Line>]) -> Vec<(Layout, String)> {
    let usual = usual_size(pages);
    let leading = usual_leading(pages, usual);
    let mut blocks: Vec<(f64, bool, String)> = Vec::new();
    let mut open: Option<Open> = None;
    for (number, page) in pages.iter().enumerate() {
        let edges = Edges::of(page);
        for line in page.iter().filter(|line| line.place != Place::Outside) {
            let text = line.text.trim();
            match &mut open {
                Some(block) if block.takes(number, line, leading, &edges) => {
                    block.text.push(' ');
                    block.text.push_str(text);
                    block.last = (number, line.clone());
                }
                _ => {
                    let before = open.replace(Open {
                        text: text.to_owned(),
                        size: line.size,
                        last: (number, line.clone()),
                        item: text.starts_with(BULLETS),
                    });
                    blocks.extend(before.map(|b| (b.size, b.item, b.text)));
                }
            }
        }
    }
    blocks.extend(open.map(|b| (b.size, b.item, b.text)));
    let mut laid = laid_out(blocks, usual);
    let outside = pages
        .iter()
        .flatten()
        .filter(|line| line.place == Place::Outside);
    let layout = Layout {
        kind: BlockKind::Paragraph,
        level: 0,
        outside: true,
    };
    laid.extend(outside.map(|line| (layout, line.text.clone())));
    laid
}

impl Open {
    /// Whether a line goes on with this block.
    fn takes(&self, page: usize, line: &Line, leading: f64, edges: &Edges) -> bool {
        let (last_page, last) = &self.last;
        let text = line.text.trim_start();
        let alike = (line.size - self.size).abs() <= 0.12 * self.size.max(line.size);
        if !alike || text.starts_with(BULLETS) && !text.starts_with('–') {
            return false;
        }
        let down = line.y - last.y;
        if page != *last_page || down <= 0.0 {
            // The next column or page: the sentence goes on, or a paragraph ended with the column.
            let ended = may_end_paragraph(last);
            let begins = !text.starts_with(|c: char| c.is_lowercase() || c.is_numeric());
            return !(ended || begins && edges.is_short(last));
        }
        let beside = down < 0.5 * line.size;
        let gap = down > 1.3 * leading.max(line.size * 1.1);
        let indented = line.x > last.x + 0.8 * line.size
            && line.x < last.x + 5.0 * line.size
            && line.x > edges.left(line) + 0.5 * line.size
            && !self.item;
        let short = edges.is_short(last) && may_end_paragraph(last);
        !(gap || beside || indented || short)
    }
}

/// Whether a paragraph may end with a line: it was written to its end, or a quotation was.
fn may_end_paragraph(line: &Line) -> bool {
    let text = line.text.trim_end();
    is_closed(text) || text.ends_with(['”', '"'])
}

/// Kinds and levels for blocks: the largest type of all is the headline's.
fn laid_out(blocks: Vec<(f64, bool, String)>, usual: f64) -> Vec<(Layout, String)> {
    let is_head = |size: f64, text: &str| size > LARGER * usual && text.chars().count() <= HEADLINE;
    let mut sizes: Vec<i64> = blocks
        .iter()
        .filter(|(size, _, text)| is_head(*size, text))
        .map(|(size, ..)| (size * 2.0).round() as i64)
        .collect();
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    sizes.dedup();
    let mut titled = false;
    let blocks = blocks.into_iter().map(|(size, item, text)| {
        let layout = |kind, level| Layout {
            kind,
            level,
            outside: false,
        };
        if item {
            return (
                layout(BlockKind::Item, 1),
                text.trim_start_matches(BULLETS).to_owned(),
            );
        }
        if !is_head(size, &text) {
            return (layout(BlockKind::Paragraph, 0), text);
        }
        let rank = sizes
            .iter()
            .position(|s| *s == (size * 2.0).round() as i64)
            .unwrap_or(0);
        if rank == 0 && !titled {
            titled = true;
            return (layout(BlockKind::Title, 0), text);
        }
        (layout(BlockKind::Heading, rank.clamp(1, 6) as u8), text)
    });
    blocks.collect()
}

/// The size of type that most characters have, in points.
fn usual_size(pages: &[Vec<Line>]) -> f64 {
    let lines = pages
        .iter()
        .flatten()
        .map(|line| (line.size, line.text.len()));
    most(lines).unwrap_or(10.0)
}

/// The distance from line to line that is most frequent in the text.
fn usual_leading(pages: &[Vec<Line>], size: f64) -> f64 {
    let pairs = pages.iter().flat_map(|page| page.windows(2));
    let steps = pairs.filter_map(|pair| {
        let step = pair[1].y - pair[0].y;
        (step > 0.8 * size && step < 2.5 * size).then_some((step, 1))
    });
    most(steps).unwrap_or(1.2 * size)
}

/// The most frequent of weighted values, to half a point; of equals the smaller.
fn most(values: impl Iterator<Item = (f64, usize)>) -> Option<f64> {
    let mut weights = std::collections::BTreeMap::new();
    for (value, weight) in values {
        *weights.entry((value * 2.0).round() as i64).or_insert(0) += weight;
    }
    let best = weights
        .into_iter()
        .rev()
        .max_by_key(|(_, weight)| *weight)?;
    Some(best.0 as f64 / 2.0)
}

/// How far the lines of a page's columns reach.
struct Edges(Vec<(f64, f64)>);

impl Edges {
    fn of(page: &[Line]) -> Self {
        let mut columns: Vec<(f64, f64)> = Vec::new();
        for line in page.iter().filter(|line| line.place != Place::Outside) {
            let same = columns
                .iter_mut()
                .take(16)
                .find(|(x, end)| line.x < *end && line.end > *x);
            match same {
                Some((x, end)) => {
                    *x = x.min(line.x);
                    *end = end.max(line.end);
                }
                None => columns.push((line.x, line.end)),
            }
        }
        Self(columns)
    }

    fn column(&self, line: &Line) -> (f64, f64) {
        let found = self
            .0
            .iter()
            .take(16)
            .find(|(x, end)| line.x < *end && line.end > *x);
        found.copied().unwrap_or((line.x, line.end))
    }

    /// Where the column of a line begins.
    fn left(&self, line: &Line) -> f64 {
        self.column(line).0
    }

    /// Whether a line ends well before its column does.
    fn is_short(&self, line: &Line) -> bool {
        let (x, end) = self.column(line);
        end - line.end > 0.25 * (end - x)
    }
}
