//! How is a segment built from documents? A builder that collects words in order of occurrence,
//! then sorts them and writes the segment.

use std::borrow::Cow;
use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::chain::Chains;
use super::laid::Laid;
use super::record::{RecordHead, Records};
use super::term::Terms;
use crate::order;
use crate::search::index::segment::{Casing, END, FIELDS, JOINED, Segment, casings};
use crate::search::term::{Glue, IndexToken, key};
use crate::text::fold::without_possessive;

/// The maximum number of tokens in a compound.
const WIDEST: usize = 4;

/// Collects documents and writes a segment. Texts must live as long as the builder.
#[derive(Default)]
pub struct SegmentBuilder<'a> {
    looks: FxHashMap<&'a str, u32>,
    /// For each written form, its word and the number of its occurrences.
    seen: Vec<(u32, u32)>,
    keys: FxHashMap<String, u32>,
    /// For each word, its casing; words beyond the end were only seen where casing says nothing.
    casings: Vec<Casing>,
    met: Chains,
    laid: Laid,
    /// The position after the last token of the last document.
    end: u32,
}

impl<'a> SegmentBuilder<'a> {
    /// Begins the next document; its blocks follow.
    pub fn document(&mut self) {
        self.laid.firsts.push(self.laid.places.len() as u32);
        self.laid.lengths.push(0);
        self.end = 0;
    }

    /// Adds a block to the last document. `field` is below [`FIELDS`]. `is_running` states that its
    /// sentences show which words are names.
    ///
    /// A position is the ordinal of a token in the document. One position is left free between
    /// blocks, so that no phrase crosses them.
    pub fn block(&mut self, field: u8, text: &'a str, tokens: &[IndexToken], is_running: bool) {
        self.laid.places.push(self.end);
        self.laid.fields.push(field);
        let mut position = self.end;
        let mut casings = if is_running {
            casings(text, tokens)
        } else {
            Vec::new()
        }
        .into_iter()
        .peekable();
        let mut number = 0;
        for chain in tokens.chunk_by(|_, next| next.glue == Glue::Hyphen) {
            for (at, token) in chain.iter().enumerate() {
                let word = self.word(token.span.slice(text));
                let casing = casings.next_if(|(at, _)| *at == number);
                number += 1;
                if let Some(word) = word {
                    self.note(word, field, position + at as u32);
                    if let Some((_, casing)) = casing {
                        self.write(word, casing);
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
        if let Some(length) = self.laid.lengths.last_mut() {
            *length += tokens.len() as u32;
        }
    }

    fn write(&mut self, word: u32, casing: Casing) {
        if self.casings.len() <= word as usize {
            self.casings.resize(word as usize + 1, Casing::default());
        }
        self.casings[word as usize].add(casing);
    }

    fn note(&mut self, word: u32, field: u8, position: u32) {
        let document = (self.laid.firsts.len() as u32).saturating_sub(1);
        self.met.note(word, field, document, position);
    }

    /// The provisional number of a word as written; `None` if folding leaves nothing.
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
        self.looks.insert(look, self.seen.len() as u32);
        self.seen.push((word, 1));
        Some(word)
    }

    fn number(&mut self, key: String) -> u32 {
        let next = self.keys.len() as u32;
        *self.keys.entry(key).or_insert(next)
    }

    /// Writes the segment of everything that was added.
    pub fn finish(mut self) -> Segment {
        let (looks, firsts) = self.sorted_looks();
        drop(std::mem::take(&mut self.looks));
        let mut keys: Vec<(String, u32)> = self.keys.into_iter().collect();
        order::sort(&mut keys);
        let terms = Terms::new(&keys);
        let provisional = |id: u32| keys[id as usize].1;
        // The final sets are smaller than the gaps in whole bytes.
        let mut records = Records::with_room(self.met.size() / 4 * 3);
        let mut seen = vec![END; self.laid.lengths.len()];
        for (id, (key, word)) in (0u32..).zip(&keys) {
            let mut met: [Vec<(u32, u32)>; FIELDS] = Default::default();
            self.met.each(*word, |field, document, position| {
                met[usize::from(field) % FIELDS].push((document, position));
            });
            let (first, next) = terms.links[id as usize];
            let documents = (first == id).then(|| {
                let mut count = 0;
                for member in terms.members(first).map(provisional) {
                    self.met.each(member, |_, document, _| {
                        let last = &mut seen[document as usize];
                        count += u32::from(*last != id);
                        *last = id;
                    });
                }
                count
            });
            let head = RecordHead {
                links: [id - first, next],
                documents,
                count: self.met.count(*word),
                casing: self
                    .casings
                    .get(*word as usize)
                    .copied()
                    .unwrap_or_default(),
                looks: &looks[firsts[*word as usize]..firsts[*word as usize + 1]],
            };
            records.push(key, &head, &met, &self.laid);
        }
        self.laid.segment(&keys, &terms, records)
    }

    /// The written forms of all words without possessive endings: by word, then by descending
    /// frequency, then alphabetically. The second list has the start of each word's forms, plus the
    /// end.
    fn sorted_looks(&self) -> (Vec<(Cow<'a, str>, u32)>, Vec<usize>) {
        let each = self.looks.iter().map(|(look, &at)| {
            let (word, count) = self.seen[at as usize];
            (word, without_possessive(look), count)
        });
        let mut each: Vec<(u32, &str, u32)> = each.collect();
        order::sort(&mut each);
        // A form with and without a possessive ending is one.
        each.dedup_by(|next, look| {
            let is_same = (next.0, next.1) == (look.0, look.1);
            look.2 += if is_same { next.2 } else { 0 };
            is_same
        });
        order::sort_by_key(&mut each, |look| (look.0, Reverse(look.2)));
        let first = |word| each.partition_point(|look| look.0 < word);
        let firsts = (0..=self.keys.len() as u32).map(first).collect();
        let looks = each
            .into_iter()
            .map(|(_, look, count)| (Cow::Borrowed(look), count));
        (looks.collect(), firsts)
    }
}
