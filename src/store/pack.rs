//! Store ⇄ bytes: opened by a look at lengths and sums, without reading what the texts say.
//!
//! All numbers are little-endian and of 32 bits: magic `CXST`, version, the CRC-32 (IEEE 802.3) of what
//! follows up to the index; the lengths of the shape (lines of text), of the ends of cells in numbers, and of the
//! text; these three; then the index, which carries a sum of its own (see [`Index::save`]).

use super::shelf::Shelf;
use super::{Shape, Store};
use crate::error::{ReadError, ReadErrorKind};
use crate::search::Index;
use crate::text::crc32;

const MAGIC: &[u8; 4] = b"CXST";
const VERSION: u32 = 1;
/// Magic, version and sum.
const HEADER: usize = 12;

impl Store {
    /// The store as bytes for [`Store::open`]; the same documents in the same order, added in the same
    /// way, give the same bytes.
    pub fn save(&self) -> Vec<u8> {
        let shelf = self.shelf.swept();
        let shape = self.shape.lines();
        let mut bytes = Vec::from(MAGIC);
        let lengths = [shape.len(), shelf.ends.len(), shelf.text.len()];
        let numbers = [VERSION, 0].into_iter().chain(lengths.map(|n| n as u32));
        bytes.extend(numbers.flat_map(u32::to_le_bytes));
        bytes.extend(shape.as_bytes());
        bytes.extend(shelf.ends.iter().flat_map(|end| end.to_le_bytes()));
        bytes.extend(shelf.text.as_bytes());
        let sum = crc32(&bytes[HEADER..]);
        bytes[HEADER - 4..HEADER].copy_from_slice(&sum.to_le_bytes());
        bytes.extend(self.index.save());
        bytes
    }

    /// The store of [`Store::save`].
    ///
    /// # Errors
    /// [`ReadErrorKind::Pack`] for foreign, newer, cut or changed bytes.
    pub fn open(bytes: &[u8]) -> Result<Self, ReadError> {
        if bytes.get(..4) != Some(MAGIC) {
            return refuse("others (no CXST at their start)");
        }
        let mut rest = &bytes[4..];
        let Some([version, sum]) = numbers(&mut rest) else {
            return refuse("some that are cut off inside their header");
        };
        if version != VERSION {
            return refuse(&format!(
                "some of format {version}, where this build reads {VERSION}"
            ));
        }
        let covered = rest;
        let Some((shape, ends, text)) = parts(&mut rest) else {
            return refuse("some that are cut off");
        };
        if crc32(&covered[..covered.len() - rest.len()]) != sum {
            return refuse("damaged ones: their checksum differs");
        }
        let shape = str::from_utf8(shape).ok().and_then(Shape::read);
        let text = String::from_utf8(text.to_vec()).ok();
        let ends = ends
            .as_chunks::<4>()
            .0
            .iter()
            .map(|n| u32::from_le_bytes(*n));
        let opened = shape.zip(text).and_then(|(shape, text)| {
            let schema = shape.schema().ok()?;
            let shelf = Shelf::of(&shape, text, ends.collect())?;
            Some((shape, schema, shelf))
        });
        let Some((shape, schema, shelf)) = opened else {
            return refuse("damaged ones: their parts do not fit each other");
        };
        let index = Index::open(rest, &shelf, schema)?;
        Ok(Self::over(shelf, index, shape))
    }
}

/// The next numbers of some bytes.
fn numbers<const N: usize>(bytes: &mut &[u8]) -> Option<[u32; N]> {
    let (front, rest) = bytes.split_at_checked(4 * N)?;
    *bytes = rest;
    let mut numbers = [0; N];
    for (number, chunk) in numbers.iter_mut().zip(front.as_chunks::<4>().0) {
        *number = u32::from_le_bytes(*chunk);
    }
    Some(numbers)
}

/// The shape, the ends of cells and the text at the start of some bytes, which go on behind them.
fn parts<'a>(bytes: &mut &'a [u8]) -> Option<(&'a [u8], &'a [u8], &'a [u8])> {
    let [shape, ends, text] = numbers(bytes)?;
    let mut take = |length: usize| {
        let (front, rest) = bytes.split_at_checked(length)?;
        *bytes = rest;
        Some(front)
    };
    Some((
        take(shape as usize)?,
        take((ends as usize).checked_mul(4)?)?,
        take(text as usize)?,
    ))
}

fn refuse<T>(found: &str) -> Result<T, ReadError> {
    let message = format!("expected the bytes of a saved index, found {found}");
    Err(ReadError::new(ReadErrorKind::Pack, "index", message))
}
