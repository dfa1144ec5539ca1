//! On which lines are repairs withheld? An accumulator over rounds of repair.

use std::collections::BTreeSet;

use super::decoding::Decoding;
use super::foreign::{ChangedLine, letters, scripts, scripts_of, signs};

/// The number of rounds after which no line may get a new script.
const ROUNDS: usize = 4;

/// The lines of a text to which no repair may add a script.
#[derive(Debug, Default)]
pub struct Withheld {
    lines: BTreeSet<usize>,
    rounds: usize,
    /// A word that stays misread for this reason.
    example: Option<String>,
    /// Letters of decodings that may occur alone in any text.
    signs: BTreeSet<char>,
}

impl Withheld {
    /// Judges the text before and after all passes. Returns whether lines were added; then all
    /// passes must be repeated.
    pub fn add(&mut self, before: &str, after: &str) -> bool {
        let lines = before.split('\n').zip(after.split('\n')).enumerate();
        let changed: Vec<ChangedLine> = lines
            .filter(|(_, (was, is))| was != is)
            .filter_map(|(number, (was, is))| ChangedLine::of(number, was, is, &self.signs))
            .collect();
        if changed.is_empty() {
            return false;
        }
        let known = self.lines.len();
        let own = scripts_of(before, after);
        self.rounds += 1;
        for line in &changed {
            if self.rounds >= ROUNDS || line.new.iter().any(|new| !own.contains(new)) {
                self.lines.insert(line.number);
                self.example.get_or_insert_with(|| line.example());
            }
        }
        self.lines.len() > known
    }

    /// The decodings of a text, except those that would add a script to a line where none may be.
    pub fn without(
        &mut self,
        text: &str,
        mut chosen: Vec<(Decoding, f64)>,
    ) -> Vec<(Decoding, f64)> {
        let said = chosen.iter().flat_map(|(decoding, _)| signs(decoding));
        self.signs.extend(said);
        if self.lines.is_empty() {
            return chosen;
        }
        let breaks: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
        chosen.retain(|(decoding, _)| {
            let number = breaks.partition_point(|&stop| stop < decoding.start());
            if !self.lines.contains(&number) {
                return true;
            }
            let start = number.checked_sub(1).map_or(0, |last| breaks[last] + 1);
            let end = breaks.get(number).copied().unwrap_or(text.len());
            let own = scripts(text[start..end].chars());
            let said = scripts(letters(decoding));
            said.iter().all(|new| own.contains(new))
        });
        chosen
    }

    /// A word that stays misread; `None` if nothing was withheld.
    pub fn example(self) -> Option<String> {
        self.example
    }
}
