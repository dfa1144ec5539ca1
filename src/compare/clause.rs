//! Which parts of a sentence say something by themselves? Cuts at marks and at words that open a clause.
//!
//! A clause here is what a comparison may set beside a part of another sentence: it need not be one
//! for a grammar. "In accordance with the laws of both countries" is one, "in March" is none.

use crate::document::Document;
use crate::order;
use crate::text::fold::fold;
use crate::text::{Span, Token, TokenKind};

/// Words that open a clause, sorted.
const OPENERS: &[&str] = &[
    "according",
    "after",
    "although",
    "amid",
    "as",
    "because",
    "before",
    "but",
    "despite",
    "during",
    "following",
    "if",
    "including",
    "since",
    "that",
    "though",
    "to",
    "unless",
    "until",
    "when",
    "where",
    "whereas",
    "whether",
    "which",
    "while",
    "who",
    "whom",
    "whose",
];

/// Where the clauses of a sentence start, in order, the start of the sentence first.
///
/// `edges` are further places to cut at in text order, such as the ends of quotations.
pub(super) fn starts(document: &Document, sentence: Span, edges: &[u32]) -> Vec<u32> {
    let mut starts = vec![sentence.start];
    let tokens = document.tokens_in(sentence);
    // "According to", "but after": of openers in a row the first opens.
    let mut is_open = false;
    for (n, token) in tokens.iter().enumerate() {
        let text = document.slice(token.span);
        match token.kind {
            TokenKind::Word | TokenKind::Number => {
                let opens = OPENERS.binary_search(&fold(text).as_str()).is_ok();
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
