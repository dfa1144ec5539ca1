//! How does an index come to be? Words are noted in the order they are met, then sorted and laid
//! into a segment; segments are joined without a look at their texts.

use std::borrow::Cow;
use std::sync::Arc;

use fst::raw;
use rustc_hash::FxHashMap;

use super::bits::put;
use super::name::{Writing, writings};
use super::posting::{Draft, END};
use super::segment::{HEADER, JOINED, STRIDE, Segment, WRITTEN, bare, capitalised};
use crate::search::term::{Glue, Unit, key, term};
use crate::text::EnglishStemmer;
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

/// An occurrence: word and field, document, position.
struct Met {
    list: u32,
    document: u32,
    position: u32,
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
                let mut cursor = list.cursor(0);
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
        keys.sort_unstable();
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
        let automaton = |entries: &mut dyn Iterator<Item = (&str, u32)>| {
            let mut builder = raw::Builder::memory();
            for (key, value) in entries {
                // Keys come sorted and each once, and memory takes all: nothing can fail here.
                let _ = builder.insert(key, value.into());
            }
            builder.into_inner().unwrap_or_default()
        };
        let mut firsts = self.firsts;
        firsts.push(self.places.len() as u32);
        let (documents, blocks) = (self.lengths.len() as u32, self.places.len() as u32);
        let numbers = |numbers: &[u32]| numbers.iter().flat_map(|n| n.to_le_bytes()).collect();
        let sections: [Vec<u8>; 9] = [
            automaton(
                &mut keys
                    .iter()
                    .zip(0..)
                    .map(|((key, _), id)| (key.as_str(), id)),
            ),
            automaton(&mut apart.iter().map(|(term, first)| (*term, *first))),
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
        looks.sort_unstable();
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

/// Occurrences sorted by word, field, document and position.
struct Occurrences {
    met: Vec<(u32, u32)>,
    /// For each word and field its first occurrence, and one more at the end.
    starts: Vec<u32>,
}

impl Occurrences {
    /// Sorts by counting: occurrences of a word and field stay in the order they were met.
    fn new(met: Vec<Met>, keys: &[(String, u32)]) -> Self {
        let mut place = vec![0u32; keys.len()];
        for (at, (_, provisional)) in (0..).zip(keys) {
            place[*provisional as usize] = at;
        }
        let list = |m: &Met| {
            let (word, field) = (m.list as usize / FIELDS, m.list as usize % FIELDS);
            place[word] as usize * FIELDS + field
        };
        let mut starts = vec![0u32; keys.len() * FIELDS + 1];
        for m in &met {
            starts[list(m) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut sorted = vec![(0, 0); met.len()];
        for m in &met {
            let at = &mut next[list(m)];
            sorted[*at as usize] = (m.document, m.position);
            *at += 1;
        }
        Self {
            met: sorted,
            starts,
        }
    }

    fn of(&self, list: usize) -> &[(u32, u32)] {
        &self.met[self.starts[list] as usize..self.starts[list + 1] as usize]
    }

    /// How often a word stands anywhere.
    fn count(&self, word: usize) -> u32 {
        self.starts[(word + 1) * FIELDS] - self.starts[word * FIELDS]
    }

    /// In how many documents some words stand; `seen` holds for each document who saw it last.
    fn documents(&self, words: impl Iterator<Item = u32>, seen: &mut [u32]) -> u32 {
        let mut count = 0;
        let mut by = None;
        for word in words {
            let by = *by.get_or_insert(word);
            let (start, end) = (word as usize * FIELDS, (word as usize + 1) * FIELDS);
            for (document, _) in &self.met[self.starts[start] as usize..self.starts[end] as usize] {
                let last = &mut seen[*document as usize];
                count += u32::from(*last != by);
                *last = by;
            }
        }
        count
    }
}

/// Which words belong to one term.
struct Terms {
    /// The words by term, each term's in order.
    sorted: Vec<(Box<str>, u32)>,
    /// For each word the first of its term, and how far the next one is; 0 for the last.
    links: Vec<(u32, u32)>,
    /// For each word that is the first of its term, where its term starts in `sorted`.
    starts: FxHashMap<u32, usize>,
}

impl Terms {
    fn new(keys: &[(String, u32)]) -> Self {
        let stemmer = EnglishStemmer::new();
        let mut sorted: Vec<(Box<str>, u32)> = keys
            .iter()
            .zip(0..)
            .map(|((key, _), id)| (term(bare(key), &stemmer).into(), id))
            .collect();
        sorted.sort_unstable();
        let mut links = vec![(0, 0); keys.len()];
        let mut starts = FxHashMap::default();
        let mut start = 0;
        for same in sorted.chunk_by(|a, b| a.0 == b.0) {
            starts.insert(same[0].1, start);
            start += same.len();
            for (at, (_, id)) in same.iter().enumerate() {
                let next = same.get(at + 1).map_or(0, |next| next.1 - id);
                links[*id as usize] = (same[0].1, next);
            }
        }
        Self {
            sorted,
            links,
            starts,
        }
    }

    fn members(&self, first: u32) -> impl Iterator<Item = u32> {
        let start = self
            .starts
            .get(&first)
            .copied()
            .unwrap_or(self.sorted.len());
        let term = self.sorted.get(start).map(|s| &s.0);
        self.sorted[start..]
            .iter()
            .take_while(move |s| Some(&s.0) == term)
            .map(|s| s.1)
    }

    /// The terms that are spelt like no word of theirs, with the first word of each.
    fn apart(&self, keys: &[(String, u32)]) -> Vec<(&str, u32)> {
        let terms = self.sorted.chunk_by(|a, b| a.0 == b.0);
        let is_apart = |same: &&[(Box<str>, u32)]| {
            let same_word = |id: u32| *keys[id as usize].0 == *same[0].0;
            !same.iter().any(|s| same_word(s.1))
        };
        terms
            .filter(is_apart)
            .map(|same| (&*same[0].0, same[0].1))
            .collect()
    }
}

/// The records of words and their positions, as they grow.
#[derive(Default)]
struct Records {
    bytes: Vec<u8>,
    positions: Vec<u8>,
    starts: Vec<u32>,
    number: usize,
    draft: Draft,
}

/// What a record says of a word before its lists.
struct Head<'a> {
    /// How far back the first word of its term is, and how far on the next; 0 for none.
    links: [u32; 2],
    /// In how many documents its term stands; of the first word of a term.
    documents: Option<u32>,
    /// How often it stands anywhere.
    count: u32,
    writing: Writing,
    look: &'a str,
}

impl Records {
    /// Adds the record of the next word; `met` gives its documents and positions in a field.
    fn push<'m>(
        &mut self,
        key: &str,
        head: &Head,
        met: impl Fn(usize) -> &'m [(u32, u32)],
        lengths: &[u32],
    ) {
        if self.number.is_multiple_of(STRIDE) {
            self.starts
                .extend([self.bytes.len() as u32, self.positions.len() as u32]);
        }
        self.number += 1;
        let (mut record, mut places) = (Vec::new(), Vec::new());
        let numbers = head.links.into_iter().chain(head.documents).chain([
            head.count,
            head.writing.capital,
            head.writing.small,
        ]);
        numbers.for_each(|n| put(n, &mut record));
        let compound = key
            .split_once(JOINED)
            .and_then(|(_, units)| units.parse::<u32>().ok());
        match (compound, head.look) {
            (Some(units), _) => put(1 + units, &mut record),
            (None, look) if look == key => put(0, &mut record),
            (None, look) if look == capitalised(key) => put(1, &mut record),
            (None, look) if look == key.to_uppercase() => put(2, &mut record),
            (None, look) => {
                put(look.len() as u32 + WRITTEN, &mut record);
                record.extend(look.as_bytes());
            }
        }
        for field in 0..FIELDS {
            let met = met(field);
            if met.is_empty() {
                continue;
            }
            self.draft.clear();
            met.iter()
                .for_each(|&(document, position)| self.draft.push(document, position));
            record.push(field as u8);
            self.draft
                .write(|d| lengths[d as usize], &mut record, &mut places);
        }
        put(record.len() as u32, &mut self.bytes);
        put(places.len() as u32, &mut self.bytes);
        self.bytes.extend(record);
        self.positions.extend(places);
    }
}
