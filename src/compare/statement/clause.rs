//! Which parts of a sentence say something by themselves? Clauses: a sentence cut at marks and at
//! words that open a clause.
//!
//! A clause here is a unit of comparison, not necessarily one of grammar: "In accordance with the
//! laws of both countries" is one, "in March" is not.

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
    /// Its span, without marks and spaces at its ends.
    pub span: Span,
    /// The index of its first term.
    pub first: usize,
    /// The index after its last term.
    pub end: usize,
}

impl Clause {
    /// The number of its terms.
    pub fn count(self) -> usize {
        self.end - self.first
    }
}

/// A sentence with more clauses than this is compared in pieces.
pub(in crate::compare) const MOST_CLAUSES: usize = 32;

/// A sentence with more terms than this is compared in pieces, too.
const MOST_TERMS: usize = 160;

/// A clause with fewer terms than this is joined to its neighbour.
const FEWEST_TERMS: usize = 2;

/// Words that open a clause.
static OPENERS: WordList = WordList::new(include_str!("openers.txt"));

/// The clauses of a sentence in order. `terms` are its terms; `edges` are further offsets to cut
/// at, in order, such as the ends of quotations.
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
            // A short start of a sentence is joined to what follows.
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

/// A span from its first word to its last, with the quotation mark that completes a pair.
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

/// The clauses of a sentence in runs short enough to compare; a clause that is too long is cut.
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

/// The start offsets of the clauses of a sentence, in order, beginning with the sentence itself.
///
/// `edges` are further offsets to cut at, in order, such as the ends of quotations.
fn starts(document: &Document, sentence: Span, edges: &[u32]) -> Vec<u32> {
    let mut starts = vec![sentence.start];
    let tokens = document.tokens_in(sentence);
    // "According to", "but after": only the first of several openers in a row counts.
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

/// Whether a mark is between numbers: "13:34".
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
