//! Which words does a text consist of? Its words by the hashes of their folded forms, for analyses that
//! look for the same words in other texts.

use std::hash::{DefaultHasher, Hasher};

use crate::document::Document;
use crate::text::Span;
use crate::text::fold::fold;

/// A word of a document, with the hash of its form without case, accents and marks.
pub(super) struct HashedWord {
    pub span: Span,
    pub hash: u64,
}

/// The words of a document in order, without lines about the article itself.
pub(super) fn words(document: &Document) -> Vec<HashedWord> {
    let mut words = Vec::new();
    for block in document.blocks.iter().filter(|b| !b.kind.is_about()) {
        let tokens = document.tokens_in(block.span).iter();
        words.extend(tokens.filter(|t| t.is_word()).map(|t| HashedWord {
            span: t.span,
            hash: hash(&fold(document.slice(t.span))),
        }));
    }
    words
}

/// The hash of each `length` consecutive words, in order.
pub(super) fn runs(words: &[HashedWord], length: usize) -> impl Iterator<Item = u64> {
    words.windows(length).map(|run| {
        let mut hasher = DefaultHasher::new();
        run.iter().for_each(|word| hasher.write_u64(word.hash));
        hasher.finish()
    })
}

/// A hash that is the same on every machine, native and in WebAssembly.
pub(super) fn hash(word: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(word.as_bytes());
    hasher.finish()
}
