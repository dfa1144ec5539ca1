//! How does an index grow and shrink? A log-structured merge, as in Lucene: documents join in a segment of their
//! own, leave by a mark, and now and then segments are laid together.

use std::sync::OnceLock;

use super::inverted::Index;
use super::live::LiveSegment;
use crate::document::DocId;
use crate::search::index::construction::{SegmentBuilder, merge};
use crate::search::index::segment::Segment;
use crate::search::schema::{Documents, Schema};

impl Index {
    /// The index of articles, in their order.
    pub fn build(documents: &dyn Documents) -> Self {
        let mut index = Self::default();
        index.append(documents);
        index
    }

    /// An index of no documents, for those of a schema.
    pub fn of(schema: Schema) -> Self {
        Self {
            schema,
            ..Self::default()
        }
    }

    /// Adds the documents that are not in the index: those from its length on.
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

    /// Takes documents out by their numbers, ascending; `documents` are those that stay, and the
    /// numbers of what follows a gap fall. It takes little time: until a quarter of a segment has left,
    /// what left is still counted where scores are made of how rare a word is.
    pub fn remove(&mut self, gone: &[DocId], documents: &dyn Documents) {
        self.mark(gone);
        self.tidy();
        self.forget(documents);
    }

    /// The same, but the segments that documents left are built anew of those that stay, so that the
    /// index is as if the others had never been there.
    pub fn expunge(&mut self, gone: &[DocId], documents: &dyn Documents) {
        self.mark(gone);
        self.rebuild(documents, |live| live.numbers.iter().any(Option::is_none));
        self.forget(documents);
    }

    /// Puts the document of a number in the place of the one that had it; its segment is built anew.
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

    /// Builds some segments anew of the documents that are there.
    fn rebuild(&mut self, documents: &dyn Documents, is_asked: impl Fn(&LiveSegment) -> bool) {
        for live in self.live.iter_mut().filter(|live| is_asked(live)) {
            let numbers: Vec<u32> = live.numbers.iter().copied().flatten().collect();
            let segment = segment(documents, numbers.iter().copied(), &self.schema);
            *live = LiveSegment::new(segment, numbers.into_iter().map(Some).collect());
        }
        self.tidy();
    }

    /// Takes over that documents say something else of themselves, but have the same texts.
    pub fn refresh(&mut self, documents: &dyn Documents) {
        self.forget(documents);
    }

    /// Lays the last segments together as long as one is not twice as large as the next, and the
    /// segments anew of which a quarter has left.
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

    /// Forgets what was asked of other documents, and what is known of them by their number.
    pub fn forget(&mut self, documents: &dyn Documents) {
        self.count = documents.count();
        self.named = Vec::new();
        self.annotations = None;
        self.values = OnceLock::new();
        self.facets = OnceLock::new();
        self.forward = OnceLock::new();
    }
}

/// The segment of some documents of a schema.
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

/// Some segments as one, without what has left; none of nothing.
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

    /// Parts that were laid together are the same bytes as documents that were never apart.
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
