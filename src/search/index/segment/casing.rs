//! Which words are names? Those that the corpus writes with a capital where it need not.
//!
//! Evidence is running text alone: a capital at the start of a sentence, in a headline or in a line
//! of capitals says nothing. A name keeps its own form: the stemmer knows English words, and would
//! make one of "Manning" and "man".

use crate::search::term::IndexToken;

/// How many capitals outweigh one small letter.
const TIMES: u32 = 10;

/// How a word is written in running text: how often with a capital, and how often without.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Casing {
    /// With a capital where none is needed.
    pub capital: u32,
    /// Without.
    pub small: u32,
}

impl Casing {
    /// Whether it is a name.
    pub fn is_name(self) -> bool {
        self.capital > 0 && self.small.saturating_mul(TIMES) <= self.capital
    }

    /// Adds what is known from elsewhere.
    pub fn add(&mut self, other: Self) {
        self.capital += other.capital;
        self.small += other.small;
    }
}

/// How the words of a block of running text are written, where that says something: each by the
/// ordinal of its token.
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

/// Whether a token goes on with the sentence of the one before it.
fn is_inside(text: &str, before: &IndexToken, token: &IndexToken) -> bool {
    let between = text.get(before.span.end as usize..token.span.start as usize);
    let goes_on = |c: char| matches!(c, ' ' | ',' | '-' | '’' | '\'' | '&' | '/');
    between.is_some_and(|b| b.chars().all(goes_on)) && !before.span.slice(text).ends_with('.')
}
