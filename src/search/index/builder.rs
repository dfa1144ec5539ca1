//! How does an index come to be? Words are noted in the order they are met, then sorted and laid
//! into a segment; segments are joined without a look at their texts.

use std::borrow::Cow;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::automaton;
use super::cursor::Cursor;
use super::name::{Writing, writings};
use super::occurrence::{Met, Occurrences};
use super::posting::END;
use super::record::{Head, Records};
use super::segment::{HEADER, JOINED, Segment};
use super::term::Terms;
use crate::order;
use crate::search::term::{Glue, Unit, key};
use crate::text::fold::without_possessive;

/// How many fields there can be.
pub const FIELDS: usize = 16;
/// How many units a compound may cover.
const WIDEST: usize = 4;

/// Collects documents and lays them into a segment. Texts live as long as the builder.
#[derive(Default)]
pub struct Builder<'a> {
    looks: FxHashMap<Cow<'a, str>, u32>,
    /// For each look: its word, and how often it was met.
    seen: Vec<(u32, u32)>,
    keys: FxHashMap<String, u32>,
    /// For each word how it is written; none for the last that were only met where that says nothing.
    writings: Vec<Writing>,
    met: Vec<Met>,
    firsts: Vec<u32>,
    lengths: Vec<u32>,
    places: Vec<u32>,
    fields: Vec<u8>,
    /// The position after the last unit of the last document.
    end: u32,
}

impl<'a> Builder<'a> {
    /// Begins the next document; its blocks follow.
    pub fn document(&mut self) {
        self.firsts.push(self.places.len() as u32);
        self.lengths.push(0);
        self.end = 0;
    }

    /// Adds a block to the last document. Its field is a number below [`FIELDS`]; `is_running` where
    /// its sentences show which words are names.
    ///
    /// A position is the ordinal of a unit in the document; one is left free between blocks, so
    /// that no phrase runs from one into the next.
    pub fn block(&mut self, field: u8, text: &'a str, units: &[Unit], is_running: bool) {
        self.places.push(self.end);
        self.fields.push(field);
        let mut position = self.end;
        let mut writings = if is_running {
            writings(text, units)
        } else {
            Vec::new()
        }
        .into_iter()
        .peekable();
        let mut number = 0;
        for chain in units.chunk_by(|_, next| next.glue == Glue::Hyphen) {
            for (at, unit) in chain.iter().enumerate() {
                let word = self.word(unit.span.slice(text));
                let writing = writings.next_if(|(at, _)| *at == number);
                number += 1;
                if let Some(word) = word {
                    self.note(word, field, position + at as u32);
                    if let Some((_, writing)) = writing {
                        self.write(word, writing);
                    }
                }
            }
            if (2..=WIDEST).contains(&chain.len()) {
                let mut joined: String = chain
                    .iter()
                    .map(|u| key(u.span.slice(text)).to_lowercase())
                    .collect();
                joined.push(JOINED);
                joined.push_str(&chain.len().to_string());
                let word = self.number(joined);
                self.note(word, field, position);
            }
            position += chain.len() as u32;
        }
        self.end = position + 1;
        if let Some(length) = self.lengths.last_mut() {
            *length += units.len() as u32;
        }
    }

    fn write(&mut self, word: u32, writing: Writing) {
        if self.writings.len() <= word as usize {
            self.writings.resize(word as usize + 1, Writing::default());
        }
        self.writings[word as usize].add(writing);
    }

    fn note(&mut self, word: u32, field: u8, position: u32) {
        let document = (self.firsts.len() as u32).saturating_sub(1);
        let list = word * FIELDS as u32 + u32::from(field) % FIELDS as u32;
        self.met.push(Met {
            list,
            document,
            position,
        });
    }

    /// The provisional number of a word as it stands in a text; `None` when folding leaves nothing.
    fn word(&mut self, look: &'a str) -> Option<u32> {
        if let Some(&at) = self.looks.get(look) {
            let (word, count) = &mut self.seen[at as usize];
            *count += 1;
            return Some(*word);
        }
        let key = key(look);
        if key.is_empty() {
            return None;
        }
        let word = self.number(key);
        self.looks
            .insert(Cow::Borrowed(look), self.seen.len() as u32);
        self.seen.push((word, 1));
        Some(word)
    }

    fn number(&mut self, key: String) -> u32 {
        let next = self.keys.len() as u32;
        *self.keys.entry(key).or_insert(next)
    }

    /// Adds the documents of a segment for which `keep` says so, in their order.
    pub fn segment(&mut self, segment: &Segment, keep: impl Fn(u32) -> bool) {
        let mut number = vec![END; segment.documents as usize];
        for document in (0..segment.documents).filter(|&d| keep(d)) {
            number[document as usize] = self.firsts.len() as u32;
            self.firsts.push(self.places.len() as u32);
            self.lengths.push(segment.length(document));
            for block in segment.blocks_of(document) {
                self.places.push(segment.place(block));
                self.fields.push(segment.field(block));
            }
        }
        for id in 0..segment.words {
            let (Some(word), Some(key)) = (segment.word(id), segment.key(id)) else {
                continue;
            };
            let look = segment.look(&word);
            let before = self.met.len();
            let mut number_of_word = None;
            for (field, list) in word.lists() {
                let mut cursor = Cursor::new(list, 0);
                while cursor.document() != END {
                    let document = number
                        .get(cursor.document() as usize)
                        .copied()
                        .unwrap_or(END);
                    if document != END {
                        let word = *number_of_word.get_or_insert_with(|| self.number(key.clone()));
                        let list = word * FIELDS as u32 + u32::from(field);
                        cursor.positions(|position| {
                            self.met.push(Met {
                                list,
                                document,
                                position,
                            })
                        });
                    }
                    cursor.advance();
                }
            }
            let count = (self.met.len() - before) as u32;
            if let Some(number) = number_of_word {
                self.write(number, word.writing);
            }
            if let Some(word) = number_of_word.filter(|_| word.width == 1) {
                let next = self.seen.len() as u32;
                let at = *self.looks.entry(Cow::Owned(look)).or_insert(next);
                match self.seen.get_mut(at as usize) {
                    Some(seen) => seen.1 += count,
                    None => self.seen.push((word, count)),
                }
            }
        }
    }

    /// The segment of all that was added.
    pub fn finish(self) -> Segment {
        let looks = self.best_looks();
        let mut keys: Vec<(String, u32)> = self.keys.into_iter().collect();
        order::sort(&mut keys);
        let words = Occurrences::new(self.met, &keys);
        let terms = Terms::new(&keys);
        let mut records = Records::default();
        let mut seen = vec![END; self.firsts.len()];
        for (id, (key, provisional)) in keys.iter().enumerate() {
            let (first, next) = terms.links[id];
            let is_first = first == id as u32;
            let head = Head {
                links: [id as u32 - first, next],
                documents: is_first.then(|| words.documents(terms.members(first), &mut seen)),
                count: words.count(id),
                writing: self
                    .writings
                    .get(*provisional as usize)
                    .copied()
                    .unwrap_or_default(),
                look: looks
                    .get(*provisional as usize)
                    .and_then(Option::as_deref)
                    .unwrap_or(key),
            };
            records.push(
                key,
                &head,
                |field| words.of(id * FIELDS + field),
                &self.lengths,
            );
        }
        let apart = terms.apart(&keys);
        let mut firsts = self.firsts;
        firsts.push(self.places.len() as u32);
        let (documents, blocks) = (self.lengths.len() as u32, self.places.len() as u32);
        let numbers =
            |numbers: &[u32]| -> Vec<u8> { numbers.iter().flat_map(|n| n.to_le_bytes()).collect() };
        let mut apart_terms = numbers(&apart.iter().map(|(_, first)| *first).collect::<Vec<_>>());
        apart_terms.extend(automaton::build(apart.iter().map(|(term, _)| *term)));
        let sections: [Vec<u8>; 9] = [
            automaton::build(keys.iter().map(|(key, _)| key.as_str())),
            apart_terms,
            numbers(&records.starts),
            records.bytes,
            records.positions,
            numbers(&firsts),
            numbers(&self.lengths),
            numbers(&self.places),
            self.fields,
        ];
        assembled([documents, blocks, keys.len() as u32], &sections)
    }

    /// For each provisional word, its most frequent look without a possessive ending; the first by
    /// alphabet among equals.
    fn best_looks(&self) -> Vec<Option<String>> {
        let mut looks: Vec<(u32, &str, u32)> = self
            .looks
            .iter()
            .map(|(look, &at)| {
                let (word, count) = self.seen[at as usize];
                (word, without_possessive(look), count)
            })
            .collect();
        order::sort(&mut looks);
        let mut best: Vec<Option<String>> = vec![None; self.keys.len()];
        for same in looks.chunk_by(|a, b| a.0 == b.0) {
            let mut most = 0;
            for look in same.chunk_by(|a, b| a.1 == b.1) {
                let count: u32 = look.iter().map(|l| l.2).sum();
                if count > most {
                    most = count;
                    best[same[0].0 as usize] = Some(look[0].1.to_owned());
                }
            }
        }
        best
    }
}

/// The bytes of a segment.
fn assembled(numbers: [u32; 3], sections: &[Vec<u8>]) -> Segment {
    let mut bytes = Vec::with_capacity(HEADER + sections.iter().map(Vec::len).sum::<usize>());
    numbers.iter().for_each(|n| bytes.extend(n.to_le_bytes()));
    let mut end = HEADER;
    for section in sections {
        end += section.len();
        bytes.extend((end as u32).to_le_bytes());
    }
    sections.iter().for_each(|section| bytes.extend(section));
    Segment::open(Arc::from(bytes)).unwrap_or_default()
}
