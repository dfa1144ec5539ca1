//! Where does a title end and a name begin? Predicates over tokens: "Secretary of State Ida Berg".

use crate::entity::lexicon::{Class, Lexicon};
use crate::entity::token::CasedToken;

/// The start of the name after a title of several words: "National Security Adviser Ida Berg".
pub fn after_long_title(tokens: &[CasedToken], at: usize, end: usize) -> Option<usize> {
    let lexicon = Lexicon::get();
    let plain = |w: &&CasedToken| lexicon.is_common(&w.lower) || lexicon.is(w.bare, Class::Title);
    let plain = tokens[at..end].iter().take_while(plain).count();
    let title = (at..at + plain).rev().find(|&i| is_title(tokens, i))?;
    (title > at && title + 1 < end).then_some(title + 1)
}

/// Whether a word ends a title with "of": "Secretary of State".
pub fn completes_title(tokens: &[CasedToken], at: usize) -> bool {
    let title = at
        .checked_sub(2)
        .is_some_and(|t| is_title(tokens, t) && tokens[t + 1].text == "of");
    title && Lexicon::get().is_common(&tokens[at].lower)
}

/// Whether a word may be a title before a person’s name.
pub fn is_title(tokens: &[CasedToken], at: usize) -> bool {
    let word = &tokens[at];
    Lexicon::get().is(word.bare, Class::Title) && !word.is_possessive()
}
