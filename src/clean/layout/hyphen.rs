//! Was this word broken at the end of a line? A join of lines that consults the text's own words.

use std::cell::OnceCell;
use std::collections::HashSet;

use crate::clean::edit::{Cause, Edit};
use crate::document::OperationKind::{Character, Layout};
use crate::text::Span;
use crate::text::lexicon::WordList;

/// The hyphen that breaks words.
const HYPHEN: char = '-';

const LIST: &str = include_str!("compound_heads.txt");

static HEADS: WordList = WordList::new(LIST);

/// Joins lines. The words of the text are collected on first use.
pub struct Hyphens<'a> {
    text: &'a str,
    words: OnceCell<HashSet<String>>,
}

impl<'a> Hyphens<'a> {
    /// For the lines of `text`.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            words: OnceCell::new(),
        }
    }

    /// The edit that joins two lines of one paragraph: with a space, or as parts of a broken word.
    pub fn join(&self, text: &str, line: Span, next: Span) -> Edit {
        let between = Span {
            start: line.end,
            end: next.start,
        };
        let sure = Cause::sure(Character, "hyphenation");
        let whole = Span {
            start: line.end.saturating_sub(HYPHEN.len_utf8() as u32),
            end: next.start,
        };
        match self.broken(line.slice(text), next.slice(text)) {
            Break::None => Edit::new(between, " ", Cause::sure(Layout, "line-joined")),
            Break::Compound => Edit::new(between, "", Cause::sure(Layout, "line-joined")),
            Break::Word => Edit::new(whole, "", sure),
            Break::LikelyWord => Edit::new(
                whole,
                "",
                Cause {
                    confidence: 0.6,
                    ..sure
                },
            ),
        }
    }

    /// How a line breaks off before the next.
    fn broken(&self, line: &str, next: &str) -> Break {
        let (Some(head), Some(tail)) = (head(line), tail(next)) else {
            return Break::None;
        };
        if tail.starts_with(char::is_uppercase) {
            return Break::Compound;
        }
        if is_compounding(head)
            || line
                .trim_end_matches(HYPHEN)
                .ends_with(&format!("{HYPHEN}{head}"))
        {
            return Break::Compound;
        }
        let has = |word: &str| self.words().contains(&word.to_lowercase());
        if has(&format!("{head}{tail}")) {
            Break::Word
        } else if has(&format!("{head}-{tail}")) || has(head) && has(tail) {
            // Two words that occur separately elsewhere form a compound.
            Break::Compound
        } else {
            Break::LikelyWord
        }
    }

    /// The lower-case words of the text, compounds whole and in parts, without parts broken off.
    fn words(&self) -> &HashSet<String> {
        self.words.get_or_init(|| {
            let mut words = HashSet::new();
            let mut broken = false;
            for line in self.text.lines().map(str::trim) {
                let parts = line
                    .split(|c: char| !c.is_alphanumeric() && c != HYPHEN)
                    .filter(|part| !part.is_empty());
                for part in parts
                    .skip(usize::from(broken))
                    .filter(|part| !part.ends_with(HYPHEN))
                {
                    let word = part.to_lowercase();
                    words.extend(word.split(HYPHEN).map(str::to_owned));
                    words.insert(word);
                }
                broken = head(line).is_some();
            }
            words
        })
    }
}

/// Whether a word starts compounds that keep their hyphen: "so-called", "two-thirds".
fn is_compounding(head: &str) -> bool {
    HEADS.contains(&head.to_lowercase())
}

/// How a line breaks off.
enum Break {
    /// Between two words.
    None,
    /// After the hyphen of a compound.
    Compound,
    /// Inside a word that occurs unbroken elsewhere in the text.
    Word,
    /// Inside a word, probably.
    LikelyWord,
}

/// The letters before the hyphen that ends a line; `None` without one, or for a single letter.
fn head(line: &str) -> Option<&str> {
    let before = line.strip_suffix(HYPHEN)?;
    let head = before.rsplit(|c: char| !c.is_alphabetic()).next()?;
    (head.chars().count() >= 2).then_some(head)
}

/// The leading letters of a line; `None` if they cannot be the rest of a word: "pre- and post-war".
fn tail(line: &str) -> Option<&str> {
    let tail = line.split(|c: char| !c.is_alphabetic()).next()?;
    let whole = matches!(tail, "and" | "or" | "to" | "und" | "oder" | "et" | "ou");
    (tail.chars().count() >= 2 && !whole).then_some(tail)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::check_list;

    #[test]
    fn the_list_is_sorted() {
        check_list(LIST, &[]);
    }

    fn check(rest: &str, line: &str, next: &str, expected: &str, confidence: f64) {
        let text = format!("{line}\n{next}\n{rest}");
        let (first, second) = (
            Span::new(0, line.len()),
            Span::new(line.len() + 1, line.len() + 1 + next.len()),
        );
        let edit = Hyphens::new(&text).join(&text, first, second);
        let joined = format!("{}{}{next}", &line[..edit.span.start as usize], edit.after);
        assert_eq!(
            (joined.as_str(), edit.cause.confidence),
            (expected, confidence)
        );
    }

    #[test]
    fn joins() {
        check("", "The so-", "called treaty", "The so-called treaty", 1.0);
        check(
            "",
            "A state-of-the-",
            "art dam",
            "A state-of-the-art dam",
            1.0,
        );
        check(
            "",
            "It rained on the",
            "second day",
            "It rained on the second day",
            1.0,
        );
        check(
            "All cooperation ended.",
            "The co-",
            "operation of",
            "The cooperation of",
            1.0,
        );
        check(
            "Long-term plans fail.",
            "A long-",
            "term plan",
            "A long-term plan",
            1.0,
        );
        check("", "The coopera-", "tion of", "The cooperation of", 0.6);
        check("", "From 1990-", "odd days", "From 1990- odd days", 1.0);
        check("", "All pre-", "and post-war", "All pre- and post-war", 1.0);
        check("In those days.", "And in-", "deed it", "And indeed it", 0.6);
        check("", "It was so -", "and not", "It was so - and not", 1.0);
        check("", "The Anglo-", "Saxon king", "The Anglo-Saxon king", 1.0);
    }
}
