//! What did a store hold before packs had sections? The reader of the one version that other builds wrote.
//!
//! All numbers are little-endian and of 32 bits: magic `CXST`, version 1, the CRC-32 of what follows up to the index;
//! the lengths of the shape, of the ends of cells in numbers, and of the text; these three; then the index, as
//! [`crate::search::Index::open`] reads it.

use crate::error::ReadError;
use crate::pack::{Kind, Numbers, checksum};

const MAGIC: &[u8; 4] = b"CXST";
const VERSION: u32 = 1;

/// The pieces of a saved store.
pub struct Earlier<'a> {
    pub mapping: &'a [u8],
    pub ends: &'a [u8],
    pub text: &'a [u8],
    pub index: &'a [u8],
}

/// What bytes of this version hold; `None` for others.
///
/// # Errors
/// [`crate::error::ReadErrorKind::Pack`] for another version, and for cut or changed bytes.
pub fn read(bytes: &[u8]) -> Option<Result<Earlier<'_>, ReadError>> {
    bytes.strip_prefix(MAGIC).map(|rest| pieces(Numbers(rest)))
}

fn pieces(mut rest: Numbers) -> Result<Earlier, ReadError> {
    let (Some(version), Some(sum)) = (rest.number(), rest.number()) else {
        return Kind::Collection.refuse("some that are cut off inside their header");
    };
    if version != VERSION {
        return Kind::Collection.refuse(format_args!(
            "some of format {version} of their kind, where this build reads {VERSION}"
        ));
    }
    let covered = rest.0;
    let Some(earlier) = cut(rest) else {
        return Kind::Collection.refuse("some that are cut off");
    };
    if checksum(&covered[..covered.len() - earlier.index.len()]) != sum {
        return Kind::Collection.refuse("damaged ones: their checksum differs");
    }
    Ok(earlier)
}

/// The pieces by their lengths, which stand before them.
fn cut(mut rest: Numbers) -> Option<Earlier> {
    let (mapping, ends, text) = (rest.number()?, rest.number()?, rest.number()?);
    Some(Earlier {
        mapping: rest.take(mapping as usize)?,
        ends: rest.take((ends as usize).checked_mul(4)?)?,
        text: rest.take(text as usize)?,
        index: rest.0,
    })
}
