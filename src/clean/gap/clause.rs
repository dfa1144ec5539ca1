//! Where is a verb missing? Rules that find a gap in a clause.

use super::sentence::{Sentence, Word};
use super::words::{WordClass, is_day, may_be_finite};
use crate::text::TokenKind;
use crate::time::WEEKDAYS;

impl Sentence<'_> {
    /// "Mayor Jane Doe Tuesday, during": a subject and a day, but no verb in the whole sentence.
    pub fn name_before_weekday(
        &self,
        at: usize,
        last: &Word,
        word: &Word,
    ) -> Option<(&'static str, f64)> {
        let name = at >= 2
            && last.is_name()
            && self.words[at - 2].kind == TokenKind::Word
            && !is_day(&last.lower);
        let day = word.is_name()
            && WEEKDAYS.contains(&&*word.lower)
            && word.parted
            && word.text != word.text.to_uppercase();
        let follows = self
            .word(at + 1)
            .is_some_and(|next| next.text == "," || next.is(WordClass::Preposition));
        let whole = self.words.len() >= 8 && self.words.last().is_some_and(|w| w.text == ".");
        let verbless = || {
            !self
                .words
                .iter()
                .any(|w| w.is_lower() && may_be_finite(w.text))
        };
        (name && day && follows && whole && verbless())
            .then_some(("name-before-weekday-without-verb", 0.85))
    }

    /// "while the Mayor that the town": a subject and what it said, without a verb of speech.
    pub fn name_before_that(
        &self,
        at: usize,
        last: &Word,
        word: &Word,
    ) -> Option<(&'static str, f64)> {
        if word.text != "that" || !last.is_name() || !word.parted {
            return None;
        }
        let next = self.word(at + 1)?;
        let clause = next.is(WordClass::SubjectOpener);
        let start = self.words[..at]
            .iter()
            .rposition(|w| w.kind == TokenKind::Word && w.is_lower() && w.text != "of")?;
        let names = self.words[start + 1..at]
            .iter()
            .all(|w| w.kind == TokenKind::Word || w.text == "-");
        let opens = self.words[start].is(WordClass::ClauseOpener);
        (clause && names && opens).then_some(("name-before-that", 0.85))
    }

    /// "The town, which has a lake, to the plan.": a preposition but no verb after a relative
    /// clause.
    pub fn relative_clause(
        &self,
        at: usize,
        last: &Word,
        word: &Word,
    ) -> Option<(&'static str, f64)> {
        let preposition = matches!(
            word.text,
            "to" | "of" | "against" | "about" | "into" | "between"
        );
        if last.text != "," || !preposition || self.words.last().is_none_or(|w| w.text != ".") {
            return None;
        }
        let opens = (1..=6).find(|&n| {
            self.is_mark(n, ",")
                && self
                    .word(n + 1)
                    .is_some_and(|w| matches!(w.text, "which" | "who"))
        })?;
        let subject = self.words[0].is_name()
            && !self.words[..opens]
                .iter()
                .any(|w| w.is_lower() && (may_be_finite(w.text) || w.is(WordClass::Preposition)));
        let one_clause =
            opens + 1 < at - 1 && !self.words[opens + 2..at - 1].iter().any(|w| w.text == ",");
        let verbless = !self.words[at..]
            .iter()
            .any(|w| w.is_lower() && may_be_finite(w.text));
        (subject && one_clause && verbless).then_some(("clause-without-verb", 0.7))
    }
}
