//! Which parts of a sentence say something by themselves? Clauses: a sentence cut at marks and at words that open one.
//!
//! A clause here is what a comparison may set beside a part of another sentence: it need not be one
//! for a grammar. "In accordance with the laws of both countries" is one, "in March" is none.

use super::term::Term;
use crate::compare::account::Account;
use crate::document::Document;
use crate::order;
use crate::text::fold::fold;
use crate::text::lexicon::WordList;
use crate::text::{Span, Token, TokenKind};

/// A part of a sentence.
#[derive(Debug, Clone, Copy)]
pub(in crate::compare) struct Clause {
    /// Where it stands, marks and blanks at its ends left out.
    pub span: Span,
    /// The first of its terms.
    pub first: usize,
    /// One past the last of its terms.
    pub end: usize,
}

impl Clause {
    /// How many terms it has.
    pub fn count(self) -> usize {
        self.end - self.first
    }
}

/// A sentence of more clauses than this is a list, and compared in pieces.
pub(in crate::compare) const MOST_CLAUSES: usize = 32;

/// A sentence of more terms than this likewise.
const MOST_TERMS: usize = 160;

/// A clause with fewer terms than this is part of its neighbour.
const FEWEST_TERMS: usize = 2;

/// Words that open a clause.
static OPENERS: WordList = WordList::new(include_str!("openers.txt"));

/// The clauses of a sentence in order; `terms` are those of the sentence, `edges` further places to cut at in
/// text order, such as the ends of quotations.
pub(super) fn clauses(
    account: &Account,
    sentence: Span,
    terms: &[Term],
    edges: &[u32],
) -> Vec<Clause> {
    let starts = starts(account.document, sentence, edges);
    let mut clauses: Vec<Clause> = Vec::new();
    let mut first = 0;
    for (n, &start) in starts.iter().enumerate() {
        let end = starts.get(n + 1).copied().unwrap_or(sentence.end);
        let last = first
            + terms[first..]
                .iter()
                .take_while(|t| t.span.start < end)
                .count();
        let clause = Clause {
            span: bare(account, Span { start, end }),
            first,
            end: last,
        };
        match clauses.last_mut() {
            _ if clause.count() == 0 => {}
            // What is short at the start of a sentence waits for what follows.
            Some(before) if clause.count().min(before.count()) < FEWEST_TERMS => {
                before.span.end = clause.span.end;
                before.end = last;
            }
            _ => clauses.push(clause),
        }
        first = last;
    }
    clauses
}

/// A span from its first word to its last, and the quotation mark that closes what it opens.
fn bare(account: &Account, span: Span) -> Span {
    let text = &account.document.text;
    let words = || {
        account
            .document
            .tokens_in(span)
            .iter()
            .filter(|t| t.is_word())
    };
    let (Some(first), Some(last)) = (words().next(), words().next_back()) else {
        return span;
    };
    let mut bare = first.span.cover(last.span);
    let opens = bare.slice(text).matches('“').count() > bare.slice(text).matches('”').count();
    let rest = &text[bare.end as usize..];
    let closed = rest.trim_start_matches([',', '.', '?', '!']);
    if opens && closed.starts_with('”') {
        bare.end += (rest.len() - closed.len() + '”'.len_utf8()) as u32;
    } else if text[..bare.start as usize].ends_with('“') && bare.slice(text).contains('”') {
        bare.start -= '“'.len_utf8() as u32;
    }
    bare
}

/// The clauses of a sentence in rows that are short enough to be compared; one clause that is not is cut.
pub(super) fn pieces(clauses: Vec<Clause>, terms: &[Term]) -> Vec<Vec<Clause>> {
    let mut pieces: Vec<Vec<Clause>> = Vec::new();
    for clause in clauses.into_iter().flat_map(|clause| cut(clause, terms)) {
        let has_room = |piece: &&mut Vec<Clause>| {
            piece.len() < MOST_CLAUSES && clause.end - piece[0].first <= MOST_TERMS
        };
        match pieces.last_mut().filter(has_room) {
            Some(piece) => piece.push(clause),
            None => pieces.push(vec![clause]),
        }
    }
    pieces
}

fn cut(clause: Clause, terms: &[Term]) -> Vec<Clause> {
    if clause.count() <= MOST_TERMS {
        return vec![clause];
    }
    let firsts = (clause.first..clause.end).step_by(MOST_TERMS);
    let part = |first: usize| {
        let end = clause.end.min(first + MOST_TERMS);
        let span = terms[first].span.cover(terms[end - 1].span);
        Clause { span, first, end }
    };
    firsts.map(part).collect()
}

/// Where the clauses of a sentence start, in order, the start of the sentence first.
///
/// `edges` are further places to cut at in text order, such as the ends of quotations.
fn starts(document: &Document, sentence: Span, edges: &[u32]) -> Vec<u32> {
    let mut starts = vec![sentence.start];
    let tokens = document.tokens_in(sentence);
    // "According to", "but after": of openers in a row the first opens.
    let mut is_open = false;
    for (n, token) in tokens.iter().enumerate() {
        let text = document.slice(token.span);
        match token.kind {
            TokenKind::Word | TokenKind::Number => {
                let opens = OPENERS.contains(&fold(text));
                if opens && !is_open {
                    starts.push(token.span.start);
                }
                is_open = opens;
            }
            TokenKind::Mark if is_cut(text) && !is_time(tokens, n) => starts.push(token.span.end),
            _ => {}
        }
    }
    let first = edges.partition_point(|&at| at <= sentence.start);
    let inside = edges[first..].iter().take_while(|&&at| at < sentence.end);
    starts.extend(inside.copied());
    order::sort(&mut starts);
    starts.dedup();
    starts
}

fn is_cut(mark: &str) -> bool {
    matches!(mark, "," | ";" | ":" | "—" | "–" | "(" | ")")
}

/// Whether a mark stands between numbers: "13:34".
fn is_time(tokens: &[Token], n: usize) -> bool {
    let is_number = |n: Option<usize>| {
        let token = n.and_then(|n| tokens.get(n));
        token.is_some_and(|t| t.kind == TokenKind::Number)
    };
    is_number(n.checked_sub(1)) && is_number(Some(n + 1))
}

#[cfg(test)]
mod tests {
    use crate::text::lexicon::check_list;

    #[test]
    fn the_list_is_sorted() {
        check_list(include_str!("openers.txt"), &[]);
    }
}
