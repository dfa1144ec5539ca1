//! Which word was meant? The nearest word of the corpus to one it does not hold.
//!
//! Distance is Damerau–Levenshtein's restricted one (Boytsov 2011, section 2.2): insertions,
//! deletions, substitutions, and two neighbours exchanged. Among equally few edits the likelier
//! slip wins: exchanged letters, a doubled letter, a neighbouring key; then the more frequent word.

use super::lexicon::{Lexicon, WordId};

/// The rows of a QWERTY keyboard, each half a key to the right of the one above.
const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// The cost of a likely slip, in parts of [`EDIT`].
const SLIP: u32 = 7;
/// The cost of any other edit.
const EDIT: u32 = 10;
/// What is added when the first letter is wrong: readers rarely miss it (Pollock & Zamora 1984).
const FIRST: u32 = 2;

/// How many edits a word of some letters may be away.
fn most_edits(letters: usize) -> u32 {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// The word of the corpus that `key` was most likely meant to be; `None` when none is near.
pub fn correct(key: &str, lexicon: &Lexicon) -> Option<WordId> {
    let typed: Vec<char> = key.chars().collect();
    let most = most_edits(typed.len());
    if most == 0 || typed.iter().any(|c| c.is_numeric()) {
        return None;
    }
    let signature = Signature::new(key);
    let mut best: Option<(u32, u32, std::cmp::Reverse<u32>, WordId)> = None;
    let mut candidate = Vec::new();
    let mut rows = Rows::default();
    for (id, other) in (0..).zip(lexicon.signatures()) {
        if !signature.may_be_near(*other, most) {
            continue;
        }
        let word = &lexicon.words()[id as usize];
        if word.joined {
            continue;
        }
        candidate.clear();
        candidate.extend(word.key.chars());
        if most == 1 && !within_one(&typed, &candidate) {
            continue;
        }
        let Some((edits, cost)) = distance(&typed, &candidate, most, &mut rows) else {
            continue;
        };
        let rank = (edits, cost, std::cmp::Reverse(word.count), id);
        if best.is_none_or(|b| rank < b) {
            best = Some(rank);
        }
    }
    best.map(|(.., id)| id)
}

/// Two words of the corpus that were typed without the blank between them, the most frequent pair
/// of those where the rarer one is most frequent; `None` when no cut gives two.
pub fn split(key: &str, lexicon: &Lexicon) -> Option<(WordId, WordId)> {
    let known = |part: &str| {
        let id = lexicon
            .find(part)
            .filter(|_| part.chars().nth(1).is_some())?;
        let word = &lexicon.words()[id as usize];
        (!word.joined).then_some((word.count, id))
    };
    let cuts = key.char_indices().skip(1).filter_map(|(at, _)| {
        let (left, right) = (known(&key[..at])?, known(&key[at..])?);
        Some((left.0.min(right.0), std::cmp::Reverse(at), left.1, right.1))
    });
    cuts.max().map(|(_, _, left, right)| (left, right))
}

/// Whether one edit at the most parts two words: what they do not share at either end is one
/// letter each, or two.
fn within_one(a: &[char], b: &[char]) -> bool {
    let shared = |(x, y): &(&char, &char)| x == y;
    let front = a.iter().zip(b).take_while(shared).count();
    let (a, b) = (&a[front..], &b[front..]);
    let back = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(shared)
        .count();
    let (a, b) = (&a[..a.len() - back], &b[..b.len() - back]);
    a.len().max(b.len()) < 2 || (a.len() == 2 && b.len() == 2 && a[0] == b[1] && a[1] == b[0])
}

/// Which letters a word has, one bit each for a to z, and above them its length: a cheap test
/// that spares most comparisons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signature(u32);

impl Signature {
    const LETTERS: u32 = (1 << 26) - 1;

    /// The signature of a key; letters beyond a to z share bits, lengths above 63 are one.
    pub fn new(key: &str) -> Self {
        let mut letters = 0;
        let mut length = 0;
        for c in key.chars() {
            letters |= 1 << ((c as u32).wrapping_sub('a' as u32) % 26);
            length = (length + 1).min(63);
        }
        Self(length << 26 | letters)
    }

    /// Whether two words could lie within some edits of each other.
    fn may_be_near(self, other: Self, edits: u32) -> bool {
        (self.0 >> 26).abs_diff(other.0 >> 26) <= edits
            && ((self.0 ^ other.0) & Self::LETTERS).count_ones() <= 2 * edits
    }
}

/// The last three rows of the table of distances, kept between words.
type Rows = [Vec<u32>; 3];

/// The edits between two words and their cost, `None` above `most` edits.
fn distance(a: &[char], b: &[char], most: u32, rows: &mut Rows) -> Option<(u32, u32)> {
    if a.len().abs_diff(b.len()) > most as usize {
        return None;
    }
    // A cell is edits × SCALE + cost, so that fewer edits win and cost decides among equals.
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

/// Whether two letters lie side by side on the keyboard, in a row or across two.
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
