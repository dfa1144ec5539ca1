//! What is this line part of? The lines of the received text, classified by their layout.
//!
//! Only layout is read: blank lines, indentation, bullets. The text of a line is judged by
//! [`crate::clean::boilerplate`] and [`crate::clean::metadata`].

use crate::line::{ends_sentence, words};
use crate::text::Span;

/// Marks that open an item wherever they precede a space.
const BULLETS: &[char] = &[
    '•', '◦', '▪', '▫', '‣', '⁃', '∙', '●', '○', '■', '□', '➢', '➤', '►', '▸', '✓', '✔',
];

/// Marks that open an item only if an adjacent line opens with the same mark.
const DASHES: &[char] = &['-', '–', '*', '·', '+'];

/// Marks that decorate a line without meaning.
const ORNAMENTS: &[char] = &[
    '❖', '◆', '◇', '★', '☆', '✦', '✧', '❯', '◈', '❑', '❒', '✪', '✱',
];

/// A line that is not blank.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The line without its line end.
    pub full: Span,
    /// Its text, without white space and marks at the start and white space at the end.
    pub body: Span,
    /// What opens it.
    pub mark: Mark,
    /// The number of white-space characters before its mark or first word.
    pub indent: usize,
    /// The ordinal of its run; blank lines separate runs.
    pub run: usize,
    /// The number of words in its body.
    pub words: usize,
    /// Whether its body ends like a sentence.
    pub ends_sentence: bool,
}

/// What opens a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Its first word: there is no mark.
    None,
    /// A bullet: the line is an item.
    Bullet,
    /// An ornament without meaning.
    Ornament,
    /// ">", which precedes quoted text in mail and Markdown.
    Quotation,
}

impl Mark {
    /// The rule that removes the mark; `None` if there is none.
    pub fn rule(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Bullet => Some("list-marker"),
            Self::Ornament => Some("glyph-removed"),
            Self::Quotation => Some("quotation-marker"),
        }
    }
}

impl Line {
    /// Whether it opens with a mark.
    pub fn is_marked(&self) -> bool {
        self.mark != Mark::None
    }
}

/// The lines of a text that are not blank, in order.
pub fn lines(text: &str) -> Vec<Line> {
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
        let quoted = quoted(body, text);
        let opens = quoted.is_none().then(|| opening_mark(body, text));
        opening.push(opens.flatten());
        lines.push(Line {
            full,
            body: quoted.unwrap_or(body),
            mark: if quoted.is_some() {
                Mark::Quotation
            } else {
                Mark::None
            },
            indent,
            run,
            words: 0,
            ends_sentence: false,
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
        // "– Rien, répondit-il." is direct speech.
        let speech = mark == '–' && ends_sentence(rest.slice(text));
        let list = list && !speech;
        let kind = match mark {
            _ if BULLETS.contains(&mark) && !colon || list => Mark::Bullet,
            _ if ORNAMENTS.contains(&mark) || colon && BULLETS.contains(&mark) => Mark::Ornament,
            _ => continue,
        };
        lines[at].mark = kind;
        lines[at].body = rest;
    }
    quote_neighbours(&mut lines, text);
    for line in &mut lines {
        let body = line.body.slice(text);
        line.words = words(body);
        line.ends_sentence = ends_sentence(body);
    }
    lines
}

/// Marks lines as quoted beside a quoted line, however short: "> Ann".
fn quote_neighbours(lines: &mut [Line], text: &str) {
    let quote = |lines: &mut [Line], at: usize, beside: usize| {
        let (line, other) = (&lines[at], &lines[beside]);
        if line.mark == Mark::None && other.mark == Mark::Quotation && line.run == other.run {
            let rest = line.body.slice(text).trim_start_matches(['>', ' ']);
            if line.body.slice(text).starts_with('>') && !rest.is_empty() {
                let body = Span::new(line.body.end as usize - rest.len(), line.body.end as usize);
                (lines[at].mark, lines[at].body) = (Mark::Quotation, body);
            }
        }
    };
    for at in 1..lines.len() {
        quote(lines, at, at - 1);
    }
    for at in (1..lines.len()).rev() {
        quote(lines, at - 1, at);
    }
}

/// The text after the marks of a quoted line: "> It rained all day."; `None` for "> Home".
fn quoted(body: Span, text: &str) -> Option<Span> {
    let line = body.slice(text);
    let rest = line.trim_start_matches(['>', ' ']);
    let marked = line.starts_with('>') && line[..line.len() - rest.len()].ends_with(' ');
    (marked && words(rest) >= 4 && !rest.contains(" > "))
        .then(|| Span::new(body.end as usize - rest.len(), body.end as usize))
}

/// The mark that opens a line, and the text after it. Further marks are skipped: they would open
/// the line if its text were read again.
fn opening_mark(body: Span, text: &str) -> Option<(char, Span)> {
    let (mark, mut rest) = first_mark(body, text)?;
    while let Some((inner, after)) = first_mark(rest, text)
        && !DASHES.contains(&inner)
    {
        rest = after;
    }
    Some((mark, rest))
}

/// The first mark of a line, and the text after it.
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

/// The level of each item, from 1, by its indentation relative to nearby items; 0 for other lines.
pub fn levels(lines: &[Line]) -> Vec<u8> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::{is_closed, is_headline};

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
        use Mark::Bullet;
        use Mark::None;
        use Mark::Ornament;
        use Mark::Quotation;
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
        check(
            "– Rien, dit-il.\n– Ah !",
            &[("– Rien, dit-il.", None, 0), ("– Ah !", None, 0)],
        );
        check(
            "> It rained all day.\n> Ann\n\n> Home",
            &[
                ("It rained all day.", Quotation, 0),
                ("Ann", Quotation, 0),
                ("> Home", None, 0),
            ],
        );
        check("• • ◦ one", &[("one", Bullet, 1)]);
        check(&("• ".repeat(20_000) + "one"), &[("one", Bullet, 1)]);
        check("", &[]);
    }

    #[test]
    #[cfg(feature = "readers")]
    fn ends() {
        for (line, sentence, closed) in [
            ("It rained.", true, true),
            ("“It rained!”", true, true),
            ("「雨が降った。」", true, true),
            ("It rained…", false, true),
            ("It rained...", false, true),
            ("They said:", false, true),
            ("Rain in the north", false, false),
            ("“Rain”", false, false),
            ("", false, false),
        ] {
            assert_eq!(ends_sentence(line), sentence, "{line}");
            assert_eq!(is_closed(line), closed, "{line}");
        }
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
