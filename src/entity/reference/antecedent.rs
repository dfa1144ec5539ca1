//! Whom does a pronoun refer to? A backward search through the mentions: the subject of its
//! sentence, then the last speaker in its paragraph, then the subjects of earlier sentences. "it"
//! is the organisation or document that opens the previous sentence.

use crate::document::Document;
use crate::entity::kind::MentionKind;
use crate::entity::lexicon::Gender;
use crate::entity::mention::{Mention, is_genitive};
use crate::text::Span;

/// The last speaker, and the block of that quotation.
#[derive(Debug, Clone, Copy)]
pub struct LastSpeaker {
    /// Index of the mention.
    pub mention: u32,
    /// Index of the block.
    pub block: usize,
}

/// The mention that a pronoun refers to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Antecedent {
    /// Index of the mention.
    pub mention: u32,
    /// The confidence, from 0 to 1; higher if the mention is nearer.
    pub confidence: f64,
}

/// The mentions of a document, prepared for searches of antecedents.
pub struct Antecedents<'a> {
    document: &'a Document,
    mentions: &'a [Mention],
    /// The quoted spans of the document, in order: a person named in one is not a subject outside
    /// it.
    quoted: Vec<Span>,
}

/// How many earlier sentences are searched.
const SENTENCES_BACK: usize = 4;

impl<'a> Antecedents<'a> {
    /// Takes the mentions and the quoted spans of `document`, both in order.
    pub fn new(document: &'a Document, mentions: &'a [Mention], quoted: Vec<Span>) -> Self {
        Self {
            document,
            mentions,
            quoted,
        }
    }

    /// Whether a span overlaps a quoted span.
    pub fn is_quoted(&self, span: Span) -> bool {
        let at = self.quoted.partition_point(|q| q.end <= span.start);
        self.quoted.get(at).is_some_and(|q| q.overlaps(span))
    }

    /// The mentions inside a span, with their indices.
    pub fn inside(&self, span: Span) -> impl Iterator<Item = (u32, &'a Mention)> {
        let first = self.mentions.partition_point(|m| m.span.start < span.start);
        let inside = self.mentions[first..]
            .iter()
            .take_while(move |m| m.span.start < span.end);
        inside
            .enumerate()
            .map(move |(n, m)| ((first + n) as u32, m))
            .filter(move |(_, m)| m.span.end <= span.end)
    }

    /// The last two mentions that start before the end of a span, with their indices.
    pub fn around(&self, span: Span) -> impl Iterator<Item = (u32, &'a Mention)> {
        let end = self.mentions.partition_point(|m| m.span.start < span.end);
        let from = end.saturating_sub(2);
        self.mentions[from..end]
            .iter()
            .enumerate()
            .map(move |(n, m)| ((from + n) as u32, m))
    }

    /// The mention that the pronoun `word` at `span` in `block` refers to; `last` is the last
    /// speaker.
    pub fn of_pronoun(
        &self,
        word: &str,
        span: Span,
        block: usize,
        last: Option<LastSpeaker>,
    ) -> Option<Antecedent> {
        let sure = |confidence| {
            move |mention| Antecedent {
                mention,
                confidence,
            }
        };
        if matches!(word, "it" | "its" | "it's") {
            return self.of_thing(span).map(sure(0.6));
        }
        let gender = Gender::of_pronoun(word)?;
        let fits = |m: &Mention| {
            m.kind == MentionKind::Person
                && Gender::of_name(&self.document.text, m.span).is_none_or(|g| g == gender)
        };
        let sentence = self.document.sentence_at(span.start)?;
        let before = Span {
            start: sentence.start,
            end: span.start,
        };
        if let Some(subject) = self.subject(before, &fits) {
            return Some(subject).map(sure(0.85));
        }
        if let Some(last) = last.filter(|l| {
            l.block == block && self.mentions.get(l.mention as usize).is_some_and(&fits)
        }) {
            return Some(last.mention).map(sure(0.8));
        }
        let start = self.document.blocks.get(block)?.span.start;
        let at = self
            .document
            .sentences()
            .partition_point(|s| s.start < sentence.start);
        for previous in self.document.sentences()[..at]
            .iter()
            .rev()
            .take(SENTENCES_BACK)
            .take_while(|s| s.start >= start)
        {
            if let Some(subject) = self.subject(*previous, &fits) {
                return Some(subject).map(sure(0.75));
            }
        }
        let spoke = last.filter(|l| {
            l.block + 1 >= block && self.mentions.get(l.mention as usize).is_some_and(&fits)
        });
        spoke
            .map(|l| l.mention)
            .or_else(|| self.only_person(block.checked_sub(1)?, &fits))
            .map(sure(0.65))
    }

    /// The only person whom a block names outside quotations.
    fn only_person(&self, block: usize, fits: &impl Fn(&Mention) -> bool) -> Option<u32> {
        let text = &self.document.text;
        let span = self.document.blocks.get(block)?.span;
        let mut people = self
            .inside(span)
            .filter(|(_, m)| fits(m) && !self.is_quoted(m.span));
        let (index, first) = people.next()?;
        let name = first.span.slice(text);
        let same = |m: &Mention| {
            let other = m.span.slice(text);
            name.ends_with(other) || other.ends_with(name)
        };
        people.all(|(_, m)| same(m)).then_some(index)
    }

    /// The person a sentence is about: the first it names outside quotations and without a
    /// possessive.
    fn subject(&self, sentence: Span, fits: &impl Fn(&Mention) -> bool) -> Option<u32> {
        let text = &self.document.text;
        self.inside(sentence)
            .find(|(_, m)| fits(m) && !is_genitive(text, m.span) && !self.is_quoted(m.span))
            .map(|(index, _)| index)
    }

    /// The body or document that opens the previous sentence: "The ministry … It said".
    fn of_thing(&self, span: Span) -> Option<u32> {
        let sentence = self.document.sentence_at(span.start)?;
        let at = self
            .document
            .sentences()
            .partition_point(|s| s.start < sentence.start);
        let previous = *self.document.sentences().get(at.checked_sub(1)?)?;
        if self.document.block_at(previous.start) != self.document.block_at(span.start) {
            return None;
        }
        let (index, mention) = self.inside(previous).next()?;
        let opens = mention.span.start <= previous.start + 5;
        let body = matches!(
            mention.kind,
            MentionKind::Organisation | MentionKind::Document | MentionKind::Publication
        );
        (opens && body && !is_genitive(&self.document.text, mention.span)).then_some(index)
    }
}
