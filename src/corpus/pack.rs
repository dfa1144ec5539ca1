//! Corpus ⇄ bytes: how a corpus is carried in a page or kept in a file.
//!
//! A pack is a header of 20 bytes and then the records, one JSON line each. All numbers are
//! little-endian: magic `CXPK`, version (u32), flags (u32; bit 0: analysed), length of the rest
//! (u32), its CRC-32 (IEEE 802.3). Derived parts are not carried: they are derived anew.
//!
//! In version 2 the last line holds what people decided, as a file of decisions on one line. A
//! corpus without decisions is written as version 1, which older builds read.

use crate::decision::{self, Decision};
use crate::document::Record;
use crate::error::{ReadError, ReadErrorKind};
use crate::text::crc32;

const MAGIC: &[u8; 4] = b"CXPK";
const PLAIN: u32 = 1;
const DECIDED: u32 = 2;
const HEADER: usize = 20;
const ANALYZED: u32 = 1;

/// What a pack holds.
#[derive(Debug)]
pub(super) struct Pack {
    pub records: Vec<Record>,
    /// Whether the corpus was analysed.
    pub analyzed: bool,
    pub decisions: Vec<Decision>,
}

/// The bytes of a corpus; [`read`] gives back each record and each decision.
///
/// # Errors
/// [`ReadErrorKind::Pack`] with the id of a record that could not be read again, and for more than
/// 4 GiB of records.
pub(super) fn write(
    records: &[Record],
    analyzed: bool,
    decisions: &[Decision],
) -> Result<Vec<u8>, ReadError> {
    let mut body = Vec::new();
    for record in records {
        if !record.is_sound() {
            let message = format!(
                "{} cannot be saved: its spans do not fit its text",
                record.id
            );
            return refuse(&message);
        }
        if let Err(error) = serde_json::to_writer(&mut body, record) {
            return refuse(&format!("{} cannot be saved: {error}", record.id));
        }
        body.push(b'\n');
    }
    if !decisions.is_empty() {
        // Line breaks inside strings are escaped, so those that are left part tokens.
        let lines = decision::write(decisions)?;
        body.extend(lines.replace('\n', " ").into_bytes());
        body.push(b'\n');
    }
    let Ok(length) = u32::try_from(body.len()) else {
        return refuse("the corpus cannot be saved: its records take more than 4 GiB");
    };
    let version = if decisions.is_empty() { PLAIN } else { DECIDED };
    let flags = if analyzed { ANALYZED } else { 0 };
    let mut bytes = Vec::with_capacity(HEADER + body.len());
    bytes.extend_from_slice(MAGIC);
    for number in [version, flags, length, crc32(&body)] {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
    bytes.extend_from_slice(&body);
    Ok(bytes)
}

/// What a pack holds.
///
/// # Errors
/// [`ReadErrorKind::Pack`] for foreign, newer, cut or changed bytes.
pub(super) fn read(bytes: &[u8]) -> Result<Pack, ReadError> {
    let number = |n: usize| {
        let field = bytes.get(n..n + 4)?;
        Some(u32::from_le_bytes(field.try_into().ok()?))
    };
    if bytes.get(..4) != Some(MAGIC) {
        return refuse("others (no CXPK at their start)");
    }
    let (Some(version), Some(flags), Some(length), Some(sum)) =
        (number(4), number(8), number(12), number(16))
    else {
        return refuse("some that are cut off inside their header");
    };
    if !(PLAIN..=DECIDED).contains(&version) {
        return refuse(&format!(
            "some of format {version}, where this build reads up to {DECIDED}"
        ));
    }
    let body = &bytes[HEADER..];
    if body.len() != length as usize {
        return refuse(&format!(
            "{} of them where their header says {length}",
            body.len()
        ));
    }
    if crc32(body) != sum {
        return refuse("damaged ones: their checksum differs");
    }
    let Ok(lines) = std::str::from_utf8(body) else {
        return refuse("damaged ones: they are not UTF-8");
    };
    let (lines, decisions) = if version == DECIDED {
        let whole = lines.trim_end_matches('\n');
        let (records, last) = whole.split_at(whole.rfind('\n').map_or(0, |at| at + 1));
        (records, decision::read(last, "decisions of the corpus")?)
    } else {
        (lines, Vec::new())
    };
    Ok(Pack {
        records: read_lines(lines, "corpus")?,
        analyzed: flags & ANALYZED != 0,
        decisions,
    })
}

fn refuse<T>(found: &str) -> Result<T, ReadError> {
    let message = format!("expected the bytes of a saved corpus, found {found}");
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
            let message = format!(
                "expected a record, found something else at column {}",
                e.column()
            );
            ReadError::new(ReadErrorKind::Json, label, message).at_line(n + 1)
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
    use crate::document::Gap;

    fn pack() -> Vec<u8> {
        write(&records(), true, &[]).unwrap()
    }

    fn records() -> [Record; 2] {
        [Record::as_is("a", "One. “Two.”"), Record::as_is("b", "")]
    }

    fn decided() -> Vec<u8> {
        let text = r#"{"format": "corpus-explorer/decisions", "version": 1, "decisions":
            [{"id": "d1", "action": "rename", "entity": "one", "name": "Two\nLines"}]}"#;
        write(&records(), true, &decision::read(text, "").unwrap()).unwrap()
    }

    #[test]
    fn round_trip() {
        for bytes in [pack(), decided()] {
            let pack = read(&bytes).unwrap();
            assert_eq!(pack.records, records());
            let again = write(&pack.records, pack.analyzed, &pack.decisions);
            assert_eq!(again.unwrap(), bytes);
        }
        assert_eq!((pack()[4], decided()[4]), (1, 2));
    }

    #[test]
    fn a_record_that_could_not_be_read_again_is_refused() {
        let outside = |record: &mut Record| record.blocks[0].span.end = 99;
        let gap = |confidence| Gap {
            at: 0,
            before: String::new(),
            after: String::new(),
            rule: "test".into(),
            confidence,
        };
        let unsure = |record: &mut Record| record.gaps.push(gap(f64::NAN));
        for damage in [&outside as &dyn Fn(&mut Record), &unsure] {
            let mut records = records();
            damage(&mut records[0]);
            let refused = write(&records, true, &[]).unwrap_err();
            assert_eq!(refused.kind(), ReadErrorKind::Pack);
            assert!(
                refused.to_string().contains("a cannot be saved"),
                "{refused}"
            );
        }
    }

    #[test]
    fn every_cut_and_every_flipped_byte_is_refused() {
        for whole in [pack(), decided()] {
            check_damage(&whole);
        }
    }

    fn check_damage(whole: &[u8]) {
        for n in 0..whole.len() {
            assert!(read(&whole[..n]).is_err(), "cut at {n}");
            let mut damaged = whole.to_vec();
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
