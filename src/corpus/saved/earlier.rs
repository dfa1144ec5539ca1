//! How was a corpus saved before packs had sections? A reader for versions 1 and 2.
//!
//! A header of 20 bytes, then the records, one JSON line each. All numbers are little-endian and
//! have 32 bits: magic `CXPK`, version, flags (bit 0: analysed), length of the rest, its CRC-32. In
//! version 2, the last line is a file of decisions.

use super::content::Saved;
use super::lines::{read_lines, utf8};
use crate::decision;
use crate::error::ReadError;
use crate::pack::{Kind, MAGIC, Numbers, checksum};

const PLAIN: u32 = 1;
const DECIDED: u32 = 2;
const ANALYZED: u32 = 1;

/// The content of a corpus of these versions; `None` for other bytes.
///
/// # Errors
/// [`crate::error::ReadErrorKind::Pack`] if the bytes are truncated or damaged.
pub fn read(bytes: &[u8]) -> Option<Result<Saved, ReadError>> {
    let mut rest = Numbers(bytes.strip_prefix(MAGIC)?);
    let version = rest.number().filter(|v| [PLAIN, DECIDED].contains(v))?;
    Some(read_version(version, rest))
}

fn read_version(version: u32, mut rest: Numbers) -> Result<Saved, ReadError> {
    let (Some(flags), Some(length), Some(sum)) = (rest.number(), rest.number(), rest.number())
    else {
        return Kind::Corpus.refuse("bytes that end inside the header");
    };
    let body = rest.0;
    if body.len() != length as usize {
        let found = body.len();
        return Kind::Corpus.refuse(format_args!("{found} bytes where the header says {length}"));
    }
    if checksum(body) != sum {
        return Kind::Corpus.refuse("damaged bytes: the checksum differs");
    }
    let lines = utf8(body)?;
    let (records, decisions) = if version == DECIDED {
        let whole = lines.trim_end_matches('\n');
        let (records, last) = whole.split_at(whole.rfind('\n').map_or(0, |at| at + 1));
        (records, decision::read(last, "decisions of the corpus")?)
    } else {
        (lines, Vec::new())
    };
    Ok(Saved {
        records: read_lines(records, "corpus")?,
        analyzed: flags & ANALYZED != 0,
        decisions,
    })
}
