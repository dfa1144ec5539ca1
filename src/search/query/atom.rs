//! How is a single word or phrase read? The part of the parser below its operators: prefixes, fuzzy
//! words, and words restricted to sections.

use super::parse_tree::ParseTree;
use super::parser::Parser;
use super::remark::Remark;
use super::text::QueryText;
use crate::search::schema::FieldSet;

/// The maximum number of words in a query; the rest, also of a phrase, is ignored, so that a pasted
/// book does no harm.
const MAX_WORDS: usize = 300;

impl<'a> Parser<'a> {
    /// Words that must occur in some fields. A value with white space was typed in quotation marks.
    pub fn within(&mut self, fields: FieldSet, value: &'a str, at: usize) -> Option<ParseTree> {
        let first = self.query.texts.len();
        let tree = if value.contains(char::is_whitespace) {
            self.text(value, at, true)
        } else {
            self.word(value, at)
        };
        for text in &mut self.query.texts[first..] {
            text.fields = fields;
        }
        Some(ParseTree::Must(Box::new(tree?)))
    }

    /// A word typed without quotation marks: a prefix if it ends in "*", fuzzy if it ends in "~".
    pub fn word(&mut self, typed: &str, at: usize) -> Option<ParseTree> {
        if let Some((front, edits)) = typed.split_once('~') {
            return self.fuzzy(front, edits, at);
        }
        let Some(place) = typed.find('*') else {
            return self.text(typed, at, false);
        };
        let front = &typed[..place];
        if !front.chars().any(char::is_alphanumeric) || place + 1 < typed.len() {
            let text = "“*” works only at the end of a word";
            self.remark(at, "wildcard", text);
        }
        if front.chars().any(char::is_alphanumeric) {
            self.text(&typed[..=place], at, false)
        } else {
            self.text(&typed.replace('*', " "), at, false)
        }
    }

    /// A word with "~", and optionally a number of edits after it.
    fn fuzzy(&mut self, front: &str, edits: &str, at: usize) -> Option<ParseTree> {
        if !front.chars().any(char::is_alphanumeric) {
            return self.text(edits, at, false);
        }
        let edits = match edits {
            "" => None,
            "0" | "1" | "2" => edits.parse().ok(),
            _ => {
                let text =
                    "“~” follows a word; 1 or 2 after it is the number of letters that may differ";
                self.remark(at, "fuzzy-edits", text);
                edits.parse::<u32>().ok().map(|_| 2)
            }
        };
        let tree = self.text(front, at, false);
        if let Some(ParseTree::Text(number)) = tree {
            for word in &mut self.query.texts[number].words {
                word.edits = edits.unwrap_or_else(|| usual_edits(&word.key));
            }
        }
        tree
    }

    /// Adds a text to the query; `None` without a letter or digit, or if the query is full.
    pub fn text(&mut self, typed: &str, at: usize, quoted: bool) -> Option<ParseTree> {
        let mut text = QueryText::new(typed, at, quoted)?;
        let taken: usize = self.query.texts.iter().map(|t| t.words.len()).sum();
        let room = MAX_WORDS.saturating_sub(taken);
        if text.words.len() > room {
            text.words.truncate(room);
            self.too_long(at);
        }
        if text.words.is_empty() {
            return None;
        }
        self.query.texts.push(text);
        Some(ParseTree::Text(self.query.texts.len() - 1))
    }

    /// Remarks once that the query is too long.
    fn too_long(&mut self, at: usize) {
        let said = |(_, remark): &(usize, Remark)| remark.code == "too-long";
        if !self.query.remarks.iter().any(said) {
            let text = format!("Only the first {MAX_WORDS} words were searched");
            self.remark(at, "too-long", &text);
        }
    }
}

/// The number of edits for "~" without a number: as many as a reader would overlook.
pub fn usual_edits(key: &str) -> u32 {
    match key.chars().count() {
        0..=2 => 0,
        3..=5 => 1,
        _ => 2,
    }
}
