//! Where does a title end and the name begin? "Secretary of State Ida Berg".

use crate::entity::lexicon::{Class, Lexicon};
use crate::entity::token::Word;

/// Where the name after a title of several words starts: "National Security Adviser Ida Berg".
pub fn after_long_title(words: &[Word], at: usize, end: usize) -> Option<usize> {
    let lexicon = Lexicon::get();
    let plain = |w: &&Word| lexicon.is_common(&w.lower) || lexicon.is(w.bare, Class::Title);
    let plain = words[at..end].iter().take_while(plain).count();
    let title = (at..at + plain).rev().find(|&i| is_title(words, i))?;
    (title > at && title + 1 < end).then_some(title + 1)
}

/// The end of a title that goes on with "of": "Secretary of State".
pub fn completes_title(words: &[Word], at: usize) -> bool {
    let title = at
        .checked_sub(2)
        .is_some_and(|t| is_title(words, t) && words[t + 1].text == "of");
    title && Lexicon::get().is_common(&words[at].lower)
}

/// Whether a word may stand before a person's name as a title.
pub fn is_title(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    Lexicon::get().is(word.bare, Class::Title) && !word.is_possessive()
}
