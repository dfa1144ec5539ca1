//! Whom does a pronoun stand for? A search back through the mentions: the subject of its sentence, then the
//! last speaker of its paragraph, then the subject of the sentences before; "it" is the body or document
//! that opened the sentence before.

use crate::document::Document;
use crate::entity::kind::MentionKind;
use crate::entity::lexicon::Gender;
use crate::entity::mention::{Mention, is_genitive};
use crate::text::Span;

/// Who spoke last, and in which block.
#[derive(Debug, Clone, Copy)]
pub struct LastSpeaker {
    /// Index of the mention.
    pub mention: u32,
    /// Index of the block.
    pub block: usize,
}

/// The mention that a pronoun stands for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Antecedent {
    /// Index of the mention.
    pub mention: u32,
    /// How sure it is, by how near it stands, 0 to 1.
    pub confidence: f64,
}

/// The mentions of a document, ready to be asked who a phrase names.
pub struct Antecedents<'a> {
    document: &'a Document,
    mentions: &'a [Mention],
    /// The quoted stretches of the document, in order: nobody named there is a subject outside.
    quoted: Vec<Span>,
}

/// How many sentences back a pronoun looks.
const SENTENCES_BACK: usize = 4;

impl<'a> Antecedents<'a> {
    /// The mentions of `document`, whose quoted stretches are `quoted`, in order.
    pub fn new(document: &'a Document, mentions: &'a [Mention], quoted: Vec<Span>) -> Self {
        Self {
            document,
            mentions,
            quoted,
        }
    }

    /// Whether a span overlaps a quoted stretch.
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

    /// The mentions that start not far before a span's end.
    pub fn around(&self, span: Span) -> impl Iterator<Item = (u32, &'a Mention)> {
        let end = self.mentions.partition_point(|m| m.span.start < span.end);
        let from = end.saturating_sub(2);
        self.mentions[from..end]
            .iter()
            .enumerate()
            .map(move |(n, m)| ((from + n) as u32, m))
    }

    /// The mention that a pronoun at `span` stands for.
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
            .sentences
            .partition_point(|s| s.start < sentence.start);
        for previous in self.document.sentences[..at]
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

    /// The one person whom a block names outside quotations.
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

    /// The person a sentence is about: the first it names, unless it stands in the genitive.
    fn subject(&self, sentence: Span, fits: &impl Fn(&Mention) -> bool) -> Option<u32> {
        let text = &self.document.text;
        self.inside(sentence)
            .find(|(_, m)| fits(m) && !is_genitive(text, m.span) && !self.is_quoted(m.span))
            .map(|(index, _)| index)
    }

    /// The body or document that opens the sentence before: "The ministry … It said".
    fn of_thing(&self, span: Span) -> Option<u32> {
        let sentence = self.document.sentence_at(span.start)?;
        let at = self
            .document
            .sentences
            .partition_point(|s| s.start < sentence.start);
        let previous = *self.document.sentences.get(at.checked_sub(1)?)?;
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
