//! In which order are the lines of a page read? A layout analysis that splits columns at gutters.
//!
//! A gutter is a vertical strip of blank paper with lines of text on both sides. Lines that cross
//! it, such as a headline over both columns, divide the page into bands. In each band the left
//! column comes first.

use super::line::{Line, Place};

/// The fewest lines of a column.
const COLUMN: usize = 3;
/// The most lines of a page that is split into columns.
const LINES: usize = 10_000;
/// The number of positions that are tested for a gutter.
const TRIES: usize = 160;
/// The deepest nesting of columns.
const DEPTH: usize = 5;
/// The average length in characters below which lines are cells of a table.
const CELL: usize = 18;

/// The lines in reading order; those outside the text at the end.
pub fn ordered(lines: Vec<Line>) -> Vec<Line> {
    let (inside, outside): (Vec<_>, Vec<_>) = lines
        .into_iter()
        .partition(|line| line.place != Place::Outside);
    let mut ordered = Vec::with_capacity(inside.len() + outside.len());
    arrange(inside, DEPTH, &mut ordered);
    ordered.extend(outside);
    ordered
}

fn arrange(mut lines: Vec<Line>, depth: usize, ordered: &mut Vec<Line>) {
    lines.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
    let Some(gutter) = (depth > 0).then(|| gutter(&lines)).flatten() else {
        ordered.extend(lines);
        return;
    };
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for line in lines {
        if line.end <= gutter {
            left.push(line);
        } else if line.x >= gutter {
            right.push(line);
        } else {
            arrange(std::mem::take(&mut left), depth - 1, ordered);
            arrange(std::mem::take(&mut right), depth - 1, ordered);
            ordered.push(line);
        }
    }
    arrange(left, depth - 1, ordered);
    arrange(right, depth - 1, ordered);
}

/// The position of the gutter; `None` if there is none.
fn gutter(lines: &[Line]) -> Option<f64> {
    let low = lines
        .iter()
        .map(|line| line.x)
        .fold(f64::INFINITY, f64::min);
    let high = lines
        .iter()
        .map(|line| line.end)
        .fold(f64::NEG_INFINITY, f64::max);
    if !(2 * COLUMN..=LINES).contains(&lines.len()) || !(high - low).is_finite() || high <= low {
        return None;
    }
    let step = (high - low) / TRIES as f64;
    let tried = (1..TRIES).filter_map(|n| {
        let x = low + step * n as f64;
        supported(lines, x).map(|support| (support, x))
    });
    // The first of the best is used: gutters are wider than a step.
    let best = tried.fold(None, |best: Option<(usize, f64)>, next| match best {
        Some(best) if best.0 >= next.0 => Some(best),
        _ => Some(next),
    });
    best.map(|(_, x)| x)
}

/// The number of lines on the weaker side of a position; `None` if it is no gutter. Only the
/// vertical stretch with lines on both sides counts, as the page may have a single column above.
fn supported(lines: &[Line], x: f64) -> Option<usize> {
    let (mut left, mut right) = (Column::default(), Column::default());
    for line in lines {
        if line.end <= x {
            left.add(line);
        } else if line.x >= x {
            right.add(line);
        }
    }
    let (low, high) = (left.low.max(right.low), left.high.min(right.high));
    let (mut left, mut right, mut crossing) = (Column::default(), Column::default(), 0);
    for line in lines.iter().filter(|line| line.y >= low && line.y <= high) {
        if line.end <= x {
            left.add(line);
        } else if line.x >= x {
            right.add(line);
        } else {
            crossing += 1;
        }
    }
    let fewer = left.count.min(right.count);
    let text = left.is_text() && right.is_text();
    (fewer >= COLUMN && crossing <= fewer && text).then_some(fewer)
}

/// The lines on one side of a position.
struct Column {
    count: usize,
    characters: usize,
    low: f64,
    high: f64,
}

impl Default for Column {
    fn default() -> Self {
        Self {
            count: 0,
            characters: 0,
            low: f64::INFINITY,
            high: f64::NEG_INFINITY,
        }
    }
}

impl Column {
    fn add(&mut self, line: &Line) {
        self.count += 1;
        self.characters += line.text.chars().count();
        self.low = self.low.min(line.y);
        self.high = self.high.max(line.y);
    }

    fn is_text(&self) -> bool {
        self.characters >= CELL * self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(x: f64, end: f64, y: f64, text: &str) -> Line {
        Line {
            x,
            end,
            y,
            size: 10.0,
            text: text.to_owned(),
            place: Place::Inside,
        }
    }

    #[test]
    fn columns() {
        let mut lines = vec![line(
            10.0,
            400.0,
            10.0,
            "A headline over both of the columns",
        )];
        for n in 0..5 {
            let y = 30.0 + 12.0 * f64::from(n);
            lines.push(line(
                10.0,
                190.0,
                y,
                &format!("{n} the left column of the page"),
            ));
            lines.push(line(
                210.0,
                400.0,
                y,
                &format!("{} the right column of the page", n + 5),
            ));
        }
        lines.push(line(
            10.0,
            400.0,
            100.0,
            "A last line over both of the columns",
        ));
        let found = ordered(lines.clone());
        let starts: String = found
            .iter()
            .filter_map(|line| line.text.chars().next())
            .collect();
        assert_eq!(starts, "A0123456789A");
        for line in &mut lines {
            line.text.truncate(6);
        }
        let starts: String = ordered(lines)
            .iter()
            .filter_map(|line| line.text.chars().next())
            .collect();
        assert_eq!(starts, "A0516273849A");
    }

    #[test]
    fn columns_below_a_page_of_one() {
        let mut lines = Vec::new();
        for n in 0..20 {
            lines.push(line(
                10.0,
                400.0,
                12.0 * f64::from(n),
                "A line over the whole width of the page",
            ));
        }
        lines.push(line(10.0, 60.0, 240.0, "its last line."));
        for n in 0..5 {
            let y = 270.0 + 12.0 * f64::from(n);
            lines.push(line(10.0, 190.0, y, "left column of the page"));
            lines.push(line(210.0, 400.0, y, "right column of the page"));
        }
        let found = ordered(lines);
        let starts: String = found
            .iter()
            .filter_map(|line| line.text.chars().next())
            .collect();
        assert_eq!(starts, format!("{}illlllrrrrr", "A".repeat(20)));
    }

    #[test]
    fn edges() {
        assert!(ordered(Vec::new()).is_empty());
        let same = vec![line(1.0, 1.0, 1.0, "x"); 20];
        assert_eq!(ordered(same).len(), 20);
    }
}
