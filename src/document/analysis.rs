//! What does the text of an article say by itself? A document in memory: the spans of its blocks,
//! sentences and tokens.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::block::Block;
use super::record::Record;
use crate::text::{Span, Token, sentences, tokens};

/// The ordinal of a document in its corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocId(pub u32);

/// An article with everything that is derived from its text alone.
///
/// Blocks, tokens and sentences are in text order.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Document {
    /// Unique in a corpus.
    pub id: String,
    /// The headline; also block 0 if the source contains it.
    pub title: Option<String>,
    /// The outlet, if evidence proves it or a person gave it.
    pub publisher: Option<String>,
    /// The author, under the same conditions.
    pub author: Option<String>,
    /// Date, or date and time, of publication in ISO 8601.
    pub published: Option<String>,
    /// Date, or date and time, of the last change in ISO 8601.
    pub updated: Option<String>,
    /// The kind of article it calls itself: "editorial", "explainer", …
    pub kind: Option<String>,
    /// BCP 47 tag of the language.
    pub language: Option<String>,
    /// The one text that every span of this document refers to.
    pub text: String,
    /// Its blocks.
    pub blocks: Vec<Block>,
    #[serde(skip)]
    segmentation: OnceLock<Segmentation>,
}

/// The tokens and sentences of a text. They take five times as much memory as the text, and most
/// documents of a large corpus are never asked for them.
#[derive(Debug, Clone)]
struct Segmentation {
    tokens: Vec<Token>,
    sentences: Vec<Span>,
}

impl Document {
    /// The document of a stored record.
    pub fn new(record: &Record) -> Self {
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
            segmentation: OnceLock::new(),
        }
    }

    /// A document with one paragraph block for each part of `text` between blank lines; for tests
    /// and for text that must not be cleaned.
    pub fn from_text(id: &str, text: &str) -> Self {
        Self::new(&Record::as_is(id, text))
    }

    /// The date by which it is listed: when it was published, or else updated.
    pub fn dated(&self) -> Option<&str> {
        self.published.as_deref().or(self.updated.as_deref())
    }

    /// Its tokens, which tile the text; computed on first use.
    pub fn tokens(&self) -> &[Token] {
        &self.segmentation().tokens
    }

    /// Its sentences, of which none crosses a block; computed on first use.
    pub fn sentences(&self) -> &[Span] {
        &self.segmentation().sentences
    }

    /// Discards tokens and sentences until they are asked for again.
    pub fn forget_segmentation(&mut self) {
        self.segmentation = OnceLock::new();
    }

    fn segmentation(&self) -> &Segmentation {
        self.segmentation.get_or_init(|| {
            let tokens = tokens(&self.text);
            let blocks = self.blocks.iter();
            let sentences = blocks
                .flat_map(|block| sentences(&self.text, &tokens, block.span))
                .collect();
            Segmentation { tokens, sentences }
        })
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        span.slice(&self.text)
    }

    /// The index of the block that contains a byte offset, or of the last block before it; 0 before
    /// the first.
    pub fn block_at(&self, offset: u32) -> usize {
        self.blocks
            .partition_point(|b| b.span.start <= offset)
            .saturating_sub(1)
    }

    /// The sentence that contains a byte offset, its end included; `None` between blocks.
    pub fn sentence_at(&self, offset: u32) -> Option<Span> {
        let sentences = self.sentences();
        let n = sentences.partition_point(|s| s.start <= offset);
        let sentence = *sentences.get(n.checked_sub(1)?)?;
        (offset <= sentence.end).then_some(sentence)
    }

    /// The tokens that lie wholly inside a span.
    pub fn tokens_in(&self, span: Span) -> &[Token] {
        let tokens = self.tokens();
        let first = tokens.partition_point(|t| t.span.start < span.start);
        let last = tokens.partition_point(|t| t.span.end <= span.end);
        &tokens[first..last.max(first)]
    }

    /// The number of words: tokens with a letter or digit, outside blocks about the article.
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
