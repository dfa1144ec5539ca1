//! How does an index grow and shrink? A log-structured merge, as in Lucene: new documents form a
//! segment of their own, removed documents are marked, and segments are merged now and then.

use std::sync::OnceLock;

use super::inverted::Index;
use super::live::LiveSegment;
use crate::document::DocId;
use crate::search::index::construction::{SegmentBuilder, merge};
use crate::search::index::segment::Segment;
use crate::search::schema::{Documents, Schema};

impl Index {
    /// Builds the index of articles with the default schema, in their order.
    pub fn build(documents: &dyn Documents) -> Self {
        let mut index = Self::default();
        index.append(documents);
        index
    }

    /// An empty index for documents of a schema.
    pub fn of(schema: Schema) -> Self {
        Self {
            schema,
            ..Self::default()
        }
    }

    /// Adds the documents that are not in the index yet: those from its length on.
    pub fn append(&mut self, documents: &dyn Documents) {
        let new = self.count..documents.count();
        if !new.is_empty() {
            let segment = segment(documents, new.clone(), &self.schema);
            self.live
                .push(LiveSegment::new(segment, new.map(Some).collect()));
            self.tidy();
        }
        self.forget(documents);
    }

    /// Removes documents by their numbers, which must be ascending. `documents` are the remaining
    /// ones; their numbers close the gaps. This is fast: removed documents still count in inverse
    /// document frequencies until a quarter of their segment has been removed.
    pub fn remove(&mut self, gone: &[DocId], documents: &dyn Documents) {
        self.mark(gone);
        self.tidy();
        self.forget(documents);
    }

    /// Like [`Self::remove`], but rebuilds the affected segments from the remaining documents, so
    /// that the index is as if the others had never been added.
    pub fn expunge(&mut self, gone: &[DocId], documents: &dyn Documents) {
        self.mark(gone);
        self.rebuild(documents, |live| live.numbers.iter().any(Option::is_none));
        self.forget(documents);
    }

    /// Replaces the document with the number `id` by the one in `documents`; rebuilds its segment.
    pub fn replace(&mut self, id: DocId, documents: &dyn Documents) {
        self.rebuild(documents, |live| live.numbers.contains(&Some(id.0)));
        self.forget(documents);
    }

    fn mark(&mut self, gone: &[DocId]) {
        for number in self.live.iter_mut().flat_map(|live| &mut live.numbers) {
            *number = number.and_then(|n| match gone.binary_search(&DocId(n)) {
                Ok(_) => None,
                Err(before) => Some(n - before as u32),
            });
        }
    }

    /// Rebuilds the selected segments from their present documents.
    fn rebuild(&mut self, documents: &dyn Documents, is_asked: impl Fn(&LiveSegment) -> bool) {
        for live in self.live.iter_mut().filter(|live| is_asked(live)) {
            let numbers: Vec<u32> = live.numbers.iter().copied().flatten().collect();
            let segment = segment(documents, numbers.iter().copied(), &self.schema);
            *live = LiveSegment::new(segment, numbers.into_iter().map(Some).collect());
        }
        self.tidy();
    }

    /// Discards the values of documents after anything but their texts changed.
    pub fn refresh(&mut self) {
        self.values = OnceLock::new();
        self.facets = OnceLock::new();
    }

    /// Merges the last two segments while the first is not at least twice as large as the second,
    /// and rewrites segments of which more than a quarter is removed.
    fn tidy(&mut self) {
        while let [.., large, small] = self.live.as_slice()
            && large.present() < 2 * small.present()
        {
            let small = self.live.pop();
            let large = self.live.pop();
            self.live.extend(merged(large.into_iter().chain(small)));
        }
        for live in &mut self.live {
            live.is_whole = live.numbers.iter().all(Option::is_some);
        }
        let is_worn = |live: &LiveSegment| 4 * live.present() < 3 * live.numbers.len();
        for live in self.live.iter_mut().filter(|live| is_worn(live)) {
            *live = merged([live.clone()].into_iter()).unwrap_or_else(|| live.clone());
        }
        self.live.retain(|live| live.present() > 0);
    }

    /// Discards everything derived from other documents or keyed by their numbers; names that
    /// mean the same are kept.
    pub fn forget(&mut self, documents: &dyn Documents) {
        self.count = documents.count();
        self.annotations = OnceLock::new();
        self.values = OnceLock::new();
        self.facets = OnceLock::new();
        self.forward = OnceLock::new();
    }
}

/// Builds the segment of some documents.
pub fn segment(
    documents: &dyn Documents,
    numbers: impl Iterator<Item = u32>,
    schema: &Schema,
) -> Segment {
    let mut builder = SegmentBuilder::default();
    for number in numbers {
        builder.document();
        documents.sections(number, &mut |field, text, tokens| {
            builder.block(field, text, tokens, schema.is_running(field));
        });
    }
    builder.finish()
}

/// Merges segments without their removed documents; `None` for no segments.
fn merged(live: impl Iterator<Item = LiveSegment>) -> Option<LiveSegment> {
    let live: Vec<LiveSegment> = live.collect();
    let segments: Vec<&Segment> = live.iter().map(|live| &live.segment).collect();
    let is_there = |at: usize, local| live[at].document(local).is_some();
    let segment = merge(&segments, is_there);
    let numbers = live
        .iter()
        .flat_map(|live| live.numbers.iter().copied().filter(Option::is_some));
    (!live.is_empty()).then(|| LiveSegment::new(segment, numbers.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    /// A merged segment has the same bytes as a segment built from all documents at once.
    #[test]
    fn merged_is_as_built() {
        let texts = [
            "The treaty of Paris, and co-operation on treaties.\n\nUN treaties",
            "Paris said so; 1,000 missiles.\n\nThe treaty. The treaty.",
            "",
            "Koreans co-operation in Paris\n\nmissile missiles",
            "The UN treaty of the UN",
        ];
        let documents: Vec<Document> = texts
            .iter()
            .enumerate()
            .map(|(n, text)| Document::from_text(&n.to_string(), text))
            .collect();
        let schema = Schema::default();
        let whole = segment(&documents, 0..5, &schema);
        for cut in 0..=5 {
            let live = [
                segment(&documents, 0..cut, &schema),
                segment(&documents, cut..5, &schema),
            ];
            let both = merge(&[&live[0], &live[1]], |_, _| true);
            assert!(both.bytes() == whole.bytes(), "cut at {cut}");
        }
        let without = merge(&[&whole], |_, document| document != 2);
        let rest = [&documents[..2], &documents[3..]].concat();
        assert!(without.bytes() == segment(&rest, 0..4, &schema).bytes());
    }
}
