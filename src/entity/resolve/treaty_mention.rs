//! What does a mention reveal about a legal document? A record of evidence: its year, the places
//! nearby, the whole that a numbered part belongs to.

use std::collections::BTreeSet;

use super::key::folded_name;
use crate::document::Document;
use crate::entity::kind::MentionKind;
use crate::entity::lexicon::Gazetteer;
use crate::entity::mention::Mention;
use crate::entity::token::cased_tokens;
use crate::order;
use crate::text::{Span, TokenKind};

/// A mention of a legal document: a treaty, a resolution, an article of one.
#[derive(Debug, Clone)]
pub struct TreatyMention {
    pub document: usize,
    pub mention: usize,
    /// Its folded name.
    pub name: String,
    /// The year in its name, or else the only year in its sentence.
    pub year: Option<u32>,
    /// Whether its name is a year and a noun.
    pub dated: bool,
    /// Whether it is a quoted title in lower case.
    pub quoted: bool,
    /// The places named in its block and in its own name.
    pub places: BTreeSet<&'static str>,
    /// What a numbered part belongs to; `None` if it is not a numbered part.
    pub parent: Option<Parent>,
}

/// What a numbered part belongs to.
#[derive(Debug, Clone, PartialEq)]
pub enum Parent {
    /// A legal document with a name: its key.
    Named(String),
    /// A document that is only described ("Article 4 of the pact").
    Described,
    /// The text does not say.
    Unstated,
}

impl TreatyMention {
    /// Reads the evidence of mention `at.1` of document `at.0`; `context` is passed from treaty to
    /// treaty.
    pub fn new(
        document: &Document,
        mentions: &[Mention],
        at: (usize, usize),
        context: &mut TreatyContext,
    ) -> Self {
        let span = mentions[at.1].span;
        let text = document.slice(span);
        let own = text.get(..4).and_then(|y| y.parse().ok());
        let sentence = document.sentence_at(span.start).unwrap_or(span);
        Self {
            document: at.0,
            mention: at.1,
            name: folded_name(text),
            year: own.or_else(|| context.year(document, at.0, sentence)),
            dated: own.is_some(),
            quoted: text.starts_with(char::is_lowercase) && !text.starts_with("resolution"),
            places: context.places(document, mentions, at.0, span),
            parent: parent(document, mentions, at.1),
        }
    }
}

/// The last sentence and block that were read. Treaties in the same ones share it, so that a text
/// full of legal documents is not read again for each.
#[derive(Default)]
pub struct TreatyContext {
    /// The only year in a sentence of a document.
    year: Option<((usize, Span), Option<u32>)>,
    /// The places named in a block of a document.
    places: Option<((usize, usize), BTreeSet<&'static str>)>,
}

impl TreatyContext {
    fn year(&mut self, document: &Document, d: usize, sentence: Span) -> Option<u32> {
        match self.year {
            Some((at, year)) if at == (d, sentence) => year,
            _ => {
                let year = only_year(document, sentence);
                self.year = Some(((d, sentence), year));
                year
            }
        }
    }

    /// The places named in the block of `span` and inside the name at `span`.
    fn places(
        &mut self,
        document: &Document,
        mentions: &[Mention],
        d: usize,
        span: Span,
    ) -> BTreeSet<&'static str> {
        let block = document.block_at(span.start);
        let mut places = match self.places.take() {
            Some((at, places)) if at == (d, block) => places,
            _ => {
                let area = document.blocks.get(block).map_or(span, |b| b.span);
                block_places(document, mentions, area)
            }
        };
        self.places = Some(((d, block), places.clone()));
        places.extend(places_inside(document, span));
        places
    }
}

/// The year that a sentence names, if it is the only one.
fn only_year(document: &Document, sentence: Span) -> Option<u32> {
    let tokens = document.tokens_in(sentence).iter();
    let numbers = tokens
        .filter(|t| t.kind == TokenKind::Number && t.span.len() == 4)
        .filter_map(|t| document.slice(t.span).parse::<u32>().ok());
    let years: BTreeSet<u32> = order::gathered(numbers.filter(|y| (1500..2100).contains(y)));
    if years.len() == 1 {
        years.first().copied()
    } else {
        None
    }
}

/// The places named in a block; a demonym counts as its place.
fn block_places(document: &Document, mentions: &[Mention], block: Span) -> BTreeSet<&'static str> {
    let first = mentions.partition_point(|m| m.span.start < block.start);
    let inside = mentions[first..].iter();
    let places = inside
        .take_while(|m| m.span.start < block.end)
        .filter_map(|m| Gazetteer::get().named(document.slice(m.span)))
        .filter(|k| matches!(k.kind, MentionKind::Place | MentionKind::Nationality))
        .map(|k| k.stands_for.unwrap_or(k.canonical));
    order::gathered(places)
}

/// The places named inside a name.
fn places_inside(document: &Document, span: Span) -> Vec<&'static str> {
    let words = cased_tokens(document, span);
    (0..words.len())
        .filter_map(|at| Gazetteer::get().longest_at(&words, at))
        .map(|m| m.known)
        .filter(|k| k.kind == MentionKind::Place)
        .map(|k| k.canonical)
        .collect()
}

/// What a numbered part belongs to; `None` for a legal document that is not a numbered part.
fn parent(document: &Document, mentions: &[Mention], at: usize) -> Option<Parent> {
    let span = mentions[at].span;
    let text = document.slice(span);
    if !is_numbered_part(text) {
        return None;
    }
    let rest = document.text.get(span.end as usize..).unwrap_or("");
    let Some(rest) = rest.strip_prefix(" of ") else {
        return Some(Parent::Unstated);
    };
    let start = span.end + 4 + if rest.starts_with("the ") { 4 } else { 0 };
    let whole = mentions
        .get(at + 1)
        .filter(|m| m.span.start == start && m.kind == MentionKind::Document);
    Some(match whole {
        Some(whole) => {
            let name = document.slice(whole.span);
            Parent::Named(
                Gazetteer::get()
                    .named(name)
                    .map_or_else(|| folded_name(name), |k| folded_name(k.canonical)),
            )
        }
        None => Parent::Described,
    })
}

/// Whether a name is that of a numbered part of a legal document.
pub fn is_numbered_part(name: &str) -> bool {
    ["Article ", "Chapter ", "Title "]
        .iter()
        .any(|part| name.starts_with(part))
}
