//! Which word was meant? A spelling corrector: the nearest word of the corpus to one that it lacks.
//!
//! The distance is the restricted Damerau–Levenshtein distance (Boytsov 2011, section 2.2):
//! insertions, deletions, substitutions, and exchanges of neighbours. Among equal distances, the
//! likelier typing errors win (exchanged letters, a doubled letter, a neighbouring key), then the
//! more frequent word.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::walk::near;
use crate::search::index::Index;

/// The rows of a QWERTY keyboard, each shifted by half a key to the right.
const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// The cost of a likely typing error; compare [`EDIT`].
const SLIP: u32 = 7;

/// The cost of any other edit.
const EDIT: u32 = 10;
/// The additional cost of a wrong first letter, which is rare (Pollock & Zamora 1984).
const FIRST: u32 = 2;

/// The maximum edit distance for a word with this many letters.
fn most_edits(letters: usize) -> u32 {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// The key of the corpus that `key` was most likely meant to be; `None` if none is near.
pub fn correct(key: &str, index: &Index) -> Option<String> {
    let typed: Vec<char> = key.chars().collect();
    let most = most_edits(typed.len());
    if most == 0 || typed.iter().any(|c| c.is_numeric()) {
        return None;
    }
    (1..=most).find_map(|edits| nearest(&typed, edits, index))
}

/// The nearest key of the corpus within `most` edits.
fn nearest(typed: &[char], most: u32, index: &Index) -> Option<String> {
    let mut rows = Rows::default();
    // With two errors, the first letter is assumed right, exchanged with the second, or left out.
    let opening = (most > 1).then(|| &typed[..2]);
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for segment in index.segments() {
        for (near, id) in near(typed, most, segment, opening) {
            *counts.entry(near).or_default() += segment.word(id).map_or(0, |word| word.count);
        }
    }
    let rank = |(near, count): (String, u32)| {
        let letters: Vec<char> = near.chars().collect();
        let (edits, cost) = distance(typed, &letters, most, &mut rows)?;
        Some((edits, cost, Reverse(count), near))
    };
    counts
        .into_iter()
        .filter_map(rank)
        .min()
        .map(|(.., near)| near)
}

/// Splits a key into two words of the corpus, for a missing space. Among the possible splits, the
/// one whose rarer word is most frequent wins; `None` if there is none.
pub fn split<'k>(key: &'k str, index: &Index) -> Option<(&'k str, &'k str)> {
    let known = |part: &str| {
        part.chars().nth(1)?;
        Some(index.count(part)).filter(|&count| count > 0)
    };
    let cuts = key.char_indices().skip(1).filter_map(|(at, _)| {
        let (left, right) = key.split_at(at);
        Some((known(left)?.min(known(right)?), Reverse(at), left, right))
    });
    cuts.max().map(|(_, _, left, right)| (left, right))
}

/// The last three rows of the distance table, reused between words.
type Rows = [Vec<u32>; 3];

/// The edit distance of two words and its cost; `None` above `most` edits.
fn distance(a: &[char], b: &[char], most: u32, rows: &mut Rows) -> Option<(u32, u32)> {
    if a.len().abs_diff(b.len()) > most as usize {
        return None;
    }
    // A cell is edits × SCALE + cost, so fewer edits win and the cost decides among equals.
    const SCALE: u32 = 1 << 10;
    let step = |cost: u32, at: usize| SCALE + cost + if at == 0 { FIRST } else { 0 };
    let width = b.len() + 1;
    for row in rows.iter_mut() {
        row.clear();
        row.resize(width, 0);
    }
    for (at, cell) in (0..).zip(&mut rows[1]) {
        *cell = at * (SCALE + EDIT);
    }
    for i in 1..=a.len() {
        rows[2][0] = i as u32 * (SCALE + EDIT);
        for j in 1..width {
            let at = (i - 1).min(j - 1);
            let (x, y) = (a[i - 1], b[j - 1]);
            let doubled = |word: &[char], n: usize| n > 1 && word[n - 1] == word[n - 2];
            let same = rows[1][j - 1]
                + if x == y {
                    0
                } else {
                    step(if are_near(x, y) { SLIP + 1 } else { EDIT }, at)
                };
            let extra = rows[1][j] + step(if doubled(a, i) { SLIP } else { EDIT }, at);
            let missing = rows[2][j - 1] + step(if doubled(b, j) { SLIP } else { EDIT }, at);
            let mut least = same.min(extra).min(missing);
            if i > 1 && j > 1 && x == b[j - 2] && y == a[i - 2] && x != y {
                least = least.min(rows[0][j - 2] + step(SLIP, at - 1));
            }
            rows[2][j] = least;
        }
        rows.rotate_left(1);
        if rows[1]
            .iter()
            .min()
            .is_none_or(|least| least / SCALE > most)
        {
            return None;
        }
    }
    let cell = rows[1][b.len()];
    (cell / SCALE <= most).then_some((cell / SCALE, cell % SCALE))
}

/// Whether two letters are neighbours on the keyboard, in a row or across two.
fn are_near(a: char, b: char) -> bool {
    let place = |c: char| {
        ROWS.iter()
            .enumerate()
            .find_map(|(row, keys)| Some((row, keys.find(c)?)))
    };
    match (place(a), place(b)) {
        (Some((row, x)), Some((other, y))) if row == other => x.abs_diff(y) == 1,
        (Some((row, x)), Some((other, y))) if row + 1 == other => x == y || x == y + 1,
        (Some((row, x)), Some((other, y))) if other + 1 == row => x == y || y == x + 1,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(a: &str, b: &str, expected: Option<u32>) {
        let chars = |s: &str| s.chars().collect::<Vec<_>>();
        let found = distance(&chars(a), &chars(b), 2, &mut Rows::default()).map(|d| d.0);
        assert_eq!(found, expected, "{a} {b}");
        assert_eq!(
            distance(&chars(b), &chars(a), 2, &mut Rows::default()).map(|d| d.0),
            expected,
            "{b} {a}"
        );
    }

    #[test]
    fn edits() {
        check("gutteres", "guterres", Some(2));
        check("treaty", "traety", Some(1));
        check("korea", "krae", Some(2));
        check("kim", "kim", Some(0));
        check("putin", "xi", None);
        check("", "ab", Some(2));
        check("žižek", "zizek", Some(2));
    }

    #[test]
    fn likelier_slips_cost_less() {
        let cost = |a: &str, b: &str| {
            let chars = |s: &str| s.chars().collect::<Vec<_>>();
            distance(&chars(a), &chars(b), 2, &mut Rows::default()).map(|d| d.1)
        };
        assert!(cost("form", "from") < cost("fork", "form"));
        assert!(cost("misile", "missile") < cost("missle", "missile"));
        assert!(cost("pitin", "putin") < cost("patin", "putin"));
        assert!(cost("puten", "putin") < cost("eutin", "putin"));
    }
}
