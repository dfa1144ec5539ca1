//! How was a collection saved before packs had sections? A reader for its only version.
//!
//! All numbers are little-endian and have 32 bits: magic `CXST`, version 1, the CRC-32 of what
//! follows up to the index; the length of the mapping, the number of ends of cells, the length of
//! the text; these three; then the index, as [`crate::search::Index::open`] reads it.

use crate::error::ReadError;
use crate::pack::{Kind, Numbers, checksum};

const MAGIC: &[u8; 4] = b"CXST";
const VERSION: u32 = 1;

/// The pieces of a saved collection, under the names of the sections that hold them now.
pub struct Earlier<'a> {
    pub mapping: &'a [u8],
    pub ends: &'a [u8],
    pub text: &'a [u8],
    pub index: &'a [u8],
}

/// The pieces of a collection in this format; `None` for other bytes.
///
/// # Errors
/// [`crate::error::ReadErrorKind::Pack`] for another version, and if the bytes are truncated or
/// damaged.
pub fn read(bytes: &[u8]) -> Option<Result<Earlier<'_>, ReadError>> {
    bytes.strip_prefix(MAGIC).map(|rest| pieces(Numbers(rest)))
}

fn pieces(mut rest: Numbers) -> Result<Earlier, ReadError> {
    let (Some(version), Some(sum)) = (rest.number(), rest.number()) else {
        return Kind::Collection.refuse("bytes that end inside the header");
    };
    if version != VERSION {
        return Kind::Collection.refuse(format_args!(
            "an earlier collection in format {version}, but this version reads format {VERSION}"
        ));
    }
    let covered = rest.0;
    let Some(earlier) = cut(rest) else {
        return Kind::Collection.refuse("bytes that end too early");
    };
    if checksum(&covered[..covered.len() - earlier.index.len()]) != sum {
        return Kind::Collection.refuse("damaged bytes: the checksum differs");
    }
    Ok(earlier)
}

/// The pieces, cut by the lengths before them; `None` if the bytes are too short.
fn cut(mut rest: Numbers) -> Option<Earlier> {
    let (mapping, ends, text) = (rest.number()?, rest.number()?, rest.number()?);
    Some(Earlier {
        mapping: rest.take(mapping as usize)?,
        ends: rest.take((ends as usize).checked_mul(4)?)?,
        text: rest.take(text as usize)?,
        index: rest.0,
    })
}
