//! Index ⇄ bytes: how an index is kept, to be read where it lies when it is opened again.
//!
//! All numbers are little-endian and of 32 bits: magic `CXIX`, version, length of the rest, its
//! CRC-32 (IEEE 802.3); the number of segments; for each the length of its bytes, the number of its
//! documents and their numbers in the corpus (all bits set for one that has left); then the bytes of
//! the segments, one after the other. What filters and facets ask of documents is not carried.

use std::sync::Arc;

use super::inverted::Index;
use super::live::LiveSegment;
use crate::error::{ReadError, ReadErrorKind};
use crate::search::index::segment::Segment;
use crate::search::schema::{Documents, Schema};
use crate::text::crc32;

const MAGIC: &[u8; 4] = b"CXIX";
const VERSION: u32 = 4;
const HEADER: usize = 16;
/// The number of a document that has left.
const GONE: u32 = u32::MAX;

impl Index {
    /// The index as bytes for [`Index::open`]; the same index gives the same bytes.
    pub fn save(&self) -> Vec<u8> {
        let mut bytes = Vec::from(MAGIC);
        let put = |bytes: &mut Vec<u8>, number: u32| bytes.extend(number.to_le_bytes());
        for number in [VERSION, 0, 0, self.live.len() as u32] {
            put(&mut bytes, number);
        }
        for live in &self.live {
            put(&mut bytes, live.segment.bytes().len() as u32);
            put(&mut bytes, live.numbers.len() as u32);
            live.numbers
                .iter()
                .for_each(|number| put(&mut bytes, number.unwrap_or(GONE)));
        }
        for live in &self.live {
            bytes.extend(live.segment.bytes());
        }
        let rest = &bytes[HEADER..];
        let (length, sum) = (rest.len() as u32, crc32(rest));
        bytes[8..12].copy_from_slice(&length.to_le_bytes());
        bytes[12..16].copy_from_slice(&sum.to_le_bytes());
        bytes
    }

    /// The index of [`Index::save`] over the documents that it was saved for, and their schema.
    ///
    /// # Errors
    /// [`ReadErrorKind::Pack`] for foreign, newer, cut or changed bytes, and for other documents.
    pub fn open(
        bytes: &[u8],
        documents: &dyn Documents,
        schema: Schema,
    ) -> Result<Self, ReadError> {
        let mut index = Self {
            schema,
            live: live_segments(bytes)?,
            ..Self::default()
        };
        let mut known: Vec<u32> = index
            .live
            .iter()
            .flat_map(|p| &p.numbers)
            .flatten()
            .copied()
            .collect();
        known.sort_unstable();
        if !known.into_iter().eq(0..documents.count()) {
            return refuse("the saved index is not one of these documents");
        }
        index.forget(documents);
        Ok(index)
    }
}

/// The segments of a saved index.
fn live_segments(bytes: &[u8]) -> Result<Vec<LiveSegment>, ReadError> {
    if bytes.get(..4) != Some(MAGIC) {
        return refuse("these bytes are not a saved index (no CXIX at their start)");
    }
    let mut reader = Reader(&bytes[4..]);
    let (Some(version), Some(length), Some(sum)) =
        (reader.number(), reader.number(), reader.number())
    else {
        return refuse("the saved index is cut off inside its header");
    };
    if version != VERSION {
        return refuse(&format!(
            "the saved index has format {version}, this build reads {VERSION}"
        ));
    }
    if reader.0.len() != length as usize {
        let found = reader.0.len();
        return refuse(&format!(
            "the saved index has {found} bytes, its header says {length}"
        ));
    }
    if crc32(reader.0) != sum {
        return refuse("the saved index is damaged: its checksum differs");
    }
    match reader.live_segments() {
        Some(live) => Ok(live),
        None => refuse("the saved index is damaged: its parts do not fit each other"),
    }
}

/// What is left of the bytes.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (front, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(front)
    }

    fn number(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    fn live_segments(&mut self) -> Option<Vec<LiveSegment>> {
        let mut heads = Vec::new();
        for _ in 0..self.number()? {
            let (length, documents) = (self.number()?, self.number()?);
            let numbers = self
                .take((documents as usize).checked_mul(4)?)?
                .as_chunks::<4>()
                .0;
            let number = |bytes: &[u8; 4]| Some(u32::from_le_bytes(*bytes)).filter(|&n| n != GONE);
            heads.push((length, numbers.iter().map(number).collect::<Vec<_>>()));
        }
        let live = |(length, numbers): (u32, Vec<_>)| {
            let segment = Segment::open(Arc::new(self.take(length as usize)?.to_vec()))?;
            (segment.documents as usize == numbers.len())
                .then(|| LiveSegment::new(segment, numbers))
        };
        heads.into_iter().map(live).collect()
    }
}

fn refuse<T>(message: &str) -> Result<T, ReadError> {
    Err(ReadError::new(ReadErrorKind::Pack, "index", message))
}
