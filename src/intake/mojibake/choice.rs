//! Which readings of a text are believed? The best that do not overlap, by themselves or because the
//! rest of the text proves their table.

use std::collections::BTreeMap;

use super::class::{self, Script};
use super::scan::Found;
use super::table::TABLES;
use super::{LATIN_1, Reading, SURE};
use crate::order;

/// What the readings of a text say about its tables.
struct Support {
    /// For each table, how many readings are believed by themselves.
    sure: [usize; LATIN_1 + 1],
    /// For each table, how much it explains, believed or not.
    explained: [i32; LATIN_1 + 1],
    /// For each table, the scripts that it was found to hide.
    scripts: Vec<(usize, Script)>,
    /// For each table, whether it hides both halves of « ».
    guillemets: [[bool; 2]; LATIN_1 + 1],
}

impl Support {
    fn of(readings: &[Reading]) -> Self {
        let mut support = Self {
            sure: [0; LATIN_1 + 1],
            explained: [0; LATIN_1 + 1],
            scripts: Vec::new(),
            guillemets: [[false; 2]; LATIN_1 + 1],
        };
        for reading in readings {
            if reading.points >= SURE {
                let seldom = reading.seldom() as i32;
                support.explained[reading.family()] += reading.points - 2 * seldom;
            }
            let [open, close] = &mut support.guillemets[reading.table];
            *open |= reading.said().any(|c| c == '«');
            *close |= reading.said().any(|c| c == '»');
        }
        let own = readings
            .iter()
            .map(|reading| reading.points)
            .collect::<Vec<_>>();
        for at in support.untouching(readings, &own) {
            let reading = &readings[at];
            support.sure[reading.family()] += 1;
            for script in reading.said().filter_map(class::script) {
                if !support.scripts.contains(&(reading.family(), script)) {
                    support.scripts.push((reading.family(), script));
                }
            }
        }
        support
    }

    /// The best of the readings with points enough that do not overlap.
    fn untouching(&self, readings: &[Reading], points: &[i32]) -> Vec<usize> {
        let mut best = Vec::new();
        let mut rivals: Vec<usize> = Vec::new();
        let mut end = 0;
        for at in (0..readings.len()).filter(|&at| points[at] >= SURE) {
            if readings[at].start() >= end {
                self.settle(readings, points, &mut rivals, &mut best);
            }
            rivals.push(at);
            end = end.max(readings[at].end());
        }
        self.settle(readings, points, &mut rivals, &mut best);
        best
    }

    /// Takes the best of readings that overlap one another, in order.
    fn settle(
        &self,
        readings: &[Reading],
        points: &[i32],
        rivals: &mut Vec<usize>,
        best: &mut Vec<usize>,
    ) {
        if rivals.len() > 1 {
            order::sort_by_key(rivals, |&at| {
                let reading = &readings[at];
                let explained = self.explained[reading.family()];
                let guess = reading.table == LATIN_1;
                (
                    guess,
                    -points[at],
                    -explained,
                    reading.seldom(),
                    reading.table,
                )
            });
            let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
            rivals.retain(|&at| {
                let (start, end) = (readings[at].start(), readings[at].end());
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

    /// The points of a reading, with those that the rest of the text gives it.
    fn points(&self, reading: &Reading) -> i32 {
        let sure = self.sure[reading.family()];
        let own = usize::from(reading.points >= SURE);
        let proven = match sure.saturating_sub(own) {
            0 => 0,
            1 | 2 => 2,
            _ => 3,
        };
        if reading.points >= SURE {
            return reading.points + proven;
        }
        let script = reading.script().map(|script| (reading.family(), script));
        let hidden = script.is_some_and(|script| self.scripts.contains(&script));
        let paired = self.guillemets[reading.table] == [true; 2]
            && reading.said().all(|c| matches!(c, '«' | '»' | '\u{a0}'));
        let paired = i32::from(paired) * if reading.table < TABLES { 2 } else { 3 };
        reading.points + proven + 4 * i32::from(hidden) + paired
    }
}

/// The readings that are believed: in order, none overlapping another, each with its confidence.
pub(super) fn chosen(text: &str, mut found: Found) -> Vec<(Reading, f64)> {
    let real = RealLines::new(text, &found);
    found
        .readings
        .retain(|reading| !real.holds(reading) || is_glued(text, reading));
    let readings = found.readings;
    let support = Support::of(&readings);
    let points: Vec<i32> = readings
        .iter()
        .map(|reading| support.points(reading))
        .collect();
    let mut best = support
        .untouching(&readings, &points)
        .into_iter()
        .peekable();
    let kept = readings.into_iter().enumerate();
    let kept = kept.filter(|(at, _)| best.next_if_eq(at).is_some());
    kept.map(|(_, reading)| {
        let confidence = match reading.points {
            6.. => 0.99,
            4 | 5 => 0.95,
            _ => 0.85,
        };
        (reading, confidence)
    })
    .collect()
}

/// Whether a reading says a typographic mark behind a Latin letter, "it鈥檚": nobody writes that, whatever else
/// stands on the line.
fn is_glued(text: &str, reading: &Reading) -> bool {
    let latin = text[..reading.start()].ends_with(|c: char| c.is_ascii_alphabetic());
    latin
        && reading
            .said()
            .next()
            .is_some_and(|c| matches!(c, '\u{2010}'..='\u{203f}'))
}

/// The lines that hold East Asian text of somebody's own: no run of such characters there is
/// misread, but for those that are glued to Latin words.
struct RealLines {
    /// Where lines end; empty when there are no such lines.
    breaks: Vec<usize>,
    /// Their numbers, in order.
    lines: Vec<usize>,
}

impl RealLines {
    fn new(text: &str, found: &Found) -> Self {
        let doubles = found.readings.iter().any(|r| r.table >= TABLES);
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

    fn holds(&self, reading: &Reading) -> bool {
        (TABLES..LATIN_1).contains(&reading.table)
            && !self.lines.is_empty()
            && self
                .lines
                .binary_search(&self.line(reading.start()))
                .is_ok()
    }
}
