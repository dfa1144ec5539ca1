//! What does each sentence say? Sentences as terms in clauses, ready to be set beside others.

use super::term::{Lexicon, Term, weigh};
use super::{Account, clause};
use crate::order;
use crate::quote::Quotation;
use crate::text::Span;

/// A sentence of an account under comparison, or a piece of a long one.
#[derive(Debug)]
pub(super) struct Statement {
    /// The ordinal of its account among those compared.
    pub account: usize,
    /// Where it stands.
    pub span: Span,
    /// The quotations that have words in it, in order: indices into those of its account.
    pub quotations: Vec<u32>,
    /// Its terms in text order.
    pub terms: Vec<Term>,
    /// Its clauses: where each stands and which terms it has, in order.
    pub clauses: Vec<Clause>,
}

/// A part of a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clause {
    /// Where it stands, marks and blanks at its ends left out.
    pub span: Span,
    /// The first of its terms.
    pub first: usize,
    /// One past the last of its terms.
    pub end: usize,
}

impl Clause {
    fn count(self) -> usize {
        self.end - self.first
    }
}

/// A sentence of more clauses than this is a list, and compared in pieces.
pub(super) const MOST_CLAUSES: usize = 32;

/// A sentence of more terms than this likewise.
const MOST_TERMS: usize = 160;

/// A clause with fewer terms than this is part of its neighbour.
const FEWEST_TERMS: usize = 2;

/// The sentences of all accounts that say something, in order. Lines about an article are none.
pub(super) fn statements(accounts: &[Account]) -> Vec<Statement> {
    let mut lexicon = Lexicon::new();
    let mut statements = Vec::new();
    for (number, account) in accounts.iter().enumerate() {
        let frames = frames(account);
        let edges = edges(account.quotations);
        let mut quoted = quoted(account);
        for (n, &span) in account.document.sentences.iter().enumerate() {
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

/// The quotations that have words in each sentence of an account.
fn quoted(account: &Account) -> Vec<Vec<u32>> {
    let sentences = &account.document.sentences;
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

/// The words that say who speaks, which are no part of what is said, in text order: from speaker to
/// cue, and what is told of a speaker that stands behind the cue.
fn frames(account: &Account) -> Vec<Span> {
    let quotations = account.quotations;
    let mut contents: Vec<Span> = quotations.iter().flat_map(|q| q.spans.clone()).collect();
    order::sort(&mut contents);
    let mut frames = Vec::new();
    for quotation in quotations {
        let Some(cue) = quotation.cue else { continue };
        let Some(sentence) = account.document.sentence_at(cue.start) else {
            continue;
        };
        let speaker = quotation.speaker.as_ref().and_then(|s| s.span);
        let Some(speaker) = speaker.filter(|s| sentence.contains(*s)) else {
            frames.push(cue);
            continue;
        };
        let mut both = cue.cover(speaker);
        let next = contents.partition_point(|content| content.start < both.end);
        let before = contents[..next].iter().rev().take(NEAR);
        if before.into_iter().any(|content| content.overlaps(both)) {
            frames.extend([cue, speaker]);
            continue;
        }
        let tail = account.document.text[both.end as usize..sentence.end as usize].starts_with(',');
        if speaker.start >= cue.start && tail {
            let next = contents
                .get(next)
                .map_or(sentence.end, |content| content.start);
            both.end = next.min(sentence.end).max(both.end);
        }
        frames.push(both);
    }
    order::sort(&mut frames);
    frames
}

/// How many contents back one that reaches over a frame is looked for: so deep quotations nest.
const NEAR: usize = 8;

/// Where quotations start and end, in order.
fn edges(quotations: &[Quotation]) -> Vec<u32> {
    let spans = quotations.iter().flat_map(|q| q.spans.iter());
    let mut edges: Vec<u32> = spans.flat_map(|s| [s.start, s.end]).collect();
    order::sort(&mut edges);
    edges
}

/// The clauses of a sentence in rows that are short enough to be compared; one clause that is not is cut.
fn pieces(clauses: Vec<Clause>, terms: &[Term]) -> Vec<Vec<Clause>> {
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

fn clauses(account: &Account, sentence: Span, terms: &[Term], edges: &[u32]) -> Vec<Clause> {
    let starts = clause::starts(account.document, sentence, edges);
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
