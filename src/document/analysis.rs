//! What is known of an article by its text alone? A document in memory: where its blocks, sentences and tokens stand.

use serde::{Deserialize, Serialize};

use super::block::Block;
use super::record::Record;
use crate::text::{Span, Token, sentences, tokens};

/// The ordinal of a document in its corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocId(pub u32);

/// An article with all that is derived from its text alone.
///
/// Blocks, tokens and sentences are in the order of the text; tokens tile it.
#[derive(Debug, Clone)]
pub struct Document {
    /// Unique in a corpus.
    pub id: String,
    /// The headline; block 0 when the source holds it.
    pub title: Option<String>,
    /// The outlet, when something proves it or a person gave it.
    pub publisher: Option<String>,
    /// The author, likewise.
    pub author: Option<String>,
    /// ISO 8601 date or date and time of publication.
    pub published: Option<String>,
    /// ISO 8601 date or date and time of the last change.
    pub updated: Option<String>,
    /// What sort of article it says it is: "editorial", "explainer", …
    pub kind: Option<String>,
    /// BCP 47 tag of its language.
    pub language: Option<String>,
    /// The one text that every span of this document refers to.
    pub text: String,
    /// Its blocks.
    pub blocks: Vec<Block>,
    /// Its tokens, tiling the text.
    pub tokens: Vec<Token>,
    /// Its sentences; none crosses a block.
    pub sentences: Vec<Span>,
}

impl Document {
    /// The document of a stored record.
    pub fn new(record: &Record) -> Self {
        let tokens = tokens(&record.text);
        let sentences = record
            .blocks
            .iter()
            .flat_map(|block| sentences(&record.text, &tokens, block.span))
            .collect();
        Self {
            id: record.id.clone(),
            title: record.title.clone(),
            publisher: record.publisher.clone(),
            author: record.author.clone(),
            published: record.published.clone(),
            updated: record.updated.clone(),
            kind: record.kind.clone(),
            language: record.language.clone(),
            text: record.text.clone(),
            blocks: record.blocks.clone(),
            tokens,
            sentences,
        }
    }

    /// A document of one paragraph block per blank-line separated part of `text`; for tests and
    /// for text that is to be taken as it is.
    pub fn from_text(id: &str, text: &str) -> Self {
        Self::new(&Record::as_is(id, text))
    }

    /// The text under a span.
    pub fn slice(&self, span: Span) -> &str {
        span.slice(&self.text)
    }

    /// The index of the block that holds a byte offset, or of the last block before it.
    pub fn block_at(&self, offset: u32) -> usize {
        self.blocks
            .partition_point(|b| b.span.start <= offset)
            .saturating_sub(1)
    }

    /// The sentence that holds a byte offset; `None` between blocks.
    pub fn sentence_at(&self, offset: u32) -> Option<Span> {
        let n = self.sentences.partition_point(|s| s.start <= offset);
        let sentence = *self.sentences.get(n.checked_sub(1)?)?;
        (offset <= sentence.end).then_some(sentence)
    }

    /// The tokens that lie inside a span.
    pub fn tokens_in(&self, span: Span) -> &[Token] {
        let first = self.tokens.partition_point(|t| t.span.start < span.start);
        let last = self.tokens.partition_point(|t| t.span.end <= span.end);
        &self.tokens[first..last.max(first)]
    }

    /// How many words it has: tokens with a letter or digit, the text's meta blocks left out.
    pub fn words(&self) -> usize {
        self.blocks
            .iter()
            .filter(|b| !b.kind.is_about())
            .map(|b| {
                self.tokens_in(b.span)
                    .iter()
                    .filter(|t| t.is_word())
                    .count()
            })
            .sum()
    }
}
