//! Which words are in a block? A forward index: the text of all blocks as word numbers, in reading
//! order.

use std::collections::HashMap;

use crate::order;
use crate::search::schema::{Documents, Schema};
use crate::search::term::key;
use crate::text::fold::without_possessive;
use crate::text::is_stop_word;

/// The ordinal of a word in a [`ForwardIndex`], in order of first occurrence.
pub type WordNumber = u32;

/// The words of documents in reading order, four bytes each.
#[derive(Debug, Clone, Default)]
pub struct ForwardIndex {
    words: Vec<WordNumber>,
    /// For each block of each document, the index of its first word in `words`; plus the end.
    blocks: Vec<u32>,
    /// For each document, the index of its first block in `blocks`; plus the end.
    documents: Vec<u32>,
    forms: Vec<WordForm>,
}

/// A word as the documents write it.
#[derive(Debug, Clone)]
pub struct WordForm {
    /// Its most frequent form without a possessive ending; the alphabetically first among equals.
    pub surface: String,
    /// The number of its occurrences in the documents.
    pub count: u32,
    /// Whether it is a stop word.
    pub is_stop: bool,
}

impl ForwardIndex {
    /// Builds the index from all sections that can be shown.
    pub fn build(documents: &dyn Documents, schema: &Schema) -> Self {
        let mut forward = Self::default();
        let mut forms: HashMap<&str, (WordNumber, u32)> = HashMap::new();
        let mut keys: HashMap<String, WordNumber> = HashMap::new();
        for number in 0..documents.count() {
            forward.documents.push(forward.blocks.len() as u32);
            documents.sections(number, &mut |field, text, tokens| {
                if !schema.is_shown(field) {
                    return;
                }
                forward.blocks.push(forward.words.len() as u32);
                for token in tokens {
                    let form = token.span.slice(text);
                    let (word, count) = forms.entry(form).or_insert_with(|| {
                        let next = keys.len() as WordNumber;
                        (*keys.entry(key(form)).or_insert(next), 0)
                    });
                    *count += 1;
                    forward.words.push(*word);
                }
            });
        }
        forward.documents.push(forward.blocks.len() as u32);
        forward.blocks.push(forward.words.len() as u32);
        forward.forms = forms_of(keys, forms);
        forward
    }

    /// The words of a block of a document.
    pub fn block(&self, document: usize, block: usize) -> &[WordNumber] {
        let at = self.documents[document] as usize + block;
        &self.words[self.blocks[at] as usize..self.blocks[at + 1] as usize]
    }

    /// The words of a document.
    pub fn document(&self, document: usize) -> &[WordNumber] {
        let [first, last] = [document, document + 1].map(|n| self.documents[n] as usize);
        &self.words[self.blocks[first] as usize..self.blocks[last] as usize]
    }

    /// The written forms of all words, by number.
    pub fn forms(&self) -> &[WordForm] {
        &self.forms
    }

    /// The number of words in all documents.
    pub fn len(&self) -> usize {
        self.words.len()
    }
}

fn forms_of(
    keys: HashMap<String, WordNumber>,
    seen: HashMap<&str, (WordNumber, u32)>,
) -> Vec<WordForm> {
    let form = |is_stop| WordForm {
        surface: String::new(),
        count: 0,
        is_stop,
    };
    let mut forms = vec![form(false); keys.len()];
    for (key, word) in keys {
        forms[word as usize] = form(is_stop_word(&key));
    }
    let mut bare: HashMap<(WordNumber, &str), u32> = HashMap::new();
    for (surface, (word, count)) in seen {
        *bare.entry((word, without_possessive(surface))).or_insert(0) += count;
    }
    let mut bare: Vec<_> = bare.into_iter().collect();
    order::sort_by(&mut bare, |((_, a), n), ((_, b), m)| {
        m.cmp(n).then_with(|| a.cmp(b))
    });
    for ((word, surface), count) in bare {
        let form = &mut forms[word as usize];
        if form.count == 0 {
            form.surface = surface.to_owned();
        }
        form.count += count;
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    #[test]
    fn words_in_reading_order() {
        let documents = [
            Document::from_text("a", "The treaty, the Treaty’s\n\nUN un"),
            Document::from_text("b", ""),
            Document::from_text("c", "treaty TREATY"),
        ];
        let forward = ForwardIndex::build(&documents, &Schema::default());
        let read = |words: &[WordNumber]| -> Vec<&str> {
            let form = |&word: &WordNumber| forward.forms()[word as usize].surface.as_str();
            words.iter().map(form).collect()
        };
        // "The" and "the" are equally frequent, so the alphabetically first wins. "Treaty’s" counts
        // as "Treaty".
        assert_eq!(
            read(forward.block(0, 0)),
            ["The", "treaty", "The", "treaty"]
        );
        assert_eq!(read(forward.block(0, 1)), ["UN", "un"]);
        assert_eq!(read(forward.document(1)), [""; 0]);
        assert_eq!(read(forward.document(2)), ["treaty", "treaty"]);
        assert_eq!(forward.len(), 8);
        let counts: Vec<_> = forward
            .forms()
            .iter()
            .map(|l| (l.count, l.is_stop))
            .collect();
        assert_eq!(counts, [(2, true), (4, false), (1, false), (1, false)]);
    }
}
