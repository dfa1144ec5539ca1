//! Where does a paragraph end, and what is a headline? A classifier by gaps, indents and sizes.

use super::line::{Line, Place};
use crate::document::{BlockKind, Layout};
use crate::line::is_closed;

/// How many times larger than the text a headline's type is at least.
const LARGER: f64 = 1.15;
/// The longest headline, in characters.
const HEADLINE: usize = 250;
/// Marks that open items.
const BULLETS: [char; 8] = ['•', '▪', '‣', '◦', '●', '■', '–', '∙'];

/// The open block.
struct Open {
    text: String,
    size: f64,
    /// The page and content of its last line.
    last: (usize, Line),
    item: bool,
}

/// The blocks of a file in order; at the end those outside the text.
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
    /// Whether a line continues this block.
    fn takes(&self, page: usize, line: &Line, leading: f64, edges: &Edges) -> bool {
        let (last_page, last) = &self.last;
        let text = line.text.trim_start();
        let alike = (line.size - self.size).abs() <= 0.12 * self.size.max(line.size);
        if !alike || text.starts_with(BULLETS) && !text.starts_with('–') {
            return false;
        }
        let down = line.y - last.y;
        if page != *last_page || down <= 0.0 {
            // In the next column or page, the sentence continues, unless a paragraph ended before.
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

/// Whether a paragraph may end with a line: it ends like a sentence or a quotation.
fn may_end_paragraph(line: &Line) -> bool {
    let text = line.text.trim_end();
    is_closed(text) || text.ends_with(['”', '"'])
}

/// Assigns kinds and levels to blocks. The first block in the largest type is the headline.
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

/// The size in points of most of the text.
fn usual_size(pages: &[Vec<Line>]) -> f64 {
    let lines = pages
        .iter()
        .flatten()
        .map(|line| (line.size, line.text.len()));
    most(lines).unwrap_or(10.0)
}

/// The most frequent distance between lines of the text, in points.
fn usual_leading(pages: &[Vec<Line>], size: f64) -> f64 {
    let pairs = pages.iter().flat_map(|page| page.windows(2));
    let steps = pairs.filter_map(|pair| {
        let step = pair[1].y - pair[0].y;
        (step > 0.8 * size && step < 2.5 * size).then_some((step, 1))
    });
    most(steps).unwrap_or(1.2 * size)
}

/// The most frequent of weighted values, rounded to half a point; of equals the smallest.
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

/// The horizontal extent of each column of a page.
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

    /// The left edge of a line's column.
    fn left(&self, line: &Line) -> f64 {
        self.column(line).0
    }

    /// Whether a line ends well before the right edge of its column.
    fn is_short(&self, line: &Line) -> bool {
        let (x, end) = self.column(line);
        end - line.end > 0.25 * (end - x)
    }
}
