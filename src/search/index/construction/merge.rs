//! How do segments become one? A merge that proceeds word by word, so that only one word's
//! occurrences are unpacked at a time.

use std::borrow::Cow;

use super::laid::Laid;
use super::record::{RecordHead, Records};
use super::term::Terms;
use crate::search::index::segment::{Casing, Cursor, END, FIELDS, Looks, Segment, WordId};

/// A segment with the new numbers of its documents; [`END`] for omitted ones.
struct Source<'a> {
    segment: &'a Segment,
    numbers: Vec<u32>,
}

/// Where a word comes from: the index of its segment, and its number there.
type Origin = (u32, WordId);

/// Merges segments in order. A document stays if `keep` returns true for the index of its segment
/// and its number there.
pub fn merge(segments: &[&Segment], keep: impl Fn(usize, u32) -> bool) -> Segment {
    let mut laid = Laid::default();
    let mut sources = Vec::with_capacity(segments.len());
    for (at, segment) in segments.iter().enumerate() {
        let mut numbers = vec![END; segment.documents as usize];
        for document in (0..segment.documents).filter(|&document| keep(at, document)) {
            numbers[document as usize] = laid.lengths.len() as u32;
            laid.firsts.push(laid.places.len() as u32);
            laid.lengths.push(segment.length(document));
            for block in segment.blocks_of(document) {
                laid.places.push(segment.place(block));
                laid.fields.push(segment.field(block));
            }
        }
        sources.push(Source { segment, numbers });
    }
    let words = words(&sources);
    let keys: Vec<(String, u32)> = words
        .iter()
        .zip(0..)
        .map(|((key, _), id)| (key.clone(), id))
        .collect();
    let terms = Terms::new(&keys);
    let room = segments.iter().map(|segment| segment.bytes().len());
    let mut records = Records::with_room(room.sum());
    let mut seen = vec![END; laid.lengths.len()];
    for (id, (key, origins)) in (0u32..).zip(&words) {
        let met = occurrences(&sources, origins);
        let (first, next) = terms.links[id as usize];
        let documents = (first == id).then(|| {
            let members = terms.members(first).flat_map(|id| &words[id as usize].1);
            documents(&sources, members, id, &mut seen)
        });
        let (looks, casing) = written(&sources, origins);
        let head = RecordHead {
            links: [id - first, next],
            documents,
            count: met.iter().map(Vec::len).sum::<usize>() as u32,
            casing,
            looks: &looks,
        };
        records.push(key, &head, &met, &laid);
    }
    laid.segment(&keys, &terms, records)
}

/// The words that occur in a kept document, by key, with their origins.
fn words(sources: &[Source]) -> Vec<(String, Vec<Origin>)> {
    let key = |source: &Source, id: WordId| source.segment.key(id);
    let mut fronts: Vec<(WordId, Option<String>)> =
        sources.iter().map(|s| (0, key(s, 0))).collect();
    let mut words = Vec::new();
    loop {
        let least = fronts.iter().filter_map(|(_, key)| key.as_ref()).min();
        let Some(least) = least.cloned() else {
            return words;
        };
        let mut origins = Vec::new();
        for (at, (source, (id, front))) in (0..).zip(sources.iter().zip(&mut fronts)) {
            if front.as_ref() == Some(&least) {
                origins.extend(source.stands(*id).then_some((at, *id)));
                *id += 1;
                *front = key(source, *id);
            }
        }
        if !origins.is_empty() {
            words.push((least, origins));
        }
    }
}

impl Source<'_> {
    /// Whether a word occurs in a kept document.
    fn stands(&self, id: WordId) -> bool {
        let mut stands = false;
        self.each(id, |_, _, _| {
            stands = true;
            true
        });
        stands
    }

    /// Calls `each` for every kept document of a word, by field, then by document, until it returns
    /// true.
    fn each(&self, id: WordId, mut each: impl FnMut(u8, &mut Cursor, u32) -> bool) {
        let Some(word) = self.segment.word(id) else {
            return;
        };
        for list in word.lists {
            let field = list.field;
            let mut cursor = Cursor::new(list, 0);
            while cursor.document() != END {
                let number = self.numbers.get(cursor.document() as usize);
                let number = number.copied().unwrap_or(END);
                if number != END && each(field, &mut cursor, number) {
                    return;
                }
                cursor.advance();
            }
        }
    }
}

/// The documents and positions of a word in each field.
fn occurrences(sources: &[Source], origins: &[Origin]) -> [Vec<(u32, u32)>; FIELDS] {
    let mut met: [Vec<(u32, u32)>; FIELDS] = Default::default();
    for &(at, id) in origins {
        sources[at as usize].each(id, |field, cursor, document| {
            let list = &mut met[usize::from(field) % FIELDS];
            cursor.positions(|position| list.push((document, position)));
            false
        });
    }
    met
}

/// The number of documents in which any of some words occurs. `seen` holds for each document the
/// last `by` that counted it.
fn documents<'o>(
    sources: &[Source],
    origins: impl Iterator<Item = &'o Origin>,
    by: u32,
    seen: &mut [u32],
) -> u32 {
    let mut count = 0;
    for &(at, id) in origins {
        sources[at as usize].each(id, |_, _, document| {
            if let Some(last) = seen.get_mut(document as usize) {
                count += u32::from(*last != by);
                *last = by;
            }
            false
        });
    }
    count
}

/// The written forms of a word with their frequencies, and its casing; no forms for a compound.
fn written(sources: &[Source], origins: &[Origin]) -> (Vec<(Cow<'static, str>, u32)>, Casing) {
    let mut looks = Looks::default();
    let mut casing = Casing::default();
    for &(at, id) in origins {
        let segment = sources[at as usize].segment;
        if let Some(word) = segment.word(id) {
            casing.add(word.casing);
            looks.add(segment.looks(&word));
        }
    }
    let looks = looks.sorted().into_iter();
    let looks = looks.map(|(look, count)| (Cow::Owned(look), count));
    (looks.collect(), casing)
}
