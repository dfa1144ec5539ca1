//! How was a corpus saved by earlier builds? A reader for versions 1, 2 and 3.
//!
//! Version 3 was a pack whose section `records` held whole records, one JSON line each. Before packs
//! had sections: a header of 20 bytes, then the records, one JSON line each. All numbers are little-endian and
//! have 32 bits: magic `CXPK`, version, flags (bit 0: analysed), length of the rest, its CRC-32. In
//! version 2, the last line is a file of decisions.

use super::content::Saved;
use super::lines::{read_lines, utf8};
use crate::corpus::article::ArticleState;
use crate::decision;
use crate::error::ReadError;
use crate::pack::{Kind, MAGIC, Numbers, checksum};

const PLAIN: u32 = 1;
const DECIDED: u32 = 2;
const ANALYZED: u32 = 1;

/// The content of a corpus of versions 1 and 2; `None` for other bytes.
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
    let articles = articles(records.as_bytes())?;
    Ok(Saved::ground(articles, flags & ANALYZED != 0, decisions))
}

/// The articles of whole records, one JSON line each.
///
/// # Errors
/// [`crate::error::ReadErrorKind::Json`] with the line that is not a record;
/// [`crate::error::ReadErrorKind::Pack`] if a record's spans do not fit its text.
pub fn articles(records: &[u8]) -> Result<Vec<ArticleState>, ReadError> {
    let records = read_lines(utf8(records)?, "corpus")?;
    Ok(records.into_iter().map(ArticleState::new).collect())
}
