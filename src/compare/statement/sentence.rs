//! What does each sentence say? A pass over the sentences of all accounts that turns them into
//! statements.

use super::clause::{Clause, clauses, pieces};
use super::frame::frames;
use super::term::{Lexicon, Term, weigh};
use crate::compare::account::Account;
use crate::order;
use crate::quote::Quotation;
use crate::text::Span;

/// A sentence of an account, or a piece of a long one.
#[derive(Debug)]
pub(in crate::compare) struct Statement {
    /// The ordinal of its account among those compared.
    pub account: usize,
    /// Its span.
    pub span: Span,
    /// The quotations that overlap it, in order: indices into those of its account.
    pub quotations: Vec<u32>,
    /// Its terms in text order.
    pub terms: Vec<Term>,
    /// Its clauses, in order.
    pub clauses: Vec<Clause>,
}

/// The sentences of all accounts that have terms, in order, without lines about the articles
/// themselves.
pub(in crate::compare) fn statements(accounts: &[Account]) -> Vec<Statement> {
    let mut lexicon = Lexicon::new();
    let mut statements = Vec::new();
    for (number, account) in accounts.iter().enumerate() {
        let frames = frames(account);
        let edges = edges(account.quotations);
        let mut quoted = quoted(account);
        for (n, &span) in account.document.sentences().iter().enumerate() {
            let block = account.document.block_at(span.start);
            if account.document.blocks[block].kind.is_about() {
                continue;
            }
            let first = frames.partition_point(|frame| frame.start < span.start);
            let end = frames.partition_point(|frame| frame.start < span.end);
            let terms = lexicon.terms(account, span, &frames[first..end]);
            let clauses = clauses(account, span, &terms, &edges);
            let quotations = std::mem::take(&mut quoted[n]);
            let pieces = pieces(clauses, &terms);
            let is_whole = pieces.len() == 1;
            statements.extend(pieces.into_iter().map(|clauses| {
                let all = clauses[0].first..clauses[clauses.len() - 1].end;
                let ends = clauses[0].span.cover(clauses[clauses.len() - 1].span);
                let moved = |clause: &Clause| Clause {
                    first: clause.first - all.start,
                    end: clause.end - all.start,
                    ..*clause
                };
                Statement {
                    account: number,
                    span: if is_whole { span } else { ends },
                    quotations: quotations.clone(),
                    clauses: clauses.iter().map(moved).collect(),
                    terms: terms[all].to_vec(),
                }
            }));
        }
    }
    weigh(&lexicon, statements.iter_mut().map(|s| &mut s.terms));
    statements
}

/// For each sentence of an account, the quotations that overlap it.
fn quoted(account: &Account) -> Vec<Vec<u32>> {
    let sentences = account.document.sentences();
    let mut quoted = vec![Vec::new(); sentences.len()];
    for (n, quotation) in (0u32..).zip(account.quotations) {
        for span in &quotation.spans {
            let first = sentences.partition_point(|s| s.end <= span.start);
            let within = sentences[first..].iter().zip(&mut quoted[first..]);
            for (_, quoted) in within.take_while(|(s, _)| s.start < span.end) {
                if quoted.last() != Some(&n) {
                    quoted.push(n);
                }
            }
        }
    }
    quoted
}

/// The start and end offsets of quotations, in order.
fn edges(quotations: &[Quotation]) -> Vec<u32> {
    let spans = quotations.iter().flat_map(|q| q.spans.iter());
    let mut edges: Vec<u32> = spans.flat_map(|s| [s.start, s.end]).collect();
    order::sort(&mut edges);
    edges
}
