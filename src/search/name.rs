//! Which words are names? Those that the corpus writes with a capital where it need not.
//!
//! Evidence is running text alone: a capital at the start of a sentence, in a headline or in a line
//! of capitals says nothing. A name keeps its own form: the stemmer knows English words, and would
//! make one of "Manning" and "man".

use super::lexicon::WordId;
use super::unit::Unit;
use crate::document::BlockKind;

/// How many capitals outweigh one small letter.
const TIMES: u32 = 10;

/// For each word of a lexicon, whether it is a name.
#[derive(Debug, Clone, Default)]
pub struct Names(Vec<bool>);

impl Names {
    /// Whether a word is a name.
    pub fn holds(&self, word: WordId) -> bool {
        self.0.get(word as usize).is_some_and(|&is_name| is_name)
    }
}

/// Counts how words are written.
#[derive(Debug, Default)]
pub struct NameBuilder {
    /// For each provisional word, how often it stands with a capital and without.
    counts: Vec<[u32; 2]>,
}

impl NameBuilder {
    /// Notes the words of a block; `words` are the provisional numbers of its units.
    pub fn note(&mut self, text: &str, kind: BlockKind, units: &[Unit], words: &[u32]) {
        if !is_running(kind) {
            return;
        }
        let looks = units.iter().map(|unit| unit.span.slice(text));
        let writing = |look: &str| look.chars().next().filter(|c| c.is_alphabetic());
        let mut seen: Vec<(u32, bool)> = Vec::new();
        for (at, look) in looks.enumerate().skip(1) {
            if let Some(first) =
                writing(look).filter(|_| is_inside(text, &units[at - 1], &units[at]))
            {
                seen.push((words[at], first.is_uppercase()));
            }
        }
        let capitals = seen.iter().filter(|(_, capital)| *capital).count();
        if seen.len() > 2 && capitals * 3 > seen.len() * 2 {
            return;
        }
        for (word, capital) in seen {
            if self.counts.len() <= word as usize {
                self.counts.resize(word as usize + 1, [0; 2]);
            }
            self.counts[word as usize][usize::from(!capital)] += 1;
        }
    }

    /// The names; `place_of` gives each provisional word its number.
    pub fn finish(self, place_of: &[WordId]) -> Names {
        let mut names = vec![false; place_of.len()];
        for ([capital, small], &place) in self.counts.into_iter().zip(place_of) {
            names[place as usize] = capital > 0 && small * TIMES <= capital;
        }
        Names(names)
    }
}

/// Whether blocks of a kind hold sentences.
fn is_running(kind: BlockKind) -> bool {
    use BlockKind::{Caption, Item, Paragraph, Quotation};
    matches!(kind, Paragraph | Item | Caption | Quotation)
}

/// Whether a unit goes on with the sentence of the one before it.
fn is_inside(text: &str, before: &Unit, unit: &Unit) -> bool {
    let between = text.get(before.span.end as usize..unit.span.start as usize);
    let goes_on = |c: char| matches!(c, ' ' | ',' | '-' | '’' | '\'' | '&' | '/');
    between.is_some_and(|b| b.chars().all(goes_on)) && !before.span.slice(text).ends_with('.')
}
