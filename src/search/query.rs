//! What does a typed query ask? A tree of texts and filters, and remarks; never a failure.
//!
//! Words side by side are alternatives of which the more the better. Once AND or OR is written
//! anywhere, words side by side are all wanted. A phrase, a +term and a field are always wanted.

use super::answer::Remark;
use super::filter::Filter;
use super::lexer::{Piece, Placed, pieces};
use super::term::{Glue, is_capital_key, key, units};
use crate::text::{is_stop_word, tokens};

/// Parentheses deeper than this are read as if they were not there.
const MAX_DEPTH: usize = 40;

/// A query understood.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// What is sought; `None` when nothing is.
    pub root: Option<Node>,
    /// The texts that [`Node::Text`] numbers.
    pub texts: Vec<QueryText>,
    /// Remarks with the byte of the query they refer to.
    pub remarks: Vec<(usize, Remark)>,
}

/// A part of a query's tree.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// A word or phrase, by its number.
    Text(usize),
    /// A condition on articles or blocks.
    Filter(Filter),
    /// Every one of these that is no [`Node::Optional`].
    All(Vec<Node>),
    /// At least one of these.
    Any(Vec<Node>),
    /// What matches this is excluded.
    Not(Box<Node>),
    /// Better with these, but not only with them.
    Optional(Vec<Node>),
}

/// A word or phrase as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryText {
    /// As typed, without quotation marks.
    pub typed: String,
    /// The byte of the query where it starts.
    pub at: usize,
    /// Whether its words are meant exactly, not by stem.
    pub exact: bool,
    /// Its words; at least one.
    pub words: Vec<QueryWord>,
}

/// A word of a [`QueryText`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryWord {
    /// As typed.
    pub typed: String,
    /// Its key.
    pub key: String,
    /// How it hangs on the word before it.
    pub glue: Glue,
    /// Whether any ending may follow.
    pub prefix: bool,
}

/// A query's tree before it is known whether words side by side are all wanted.
enum Draft {
    Text(usize),
    Filter(Filter),
    Row(Vec<Draft>),
    All(Vec<Draft>),
    Any(Vec<Draft>),
    Not(Box<Draft>),
    Must(Box<Draft>),
}

impl Query {
    /// The query of a typed text.
    pub fn parse(typed: &str) -> Self {
        let mut query = Self::default();
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
                let remark = Remark::new(
                    "unbalanced-parenthesis",
                    "A closing parenthesis has no opening one",
                );
                parser.query.remarks.push((at, remark));
                parser.at += 1;
            }
        }
        let strict = parser.strict;
        query = parser.query;
        let draft = if rows.len() == 1 {
            rows.pop()
        } else {
            Some(Draft::Row(rows))
        };
        query.root = draft
            .and_then(|draft| query.lower(draft, strict))
            .filter(|root| query.has_aim(root));
        query
    }

    /// Whether a tree seeks anything; a remark when it only excludes.
    fn has_aim(&mut self, root: &Node) -> bool {
        let aims = seeks(root);
        if !aims {
            let text = "The query only excludes; it needs something to find";
            self.remarks.push((0, Remark::new("only-excluded", text)));
        }
        aims
    }

    fn lower(&mut self, draft: Draft, strict: bool) -> Option<Node> {
        match draft {
            Draft::Text(text) => Some(Node::Text(text)),
            Draft::Filter(filter) => Some(Node::Filter(filter)),
            Draft::Must(inner) => self.lower(*inner, strict),
            Draft::Not(inner) => match self.lower(*inner, strict)? {
                Node::Not(twice) => Some(*twice),
                node => Some(Node::Not(Box::new(node))),
            },
            Draft::All(parts) => {
                let nodes = parts
                    .into_iter()
                    .filter_map(|p| self.lower(p, strict))
                    .collect();
                one_or(nodes, Node::All)
            }
            Draft::Any(parts) => {
                let nodes: Vec<_> = parts
                    .into_iter()
                    .filter_map(|p| self.lower(p, strict))
                    .collect();
                let (aims, rest): (Vec<_>, Vec<_>) = nodes.into_iter().partition(seeks);
                if aims.is_empty() {
                    one_or(rest, Node::All)
                } else {
                    one_or(aims, Node::Any)
                }
            }
            Draft::Row(row) => self.lower_row(row, strict),
        }
    }

    /// Words side by side, with what is wanted or excluded among them.
    fn lower_row(&mut self, row: Vec<Draft>, strict: bool) -> Option<Node> {
        let row = self.without_stop_words(row);
        let (mut words, mut wanted) = (Vec::new(), Vec::new());
        for draft in row {
            let is_word = match &draft {
                Draft::Text(text) => !self.texts[*text].exact,
                Draft::Row(_) | Draft::All(_) | Draft::Any(_) => true,
                Draft::Filter(_) | Draft::Not(_) | Draft::Must(_) => false,
            };
            let Some(node) = self.lower(draft, strict) else {
                continue;
            };
            match node {
                Node::Any(parts) if is_word && !strict => words.extend(parts),
                Node::Text(text) if is_word && !strict => {
                    words.push(Node::Text(text));
                    words.extend(self.parts(text));
                }
                node if is_word && !strict && seeks(&node) => words.push(node),
                node => wanted.push(node),
            }
        }
        let must = wanted
            .iter()
            .any(|node| !matches!(node, Node::Filter(_)) && seeks(node));
        if !words.is_empty() {
            wanted.insert(
                0,
                if must {
                    Node::Optional(words)
                } else {
                    one_or(words, Node::Any)?
                },
            );
        }
        one_or(wanted, Node::All)
    }

    /// The words of a compound as texts of their own ("military-technical"), so that ranking also
    /// finds them apart; none when a part is too short to say anything alone ("co-operation").
    fn parts(&mut self, text: usize) -> Vec<Node> {
        let whole = &self.texts[text];
        let says = |w: &QueryWord| is_capital_key(&w.key) || w.key.chars().count() > 2;
        if whole.words.len() < 2 || !whole.words.iter().all(says) {
            return Vec::new();
        }
        let at = whole.at;
        let parts: Vec<_> = whole
            .words
            .iter()
            .filter(|w| !is_stop_word(&w.key))
            .cloned()
            .collect();
        let first = self.texts.len();
        self.texts.extend(parts.into_iter().map(|word| QueryText {
            typed: word.typed.clone(),
            at,
            exact: false,
            words: vec![QueryWord {
                glue: Glue::Apart,
                ..word
            }],
        }));
        (first..self.texts.len()).map(Node::Text).collect()
    }

    /// A row without its stop words, unless it has nothing else to find.
    fn without_stop_words(&self, row: Vec<Draft>) -> Vec<Draft> {
        let is_stop = |draft: &Draft| match draft {
            Draft::Text(text) => self.texts[*text].is_stop_word(),
            _ => false,
        };
        let finds =
            |draft: &Draft| !matches!(draft, Draft::Not(_) | Draft::Filter(_)) && !is_stop(draft);
        if row.iter().any(finds) {
            row.into_iter().filter(|draft| !is_stop(draft)).collect()
        } else {
            row
        }
    }
}

impl QueryText {
    /// A word or phrase as typed; `None` without a letter or digit.
    fn new(typed: &str, at: usize, quoted: bool) -> Option<Self> {
        let words: Vec<QueryWord> = units(typed, &tokens(typed))
            .iter()
            .map(|unit| QueryWord {
                typed: unit.span.slice(typed).to_owned(),
                key: key(unit.span.slice(typed)),
                glue: unit.glue,
                prefix: typed[unit.span.end as usize..].starts_with('*'),
            })
            .filter(|word| !word.key.is_empty())
            .collect();
        let beside = words.iter().skip(1).any(|w| w.glue == Glue::Beside);
        (!words.is_empty()).then(|| Self {
            typed: typed.trim().to_owned(),
            at,
            exact: quoted || beside,
            words,
        })
    }

    fn is_stop_word(&self) -> bool {
        !self.exact && self.words.iter().all(|w| !w.prefix && is_stop_word(&w.key))
    }
}

/// Whether a tree finds anything by itself.
fn seeks(node: &Node) -> bool {
    match node {
        Node::Text(_) | Node::Filter(_) => true,
        Node::All(parts) | Node::Any(parts) => parts.iter().any(seeks),
        Node::Not(_) | Node::Optional(_) => false,
    }
}

fn one_or(mut nodes: Vec<Node>, group: impl FnOnce(Vec<Node>) -> Node) -> Option<Node> {
    match nodes.len() {
        0 => None,
        1 if !matches!(nodes[0], Node::Optional(_)) => nodes.pop(),
        _ => Some(group(nodes)),
    }
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

    fn stray(&mut self, at: usize, operator: &str) {
        let text = format!("“{operator}” has nothing to work on and was left out");
        self.query
            .remarks
            .push((at, Remark::new("stray-operator", &text)));
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
                if text.is_none() {
                    let remark = Remark::new(
                        "empty-phrase",
                        "The quotation marks hold no word and were left out",
                    );
                    self.query.remarks.push((at, remark));
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
                let remark = Remark::new(
                    "unbalanced-parenthesis",
                    "An opening parenthesis has no closing one",
                );
                self.query.remarks.push((at, remark));
            }
        }
        if is_empty(&inner) {
            self.query.remarks.push((
                at,
                Remark::new(
                    "empty-parentheses",
                    "The parentheses hold nothing and were left out",
                ),
            ));
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
            self.query.remarks.push((at, Remark::new("wildcard", text)));
        }
        if front.chars().any(char::is_alphanumeric) {
            self.text(&typed[..=place], at, false)
        } else {
            self.text(&typed.replace('*', " "), at, false)
        }
    }

    fn text(&mut self, typed: &str, at: usize, quoted: bool) -> Option<Draft> {
        let text = QueryText::new(typed, at, quoted)?;
        self.query.texts.push(text);
        Some(Draft::Text(self.query.texts.len() - 1))
    }
}

fn is_empty(draft: &Draft) -> bool {
    match draft {
        Draft::Row(parts) | Draft::All(parts) | Draft::Any(parts) => parts.iter().all(is_empty),
        _ => false,
    }
}
