//! Which words of a segment are near a typed one? A walk through the automaton of its keys, pruned
//! by a table of edit distances.
//!
//! An edit is a letter inserted, deleted or replaced, or two neighbours exchanged. No letter is
//! edited twice (the restricted Damerau–Levenshtein distance; Boytsov 2011, section 2.2).

use crate::search::index::{Automaton, Segment, State, WordId};

/// The words of a segment within `most` edits of a typed one, in key order, without compounds. If
/// `opening` is given, words must begin with one of its letters.
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

/// A walk through the keys, with a row of the distance table for each letter on the path.
struct Walk<'a> {
    keys: Automaton<'a>,
    typed: &'a [char],
    most: u32,
    opening: Option<&'a [char]>,
    /// The rows, concatenated. Distances up to `most` are exact; other cells are only greater.
    rows: Vec<u32>,
    letters: Vec<char>,
    found: Vec<(String, WordId)>,
}

impl Walk<'_> {
    /// Continues at a state that is preceded by `before` words; `begun` holds the bytes of an
    /// incomplete letter.
    fn from(&mut self, state: State, before: WordId, begun: &mut Vec<u8>) {
        let is_word = begun.is_empty() && state.is_final;
        if is_word && self.rows.last().is_some_and(|least| *least <= self.most) {
            self.found.push((self.letters.iter().collect(), before));
        }
        // A byte below the space is not a letter: it precedes the width of a compound.
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

    /// Adds a letter and its row; returns whether a near word may follow. Cells further than `most`
    /// from the diagonal must exceed it and are not computed (Ukkonen 1985).
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

    /// The edits from `typed` to each word; 9 stands for more than two.
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
