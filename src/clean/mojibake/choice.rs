//! Which decodings of a text are accepted? A selection of the best that do not overlap, either by
//! their own points or because the rest of the text proves their table.

use std::collections::BTreeMap;

use super::decoding::{Decoding, LATIN_1, SURE};
use super::scan::Decodings;
use super::table::TABLES;
use super::wording::class;
use super::wording::class::Script;
use crate::order;

/// The evidence of a text's decodings for each table.
struct Support {
    /// For each table, the number of decodings that are certain by themselves.
    sure: [usize; LATIN_1 + 1],
    /// For each table, the points that it explains, chosen or not.
    explained: [i32; LATIN_1 + 1],
    /// The scripts that each table was found to hide.
    scripts: Vec<(usize, Script)>,
    /// For each table, whether it hides « and ».
    guillemets: [[bool; 2]; LATIN_1 + 1],
}

impl Support {
    fn of(decodings: &[Decoding]) -> Self {
        let mut support = Self {
            sure: [0; LATIN_1 + 1],
            explained: [0; LATIN_1 + 1],
            scripts: Vec::new(),
            guillemets: [[false; 2]; LATIN_1 + 1],
        };
        for decoding in decodings {
            if decoding.points >= SURE {
                let seldom = decoding.seldom() as i32;
                support.explained[decoding.family()] += decoding.points - 2 * seldom;
            }
            let [open, close] = &mut support.guillemets[decoding.table];
            *open |= decoding.said().any(|c| c == '«');
            *close |= decoding.said().any(|c| c == '»');
        }
        let own = decodings
            .iter()
            .map(|decoding| decoding.points)
            .collect::<Vec<_>>();
        for at in support.untouching(decodings, &own) {
            let decoding = &decodings[at];
            support.sure[decoding.family()] += 1;
            for script in decoding.said().filter_map(class::script) {
                if !support.scripts.contains(&(decoding.family(), script)) {
                    support.scripts.push((decoding.family(), script));
                }
            }
        }
        support
    }

    /// The best decodings with enough points that do not overlap, in order.
    fn untouching(&self, decodings: &[Decoding], points: &[i32]) -> Vec<usize> {
        let mut best = Vec::new();
        let mut rivals: Vec<usize> = Vec::new();
        let mut end = 0;
        for at in (0..decodings.len()).filter(|&at| points[at] >= SURE) {
            if decodings[at].start() >= end {
                self.settle(decodings, points, &mut rivals, &mut best);
            }
            rivals.push(at);
            end = end.max(decodings[at].end());
        }
        self.settle(decodings, points, &mut rivals, &mut best);
        best
    }

    /// Appends the best of a group of overlapping decodings, in order.
    fn settle(
        &self,
        decodings: &[Decoding],
        points: &[i32],
        rivals: &mut Vec<usize>,
        best: &mut Vec<usize>,
    ) {
        if rivals.len() > 1 {
            order::sort_by_key(rivals, |&at| {
                let decoding = &decodings[at];
                let explained = self.explained[decoding.family()];
                let guess = decoding.table == LATIN_1;
                (
                    guess,
                    -points[at],
                    -explained,
                    decoding.seldom(),
                    decoding.table,
                )
            });
            let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
            rivals.retain(|&at| {
                let (start, end) = (decodings[at].start(), decodings[at].end());
                let before = taken.range(..end).next_back();
                let free = before.is_none_or(|(_, &stop)| stop <= start);
                if free {
                    taken.insert(start, end);
                }
                free
            });
            order::sort(rivals);
        }
        best.append(rivals);
    }

    /// The points of a decoding, including those that the rest of the text adds.
    fn points(&self, decoding: &Decoding) -> i32 {
        let sure = self.sure[decoding.family()];
        let own = usize::from(decoding.points >= SURE);
        let proven = match sure.saturating_sub(own) {
            0 => 0,
            1 | 2 => 2,
            _ => 3,
        };
        if decoding.points >= SURE {
            return decoding.points + proven;
        }
        let script = decoding.script().map(|script| (decoding.family(), script));
        let hidden = script.is_some_and(|script| self.scripts.contains(&script));
        let paired = self.guillemets[decoding.table] == [true; 2]
            && decoding.said().all(|c| matches!(c, '«' | '»' | '\u{a0}'));
        let paired = i32::from(paired) * if decoding.table < TABLES { 2 } else { 3 };
        decoding.points + proven + 4 * i32::from(hidden) + paired
    }
}

/// The accepted decodings in order, without overlaps, each with its confidence.
pub fn chosen(text: &str, mut found: Decodings) -> Vec<(Decoding, f64)> {
    let real = RealLines::new(text, &found);
    found
        .decodings
        .retain(|decoding| !real.holds(decoding) || is_glued(text, decoding));
    let decodings = found.decodings;
    let support = Support::of(&decodings);
    let points: Vec<i32> = decodings
        .iter()
        .map(|decoding| support.points(decoding))
        .collect();
    let mut best = support
        .untouching(&decodings, &points)
        .into_iter()
        .peekable();
    let kept = decodings.into_iter().enumerate();
    let kept = kept.filter(|(at, _)| best.next_if_eq(at).is_some());
    kept.map(|(_, decoding)| {
        let confidence = match decoding.points {
            6.. => 0.99,
            4 | 5 => 0.95,
            _ => 0.85,
        };
        (decoding, confidence)
    })
    .collect()
}

/// Whether a decoding is a typographic mark after a Latin letter, as in "it鈥檚": nobody writes that,
/// whatever else is on the line.
fn is_glued(text: &str, decoding: &Decoding) -> bool {
    let latin = text[..decoding.start()].ends_with(|c: char| c.is_ascii_alphabetic());
    latin
        && decoding
            .said()
            .next()
            .is_some_and(|c| matches!(c, '\u{2010}'..='\u{203f}'))
}

/// The lines with real East Asian text. No run on them is misread, unless it adjoins Latin words.
struct RealLines {
    /// The offsets of line ends; empty if there are no such lines.
    breaks: Vec<usize>,
    /// The numbers of these lines, in order.
    lines: Vec<usize>,
}

impl RealLines {
    fn new(text: &str, found: &Decodings) -> Self {
        let doubles = found.decodings.iter().any(|r| r.table >= TABLES);
        let mut real = Self {
            breaks: Vec::new(),
            lines: Vec::new(),
        };
        if doubles && !found.real.is_empty() {
            real.breaks = text.match_indices('\n').map(|(at, _)| at).collect();
            let mut line = 0;
            for &at in &found.real {
                while real.breaks.get(line).is_some_and(|&stop| stop < at) {
                    line += 1;
                }
                if real.lines.last() != Some(&line) {
                    real.lines.push(line);
                }
            }
        }
        real
    }

    fn line(&self, at: usize) -> usize {
        self.breaks.partition_point(|&stop| stop < at)
    }

    fn holds(&self, decoding: &Decoding) -> bool {
        (TABLES..LATIN_1).contains(&decoding.table)
            && !self.lines.is_empty()
            && self
                .lines
                .binary_search(&self.line(decoding.start()))
                .is_ok()
    }
}
