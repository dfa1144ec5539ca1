//! What did a person type? A lexer, which splits a query into words, phrases, operators and fields.

use super::remark::Remark;
use crate::search::schema::{FieldSet, QueryField, Schema};

/// The distance of NEAR without a number.
const NEAR: u32 = 10;
/// The slop of a phrase with "~" but no number.
const SLOP: u32 = 3;
/// The maximum of both.
const FARTHEST: u32 = 100;

/// A lexical token of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece<'a> {
    /// A word typed without quotation marks.
    Word(&'a str),
    /// A phrase typed in quotation marks, with its slop: “a b”~3.
    Phrase(&'a str, u32),
    /// A condition with its value: "publisher:NPR", "title:“North Korea”".
    Field(QueryField, &'a str),
    /// Words restricted to some sections: "caption:missile", "caption:“a missile”".
    Within(FieldSet, &'a str),
    /// NEAR with its maximum distance in tokens: "NEAR/5".
    Near(u32),
    /// AND.
    And,
    /// OR.
    Or,
    /// NOT, or a minus before a term.
    Not,
    /// A plus before a term.
    Must,
    /// "(".
    Open,
    /// ")".
    Close,
}

/// A piece with its byte offset in the query.
pub type Placed<'a> = (usize, Piece<'a>);

/// The pieces of a query in order. Malformed input is read as well as possible, with a remark.
pub fn pieces<'a>(
    query: &'a str,
    schema: &Schema,
    remarks: &mut Vec<(usize, Remark)>,
) -> Vec<Placed<'a>> {
    let mut lexer = Lexer {
        query,
        schema,
        at: 0,
        found: Vec::new(),
        remarks,
    };
    while let Some(c) = lexer.rest().chars().next() {
        match c {
            _ if c.is_whitespace() => lexer.at += c.len_utf8(),
            '(' | ')' => {
                let piece = if c == '(' { Piece::Open } else { Piece::Close };
                lexer.found.push((lexer.at, piece));
                lexer.at += 1;
            }
            _ if is_quote(c) => {
                let start = lexer.at;
                let phrase = lexer.phrase();
                let slop = lexer.slop();
                lexer.found.push((start, Piece::Phrase(phrase, slop)));
            }
            _ => lexer.word(),
        }
    }
    lexer.found
}

struct Lexer<'a, 'r> {
    query: &'a str,
    schema: &'r Schema,
    at: usize,
    found: Vec<Placed<'a>>,
    remarks: &'r mut Vec<(usize, Remark)>,
}

impl<'a> Lexer<'a, '_> {
    fn rest(&self) -> &'a str {
        &self.query[self.at..]
    }

    /// The text between the quotation mark at the cursor and the next one, or the rest if there is
    /// none.
    fn phrase(&mut self) -> &'a str {
        let start = self.at;
        self.at += self.rest().chars().next().map_or(0, char::len_utf8);
        let inside = self.rest();
        let Some(length) = find_quote(inside) else {
            self.at = self.query.len();
            self.remarks.push((
                start,
                Remark::new(
                    "unclosed-phrase",
                    "The quotation mark is never closed; the phrase runs to the end",
                ),
            ));
            return inside;
        };
        self.at += length + inside[length..].chars().next().map_or(0, char::len_utf8);
        &inside[..length]
    }

    /// The number after a "~" that directly follows a phrase; 0 without "~".
    fn slop(&mut self) -> u32 {
        let Some(after) = self.rest().strip_prefix('~') else {
            return 0;
        };
        let digits = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        self.at += 1 + digits;
        match &after[..digits] {
            "" => SLOP,
            number => number.parse().unwrap_or(FARTHEST).min(FARTHEST),
        }
    }

    /// Reads a run without white space, quotation marks and parentheses: a word, operator or field.
    fn word(&mut self) {
        let start = self.at;
        let rest = self.rest();
        let sign = rest.chars().next().filter(|c| matches!(c, '-' | '−' | '+'));
        if let Some(sign) = sign {
            let follows = rest[sign.len_utf8()..].chars().next();
            if follows.is_some_and(|c| c.is_alphanumeric() || is_quote(c) || c == '(') {
                self.at += sign.len_utf8();
                self.found
                    .push((start, if sign == '+' { Piece::Must } else { Piece::Not }));
                return;
            }
        }
        let ends = |c: char| c.is_whitespace() || matches!(c, '(' | ')');
        let length = rest.find(ends).unwrap_or(rest.len());
        let length = find_quote(&rest[..length]).unwrap_or(length);
        self.at += length.max(1);
        let word = &rest[..length];
        match word {
            "AND" => self.found.push((start, Piece::And)),
            "OR" => self.found.push((start, Piece::Or)),
            "NOT" => self.found.push((start, Piece::Not)),
            _ => match (near(word), word.split_once(':')) {
                (Some(distance), _) => self.found.push((start, Piece::Near(distance))),
                (_, Some((name, value))) => self.field(start, name, value, word),
                _ => self.found.push((start, Piece::Word(word))),
            },
        }
    }

    fn field(&mut self, start: usize, name: &'a str, value: &'a str, word: &'a str) {
        let condition = self.schema.field(name);
        let within = self.schema.fields(name);
        if condition.is_none() && within.is_none() {
            let is_name = name.len() > 1 && name.chars().all(char::is_alphabetic);
            if is_name && !value.is_empty() && !value.starts_with("//") {
                let text =
                    format!("There is no field “{name}”; its words were searched in the text");
                self.remarks.push((
                    start,
                    Remark::new("unknown-field", &text).changed(word, &word.replacen(':', " ", 1)),
                ));
            }
            self.found.extend(
                [name, value]
                    .iter()
                    .filter(|w| !w.is_empty())
                    .map(|w| (start, Piece::Word(w))),
            );
            return;
        }
        let value = match value {
            "" if self.rest().starts_with(is_quote) => self.phrase(),
            _ => value,
        };
        if value.trim().is_empty() {
            let text = format!("“{name}:” has no value and was left out");
            self.remarks
                .push((start, Remark::new("empty-field", &text)));
            return;
        }
        let within = within.map(|fields| Piece::Within(fields, value));
        let condition = condition.map(|field| Piece::Field(field, value));
        self.found
            .extend(condition.or(within).map(|piece| (start, piece)));
    }
}

/// The distance of a NEAR ("NEAR", "NEAR/5", "near/5"); `None` for other words.
fn near(word: &str) -> Option<u32> {
    if word == "NEAR" {
        return Some(NEAR);
    }
    let (name, number) = word.split_once('/')?;
    let digits = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    (name.eq_ignore_ascii_case("near") && digits)
        .then(|| number.parse().unwrap_or(FARTHEST).clamp(1, FARTHEST))
}

/// The offset of the first quotation mark, ignoring one inside a Hebrew acronym (“צה"ל”).
fn find_quote(text: &str) -> Option<usize> {
    let is_hebrew = |c: Option<char>| c.is_some_and(|c| ('\u{5d0}'..='\u{5ea}').contains(&c));
    let stands = |&(at, mark): &(usize, &str)| {
        !(mark == "\""
            && is_hebrew(text[..at].chars().next_back())
            && is_hebrew(text[at + 1..].chars().next()))
    };
    text.match_indices(is_quote).find(stands).map(|(at, _)| at)
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}
