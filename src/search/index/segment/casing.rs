//! Which words are names? Counts of capitals: a name is a word that the corpus capitalises where it
//! need not.
//!
//! Only running text is evidence: a capital at the start of a sentence, in a headline or in a line
//! of capitals proves nothing. A name is not stemmed: the stemmer knows English words, and would
//! make "Manning" and "man" one term.

use crate::search::term::IndexToken;

/// How many capitalised occurrences outweigh one in lower case.
const TIMES: u32 = 10;

/// How often a word is written with and without a capital in running text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Casing {
    /// Occurrences with a capital where none is needed.
    pub capital: u32,
    /// Occurrences without.
    pub small: u32,
}

impl Casing {
    /// Whether the word is a name.
    pub fn is_name(self) -> bool {
        self.capital > 0 && self.small.saturating_mul(TIMES) <= self.capital
    }

    /// Adds the counts of other occurrences.
    pub fn add(&mut self, other: Self) {
        self.capital += other.capital;
        self.small += other.small;
    }
}

/// The casing of words in a block of running text, by the ordinal of the token; only for tokens
/// whose casing is evidence. Empty if most of them are capitalised.
pub fn casings(text: &str, tokens: &[IndexToken]) -> Vec<(usize, Casing)> {
    let first = |token: &IndexToken| {
        token
            .span
            .slice(text)
            .chars()
            .next()
            .filter(|c| c.is_alphabetic())
    };
    let mut seen: Vec<(usize, bool)> = Vec::new();
    for (at, pair) in tokens.windows(2).enumerate() {
        if let Some(first) = first(&pair[1]).filter(|_| is_inside(text, &pair[0], &pair[1])) {
            seen.push((at + 1, first.is_uppercase()));
        }
    }
    let capitals = seen.iter().filter(|(_, capital)| *capital).count();
    if seen.len() > 2 && capitals * 3 > seen.len() * 2 {
        return Vec::new();
    }
    let casing = |capital: bool| Casing {
        capital: u32::from(capital),
        small: u32::from(!capital),
    };
    seen.into_iter()
        .map(|(at, capital)| (at, casing(capital)))
        .collect()
}

/// Whether a token continues the sentence of the one before it.
fn is_inside(text: &str, before: &IndexToken, token: &IndexToken) -> bool {
    let between = text.get(before.span.end as usize..token.span.start as usize);
    let goes_on = |c: char| matches!(c, ' ' | ',' | '-' | '’' | '\'' | '&' | '/');
    between.is_some_and(|b| b.chars().all(goes_on)) && !before.span.slice(text).ends_with('.')
}
