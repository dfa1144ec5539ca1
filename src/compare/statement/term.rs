//! When is a word of one text a word of another? A lexicon of terms: names by entity, other words
//! by stem.
//!
//! The weight of a term is its rarity among the compared sentences (the inverse document frequency
//! of Spärck Jones 1972), scaled to 0 to 1, so that it is comparable between five articles and
//! thousands.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::compare::account::Account;
use crate::entity::EntityId;
use crate::language::word_class;
use crate::text::fold::fold;
use crate::text::lexicon::entries;
use crate::text::{
    EnglishStemmer, Span, Token, TokenKind, is_stop_word, spelling_key, without_possessive,
};

/// A word or name of a sentence.
#[derive(Debug, Clone, Copy)]
pub(in crate::compare) struct Term {
    /// Its span.
    pub span: Span,
    /// Equal for equal terms.
    pub key: u32,
    /// Equal for words of similar use; 0 for none.
    pub class: u16,
    /// Its weight, from 0 to 1.
    pub weight: f64,
    /// Whether it is a name.
    pub name: bool,
}

/// Words that say little by themselves; the first lines of the file describe them.
const LIGHT: &str = include_str!("light.txt");
/// The factor for the weight of such a word.
const LIGHT_WEIGHT: f64 = 0.35;

/// The keys of terms, numbered in order of appearance.
pub(in crate::compare) struct Lexicon {
    stemmer: EnglishStemmer,
    words: FxHashMap<String, u32>,
    entities: FxHashMap<EntityId, u32>,
    /// The keys of words that say little.
    light: FxHashSet<u32>,
}

impl Lexicon {
    pub fn new() -> Self {
        let mut lexicon = Self {
            stemmer: EnglishStemmer::new(),
            words: FxHashMap::default(),
            entities: FxHashMap::default(),
            light: FxHashSet::default(),
        };
        for word in entries(LIGHT) {
            let key = lexicon.key(word);
            lexicon.light.insert(key);
        }
        lexicon
    }

    /// The number of keys; every key is below it.
    pub fn len(&self) -> usize {
        self.words.len() + self.entities.len()
    }

    /// The terms of a span of an account, in text order, all with weight 0, without stop words and
    /// words inside `passed`.
    pub fn terms(&mut self, account: &Account, span: Span, passed: &[Span]) -> Vec<Term> {
        let document = account.document;
        let tokens = document.tokens_in(span);
        let first = account
            .mentions
            .partition_point(|m| m.span.end <= span.start);
        let mut names = (first..account.mentions.len()).peekable();
        let mut terms = Vec::new();
        let mut n = 0;
        while let Some(token) = tokens.get(n) {
            let name = |at: &usize| account.mentions[*at].span;
            while names
                .next_if(|at| name(at).end <= token.span.start)
                .is_some()
            {}
            let named = names.peek().filter(|at| name(at).contains(token.span));
            let entity =
                named.and_then(|&at| Some((account.mentions[at].span, account.entities[at]?)));
            let is_passed = passed.iter().any(|p| p.contains(token.span));
            if is_passed || !token.is_word() {
                n += 1;
            } else if let Some((span, entity)) = entity {
                terms.push(self.named(entity, span));
                n += tokens[n..]
                    .iter()
                    .take_while(|t| t.span.end <= span.end)
                    .count();
            } else {
                let (word, last) = written(account, tokens, n);
                terms.extend(self.word(&word, token.span.cover(tokens[last].span)));
                n = last + 1;
            }
        }
        terms
    }

    /// All words of a span of an account, including names, in text order; stop words have weight 0,
    /// the others 1.
    pub fn words(&mut self, account: &Account, span: Span) -> Vec<Term> {
        let tokens = account.document.tokens_in(span);
        let mut words = Vec::new();
        let mut n = 0;
        while let Some(token) = tokens.get(n) {
            let mut last = n;
            if token.is_word() {
                let (word, end) = written(account, tokens, n);
                last = end;
                words.push(Term {
                    span: token.span.cover(tokens[last].span),
                    key: self.key(&word),
                    class: 0,
                    weight: if is_stop_word(&word) { 0.0 } else { 1.0 },
                    name: false,
                });
            }
            n = last + 1;
        }
        words
    }

    fn named(&mut self, entity: EntityId, span: Span) -> Term {
        let next = self.len() as u32;
        let key = *self.entities.entry(entity).or_insert(next);
        Term {
            span,
            key,
            class: 0,
            weight: 0.0,
            name: true,
        }
    }

    fn word(&mut self, folded: &str, span: Span) -> Option<Term> {
        if is_stop_word(folded) {
            return None;
        }
        let key = self.key(folded);
        Some(Term {
            span,
            key,
            class: word_class(folded),
            weight: 0.0,
            name: false,
        })
    }

    fn key(&mut self, folded: &str) -> u32 {
        let stem = self.stemmer.stem(&spelling_key(folded)).into_owned();
        let next = self.len() as u32;
        *self.words.entry(stem).or_insert(next)
    }
}

/// The folded word at a token, and the index of its last token: "co-operation" is "cooperation".
fn written(account: &Account, tokens: &[Token], n: usize) -> (String, usize) {
    let text = |n: usize| account.document.slice(tokens[n].span);
    let word = fold(without_possessive(text(n)));
    let goes_on = word == "co"
        && tokens.len() > n + 2
        && matches!(text(n + 1), "-" | "‐" | "‑")
        && tokens[n + 2].kind == TokenKind::Word;
    if goes_on {
        (word + &fold(without_possessive(text(n + 2))), n + 2)
    } else {
        (word, n)
    }
}

/// Sets the weight of each term by the number of sentences that have it.
pub(in crate::compare) fn weigh<'a>(
    lexicon: &Lexicon,
    sentences: impl Iterator<Item = &'a mut Vec<Term>>,
) {
    let mut sentences: Vec<&mut Vec<Term>> = sentences.collect();
    let mut frequency = vec![0u32; lexicon.len()];
    let mut last = vec![u32::MAX; lexicon.len()];
    for (n, terms) in (0..).zip(&sentences) {
        for term in terms.iter() {
            let at = term.key as usize;
            frequency[at] += u32::from(std::mem::replace(&mut last[at], n) != n);
        }
    }
    let all = f64::from(sentences.len() as u32 + 1).ln();
    for term in sentences.iter_mut().flat_map(|terms| terms.iter_mut()) {
        let held = f64::from(frequency[term.key as usize]) + 0.5;
        let rarity = ((all - held.ln()) / all).clamp(0.0, 1.0);
        let is_light = lexicon.light.contains(&term.key);
        term.weight = rarity * if is_light { LIGHT_WEIGHT } else { 1.0 };
    }
}

#[cfg(test)]
mod tests {
    use super::LIGHT;
    use crate::text::lexicon::check_list;

    #[test]
    fn the_list_is_sorted() {
        check_list(LIGHT, &[]);
    }
}
