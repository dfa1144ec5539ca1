//! How far does a capitalised sequence extend? A scanner over tokens that delimits where names are
//! searched for.
//!
//! A capitalised sequence starts with a capital and continues over capitals, particles between them
//! ("von der"), hyphens, initials with their full stops, "&", the apostrophe of a plural ("Workers’
//! Party") and bracketed parts ("Kim Jong [Un]"). A possessive or a new sentence ends it.

use crate::entity::lexicon::{Class, Lexicon};
use crate::entity::token::CasedToken;
use crate::text::is_stop_word;

/// The most words and marks in a capitalised sequence. No name is as long, but a page in capitals
/// may be, and every token of a sequence is tried as the start of a name.
const LONGEST: usize = 64;

/// The end of the capitalised sequence that starts at the capitalised token `tokens[at]`.
pub fn sequence_end(tokens: &[CasedToken], at: usize) -> usize {
    let mut end = at + 1;
    while end - at < LONGEST
        && let Some(next) = step(tokens, at, end)
    {
        end = next;
    }
    end
}

/// The end of the next part of a capitalised sequence, if it continues at `end`.
fn step(tokens: &[CasedToken], start: usize, end: usize) -> Option<usize> {
    let (last, word) = (&tokens[end - 1], tokens.get(end)?);
    let capital = |i: usize| tokens.get(i).is_some_and(goes_on);
    if last.is_possessive() && !holds_together(last) {
        return None;
    }
    if capital(end) {
        return Some(end + 1);
    }
    match word.text {
        "-" | "‑" if joined(tokens, end) && capital(end + 1) => Some(end + 2),
        "-" | "‑"
            if joined(tokens, end)
                && start + 1 < end
                && is_name_part(&tokens[start], &tokens[end + 1]) =>
        {
            Some(end + 2)
        }
        "-" if joined(tokens, end) && infix(tokens, end) => Some(end + 4),
        "." if !word.parted && is_initial(last) && capital(end + 1) => Some(end + 2),
        "." if !word.parted
            && Lexicon::get().is(last.text, Class::Abbreviation)
            && tokens.get(end + 1).is_some_and(CasedToken::is_capital) =>
        {
            Some(end + 2)
        }
        "’" | "'" if !word.parted && last.lower.ends_with('s') && capital(end + 1) => {
            let head = tokens[end + 1..].iter().take(3).any(|w| is_head(w.bare));
            head.then_some(end + 2)
        }
        "&" if capital(end + 1) => Some(end + 2),
        "[" if tokens.get(end + 2).is_some_and(|w| w.text == "]") && capital(end + 1) => {
            Some(end + 3)
        }
        _ => particles(tokens, end),
    }
}

/// Whether a word may continue a capitalised sequence.
fn goes_on(word: &CasedToken) -> bool {
    word.is_capital() && !word.opens && !(word.in_headline && is_stop_word(&word.lower))
}

/// The end of the sequence after particles between capitals.
fn particles(tokens: &[CasedToken], at: usize) -> Option<usize> {
    let lexicon = Lexicon::get();
    let count = tokens[at..]
        .iter()
        .take(2)
        .take_while(|w| lexicon.is(w.text, Class::Particle))
        .count();
    let mut next = at + count;
    if count > 0
        && tokens
            .get(next)
            .is_some_and(|w| matches!(w.text, "-" | "‑"))
        && joined(tokens, next)
    {
        next += 1;
    }
    let goes_on = count > 0 && tokens.get(next).is_some_and(|w| w.is_capital() && !w.opens);
    goes_on.then_some(next + 1)
}

/// Whether the mark at `at` touches the words on both sides.
pub fn joined(tokens: &[CasedToken], at: usize) -> bool {
    !tokens[at].parted && tokens.get(at + 1).is_some_and(|w| !w.parted && w.is_word)
}

/// "-e-" before a capital: "Mazar-e-Sharif".
fn infix(tokens: &[CasedToken], at: usize) -> bool {
    let Some([particle, dash, name]) = tokens.get(at + 1..at + 4) else {
        return false;
    };
    particle.text.len() < 4 && dash.text == "-" && !dash.parted && !name.parted && name.is_capital()
}

/// Whether `word` is the second half of a given name such as "Seong-chang", unlike "Russian-led";
/// after an East Asian family name it may be a common word ("Ki-moon").
fn is_name_part(first: &CasedToken, word: &CasedToken) -> bool {
    let lexicon = Lexicon::get();
    let asian = lexicon.is_family(first.text) && !lexicon.is(&word.lower, Class::CompoundEnd);
    word.text.chars().count() < 8
        && word.text.chars().all(char::is_lowercase)
        && (asian || !lexicon.is_common(&word.lower))
}

/// Whether a word is the initial of a name.
pub fn is_initial(word: &CasedToken) -> bool {
    word.is_capital() && word.text.chars().count() == 1
}

/// Whether a possessive may occur inside a name: "People’s Republic", "Women’s League".
fn holds_together(word: &CasedToken) -> bool {
    matches!(
        word.bare,
        "People" | "Women" | "Men" | "Children" | "Peoples"
    )
}

/// Whether a word is the last word of some kind of name.
fn is_head(word: &str) -> bool {
    let lexicon = Lexicon::get();
    [Class::Organisation, Class::Document, Class::Event]
        .iter()
        .any(|c| lexicon.is(word, *c))
}
