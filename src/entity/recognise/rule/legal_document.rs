//! Which legal documents are named by number, year or quotation? Patterns over tokens for articles,
//! resolutions and dated treaties.

use super::candidate::CandidateMention;
use crate::entity::kind::MentionKind;
use crate::entity::lexicon::{Class, Lexicon};
use crate::entity::token::CasedToken;

/// The legal document whose name starts at `tokens[at]`.
pub fn legal_document_at(tokens: &[CasedToken], at: usize) -> Option<CandidateMention> {
    let (end, confidence) = numbered(tokens, at)
        .or_else(|| dated(tokens, at))
        .or_else(|| quoted(tokens, at))?;
    Some(CandidateMention {
        first: at,
        end,
        kind: MentionKind::Document,
        confidence,
    })
}

/// "Article 51", "Resolution 1718", "Chapter VII".
fn numbered(tokens: &[CasedToken], at: usize) -> Option<(usize, f64)> {
    let number = tokens.get(at + 1)?;
    let digits = number.text.starts_with(|c: char| c.is_ascii_digit()) && number.parted;
    let roman = number.text.chars().all(|c| "IVXLC".contains(c));
    match tokens[at].text {
        "Article" | "Resolution" if digits => Some((at + 2, 0.9)),
        "Chapter" | "Title" if roman => Some((at + 2, 0.7)),
        "resolution" if digits && number.text.len() > 2 => Some((at + 2, 0.8)),
        _ => None,
    }
}

/// "1961 treaty", "1922 naval arms agreement".
fn dated(tokens: &[CasedToken], at: usize) -> Option<(usize, f64)> {
    let year: u32 = tokens[at]
        .text
        .parse()
        .ok()
        .filter(|_| tokens[at].text.len() == 4)?;
    if !(1500..2100).contains(&year) {
        return None;
    }
    let lexicon = Lexicon::get();
    let noun = (at + 1..(at + 5).min(tokens.len()))
        .find(|&i| lexicon.is(&tokens[i].lower, Class::DocumentNoun))?;
    let plain = tokens[at + 1..noun].iter().all(|w| {
        let lower = w.text.chars().all(char::is_lowercase);
        lower && !crate::text::is_stop_word(&w.lower) && !lexicon.is(w.text, Class::Verb)
    });
    let compound = tokens
        .get(noun + 1)
        .is_some_and(|w| !w.parted && w.text == "-");
    (plain && !compound && !tokens[noun].is_possessive()).then_some((noun + 1, 0.75))
}

/// A quoted title of a legal document in lower case: “joint naval doctrine”.
fn quoted(tokens: &[CasedToken], at: usize) -> Option<(usize, f64)> {
    if !matches!(tokens.get(at.checked_sub(1)?)?.text, "“" | "\"")
        || !tokens[at].text.starts_with(char::is_lowercase)
    {
        return None;
    }
    let last = (at + 1..(at + 6).min(tokens.len())).find(|&i| {
        let close = tokens
            .get(i + 1)
            .is_some_and(|w| matches!(w.text, "”" | "\"" | "," | "."));
        close && titles_a_document(&tokens[i].lower)
    })?;
    let shut = tokens[last + 1..]
        .iter()
        .take(2)
        .any(|w| matches!(w.text, "”" | "\""));
    let plain = tokens[at..=last].iter().all(|w| {
        w.is_word && !crate::text::is_stop_word(&w.lower) && !Lexicon::get().is(w.text, Class::Verb)
    });
    (shut && plain).then_some((last + 1, 0.5))
}

fn titles_a_document(word: &str) -> bool {
    matches!(word, "partnership" | "doctrine" | "initiative")
        || Lexicon::get().is(word, Class::DocumentNoun)
}
