//! How do the pieces of a query belong together? Rows of words, AND, OR, NOT, parentheses.
//!
//! NOT binds closest, then words side by side, then AND, then OR. What cannot be placed is left
//! out and remarked.

use super::answer::Remark;
use super::filter::Filter;
use super::lexer::{Piece, Placed, pieces};
use super::query::{Query, QueryText};

/// Words beyond this number are left out, in phrases too, so that a pasted book is no burden.
const MAX_WORDS: usize = 300;
/// Parentheses deeper than this are left out.
const MAX_DEPTH: usize = 40;

/// A query's tree before it is known whether words side by side are all wanted.
pub enum Draft {
    /// A word or phrase, by its number.
    Text(usize),
    /// A condition.
    Filter(Filter),
    /// Side by side.
    Row(Vec<Draft>),
    /// Joined by AND.
    All(Vec<Draft>),
    /// Joined by OR.
    Any(Vec<Draft>),
    /// After NOT or a minus.
    Not(Box<Draft>),
    /// After a plus.
    Must(Box<Draft>),
}

/// The texts and remarks of a typed query, its draft, and whether AND or OR joins anything in it.
pub fn parse(typed: &str) -> (Query, Option<Draft>, bool) {
    let mut query = Query::default();
    let pieces = pieces(typed, &mut query.remarks);
    let mut parser = Parser {
        pieces: &pieces,
        at: 0,
        depth: 0,
        strict: false,
        query,
    };
    let mut rows = Vec::new();
    while parser.at < pieces.len() {
        rows.push(parser.any());
        if let Some((at, Piece::Close)) = parser.peek() {
            let text = "A closing parenthesis has no opening one";
            parser.remark(at, "unbalanced-parenthesis", text);
            parser.at += 1;
        }
    }
    let draft = if rows.len() == 1 {
        rows.pop()
    } else {
        Some(Draft::Row(rows))
    };
    (parser.query, draft, parser.strict)
}

struct Parser<'a> {
    pieces: &'a [Placed<'a>],
    at: usize,
    depth: usize,
    strict: bool,
    query: Query,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<Placed<'a>> {
        self.pieces.get(self.at).cloned()
    }

    /// Alternatives joined by OR, up to a closing parenthesis or the end.
    fn any(&mut self) -> Draft {
        let mut parts = vec![self.all()];
        while let Some((at, Piece::Or)) = self.peek() {
            self.at += 1;
            parts.push(self.all());
            self.check_operands(at, "OR", &parts);
        }
        parts.retain(|part| !is_empty(part));
        if parts.len() == 1 {
            parts.remove(0)
        } else {
            Draft::Any(parts)
        }
    }

    /// Rows joined by AND.
    fn all(&mut self) -> Draft {
        let mut parts = vec![self.row()];
        while let Some((at, Piece::And)) = self.peek() {
            self.at += 1;
            parts.push(self.row());
            self.check_operands(at, "AND", &parts);
        }
        parts.retain(|part| !is_empty(part));
        if parts.len() == 1 {
            parts.remove(0)
        } else {
            Draft::All(parts)
        }
    }

    /// Remarks on an operator that lacks a side; one with both makes the query strict.
    fn check_operands(&mut self, at: usize, operator: &str, parts: &[Draft]) {
        let [.., left, right] = parts else { return };
        if is_empty(left) || is_empty(right) {
            self.stray(at, operator);
        } else {
            self.strict = true;
        }
    }

    fn remark(&mut self, at: usize, code: &'static str, text: &str) {
        self.query.remarks.push((at, Remark::new(code, text)));
    }

    fn stray(&mut self, at: usize, operator: &str) {
        let text = format!("“{operator}” has nothing to work on and was left out");
        self.remark(at, "stray-operator", &text);
    }

    /// Terms side by side.
    fn row(&mut self) -> Draft {
        let mut row = Vec::new();
        while let Some((at, piece)) = self.peek() {
            match piece {
                Piece::And | Piece::Or | Piece::Close => break,
                _ => row.extend(self.term(at, piece)),
            }
        }
        Draft::Row(row)
    }

    fn term(&mut self, at: usize, piece: Piece<'a>) -> Option<Draft> {
        self.at += 1;
        match piece {
            Piece::Word(word) => self.word(word, at),
            Piece::Phrase(phrase) => {
                let text = self.text(phrase, at, true);
                if !phrase.chars().any(char::is_alphanumeric) {
                    self.remark(
                        at,
                        "empty-phrase",
                        "The quotation marks hold no word and were left out",
                    );
                }
                text
            }
            Piece::Field(field, value) => match Filter::parse(field, value) {
                Ok(filter) => Some(Draft::Filter(filter)),
                Err(remark) => {
                    self.query.remarks.push((at, remark));
                    None
                }
            },
            Piece::Not | Piece::Must => {
                let operator = if piece == Piece::Not { "NOT" } else { "+" };
                match self.operand() {
                    Some(inner) if piece == Piece::Not => Some(Draft::Not(Box::new(inner))),
                    Some(inner) => Some(Draft::Must(Box::new(inner))),
                    None => {
                        self.stray(at, operator);
                        None
                    }
                }
            }
            Piece::Open => self.group(at),
            Piece::And | Piece::Or | Piece::Close => None,
        }
    }

    /// What NOT, minus or plus stands before.
    fn operand(&mut self) -> Option<Draft> {
        let mut negated = false;
        while let Some((_, Piece::Not | Piece::Must)) = self.peek() {
            negated ^= matches!(self.peek(), Some((_, Piece::Not)));
            self.at += 1;
        }
        let (at, piece) = self.peek()?;
        let inner = match piece {
            Piece::And | Piece::Or | Piece::Close => None,
            _ => self.term(at, piece),
        }?;
        Some(if negated {
            Draft::Not(Box::new(inner))
        } else {
            inner
        })
    }

    fn group(&mut self, at: usize) -> Option<Draft> {
        if self.depth >= MAX_DEPTH {
            return None;
        }
        self.depth += 1;
        let inner = self.any();
        self.depth -= 1;
        match self.peek() {
            Some((_, Piece::Close)) => self.at += 1,
            _ => {
                self.remark(
                    at,
                    "unbalanced-parenthesis",
                    "An opening parenthesis has no closing one",
                );
            }
        }
        if is_empty(&inner) {
            self.remark(
                at,
                "empty-parentheses",
                "The parentheses hold nothing and were left out",
            );
            return None;
        }
        Some(inner)
    }

    /// A word typed without quotation marks, with an open ending when it ends in "*".
    fn word(&mut self, typed: &str, at: usize) -> Option<Draft> {
        let Some(place) = typed.find('*') else {
            return self.text(typed, at, false);
        };
        let front = &typed[..place];
        if !front.chars().any(char::is_alphanumeric) || place + 1 < typed.len() {
            let text = "“*” stands for the end of a word only";
            self.remark(at, "wildcard", text);
        }
        if front.chars().any(char::is_alphanumeric) {
            self.text(&typed[..=place], at, false)
        } else {
            self.text(&typed.replace('*', " "), at, false)
        }
    }

    fn text(&mut self, typed: &str, at: usize, quoted: bool) -> Option<Draft> {
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
        Some(Draft::Text(self.query.texts.len() - 1))
    }

    /// Says once that the query is longer than what is searched.
    fn too_long(&mut self, at: usize) {
        let said = |(_, remark): &(usize, Remark)| remark.code == "too-long";
        if !self.query.remarks.iter().any(said) {
            let text = format!("Only the first {MAX_WORDS} words were searched");
            self.remark(at, "too-long", &text);
        }
    }
}

fn is_empty(draft: &Draft) -> bool {
    match draft {
        Draft::Row(parts) | Draft::All(parts) | Draft::Any(parts) => parts.iter().all(is_empty),
        _ => false,
    }
}
