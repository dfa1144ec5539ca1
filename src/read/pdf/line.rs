//! Which runs of glyphs are on one line? A grouping by baseline, up to gaps between columns.

use super::run::Run;

/// The widest gap inside a line, in ems; gutters between columns are wider.
const GAP: f64 = 1.0;

/// A line of text; lengths as in [`Run`].
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub x: f64,
    pub end: f64,
    pub y: f64,
    pub size: f64,
    pub text: String,
    /// Its place relative to the text of its page.
    pub place: Place,
}

/// The place of a line on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the text.
    Inside,
    /// At the upper or lower edge, where running heads and page numbers may be.
    Edge,
    /// Outside the text.
    Outside,
}

/// The lines of a page, from top to bottom and left to right; rotated ones last.
pub fn lines(mut runs: Vec<Run>) -> Vec<Line> {
    runs.retain(|run| !run.text.trim().is_empty());
    runs.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
    let mut lines = Vec::new();
    let mut row: Vec<Run> = Vec::new();
    let mut aslant = Vec::new();
    for run in runs {
        if !run.upright {
            aslant.push(run);
            continue;
        }
        let next = row
            .first()
            .is_some_and(|first| run.y - first.y > 0.6 * run.size.min(first.size));
        if next {
            split(std::mem::take(&mut row), &mut lines);
        }
        row.push(run);
    }
    split(row, &mut lines);
    lines.extend(aslant.into_iter().map(|run| line(run, Place::Outside)));
    lines
}

/// Splits the runs of a row into lines.
fn split(mut row: Vec<Run>, lines: &mut Vec<Line>) {
    row.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut open: Option<Line> = None;
    // The number of bytes of the open line that have its size.
    let mut weight = 0;
    for run in row {
        let Some(last) = &mut open else {
            weight = run.text.len();
            open = Some(line(run, Place::Inside));
            continue;
        };
        let gap = run.x - last.end;
        let over = gap < -0.5 * run.size && last.text.len() < 1000;
        if over && last.text.contains(run.text.trim()) {
            // Printed twice, one over the other, to look bold.
            continue;
        }
        if gap > GAP * run.size.max(last.size) {
            weight = run.text.len();
            lines.extend(open.replace(line(run, Place::Inside)));
            continue;
        }
        if gap > 0.15 * run.size.min(last.size) && !last.text.ends_with(' ') {
            last.text.push(' ');
        }
        last.text.push_str(&run.text);
        last.end = last.end.max(run.end);
        if (run.size - last.size).abs() <= 0.1 * run.size {
            weight += run.text.len();
        } else if run.text.len() > weight {
            // Most of the line has a different size than its bullet or initial.
            weight = run.text.len();
            last.size = run.size;
            last.y = run.y;
        }
    }
    lines.extend(open);
}

fn line(run: Run, place: Place) -> Line {
    Line {
        x: run.x,
        end: run.end,
        y: run.y,
        size: run.size,
        text: run.text,
        place,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(x: f64, end: f64, y: f64, text: &str) -> Run {
        Run {
            x,
            end,
            y,
            size: 10.0,
            text: text.to_owned(),
            upright: true,
        }
    }

    fn check(runs: &[Run], expected: &[&str]) {
        let lines = lines(runs.to_vec());
        let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, expected);
    }

    #[test]
    fn rows() {
        check(
            &[
                run(50.0, 70.0, 20.0, "rained"),
                run(10.0, 47.0, 20.5, "It"),
                run(10.0, 30.0, 32.0, "all day"),
            ],
            &["It rained", "all day"],
        );
        check(
            &[
                run(10.0, 100.0, 20.0, "left"),
                run(120.0, 200.0, 20.0, "right"),
            ],
            &["left", "right"],
        );
        check(
            &[run(10.0, 40.0, 20.0, "bold"), run(10.3, 40.3, 20.0, "bold")],
            &["bold"],
        );
        check(
            &[
                run(10.0, 40.0, 20.0, "x"),
                Run {
                    size: 6.0,
                    ..run(40.0, 43.0, 16.5, "2")
                },
            ],
            &["x2"],
        );
        check(&[run(10.0, 40.0, 20.0, " ")], &[]);
    }
}
