//! How is an index saved? A writer and a reader of one section, which is part of the pack of the
//! index's documents or has a pack of its own.
//!
//! All numbers are little-endian and have 32 bits: the version of the segment layout; the number of
//! segments; for each segment, the length of its bytes, the number of its documents, and their
//! numbers in the corpus (all bits set for a removed document); then the bytes of the segments. The
//! values of filters and facets are not saved.

use bytes::Bytes;

use super::inverted::Index;
use super::live::LiveSegment;
use crate::error::ReadError;
use crate::pack::{self, Kind, Numbers, Pack, checksum};
use crate::search::index::segment::Segment;
use crate::search::schema::{Documents, Schema};

/// The first bytes of an index that was saved before packs had sections.
const EARLIER: &[u8; 4] = b"CXIX";
/// The segment layout, the only one that this build reads.
const VERSION: u32 = 4;
/// The number of a removed document.
const GONE: u32 = u32::MAX;

impl Index {
    /// The name of its section in a pack.
    pub const SECTION: &str = "index";

    /// The index as a pack for [`Index::open`]; the same index gives the same bytes.
    pub fn save(&self) -> Vec<u8> {
        pack::write(Kind::Index, &[(Self::SECTION, &self.section())])
    }

    /// Opens an index that [`Index::save`] returned, with its documents and their schema.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Pack`] if the bytes are not an index, are newer, truncated or
    /// damaged, or belong to other documents.
    pub fn open(
        bytes: &[u8],
        documents: &dyn Documents,
        schema: Schema,
    ) -> Result<Self, ReadError> {
        let bytes = Bytes::copy_from_slice(bytes);
        if let Some(rest) = bytes.strip_prefix(EARLIER) {
            let rest = earlier(Numbers(rest))?;
            return Self::of_segments(bytes.slice_ref(rest), documents, schema);
        }
        let section = Pack::open(&bytes, Kind::Index)?.required(Self::SECTION)?;
        Self::of_section(bytes.slice_ref(section), documents, schema)
    }

    /// The index as the bytes of a section, for [`Index::of_section`].
    pub fn section(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let put = |bytes: &mut Vec<u8>, number: u32| bytes.extend(number.to_le_bytes());
        put(&mut bytes, VERSION);
        put(&mut bytes, self.live.len() as u32);
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
        bytes
    }

    /// The index of a section, with its documents and their schema. Its segments are read in place.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Pack`] if the segments have another layout or are damaged, or
    /// if they belong to other documents.
    pub fn of_section(
        section: Bytes,
        documents: &dyn Documents,
        schema: Schema,
    ) -> Result<Self, ReadError> {
        let mut rest = Numbers(&section);
        match rest.number() {
            Some(VERSION) => Self::of_segments(section.slice_ref(rest.0), documents, schema),
            Some(version) => refuse_version(version),
            None => Kind::Index.refuse("bytes that end too early"),
        }
    }

    fn of_segments(
        rest: Bytes,
        documents: &dyn Documents,
        schema: Schema,
    ) -> Result<Self, ReadError> {
        let Some(live) = live_segments(&rest) else {
            return Kind::Index.refuse("damaged bytes: the segments do not fit together");
        };
        let mut index = Self {
            schema,
            live,
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
            return Kind::Index.refuse("an index of other documents");
        }
        index.forget(documents);
        Ok(index)
    }
}

fn refuse_version<T>(version: u32) -> Result<T, ReadError> {
    Kind::Index.refuse(format_args!(
        "segments of layout {version}, but this version reads layout {VERSION}"
    ))
}

/// The segments of an index that was saved before packs had sections: after the version, their length
/// and their CRC-32.
fn earlier(mut rest: Numbers<'_>) -> Result<&[u8], ReadError> {
    let (Some(version), Some(length), Some(sum)) = (rest.number(), rest.number(), rest.number())
    else {
        return Kind::Index.refuse("bytes that end inside the header");
    };
    if version != VERSION {
        return refuse_version(version);
    }
    if rest.0.len() != length as usize {
        let found = rest.0.len();
        return Kind::Index.refuse(format_args!("{found} bytes where the header says {length}"));
    }
    if checksum(rest.0) != sum {
        return Kind::Index.refuse("damaged bytes: the checksum differs");
    }
    Ok(rest.0)
}

/// The segments of a section; `None` if they are inconsistent.
fn live_segments(bytes: &Bytes) -> Option<Vec<LiveSegment>> {
    let mut rest = Numbers(bytes);
    let mut heads = Vec::new();
    for _ in 0..rest.number()? {
        let (length, documents) = (rest.number()?, rest.number()?);
        let numbers = rest.numbers(documents)?;
        let numbers = numbers.map(|number| Some(number).filter(|&n| n != GONE));
        heads.push((length, numbers.collect::<Vec<_>>()));
    }
    let live = |(length, numbers): (u32, Vec<_>)| {
        let segment = Segment::open(bytes.slice_ref(rest.take(length as usize)?))?;
        (segment.documents as usize == numbers.len()).then(|| LiveSegment::new(segment, numbers))
    };
    heads.into_iter().map(live).collect()
}
