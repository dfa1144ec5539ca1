//! Which words of a segment are near a typed one? A walk through the automaton of its keys, as far as a table
//! of edits allows.
//!
//! An edit is a letter too many, too few or wrong, or two neighbours exchanged; no letter is
//! edited twice (the restricted distance of Damerau and Levenshtein; Boytsov 2011, section 2.2).

use crate::search::index::{Automaton, Segment, State, WordId};

/// The words of a segment within some edits of a typed one, by alphabet; compounds are none. Those
/// that begin otherwise are left out where the letters of the `opening` are given.
pub fn near(
    typed: &[char],
    most: u32,
    segment: &Segment,
    opening: Option<&[char]>,
) -> Vec<(String, WordId)> {
    let Some((keys, root)) = segment.keys().and_then(|keys| Some((keys, keys.root()?))) else {
        return Vec::new();
    };
    let mut walk = Walk {
        keys,
        typed,
        most,
        opening,
        rows: (0..=typed.len() as u32).collect(),
        letters: Vec::new(),
        found: Vec::new(),
    };
    walk.from(root, 0, &mut Vec::new());
    walk.found
}

/// A walk through the keys, with a row of the table of distances for each letter on the way.
struct Walk<'a> {
    keys: Automaton<'a>,
    typed: &'a [char],
    most: u32,
    opening: Option<&'a [char]>,
    /// The rows one after the other; right as far as distances of `most` go, more elsewhere.
    rows: Vec<u32>,
    letters: Vec<char>,
    found: Vec<(String, WordId)>,
}

impl Walk<'_> {
    /// Goes on from a state that `before` words come before; `begun` has the bytes of a letter that is not
    /// complete.
    fn from(&mut self, state: State, before: WordId, begun: &mut Vec<u8>) {
        let is_word = begun.is_empty() && state.is_final;
        if is_word && self.rows.last().is_some_and(|least| *least <= self.most) {
            self.found.push((self.letters.iter().collect(), before));
        }
        // A byte below a blank is no letter: it parts a compound from its number.
        for transition in state
            .transitions()
            .filter(|transition| transition.byte >= b' ')
        {
            let Some(next) = self.keys.state(transition.to) else {
                continue;
            };
            let before = before.saturating_add(transition.before);
            begun.push(transition.byte);
            match std::str::from_utf8(begun).map(|letter| letter.chars().next()) {
                Ok(Some(letter)) => {
                    if self.push(letter) {
                        self.from(next, before, &mut Vec::new());
                    }
                    self.pop();
                }
                _ => self.from(next, before, begun),
            }
            begun.pop();
        }
    }

    /// Adds a letter and its row; whether anything near can follow. Cells further from the diagonal
    /// than `most` hold more than that, and are not reckoned (Ukkonen 1985).
    fn push(&mut self, letter: char) -> bool {
        let (width, most) = (self.typed.len() + 1, self.most as usize);
        let at = self.letters.len() + 1;
        self.letters.push(letter);
        self.rows.resize((at + 1) * width, self.most + 1);
        if at == 1
            && self
                .opening
                .is_some_and(|letters| !letters.contains(&letter))
        {
            return false;
        }
        let (before, row) = self.rows.split_at_mut(at * width);
        let (earlier, before) = before.split_at((at - 1) * width);
        let mut least = self.most + 1;
        if at <= most {
            row[0] = at as u32;
            least = row[0];
        }
        for n in at.saturating_sub(most).max(1)..width.min(at + most + 1) {
            let typed = self.typed[n - 1];
            let changed = before[n - 1] + u32::from(typed != letter);
            let mut cell = changed.min(before[n] + 1).min(row[n - 1] + 1);
            if n > 1
                && let [.., last, _] = self.letters.as_slice()
                && typed == *last
                && self.typed[n - 2] == letter
            {
                cell = cell.min(earlier[earlier.len() - width + n - 2] + 1);
            }
            row[n] = cell;
            least = least.min(cell);
        }
        least <= self.most
    }

    fn pop(&mut self) {
        self.letters.pop();
        self.rows
            .truncate((self.letters.len() + 1) * (self.typed.len() + 1));
    }
}

#[cfg(test)]
mod tests {
    use super::near;
    use crate::document::Document;
    use crate::search::index::Index;

    /// The edits from `typed` to each of some words; 9 for more than two.
    fn check(typed: &str, expected: &[(&str, u32)]) {
        let text: Vec<&str> = expected.iter().map(|(word, _)| *word).collect();
        let index = Index::build(&[Document::from_text("a", &text.join(" "))]);
        let segment = index.segments().next().unwrap();
        let typed: Vec<char> = typed.chars().collect();
        for edits in 0..3 {
            let found = near(&typed, edits, segment, None);
            let mut found: Vec<&str> = found.iter().map(|(key, _)| key.as_str()).collect();
            let within = expected.iter().filter(|(_, least)| *least <= edits);
            let mut within: Vec<&str> = within.map(|(word, _)| *word).collect();
            found.sort_unstable();
            within.sort_unstable();
            assert_eq!(found, within, "{typed:?} {edits}");
        }
    }

    #[test]
    fn edits() {
        check(
            "treaty",
            &[
                ("treaty", 0),
                ("traety", 1),
                ("treay", 1),
                ("treatty", 1),
                ("trees", 3),
            ],
        );
        check("gutteres", &[("guterres", 2), ("gutters", 1), ("putin", 9)]);
        check(
            "ab",
            &[("ba", 1), ("b", 1), ("abcd", 2), ("bca", 3), ("xyz", 9)],
        );
        check("zizek", &[("zizek", 0)]);
        check("安全", &[("安", 1)]);
    }
}
