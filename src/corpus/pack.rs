//! Corpus ⇄ bytes: how a corpus is carried in a page or kept in a file.
//!
//! A pack is a header of 20 bytes and then the records, one JSON line each. All numbers are
//! little-endian: magic `CXPK`, version (u32), flags (u32; bit 0: analysed), length of the rest
//! (u32), its CRC-32 (IEEE 802.3). Derived parts are not carried: they are derived anew.

use crate::document::Record;
use crate::error::{ReadError, ReadErrorKind};
use crate::text::crc32;

const MAGIC: &[u8; 4] = b"CXPK";
const VERSION: u32 = 1;
const HEADER: usize = 20;
const ANALYZED: u32 = 1;

/// The bytes of a corpus.
pub(super) fn write(records: &[Record], analyzed: bool) -> Vec<u8> {
    let mut body = Vec::new();
    for record in records {
        // Records hold strings, numbers and maps keyed by strings: their serialisation cannot fail.
        if serde_json::to_writer(&mut body, record).is_ok() {
            body.push(b'\n');
        }
    }
    let flags = if analyzed { ANALYZED } else { 0 };
    let mut bytes = Vec::with_capacity(HEADER + body.len());
    bytes.extend_from_slice(MAGIC);
    for number in [VERSION, flags, body.len() as u32, crc32(&body)] {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
    bytes.extend_from_slice(&body);
    bytes
}

/// The records of a pack, and whether its corpus was analysed.
///
/// # Errors
/// [`ReadErrorKind::Pack`] for foreign, newer, cut or changed bytes.
pub(super) fn read(bytes: &[u8]) -> Result<(Vec<Record>, bool), ReadError> {
    let number = |n: usize| {
        let field = bytes.get(n..n + 4)?;
        Some(u32::from_le_bytes(field.try_into().ok()?))
    };
    if bytes.get(..4) != Some(MAGIC) {
        return refuse("these bytes are not a saved corpus (no CXPK at their start)");
    }
    let (Some(version), Some(flags), Some(length), Some(sum)) =
        (number(4), number(8), number(12), number(16))
    else {
        return refuse("the saved corpus is cut off inside its header");
    };
    if version != VERSION {
        return refuse(&format!(
            "the saved corpus has format {version}, this build reads {VERSION}"
        ));
    }
    let body = &bytes[HEADER..];
    if body.len() != length as usize {
        return refuse(&format!(
            "the saved corpus has {} bytes, its header says {length}",
            body.len()
        ));
    }
    if crc32(body) != sum {
        return refuse("the saved corpus is damaged: its checksum differs");
    }
    let Ok(lines) = std::str::from_utf8(body) else {
        return refuse("the saved corpus is damaged: it is not UTF-8");
    };
    Ok((read_lines(lines, "corpus")?, flags & ANALYZED != 0))
}

fn refuse<T>(message: &str) -> Result<T, ReadError> {
    Err(ReadError::new(ReadErrorKind::Pack, "corpus", message))
}

/// Records from JSON lines; blank lines are passed over.
///
/// # Errors
/// [`ReadErrorKind::Json`] with the line that is not a record; [`ReadErrorKind::Pack`] when a
/// record's spans do not fit its text.
pub(super) fn read_lines(lines: &str, label: &str) -> Result<Vec<Record>, ReadError> {
    let mut records = Vec::new();
    for (n, line) in lines
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
    {
        let record: Record = serde_json::from_str(line).map_err(|e| {
            ReadError::new(ReadErrorKind::Json, label, e.to_string()).at_line(n + 1)
        })?;
        if !record.is_sound() {
            let message = format!("the spans of {} do not fit its text", record.id);
            return Err(ReadError::new(ReadErrorKind::Pack, label, message).at_line(n + 1));
        }
        records.push(record);
    }
    Ok(records)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack() -> Vec<u8> {
        write(
            &[Record::as_is("a", "One. “Two.”"), Record::as_is("b", "")],
            true,
        )
    }

    #[test]
    fn round_trip() {
        let (records, analyzed) = read(&pack()).unwrap();
        assert_eq!(write(&records, analyzed), pack());
    }

    #[test]
    fn every_cut_and_every_flipped_byte_is_refused() {
        let whole = pack();
        for n in 0..whole.len() {
            assert!(read(&whole[..n]).is_err(), "cut at {n}");
            let mut damaged = whole.clone();
            damaged[n] ^= 0x55;
            // The flags are the only bytes whose change is a meaning of its own.
            assert!(
                read(&damaged).is_err() || (8..12).contains(&n),
                "flipped at {n}"
            );
        }
    }

    #[test]
    fn known_checksum() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }
}
