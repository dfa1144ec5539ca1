//! Which words are spelt nearly so? All words of the corpus within some edits of a typed one.
//!
//! An edit is a letter too many, too few or wrong, or two neighbours exchanged; no letter is
//! edited twice (the restricted distance of Damerau and Levenshtein).

use super::lexicon::{Lexicon, Word, WordId};

/// How many letters may differ when "~" does not say: as many as a reader would overlook.
pub fn usual_edits(key: &str) -> u32 {
    match key.chars().count() {
        0..=2 => 0,
        3..=5 => 1,
        _ => 2,
    }
}

/// The words of the lexicon at most `edits` away from `key`, ascending.
pub fn within(key: &str, edits: u32, lexicon: &Lexicon) -> Vec<WordId> {
    let typed: Vec<char> = key.chars().collect();
    let near = |word: &Word| is_within(&typed, &word.key, edits as usize);
    let words = (0..).zip(lexicon.words());
    words
        .filter(|(_, word)| !word.joined && near(word))
        .map(|(id, _)| id)
        .collect()
}

/// Whether a word lies at most `edits` away from the letters of another.
fn is_within(typed: &[char], word: &str, edits: usize) -> bool {
    if word.len() + edits < typed.len() || word.len() > 4 * (typed.len() + edits) {
        return false;
    }
    let word: Vec<char> = word.chars().collect();
    if word.len().abs_diff(typed.len()) > edits {
        return false;
    }
    let (mut before, mut last): (Vec<usize>, Vec<usize>) = (Vec::new(), (0..=word.len()).collect());
    for (i, &a) in typed.iter().enumerate() {
        let mut row = Vec::with_capacity(word.len() + 1);
        row.push(i + 1);
        for (j, &b) in word.iter().enumerate() {
            let mut least = (last[j] + usize::from(a != b))
                .min(last[j + 1] + 1)
                .min(row[j] + 1);
            if i > 0 && j > 0 && a == word[j - 1] && b == typed[i - 1] {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        if row.iter().all(|&cell| cell > edits) {
            return false;
        }
        before = std::mem::replace(&mut last, row);
    }
    last[word.len()] <= edits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits() {
        for (typed, word, least) in [
            ("treaty", "treaty", 0),
            ("traety", "treaty", 1),
            ("treay", "treaty", 1),
            ("treatty", "treaty", 1),
            ("stoltenburg", "stoltenberg", 1),
            ("gutteres", "guterres", 2),
            ("zizek", "žižek", 2),
            ("", "ab", 2),
            ("kim", "putin", 9),
        ] {
            let typed: Vec<char> = typed.chars().collect();
            for edits in 0..3 {
                assert_eq!(
                    is_within(&typed, word, edits),
                    edits >= least,
                    "{word} {edits}"
                );
            }
        }
    }
}
