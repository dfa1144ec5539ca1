//! Was this line broken at a margin? A measure of how the lines of a run are wrapped.

use super::line::{Line, Mark};

/// How the lines of one run are wrapped.
pub struct Margin {
    /// The length of its longest line in characters.
    width: usize,
    /// Whether every line is as full as whole words allow.
    whole: bool,
}

impl Margin {
    /// The margin of a run of lines.
    pub fn new(text: &str, run: &[Line]) -> Self {
        let width = run.iter().map(|line| length(text, line)).max().unwrap_or(0);
        let margin = Self {
            width,
            whole: false,
        };
        let plain = run.iter().all(|line| line.mark == Mark::None);
        let full = || {
            run.windows(2)
                .all(|pair| margin.is_full(text, &pair[0], &pair[1]))
        };
        let broken = || run.iter().rev().skip(1).any(|line| is_open(text, line));
        let whole = plain && full() && broken();
        Self { whole, ..margin }
    }

    /// Whether `next` continues `line`, which was broken at the margin. An item continues on lines
    /// that are indented deeper than itself.
    pub fn continues(&self, text: &str, line: &Line, next: &Line) -> bool {
        if line.run != next.run || next.mark != Mark::None {
            return false;
        }
        if line.mark == Mark::Bullet {
            return next.indent > line.indent && length(text, line) >= 30;
        }
        let plain = (40..=120).contains(&self.width) && line.mark == Mark::None;
        let small = next.body.slice(text).starts_with(char::is_lowercase);
        plain && (self.whole || small && is_open(text, line) && self.is_full(text, line, next))
    }

    /// Whether the first word of `next` did not fit on `line`.
    fn is_full(&self, text: &str, line: &Line, next: &Line) -> bool {
        let word = next
            .body
            .slice(text)
            .split(' ')
            .next()
            .map_or(0, |word| word.chars().count());
        length(text, line) + 1 + word > self.width.saturating_sub(2)
    }
}

/// Whether a line does not end like a sentence.
fn is_open(text: &str, line: &Line) -> bool {
    !line
        .body
        .slice(text)
        .ends_with(['.', '!', '?', '”', '"', ':'])
}

fn length(text: &str, line: &Line) -> usize {
    line.body.slice(text).chars().count() + line.indent
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::layout::line::lines;

    #[test]
    fn wrapped_lines_go_on() {
        let text = "The committee met in the old town hall on\nMonday and again, as its rules ask for, on\nTuesday.";
        let all = lines(text);
        let margin = Margin::new(text, &all);
        assert!(
            margin.continues(text, &all[0], &all[1]) && margin.continues(text, &all[1], &all[2])
        );
        let text = "A first paragraph that is rather long, longer than others.\nA second one.\nA third one.";
        let all = lines(text);
        assert!(!Margin::new(text, &all).continues(text, &all[0], &all[1]));
    }
}
