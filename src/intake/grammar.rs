//! Which two words never meet in English? The rules that see words missing, over one sentence.
//!
//! A rule fires only where English has no reading without the gap, or hardly one: what cannot be
//! told from a writer's style is left alone.

use super::words::{
    ADVERBIALS, ARTICLES, AUXILIARIES, CONJUNCTIONS, NO_PARTICIPLES, PREPOSITIONS, SPEECH_VERBS,
    STRANDING, may_be_finite,
};
use crate::text::{Span, Token, TokenKind};

/// A word or mark of a sentence.
pub(super) struct Word<'a> {
    text: &'a str,
    lower: String,
    pub span: Span,
    kind: TokenKind,
    /// Whether a blank stands before it.
    parted: bool,
}

impl Word<'_> {
    fn is_one_of(&self, list: &[&str]) -> bool {
        list.contains(&self.lower.as_str())
    }

    fn is_lower(&self) -> bool {
        self.kind == TokenKind::Word && self.text == self.lower
    }

    fn is_name(&self) -> bool {
        self.kind == TokenKind::Word && self.text.starts_with(char::is_uppercase)
    }
}

pub(super) fn words<'a>(text: &'a str, all: &[Token], sentence: Span) -> Vec<Word<'a>> {
    let first = all.partition_point(|t| t.span.start < sentence.start);
    let inside = all[first..]
        .iter()
        .take_while(|t| t.span.end <= sentence.end);
    let mut words = Vec::new();
    let mut parted = true;
    for token in inside {
        if token.kind == TokenKind::Space {
            parted = true;
            continue;
        }
        let piece = token.span.slice(text);
        words.push(Word {
            text: piece,
            lower: piece.to_lowercase(),
            span: token.span,
            kind: token.kind,
            parted,
        });
        parted = false;
    }
    words
}

/// A sentence under the rules.
pub(super) struct Sentence<'a> {
    pub words: &'a [Word<'a>],
    /// Whether blanks before marks are the text's habit.
    pub spaced: bool,
}

impl Sentence<'_> {
    /// The rule that sees words missing before word `at`, and how sure it is.
    pub fn gap_before(&self, at: usize) -> Option<(&'static str, f64)> {
        let word = &self.words[at];
        let last = &self.words[at.checked_sub(1)?];
        self.blank_before_mark(at, last, word)
            .or_else(|| self.determiner(at, last, word))
            .or_else(|| self.participle(at, last, word))
            .or_else(|| self.article_of_vowels(last, word))
            .or_else(|| self.preposition(at, last, word))
            .or_else(|| self.conjunction(at, last, word))
            .or_else(|| self.name_before_weekday(at, last, word))
            .or_else(|| self.name_before_that(at, last, word))
            .or_else(|| self.relative_clause(at, last, word))
    }

    fn word(&self, at: usize) -> Option<&Word<'_>> {
        self.words.get(at)
    }

    fn is_mark(&self, at: usize, mark: &str) -> bool {
        self.word(at).is_some_and(|w| w.text == mark)
    }

    /// Whether the word at `at` is glued to a hyphen, stroke or another word behind it.
    fn is_joined(&self, at: usize) -> bool {
        self.word(at + 1).is_some_and(|next| {
            !next.parted && matches!(next.text, "-" | "‐" | "‑" | "/" | "–" | "=" | "'" | "’")
        })
    }

    /// "says , a mayor", "bread and .": the blank before the mark is all that is left of a link.
    fn blank_before_mark(
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
        if !mark || self.spaced {
            return None;
        }
        let opens = at
            .checked_sub(2)
            .and_then(|at| self.word(at))
            .is_some_and(|w| w.kind == TokenKind::Mark);
        if last.is_one_of(SPEECH_VERBS) && opens && word.text == "," {
            return Some(("blank-after-speech-verb", 0.97));
        }
        let closed = [ARTICLES, PREPOSITIONS, CONJUNCTIONS, AUXILIARIES]
            .iter()
            .any(|list| last.is_one_of(list));
        Some(if closed {
            ("blank-after-function-word", 0.97)
        } else {
            ("blank-before-mark", 0.75)
        })
    }

    /// "a between", "the of", "and the.": a determiner that determines nothing.
    fn determiner(&self, at: usize, last: &Word, word: &Word) -> Option<(&'static str, f64)> {
        if !last.is_lower() || !last.is_one_of(ARTICLES) || self.is_quoted(at - 1) {
            return None;
        }
        let before = at.checked_sub(2).and_then(|at| self.word(at));
        let letter = last.text == "a"
            && before.is_none_or(|b| {
                b.kind != TokenKind::Word || b.text.len() == 1 || b.is_one_of(CONJUNCTIONS)
            });
        if letter {
            return None;
        }
        if word.text == "." && !word.parted && last.text != "a" && self.word(at + 1).is_none() {
            return Some(("determiner-before-stop", 0.8));
        }
        let next = self.word(at + 1);
        let variable =
            last.text == "a" && next.is_some_and(|n| n.text.chars().count() == 1 && n.text != "a");
        let follows = word.is_lower()
            && word.parted
            && !self.is_joined(at)
            && !variable
            && !self.is_quoted(at);
        let never: &[&str] = match last.text {
            "a" | "an" => &[
                "among", "against", "between", "during", "from", "into", "of", "with", "which",
                "was", "were", "has", "are",
            ],
            "the" => &[
                "against", "among", "between", "during", "from", "into", "of", "was", "were",
                "with", "has", "are", "is",
            ],
            _ => &[
                "against", "among", "between", "during", "from", "into", "of", "with", "was",
                "were", "has", "are",
            ],
        };
        (follows && word.is_one_of(never)).then_some(("determiner-before-function-word", 0.9))
    }

    /// "a published Thursday": a participle whose noun is lost.
    fn participle(&self, at: usize, last: &Word, word: &Word) -> Option<(&'static str, f64)> {
        let article = matches!(last.text, "a" | "an");
        let participle = word.is_lower()
            && word.text.len() > 4
            && word.text.ends_with("ed")
            && !word.is_one_of(NO_PARTICIPLES);
        let next = self.word(at + 1)?;
        let adverbial = next.is_one_of(ADVERBIALS) || next.text == "by";
        let parted = word.parted && next.parted && !self.is_joined(at + 1) && !self.is_quoted(at);
        (article && participle && adverbial && parted).then_some(("participle-without-noun", 0.85))
    }

    /// "an grey house": the word with a vowel that "an" announced is lost.
    fn article_of_vowels(&self, last: &Word, word: &Word) -> Option<(&'static str, f64)> {
        let consonant = word
            .text
            .starts_with(|c: char| "bcdfgjklmnpqrstvwz".contains(c));
        let vowel = word.text.contains(['a', 'e', 'i', 'o', 'u']);
        let plain = word.is_lower() && word.text.len() > 3 && word.parted && word.text != "that";
        (last.text == "an" && plain && consonant && vowel).then_some(("an-before-consonant", 0.6))
    }

    /// "accused of to use", "used to against", "instead of of": two words that never meet.
    fn preposition(&self, at: usize, last: &Word, word: &Word) -> Option<(&'static str, f64)> {
        if !last.is_lower()
            || !word.is_lower()
            || !word.parted
            || self.is_joined(at)
            || self.is_quoted(at)
            || self.is_quoted(at - 1)
        {
            return None;
        }
        match (last.text, word.text) {
            ("of", "to") => {
                let next = self.word(at + 1)?;
                let stranded = at >= 2 && self.words[at - 2].is_one_of(STRANDING);
                let verb = !stranded
                    && !next.text.starts_with("wh")
                    && next.is_lower()
                    && ![ARTICLES, PREPOSITIONS, CONJUNCTIONS]
                        .iter()
                        .any(|l| next.is_one_of(l));
                verb.then_some(("preposition-before-infinitive", 0.85))
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

    /// "by law and of the charter": nothing before "of", and no "of" that it could go on.
    fn conjunction(&self, at: usize, last: &Word, word: &Word) -> Option<(&'static str, f64)> {
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
            .is_some_and(|w| w.is_one_of(PREPOSITIONS) || w.is_one_of(AUXILIARIES));
        let next = self.word(at + 1);
        let known = next.is_some_and(|next| next.is_one_of(ARTICLES) || next.is_name());
        let fits = !goes_on && !parallel && known && !self.is_joined(at);
        fits.then_some(("conjunction-before-of", 0.7))
    }

    /// "Mayor Jane Doe Tuesday, during": a subject and a day, and no verb in the whole sentence.
    fn name_before_weekday(
        &self,
        at: usize,
        last: &Word,
        word: &Word,
    ) -> Option<(&'static str, f64)> {
        let name = at >= 2
            && last.is_name()
            && self.words[at - 2].kind == TokenKind::Word
            && !last.is_one_of(ADVERBIALS);
        let day = word.is_name()
            && word.is_one_of(ADVERBIALS)
            && word.parted
            && !matches!(word.lower.as_str(), "today" | "yesterday")
            && word.text != word.text.to_uppercase();
        let follows = self
            .word(at + 1)
            .is_some_and(|next| next.text == "," || next.is_one_of(PREPOSITIONS));
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

    /// "while the Mayor that the town": a subject and what it said, without the verb of saying.
    fn name_before_that(&self, at: usize, last: &Word, word: &Word) -> Option<(&'static str, f64)> {
        const OPENERS: &[&str] = &[
            "after", "although", "as", "because", "but", "since", "though", "when", "while",
        ];
        if word.text != "that" || !last.is_name() || !word.parted {
            return None;
        }
        let next = self.word(at + 1)?;
        let clause = next.is_one_of(&[
            "the", "a", "an", "it", "they", "he", "she", "we", "his", "her", "their", "its",
            "there",
        ]);
        let start = self.words[..at]
            .iter()
            .rposition(|w| w.kind == TokenKind::Word && w.is_lower() && w.text != "of")?;
        let names = self.words[start + 1..at]
            .iter()
            .all(|w| w.kind == TokenKind::Word || w.text == "-");
        let opens = self.words[start].is_one_of(OPENERS);
        (clause && names && opens).then_some(("name-before-that", 0.85))
    }

    /// "The town, which has a lake, to the plan.": after the clause, a preposition and no verb.
    fn relative_clause(&self, at: usize, last: &Word, word: &Word) -> Option<(&'static str, f64)> {
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
                .any(|w| w.is_lower() && (may_be_finite(w.text) || w.is_one_of(PREPOSITIONS)));
        let one_clause =
            opens + 1 < at - 1 && !self.words[opens + 2..at - 1].iter().any(|w| w.text == ",");
        let verbless = !self.words[at..]
            .iter()
            .any(|w| w.is_lower() && may_be_finite(w.text));
        (subject && one_clause && verbless).then_some(("clause-without-verb", 0.7))
    }

    /// Whether a word stands between marks of its own: it is mentioned, not used.
    fn is_quoted(&self, at: usize) -> bool {
        let quote = |w: Option<&Word>| {
            w.is_some_and(|w| matches!(w.text, "“" | "”" | "\"" | "'" | "‘" | "’" | "*" | "_"))
        };
        let Some(word) = self.word(at) else {
            return false;
        };
        let before = !word.parted && quote(at.checked_sub(1).and_then(|at| self.word(at)));
        let after = self.word(at + 1).is_some_and(|next| !next.parted) && quote(self.word(at + 1));
        before || after
    }
}
