//! How often does a word or phrase occur in each document of a segment? An accumulator, to which
//! whole lists are added one after another.

use super::stream::Stream;
use crate::search::index::{END, List, Segment};
use crate::search::lookup::Leaf;
use crate::search::schema::{FieldSet, Frequency, Schema};

/// A buffer for adding up the lists of a leaf; it can be reused.
#[derive(Debug, Default)]
pub struct Tally {
    /// For each document, the frequency so far.
    counts: Vec<Frequency>,
    /// The documents with a frequency above 0.
    met: Vec<u32>,
}

impl Tally {
    /// Calls `each` once with every document of a leaf and the frequency there, in any order.
    pub fn each(
        &mut self,
        leaf: &Leaf,
        segment: &Segment,
        fields: FieldSet,
        schema: &Schema,
        mut each: impl FnMut(u32, Frequency),
    ) {
        let fields = leaf.within(fields);
        let Some(words) = leaf.words() else {
            let mut stream = Stream::new(leaf, segment, fields, schema);
            while stream.document() != END {
                each(stream.document(), stream.frequency());
                stream.advance();
            }
            return;
        };
        let mut lists: Vec<(List, Frequency)> = Vec::new();
        for &(id, weight) in words {
            let word = segment.word(id).into_iter();
            let in_fields = word.flat_map(|w| w.lists).filter(|l| fields.has(l.field));
            lists.extend(in_fields.map(|list| (list, schema.frequency(list.field, weight))));
        }
        if let [(list, one)] = lists.as_slice() {
            return list.each(|document, count| each(document, one.times(count)));
        }
        self.counts
            .resize(segment.documents as usize, Frequency::default());
        for (list, one) in lists {
            list.each(|document, count| {
                if let Some(sum) = self.counts.get_mut(document as usize) {
                    if sum.all == 0.0 {
                        self.met.push(document);
                    }
                    *sum = sum.and(one.times(count));
                }
            });
        }
        for document in self.met.drain(..) {
            each(
                document,
                std::mem::take(&mut self.counts[document as usize]),
            );
        }
    }
}
