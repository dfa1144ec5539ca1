//! Which two words are never adjacent in English? Rules that find a gap in a phrase.
//!
//! A rule fires only if English has no reading without the gap, or hardly one. What may be a
//! writer's style is left alone.

use super::sentence::{Sentence, Word};
use super::words::WordClass::{self, Article, Auxiliary, Conjunction, Preposition};
use super::words::{is_day, leaves};
use crate::text::TokenKind;

/// Classes of words after which a phrase goes on.
const CLOSED: &[WordClass] = &[Article, Preposition, Conjunction];

impl Sentence<'_> {
    /// "says , a mayor", "bread and .": the space before the mark is all that is left of a link.
    pub fn blank_before_mark(
        &self,
        at: usize,
        last: &Word,
        word: &Word,
    ) -> Option<(&'static str, f64)> {
        let ends = self
            .word(at + 1)
            .is_none_or(|next| next.parted || matches!(next.text, "”" | "\"" | "’"));
        let mark =
            matches!(word.text, "," | ".") && word.parted && ends && last.kind == TokenKind::Word;
        if !mark || self.spacing.is_wide() {
            return None;
        }
        let opens = at
            .checked_sub(2)
            .and_then(|at| self.word(at))
            .is_some_and(|w| w.kind == TokenKind::Mark);
        if last.is(WordClass::SpeechVerb) && opens && word.text == "," {
            return Some(("blank-after-speech-verb", 0.97));
        }
        // "If the . . . happens": an omission by the writer.
        if word.text == "." && self.is_mark(at + 1, ".") {
            return None;
        }
        // A verb may end its clause: "what it is , but".
        Some(if last.is_any(CLOSED) {
            ("blank-after-function-word", 0.97)
        } else {
            ("blank-before-mark", 0.75)
        })
    }

    /// "a between", "the of", "and the.": a determiner without a noun.
    pub fn determiner(&self, at: usize, last: &Word, word: &Word) -> Option<(&'static str, f64)> {
        if !last.is_lower() || !last.is(Article) || self.is_quoted(at - 1) {
            return None;
        }
        let before = at.checked_sub(2).and_then(|at| self.word(at));
        let letter = last.text == "a"
            && before.is_none_or(|b| {
                b.kind != TokenKind::Word || b.text.len() == 1 || b.is(Conjunction)
            });
        if letter {
            return None;
        }
        // Many writers confuse "its" with "it's" and "their" with "there".
        let slips = matches!(last.text, "its" | "their" | "your");
        if word.text == "." && !word.parted && last.text != "a" && self.word(at + 1).is_none() {
            return Some(if slips {
                ("possessive-before-stop", 0.6)
            } else {
                ("determiner-before-stop", 0.8)
            });
        }
        let next = self.word(at + 1);
        let variable =
            last.text == "a" && next.is_some_and(|n| n.text.chars().count() == 1 && n.text != "a");
        let follows = word.is_lower()
            && word.parted
            && !self.is_joined(at)
            && !variable
            && !self.is_quoted(at);
        let never = word.is(WordClass::NeverAfterArticle)
            || match last.text {
                "a" | "an" => word.text == "which",
                "the" => word.text == "is",
                _ => false,
            };
        (follows && never).then_some(if slips {
            ("possessive-before-function-word", 0.6)
        } else {
            ("determiner-before-function-word", 0.9)
        })
    }

    /// "a published Thursday": a participle whose noun is missing.
    pub fn participle(&self, at: usize, last: &Word, word: &Word) -> Option<(&'static str, f64)> {
        let article = matches!(last.text, "a" | "an");
        let participle = word.is_lower()
            && word.text.len() > 4
            && word.text.ends_with("ed")
            && !word.is(WordClass::NoParticiple);
        let next = self.word(at + 1)?;
        let adverbial = is_day(&next.lower) || next.text == "by";
        let parted = word.parted && next.parted && !self.is_joined(at + 1) && !self.is_quoted(at);
        (article && participle && adverbial && parted).then_some(("participle-without-noun", 0.85))
    }

    /// "an grey house": the word with an initial vowel that "an" requires is missing.
    pub fn article_of_vowels(&self, last: &Word, word: &Word) -> Option<(&'static str, f64)> {
        let consonant = word
            .text
            .starts_with(|c: char| "bcdfgjklmnpqrstvwz".contains(c));
        let vowel = word.text.contains(['a', 'e', 'i', 'o', 'u']);
        let plain = word.is_lower() && word.text.len() > 3 && word.parted && word.text != "that";
        (last.text == "an" && plain && consonant && vowel).then_some(("an-before-consonant", 0.6))
    }

    /// "accused of to use", "used to against", "instead of of": two words that are never adjacent.
    pub fn preposition(&self, at: usize, last: &Word, word: &Word) -> Option<(&'static str, f64)> {
        if !last.is_lower()
            || !word.is_lower()
            || !word.parted
            || self.is_joined(at)
            || self.is_quoted(at)
            || self.is_quoted(at - 1)
        {
            return None;
        }
        let left = |verb: &Word| leaves(&verb.lower, last.text);
        if at >= 2 && word.text != "to" && left(&self.words[at - 2]) {
            return None;
        }
        match (last.text, word.text) {
            ("of", "to") => {
                let next = self.word(at + 1)?;
                let stranded = at >= 2 && self.words[at - 2].is(WordClass::Stranding);
                let verb = !stranded
                    && !next.text.starts_with("wh")
                    && next.is_lower()
                    && !next.is_any(CLOSED);
                verb.then_some(("preposition-before-infinitive", 0.85))
            }
            (_, "of")
                if self
                    .word(at + 1)
                    .is_some_and(|next| matches!(next.text, "all" | "course" | "late")) =>
            {
                None
            }
            ("to", "against" | "of") => Some(("to-before-preposition", 0.85)),
            ("of", "of") => Some(("doubled-preposition", 0.55)),
            (
                "with" | "by" | "for" | "against" | "into" | "between" | "during" | "without",
                "of",
            ) => Some(("preposition-before-of", 0.7)),
            _ => None,
        }
    }

    /// "by law and of the charter": nothing before "of", and no earlier "of" that goes on.
    pub fn conjunction(&self, at: usize, last: &Word, word: &Word) -> Option<(&'static str, f64)> {
        let stop = word.text == "." && !word.parted && self.word(at + 1).is_none() && at > 2;
        if stop
            && last.is_lower()
            && matches!(last.text, "and" | "or")
            && last.parted
            && !self.is_quoted(at - 1)
        {
            return Some(("conjunction-before-stop", 0.85));
        }
        if !last.is_lower() || last.text != "and" || word.text != "of" || at < 4 {
            return None;
        }
        let before = &self.words[..at - 1];
        let goes_on = before
            .iter()
            .any(|w| w.lower == "of" || w.lower.ends_with("of"));
        let parallel = before
            .last()
            .is_some_and(|w| w.is(Preposition) || w.is(Auxiliary));
        let next = self.word(at + 1);
        let known = next.is_some_and(|next| next.is(Article) || next.is_name());
        let fits = !goes_on && !parallel && known && !self.is_joined(at);
        fits.then_some(("conjunction-before-of", 0.7))
    }

    /// "— and boat sheds, and of coal": a dash before a conjunction, if the rest of the sentence
    /// has a gap as well. Alone, it may be an afterthought of the writer.
    pub fn dash(&self, at: usize, last: &Word, word: &Word) -> Option<(&'static str, f64)> {
        let opens =
            is_dash(last) && last.parted && word.parted && matches!(word.text, "and" | "or");
        if !opens || self.words[at..].iter().any(is_dash) {
            return None;
        }
        let closed = |word: &Word| word.is_any(CLOSED) || word.is(Auxiliary);
        let phrase = self.words[at + 1..]
            .iter()
            .take_while(|w| w.is_lower() && !closed(w) && !w.text.ends_with("ly"))
            .count();
        let end = at + 1 + phrase;
        let bare = (1..=3).contains(&phrase) && self.is_mark(end, ",");
        let lost = || (end + 1..self.words.len()).any(|later| self.gap_before(later).is_some());
        (bare && lost()).then_some(("dash-before-conjunction", 0.6))
    }
}

/// Whether a mark separates parts of a sentence as a dash does.
fn is_dash(word: &Word) -> bool {
    matches!(word.text, "—" | "–" | "-")
}
