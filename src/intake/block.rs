//! What is this line part of? Lines of the received text, and the blocks they make.
//!
//! Reads layout alone: blank lines, indentation, bullets, and lines wrapped at a margin. What a
//! line says is asked by [`super::furniture`] and [`super::metadata`].

use crate::text::Span;

/// Marks that open an item wherever they stand before a blank.
const BULLETS: &[char] = &[
    '•', '◦', '▪', '▫', '‣', '⁃', '∙', '●', '○', '■', '□', '➢', '➤', '►', '▸', '✓', '✔',
];

/// Marks that open an item only beside another line that opens with them.
const DASHES: &[char] = &['-', '–', '*', '·', '+'];

/// Marks that adorn a line without saying anything.
const ORNAMENTS: &[char] = &[
    '❖', '◆', '◇', '★', '☆', '✦', '✧', '❯', '◈', '❑', '❒', '✪', '✱',
];

/// A line that is not blank.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// The line without its end.
    pub full: Span,
    /// What it says, without blanks and marks at its start and blanks at its end.
    pub body: Span,
    /// What opens it.
    pub mark: Mark,
    /// How many characters stand before its mark or first word.
    pub indent: usize,
    /// The ordinal of the run of lines it belongs to; blank lines part runs.
    pub run: usize,
}

/// What opens a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// Its first word.
    None,
    /// A bullet: the line is an item.
    Bullet,
    /// An ornament that says nothing.
    Ornament,
}

/// The lines of a text that are not blank, in order.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut opening: Vec<Option<(char, Span)>> = Vec::new();
    let (mut run, mut start) = (0, 0);
    for line in text.split('\n') {
        let full = Span::new(start, start + line.len());
        start += line.len() + 1;
        let body = full.trimmed(text);
        if body.is_empty() {
            run += 1;
            continue;
        }
        let indent = text[full.start as usize..body.start as usize]
            .chars()
            .count();
        opening.push(opening_mark(body, text));
        lines.push(Line {
            full,
            body,
            mark: Mark::None,
            indent,
            run,
        });
    }
    for at in 0..lines.len() {
        let Some((mark, rest)) = opening[at] else {
            continue;
        };
        let beside = |other: Option<usize>| {
            other
                .and_then(|other| opening.get(other).copied().flatten())
                .is_some_and(|(m, _)| m == mark)
        };
        let list = beside(at.checked_sub(1)) || beside(Some(at + 1));
        let colon = text[..rest.start as usize].trim_end().ends_with(':');
        let kind = match mark {
            _ if BULLETS.contains(&mark) && !colon || list => Mark::Bullet,
            _ if ORNAMENTS.contains(&mark) || colon && BULLETS.contains(&mark) => Mark::Ornament,
            _ => continue,
        };
        lines[at].mark = kind;
        lines[at].body = rest;
    }
    lines
}

/// The mark that opens a line, and what follows it. A mark behind it goes with it: it would open
/// the line when its text is read again.
fn opening_mark(body: Span, text: &str) -> Option<(char, Span)> {
    let (mark, mut rest) = first_mark(body, text)?;
    while let Some((inner, after)) = first_mark(rest, text)
        && !DASHES.contains(&inner)
    {
        rest = after;
    }
    Some((mark, rest))
}

/// The mark that a line starts with, and what follows it.
fn first_mark(body: Span, text: &str) -> Option<(char, Span)> {
    let line = body.slice(text);
    let mark = line.chars().next()?;
    if !BULLETS.contains(&mark) && !DASHES.contains(&mark) && !ORNAMENTS.contains(&mark) {
        return None;
    }
    let rest = &line[mark.len_utf8()..];
    let rest = if DASHES.contains(&mark) {
        rest
    } else {
        rest.trim_start_matches([mark, ':'])
    };
    if !rest.starts_with(' ') || rest.trim().is_empty() {
        return None;
    }
    let start = body.end as usize - rest.trim_start().len();
    Some((mark, Span::new(start, body.end as usize)))
}

/// The level of each item, from 1, by its indentation among the items around it; 0 for other lines.
pub(super) fn levels(lines: &[Line]) -> Vec<u8> {
    let mut open: Vec<usize> = Vec::new();
    lines
        .iter()
        .map(|line| {
            if line.mark != Mark::Bullet {
                open.clear();
                return 0;
            }
            while open.last().is_some_and(|&indent| indent > line.indent) {
                open.pop();
            }
            if open.last() != Some(&line.indent) {
                open.push(line.indent);
            }
            u8::try_from(open.len()).unwrap_or(u8::MAX)
        })
        .collect()
}

/// How the lines of one run are wrapped.
pub(super) struct Margin {
    /// Characters of its longest line.
    width: usize,
    /// Whether every line of it is full, as far as words allow.
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

    /// Whether `next` goes on where `line` was broken at the margin. An item goes on in lines that
    /// are indented deeper than itself.
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

    /// Whether the first word of `next` had no room on `line`.
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

/// Whether a line does not end as sentences do.
fn is_open(text: &str, line: &Line) -> bool {
    !line
        .body
        .slice(text)
        .ends_with(['.', '!', '?', '”', '"', ':'])
}

fn length(text: &str, line: &Line) -> usize {
    line.body.slice(text).chars().count() + line.indent
}

/// How many words a line has: parts between blanks with a letter or digit.
pub(super) fn words(line: &str) -> usize {
    line.split_whitespace()
        .filter(|w| w.contains(char::is_alphanumeric))
        .count()
}

/// Whether a line ends as a sentence does, closing marks aside.
pub(super) fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['”', '"', '’', '\'', ')', ']', '»', ' '])
        .ends_with(['.', '!', '?', '。', '！', '？'])
        && !line.ends_with("...")
}

/// Whether a line may stand over what follows it: short, opening as titles do, not a sentence.
pub(super) fn is_headline(line: &str, most_words: usize) -> bool {
    let first = line
        .trim_start_matches(['“', '"', '‘', '\'', '(', '[', '«', '¿', '¡'])
        .chars()
        .next();
    let opens = first.is_some_and(|c| c.is_numeric() || c.is_alphabetic() && !c.is_lowercase());
    let ends = line.ends_with(['.', ',', ';', ':', '…', '—', '–']);
    let (count, letters) = (words(line), line.chars().any(char::is_alphabetic));
    opens
        && letters
        && (1..=most_words).contains(&count)
        && (!ends || line.ends_with("U.S.") || line.ends_with("U.N."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, Mark, u8)]) {
        let lines = lines(text);
        let levels = levels(&lines);
        let found: Vec<_> = lines
            .iter()
            .zip(levels)
            .map(|(l, level)| (l.body.slice(text), l.mark, level))
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn marks() {
        use Mark::{Bullet, None, Ornament};
        check(
            "Head\n\n  • one\n  • two\n    • deep\n  • three",
            &[
                ("Head", None, 0),
                ("one", Bullet, 1),
                ("two", Bullet, 1),
                ("deep", Bullet, 2),
                ("three", Bullet, 1),
            ],
        );
        check(
            "❖: Lead.\n\nText",
            &[("Lead.", Ornament, 0), ("Text", None, 0)],
        );
        check(
            "- one\n- two\n\n* three",
            &[("one", Bullet, 1), ("two", Bullet, 1), ("* three", None, 0)],
        );
        check(
            "– said who\n\n-5 degrees",
            &[("– said who", None, 0), ("-5 degrees", None, 0)],
        );
        check("• • ◦ one", &[("one", Bullet, 1)]);
        check(&("• ".repeat(20_000) + "one"), &[("one", Bullet, 1)]);
        check("", &[]);
    }

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

    #[test]
    fn headlines() {
        for (line, expected) in [
            ("Rain in the north", true),
            ("Who will pay for it?", true),
            ("It rained.", false),
            ("and so on", false),
            ("12 ways out", true),
            ("—", false),
        ] {
            assert_eq!(is_headline(line, 20), expected, "{line}");
        }
    }
}
