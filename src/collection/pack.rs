//! How is a collection saved? A writer and a reader of its pack; opening does not parse the texts.
//!
//! - `mapping`: the description of the documents, as lines of text.
//! - `ends`: the end of each cell in the text, as little-endian numbers of 32 bits.
//! - `text`: the cells.
//! - `index`: see [`Index::section`].

use bytes::Bytes;

use super::earlier;
use super::mapping::Mapping;
use super::state::Collection;
use super::stored_fields::StoredFields;
use crate::error::ReadError;
use crate::pack::{self, Kind, Numbers, Pack};
use crate::search::{Index, Schema};

const MAPPING: &str = "mapping";
const ENDS: &str = "ends";
const TEXT: &str = "text";

impl Collection {
    /// The collection as bytes for [`Collection::open`]. The same documents, added in the same
    /// order and steps, give the same bytes.
    pub fn save(&self) -> Vec<u8> {
        let stored = self.stored.swept();
        let ends = stored.ends.iter().flat_map(|end| end.to_le_bytes());
        let mapping = self.mapping.lines();
        let sections: [(&str, &[u8]); 4] = [
            (MAPPING, mapping.as_bytes()),
            (ENDS, &ends.collect::<Vec<_>>()),
            (TEXT, stored.text.as_bytes()),
            (Index::SECTION, &self.index.section()),
        ];
        pack::write(Kind::Collection, &sections)
    }

    /// Opens a collection that [`Collection::save`] returned, or an earlier build.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Pack`] if the bytes are not a collection, are newer,
    /// truncated or damaged.
    pub fn open(bytes: impl Into<Bytes>) -> Result<Self, ReadError> {
        Self::of_bytes(&bytes.into())
    }

    fn of_bytes(bytes: &Bytes) -> Result<Self, ReadError> {
        if let Some(earlier) = earlier::read(bytes) {
            let earlier = earlier?;
            let (mapping, schema, stored) = texts(earlier.mapping, earlier.ends, earlier.text)?;
            let index = Index::open(earlier.index, &stored, schema)?;
            return Ok(Self::over(stored, index, mapping));
        }
        let pack = Pack::open(bytes, Kind::Collection)?;
        let section = |name| pack.required(name);
        let (mapping, schema, stored) = texts(section(MAPPING)?, section(ENDS)?, section(TEXT)?)?;
        let index = bytes.slice_ref(section(Index::SECTION)?);
        let index = Index::of_section(index, &stored, schema)?;
        Ok(Self::over(stored, index, mapping))
    }
}

/// The mapping, its schema and the texts of the documents, from their sections.
fn texts(
    mapping: &[u8],
    ends: &[u8],
    text: &[u8],
) -> Result<(Mapping, Schema, StoredFields), ReadError> {
    let read = || {
        let mapping = Mapping::read(str::from_utf8(mapping).ok()?)?;
        let schema = mapping.schema().ok()?;
        let text = str::from_utf8(text).ok()?.to_owned();
        let ends = Numbers(ends).all()?.collect();
        let stored = StoredFields::of(&mapping, text, ends)?;
        Some((mapping, schema, stored))
    };
    match read() {
        Some(texts) => Ok(texts),
        None => {
            Kind::Collection.refuse("damaged bytes: the mapping and the texts do not fit together")
        }
    }
}
