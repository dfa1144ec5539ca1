//! How do the pieces of a query belong together? A recursive-descent parser for rows of words, AND,
//! OR, NOT, NEAR and parentheses.
//!
//! NOT and NEAR bind tightest, then words side by side, then AND, then OR. What fits nowhere is
//! left out, with a remark.

use super::ast::Query;
use super::filter::Filter;
use super::lexer::{Piece, Placed, pieces};
use super::parse_tree::ParseTree;
use super::remark::Remark;
use crate::search::schema::Schema;

/// The maximum depth of parentheses; deeper ones are left out.
const MAX_DEPTH: usize = 40;

/// Parses a typed query: its texts and remarks, its tree, and whether AND or OR joins anything in
/// it.
pub fn parse(typed: &str, schema: &Schema) -> (Query, Option<ParseTree>, bool) {
    let mut query = Query::default();
    let pieces = pieces(typed, schema, &mut query.remarks);
    let mut parser = Parser {
        pieces: &pieces,
        schema,
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
    let tree = if rows.len() == 1 {
        rows.pop()
    } else {
        Some(ParseTree::Row(rows))
    };
    (parser.query, tree, parser.strict)
}

/// The state of the parser.
pub struct Parser<'a> {
    pieces: &'a [Placed<'a>],
    schema: &'a Schema,
    at: usize,
    depth: usize,
    strict: bool,
    /// The texts and remarks so far.
    pub query: Query,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<Placed<'a>> {
        self.pieces.get(self.at).cloned()
    }

    /// Alternatives joined by OR, up to a closing parenthesis or the end.
    fn any(&mut self) -> ParseTree {
        let mut parts = vec![self.all()];
        while let Some((at, Piece::Or)) = self.peek() {
            self.at += 1;
            parts.push(self.all());
            self.check_operands(at, "OR", &parts);
        }
        parts.retain(|part| !part.is_empty());
        if parts.len() == 1 {
            parts.remove(0)
        } else {
            ParseTree::Any(parts)
        }
    }

    /// Rows joined by AND.
    fn all(&mut self) -> ParseTree {
        let mut parts = vec![self.row()];
        while let Some((at, Piece::And)) = self.peek() {
            self.at += 1;
            parts.push(self.row());
            self.check_operands(at, "AND", &parts);
        }
        parts.retain(|part| !part.is_empty());
        if parts.len() == 1 {
            parts.remove(0)
        } else {
            ParseTree::All(parts)
        }
    }

    /// Adds a remark if an operator lacks an operand; otherwise makes the query strict.
    fn check_operands(&mut self, at: usize, operator: &str, parts: &[ParseTree]) {
        let [.., left, right] = parts else { return };
        if left.is_empty() || right.is_empty() {
            self.stray(at, operator);
        } else {
            self.strict = true;
        }
    }

    /// Adds a remark on a byte offset of the query.
    pub fn remark(&mut self, at: usize, code: &'static str, text: &str) {
        self.query.remarks.push((at, Remark::new(code, text)));
    }

    fn stray(&mut self, at: usize, operator: &str) {
        let text = format!("“{operator}” lacks a word to combine and was left out");
        self.remark(at, "stray-operator", &text);
    }

    /// Terms side by side.
    fn row(&mut self) -> ParseTree {
        let mut row = Vec::new();
        while let Some((at, piece)) = self.peek() {
            match piece {
                Piece::And | Piece::Or | Piece::Close => break,
                Piece::Near(distance) => {
                    self.at += 1;
                    self.near(at, distance, &mut row);
                }
                _ => row.extend(self.term(at, piece)),
            }
        }
        ParseTree::Row(row)
    }

    /// Joins the last term of the row and the next term by NEAR.
    fn near(&mut self, at: usize, distance: u32, row: &mut Vec<ParseTree>) {
        let right = self.near_operand();
        let (left, right) = match (row.pop(), right) {
            (Some(left), Some(right)) => (left, right),
            (left, right) => {
                row.extend(left.or(right));
                return self.stray(at, "NEAR");
            }
        };
        match (left, right.alternatives()) {
            (ParseTree::Near(same, mut parts), Some(right)) if same == distance => {
                parts.push(right);
                row.push(ParseTree::Near(distance, parts));
            }
            (ParseTree::Near(other, parts), Some(right)) => {
                let shared = parts.last().cloned().unwrap_or_default();
                row.push(ParseTree::Near(other, parts));
                row.push(ParseTree::Near(distance, vec![shared, right]));
            }
            (left, named) => match (left.alternatives(), named) {
                (Some(left), Some(right)) => row.push(ParseTree::Near(distance, vec![left, right])),
                _ => {
                    let text = "NEAR needs a word or phrase on each side; it was read as AND";
                    self.remark(at, "near-operand", text);
                    row.push(ParseTree::Must(Box::new(ParseTree::All(vec![left, right]))));
                }
            },
        }
    }

    /// The term after NEAR, if it is one that can be an operand.
    fn near_operand(&mut self) -> Option<ParseTree> {
        match self.peek()? {
            (
                at,
                piece @ (Piece::Word(_)
                | Piece::Phrase(..)
                | Piece::Open
                | Piece::Field(..)
                | Piece::Within(..)),
            ) => self.term(at, piece),
            _ => None,
        }
    }

    fn term(&mut self, at: usize, piece: Piece<'a>) -> Option<ParseTree> {
        self.at += 1;
        match piece {
            Piece::Word(word) => self.word(word, at),
            Piece::Phrase(phrase, slop) => {
                let text = self.text(phrase, at, true);
                if let Some(ParseTree::Text(number)) = text {
                    self.query.texts[number].slop = slop;
                }
                if !phrase.chars().any(char::is_alphanumeric) {
                    self.remark(
                        at,
                        "empty-phrase",
                        "The quotation marks contain no word and were left out",
                    );
                }
                text
            }
            Piece::Field(field, value) => match Filter::parse(field, value, self.schema) {
                Ok(filter) => Some(ParseTree::Filter(filter)),
                Err(remark) => {
                    self.query.remarks.push((at, remark));
                    self.text(value, at, false)
                }
            },
            Piece::Within(fields, value) => self.within(fields, value, at),
            Piece::Not | Piece::Must => {
                let operator = if piece == Piece::Not { "NOT" } else { "+" };
                let first = self.query.texts.len();
                let operand = self.operand();
                for text in &mut self.query.texts[first..] {
                    text.literal |= piece == Piece::Must;
                }
                match operand {
                    Some(inner) if piece == Piece::Not => Some(ParseTree::Not(Box::new(inner))),
                    Some(inner) => Some(ParseTree::Must(Box::new(inner))),
                    None => {
                        self.stray(at, operator);
                        None
                    }
                }
            }
            Piece::Open => self.group(at),
            Piece::And | Piece::Or | Piece::Close | Piece::Near(_) => None,
        }
    }

    /// The operand of NOT, minus or plus.
    fn operand(&mut self) -> Option<ParseTree> {
        let mut negated = false;
        while let Some((_, Piece::Not | Piece::Must)) = self.peek() {
            negated ^= matches!(self.peek(), Some((_, Piece::Not)));
            self.at += 1;
        }
        let (at, piece) = self.peek()?;
        let inner = match piece {
            Piece::And | Piece::Or | Piece::Close | Piece::Near(_) => None,
            _ => self.term(at, piece),
        }?;
        Some(if negated {
            ParseTree::Not(Box::new(inner))
        } else {
            inner
        })
    }

    fn group(&mut self, at: usize) -> Option<ParseTree> {
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
        if inner.is_empty() {
            self.remark(
                at,
                "empty-parentheses",
                "The parentheses are empty and were left out",
            );
            return None;
        }
        Some(inner)
    }
}
