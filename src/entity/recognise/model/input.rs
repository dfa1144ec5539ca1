//! What does the model read of a document? Its input: sentences cut into pieces, each with the
//! verdict of the rules, its case elsewhere in the document, and features of its sentence.

use rustc_hash::FxHashMap;

use super::bilou::Bilou;
use crate::document::Document;
use crate::entity::kind::MentionKind;
use crate::entity::mention::Mention;
use crate::entity::recognise::rule::by_rules;
use crate::language::{Piece, cut};

/// The context of a piece.
#[derive(Debug, Clone, Copy, Default)]
pub struct PieceContext {
    /// The position, kind and confidence that the rules give it; 0 if they find no name there.
    pub rule: u8,
    /// Its case elsewhere in the document: 1 lower, 2 capital after another word, 3 both.
    pub habit: u8,
    /// Whether it is the first word of the sentence.
    pub opens: bool,
    /// Whether nearly all words of the sentence have capitals.
    pub headline: bool,
}

/// How many words after or before a capital may be a lower-case part of a name ("general
/// election").
const NEAR: usize = 2;

/// A sentence, as the model reads it.
pub struct InputSentence {
    /// Its pieces.
    pub pieces: Vec<Piece>,
    /// The context of each piece.
    pub known: Vec<PieceContext>,
    /// Whether no piece except the first has a capital.
    pub small: bool,
}

impl InputSentence {
    /// Whether a word can be part of a name: it or a word near it has a capital or belongs to a
    /// mention of the rules, or the whole sentence is in lower case. This excludes a third of all
    /// words.
    pub fn may_name(&self, at: usize) -> bool {
        let told = |n: usize| {
            self.pieces.get(n).is_some_and(|piece| piece.capital)
                || self.known.get(n).is_some_and(|known| known.rule != 0)
        };
        self.small || (at.saturating_sub(NEAR)..=at + NEAR).any(told)
    }
}

/// A document, as the model reads it.
pub struct ModelInput {
    /// Its sentences, in text order.
    pub sentences: Vec<InputSentence>,
    /// The mentions found by the rules, in text order.
    pub rules: Vec<Mention>,
}

impl ModelInput {
    /// Reads a document.
    pub fn new(document: &Document) -> Self {
        let rules = by_rules(document);
        let mut spans = Vec::new();
        let sentences: Vec<Vec<Piece>> = document
            .sentences()
            .iter()
            .map(|sentence| {
                spans.clear();
                cut(&document.text, document.tokens_in(*sentence), &mut spans);
                spans
                    .iter()
                    .map(|span| Piece::new(&document.text, *span))
                    .collect()
            })
            .collect();
        let habits = habits(&sentences);
        let mut next = 0;
        let sentences = sentences
            .into_iter()
            .map(|pieces| {
                let headline = is_headline(&pieces);
                let mut open = true;
                let known = pieces.iter().map(|piece| PieceContext {
                    rule: rule(&rules, piece, &mut next),
                    habit: habits.get(&piece.lower).copied().unwrap_or(0),
                    opens: piece.word && std::mem::take(&mut open),
                    headline,
                });
                InputSentence {
                    known: known.collect(),
                    small: !pieces.iter().skip(1).any(|piece| piece.capital),
                    pieces,
                }
            })
            .collect();
        Self { sentences, rules }
    }
}

/// The verdict of the rules for a piece; `next` is the first rule that ends after the start of the
/// previous piece.
fn rule(rules: &[Mention], piece: &Piece, next: &mut usize) -> u8 {
    while rules
        .get(*next)
        .is_some_and(|rule| rule.span.end <= piece.span.start)
    {
        *next += 1;
    }
    let Some(rule) = rules
        .get(*next)
        .filter(|rule| rule.span.start < piece.span.end)
    else {
        return 0;
    };
    let opens = rule.span.start >= piece.span.start;
    let place = Bilou::between(opens, rule.span.end <= piece.span.end);
    let sure = u8::from(rule.confidence > 0.8) + u8::from(rule.confidence > 0.9);
    1 + place as u8 + 4 * rank(rule.kind) + 32 * sure
}

/// The number of a kind in [`PieceContext::rule`]; the weights of the model are tied to it.
fn rank(kind: MentionKind) -> u8 {
    match kind {
        MentionKind::Person => 0,
        MentionKind::Organisation => 1,
        MentionKind::Place => 2,
        MentionKind::Document => 3,
        MentionKind::Event => 4,
        MentionKind::Publication => 5,
        MentionKind::Nationality => 6,
        MentionKind::Work => 7,
    }
}

/// Whether nearly every word has a capital, or most are in capitals.
fn is_headline(sentence: &[Piece]) -> bool {
    let count = |of: fn(&&Piece) -> bool| sentence.iter().filter(of).count();
    let words = count(|p| p.word);
    let capitals = count(|p| p.word && p.capital);
    words > 3 && capitals * 10 >= words * 7 || words > 2 && count(|p| p.shouted) * 2 > words
}

/// The case of each word of a document where a capital is meaningful, outside headlines.
fn habits(sentences: &[Vec<Piece>]) -> FxHashMap<u64, u8> {
    let mut habits: FxHashMap<u64, u8> = FxHashMap::default();
    for sentence in sentences.iter().filter(|sentence| !is_headline(sentence)) {
        let mut after_word = false;
        for piece in sentence {
            if piece.word && (!piece.capital || after_word) {
                *habits.entry(piece.lower).or_default() |= if piece.capital { 2 } else { 1 };
            }
            after_word = piece.word;
        }
    }
    habits
}
