//! Store ⇄ bytes: the sections of a saved store, opened without reading what the texts say.
//!
//! `mapping` has what documents look like, as lines of text; `ends` where each cell ends, a little-endian number of 32
//! bits; `text` the cells themselves; `index` is that of [`Index::section`].

use super::earlier;
use super::shelf::Shelf;
use super::{Shape, Store};
use crate::error::ReadError;
use crate::pack::{self, Kind, Numbers, Pack};
use crate::search::{Index, Schema};

const MAPPING: &str = "mapping";
const ENDS: &str = "ends";
const TEXT: &str = "text";

impl Store {
    /// The store as bytes for [`Store::open`]; the same documents in the same order, added in the same
    /// way, give the same bytes.
    pub fn save(&self) -> Vec<u8> {
        let shelf = self.shelf.swept();
        let ends = shelf.ends.iter().flat_map(|end| end.to_le_bytes());
        let mapping = self.shape.lines();
        let sections: [(&str, &[u8]); 4] = [
            (MAPPING, mapping.as_bytes()),
            (ENDS, &ends.collect::<Vec<_>>()),
            (TEXT, shelf.text.as_bytes()),
            (Index::SECTION, &self.index.section()),
        ];
        pack::write(Kind::Collection, &sections)
    }

    /// The store of [`Store::save`].
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Pack`] for foreign, newer, cut or changed bytes.
    pub fn open(bytes: &[u8]) -> Result<Self, ReadError> {
        if let Some(earlier) = earlier::read(bytes) {
            let earlier = earlier?;
            let (shape, schema, shelf) = texts(earlier.mapping, earlier.ends, earlier.text)?;
            let index = Index::open(earlier.index, &shelf, schema)?;
            return Ok(Self::over(shelf, index, shape));
        }
        let pack = Pack::open(bytes, Kind::Collection)?;
        let section = |name| pack.required(name);
        let (shape, schema, shelf) = texts(section(MAPPING)?, section(ENDS)?, section(TEXT)?)?;
        let index = Index::of_section(section(Index::SECTION)?, &shelf, schema)?;
        Ok(Self::over(shelf, index, shape))
    }
}

/// The texts of documents with what they look like, from the sections that hold them.
fn texts(mapping: &[u8], ends: &[u8], text: &[u8]) -> Result<(Shape, Schema, Shelf), ReadError> {
    let read = || {
        let shape = Shape::read(str::from_utf8(mapping).ok()?)?;
        let schema = shape.schema().ok()?;
        let text = str::from_utf8(text).ok()?.to_owned();
        let ends = Numbers(ends).all()?.collect();
        let shelf = Shelf::of(&shape, text, ends)?;
        Some((shape, schema, shelf))
    };
    match read() {
        Some(texts) => Ok(texts),
        None => Kind::Collection.refuse("damaged ones: their texts do not fit each other"),
    }
}
