//! Whom does a speaker phrase name? The mention behind a name, a title with a name, or a pronoun.
//!
//! A phrase resolves to a mention only when its head is part of it: the institute in "a researcher
//! at the institute" is not the speaker. A pronoun takes the subject of its sentence, then the last
//! speaker of its paragraph, then the subject of the sentence before; two equal candidates make none.

use super::phrase::{Phrase, Relation};
use super::sentence::{self, Sentence};
use crate::document::Document;
use crate::entity::{Gender, Mention, MentionKind};
use crate::language::Class;
use crate::text::Span;

/// Who spoke last, and in which block.
#[derive(Debug, Clone, Copy)]
pub struct Last {
    /// Index of the mention.
    pub mention: u32,
    /// Index of the block.
    pub block: usize,
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

    fn is_quoted(&self, span: Span) -> bool {
        let at = self.quoted.partition_point(|q| q.end <= span.start);
        self.quoted.get(at).is_some_and(|q| q.overlaps(span))
    }

    /// The mentions inside a span, with their indices.
    fn inside(&self, span: Span) -> impl Iterator<Item = (u32, &'a Mention)> {
        let first = self.mentions.partition_point(|m| m.span.start < span.start);
        let inside = self.mentions[first..]
            .iter()
            .take_while(move |m| m.span.start < span.end);
        inside
            .enumerate()
            .map(move |(n, m)| ((first + n) as u32, m))
            .filter(move |(_, m)| m.span.end <= span.end)
    }

    /// The mention that a noun phrase names by itself.
    pub fn named(&self, s: &Sentence, phrase: &Phrase) -> Option<u32> {
        let head = s.units.get(phrase.head)?.span;
        let span = s.span(phrase.units.clone())?;
        // "Ambassador to the United States Kim": after a title the name ends the phrase.
        let titled =
            s.units[phrase.head].capital && s.class(phrase.head).any(Class::TITLE.or(Class::ROLE));
        let core = Span {
            start: span.start,
            end: if titled { span.end } else { head.end },
        };
        let holds = |m: &Mention| m.span.overlaps(head) && m.kind != MentionKind::Nationality;
        let at_head = self.around(head).find(|(_, m)| holds(m));
        at_head
            .or_else(|| {
                self.inside(core).find(|(_, m)| {
                    m.kind == MentionKind::Person && !is_genitive(&self.document.text, m.span)
                })
            })
            .map(|(index, _)| index)
    }

    /// The mentions that start not far before a span's end.
    fn around(&self, span: Span) -> impl Iterator<Item = (u32, &'a Mention)> {
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
        last: Option<Last>,
    ) -> Option<u32> {
        if matches!(word, "it" | "its" | "it's") {
            return self.of_thing(span);
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
            return Some(subject);
        }
        if let Some(last) = last.filter(|l| {
            l.block == block && self.mentions.get(l.mention as usize).is_some_and(&fits)
        }) {
            return Some(last.mention);
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
                return Some(subject);
            }
        }
        let spoke = last.filter(|l| {
            l.block + 1 >= block && self.mentions.get(l.mention as usize).is_some_and(&fits)
        });
        spoke
            .map(|l| l.mention)
            .or_else(|| self.only_person(block.checked_sub(1)?, &fits))
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

fn is_genitive(text: &str, span: Span) -> bool {
    text.get(span.end as usize..)
        .is_some_and(|rest| rest.starts_with("’s") || rest.starts_with("'s"))
        || sentence::is_genitive(span.slice(text))
}

/// Whether a phrase is a pronoun.
pub fn is_pronoun(phrase: &Phrase) -> bool {
    phrase.relation == Relation::Pronoun
}
