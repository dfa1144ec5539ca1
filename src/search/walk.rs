//! Which words of a segment are near a typed one? The automaton of its keys, walked as far as a table
//! of edits allows.
//!
//! An edit is a letter too many, too few or wrong, or two neighbours exchanged; no letter is
//! edited twice (the restricted distance of Damerau and Levenshtein; Boytsov 2011, section 2.2).

use super::index::{Automaton, Node, Segment, WordId};

/// The words of a segment within some edits of a typed one, by alphabet; compounds are none.
pub fn near(typed: &[char], most: u32, segment: &Segment) -> Vec<(String, WordId)> {
    let Some((keys, root)) = segment.keys().and_then(|keys| Some((keys, keys.root()?))) else {
        return Vec::new();
    };
    let first: Vec<u32> = (0..=typed.len() as u32).collect();
    let mut walk = Walk {
        keys,
        typed,
        most,
        rows: vec![first],
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
    rows: Vec<Vec<u32>>,
    letters: Vec<char>,
    found: Vec<(String, WordId)>,
}

impl Walk<'_> {
    /// Goes on from a node that `before` words come before; `begun` has the bytes of a letter that is not
    /// complete.
    fn from(&mut self, node: Node, before: WordId, begun: &mut Vec<u8>) {
        if begun.is_empty()
            && node.is_final
            && self
                .rows
                .last()
                .is_some_and(|row| row.last() <= Some(&self.most))
        {
            self.found.push((self.letters.iter().collect(), before));
        }
        // A byte below a blank is no letter: it parts a compound from its number.
        for step in node.steps().filter(|step| step.byte >= b' ') {
            let Some(next) = self.keys.node(step.to) else {
                continue;
            };
            let before = before.saturating_add(step.before);
            begun.push(step.byte);
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

    /// Adds a letter and its row; whether anything near can follow.
    fn push(&mut self, letter: char) -> bool {
        let at = self.rows.len();
        let before = &self.rows[at - 1];
        let mut row = vec![at as u32; self.typed.len() + 1];
        for (n, &typed) in self.typed.iter().enumerate() {
            let changed = before[n] + u32::from(typed != letter);
            let mut least = changed.min(before[n + 1] + 1).min(row[n] + 1);
            if n > 0 && at > 1 && typed == self.letters[at - 2] && self.typed[n - 1] == letter {
                least = least.min(self.rows[at - 2][n - 1] + 1);
            }
            row[n + 1] = least;
        }
        let least = row.iter().min().is_some_and(|&least| least <= self.most);
        self.rows.push(row);
        self.letters.push(letter);
        least
    }

    fn pop(&mut self) {
        self.rows.pop();
        self.letters.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::near;
    use crate::document::Document;

    /// The edits from `typed` to each of some words; 9 for more than two.
    fn check(typed: &str, expected: &[(&str, u32)]) {
        let text: Vec<&str> = expected.iter().map(|(word, _)| *word).collect();
        let segment = crate::search::growth::segment(
            &[Document::from_text("a", &text.join(" "))],
            0..1,
            &crate::search::Schema::default(),
        );
        let typed: Vec<char> = typed.chars().collect();
        for edits in 0..3 {
            let found = near(&typed, edits, &segment);
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
