//! Which words stand where? A forward index: the text of all blocks as numbers of words, in reading order.

use std::collections::HashMap;

use crate::order;
use crate::search::schema::{Documents, Schema};
use crate::search::term::key;
use crate::text::fold::without_possessive;
use crate::text::is_stop_word;

/// The ordinal of a word in a [`Running`], in the order in which words are first met.
pub type Word = u32;

/// The words of documents in reading order, four bytes each.
#[derive(Debug, Clone, Default)]
pub struct Running {
    words: Vec<Word>,
    /// For each block of each document, where its words start; one more at the end.
    blocks: Vec<u32>,
    /// For each document, the number of its first block among all; one more at the end.
    documents: Vec<u32>,
    looks: Vec<Look>,
}

/// What a word looks like.
#[derive(Debug, Clone)]
pub struct Look {
    /// Its most frequent look, without a possessive ending; the first by alphabet among equals.
    pub surface: String,
    /// How often it stands in the documents.
    pub count: u32,
    /// Whether it says nothing alone.
    pub is_stop: bool,
}

impl Running {
    /// The running text of documents of a schema.
    pub fn build(documents: &dyn Documents, schema: &Schema) -> Self {
        let mut running = Self::default();
        let mut looks: HashMap<&str, (Word, u32)> = HashMap::new();
        let mut keys: HashMap<String, Word> = HashMap::new();
        for number in 0..documents.count() {
            running.documents.push(running.blocks.len() as u32);
            documents.sections(number, &mut |field, text, units| {
                if !schema.is_shown(field) {
                    return;
                }
                running.blocks.push(running.words.len() as u32);
                for unit in units {
                    let look = unit.span.slice(text);
                    let (word, count) = looks.entry(look).or_insert_with(|| {
                        let next = keys.len() as Word;
                        (*keys.entry(key(look)).or_insert(next), 0)
                    });
                    *count += 1;
                    running.words.push(*word);
                }
            });
        }
        running.documents.push(running.blocks.len() as u32);
        running.blocks.push(running.words.len() as u32);
        running.looks = looks_of(keys, looks);
        running
    }

    /// The words of a block of a document.
    pub fn block(&self, document: usize, block: usize) -> &[Word] {
        let at = self.documents[document] as usize + block;
        &self.words[self.blocks[at] as usize..self.blocks[at + 1] as usize]
    }

    /// The words of a document.
    pub fn document(&self, document: usize) -> &[Word] {
        let [first, last] = [document, document + 1].map(|n| self.documents[n] as usize);
        &self.words[self.blocks[first] as usize..self.blocks[last] as usize]
    }

    /// The words there are, by number.
    pub fn looks(&self) -> &[Look] {
        &self.looks
    }

    /// How many words the documents have.
    pub fn len(&self) -> usize {
        self.words.len()
    }
}

fn looks_of(keys: HashMap<String, Word>, seen: HashMap<&str, (Word, u32)>) -> Vec<Look> {
    let look = |is_stop| Look {
        surface: String::new(),
        count: 0,
        is_stop,
    };
    let mut looks = vec![look(false); keys.len()];
    for (key, word) in keys {
        looks[word as usize] = look(is_stop_word(&key));
    }
    let mut bare: HashMap<(Word, &str), u32> = HashMap::new();
    for (surface, (word, count)) in seen {
        *bare.entry((word, without_possessive(surface))).or_insert(0) += count;
    }
    let mut bare: Vec<_> = bare.into_iter().collect();
    order::sort_by(&mut bare, |((_, a), n), ((_, b), m)| {
        m.cmp(n).then_with(|| a.cmp(b))
    });
    for ((word, surface), count) in bare {
        let look = &mut looks[word as usize];
        if look.count == 0 {
            look.surface = surface.to_owned();
        }
        look.count += count;
    }
    looks
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
        let running = Running::build(&documents, &Schema::default());
        let read = |words: &[Word]| -> Vec<&str> {
            let look = |&word: &Word| running.looks()[word as usize].surface.as_str();
            words.iter().map(look).collect()
        };
        // Equally often "The" and "the": the first by alphabet. "Treaty’s" is a "Treaty".
        assert_eq!(
            read(running.block(0, 0)),
            ["The", "treaty", "The", "treaty"]
        );
        assert_eq!(read(running.block(0, 1)), ["UN", "un"]);
        assert_eq!(read(running.document(1)), [""; 0]);
        assert_eq!(read(running.document(2)), ["treaty", "treaty"]);
        assert_eq!(running.len(), 8);
        let counts: Vec<_> = running
            .looks()
            .iter()
            .map(|l| (l.count, l.is_stop))
            .collect();
        assert_eq!(counts, [(2, true), (4, false), (1, false), (1, false)]);
    }
}
