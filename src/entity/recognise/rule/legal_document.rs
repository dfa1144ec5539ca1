//! Which papers are named by number, year or quotation? Articles, resolutions, dated treaties.

use super::candidate::Found;
use crate::entity::kind::MentionKind;
use crate::entity::lexicon::{Class, Lexicon};
use crate::entity::token::Word;

/// The paper named from `words[at]` on.
pub fn paper_at(words: &[Word], at: usize) -> Option<Found> {
    let (end, confidence) = numbered(words, at)
        .or_else(|| dated(words, at))
        .or_else(|| quoted(words, at))?;
    Some(Found {
        first: at,
        end,
        kind: MentionKind::Document,
        confidence,
    })
}

/// "Article 51", "Resolution 1718", "Chapter VII".
fn numbered(words: &[Word], at: usize) -> Option<(usize, f64)> {
    let number = words.get(at + 1)?;
    let digits = number.text.starts_with(|c: char| c.is_ascii_digit()) && number.parted;
    let roman = number.text.chars().all(|c| "IVXLC".contains(c));
    match words[at].text {
        "Article" | "Resolution" if digits => Some((at + 2, 0.9)),
        "Chapter" | "Title" if roman => Some((at + 2, 0.7)),
        "resolution" if digits && number.text.len() > 2 => Some((at + 2, 0.8)),
        _ => None,
    }
}

/// "1961 treaty", "1922 naval arms agreement".
fn dated(words: &[Word], at: usize) -> Option<(usize, f64)> {
    let year: u32 = words[at]
        .text
        .parse()
        .ok()
        .filter(|_| words[at].text.len() == 4)?;
    if !(1500..2100).contains(&year) {
        return None;
    }
    let lexicon = Lexicon::get();
    let noun =
        (at + 1..(at + 5).min(words.len())).find(|&i| lexicon.is(&words[i].lower, Class::Paper))?;
    let plain = words[at + 1..noun].iter().all(|w| {
        let lower = w.text.chars().all(char::is_lowercase);
        lower && !crate::text::is_stop_word(&w.lower) && !lexicon.is(w.text, Class::Verb)
    });
    let compound = words
        .get(noun + 1)
        .is_some_and(|w| !w.parted && w.text == "-");
    (plain && !compound && !words[noun].is_possessive()).then_some((noun + 1, 0.75))
}

/// A quoted phrase that is the title of a paper though it has no capitals: “joint naval doctrine”.
fn quoted(words: &[Word], at: usize) -> Option<(usize, f64)> {
    if !matches!(words.get(at.checked_sub(1)?)?.text, "“" | "\"")
        || !words[at].text.starts_with(char::is_lowercase)
    {
        return None;
    }
    let last = (at + 1..(at + 6).min(words.len())).find(|&i| {
        let close = words
            .get(i + 1)
            .is_some_and(|w| matches!(w.text, "”" | "\"" | "," | "."));
        close && titles_a_paper(&words[i].lower)
    })?;
    let shut = words[last + 1..]
        .iter()
        .take(2)
        .any(|w| matches!(w.text, "”" | "\""));
    let plain = words[at..=last].iter().all(|w| {
        w.is_word && !crate::text::is_stop_word(&w.lower) && !Lexicon::get().is(w.text, Class::Verb)
    });
    (shut && plain).then_some((last + 1, 0.5))
}

fn titles_a_paper(word: &str) -> bool {
    matches!(word, "partnership" | "doctrine" | "initiative")
        || Lexicon::get().is(word, Class::Paper)
}
