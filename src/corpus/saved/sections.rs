//! What do the sections of a saved corpus contain? A writer and a reader of its pack.
//!
//! - `manifest`: a JSON object with the settings the corpus was made with.
//! - `records`: one record per line, as JSON.
//! - `decisions`: a file of decisions; missing if there are none.
//!
//! Derived state is not saved; it is derived again.

use serde::{Deserialize, Serialize};

use super::content::Saved;
use super::earlier;
use super::lines::{read_lines, utf8};
use crate::decision::{self, Decision};
use crate::document::Record;
use crate::error::{ReadError, ReadErrorKind};
use crate::pack::{self, Kind, Pack};

const MANIFEST: &str = "manifest";
const RECORDS: &str = "records";
const DECISIONS: &str = "decisions";

/// The settings of a corpus; unknown keys are ignored.
#[derive(Serialize, Deserialize)]
struct Manifest {
    analyzed: bool,
}

/// The bytes of a corpus; [`read`] returns the same records and decisions.
///
/// # Errors
/// [`ReadErrorKind::Pack`] with the id of a record that could not be read back.
pub fn write(
    records: &[Record],
    analyzed: bool,
    decisions: &[Decision],
) -> Result<Vec<u8>, ReadError> {
    let mut lines = Vec::new();
    for record in records {
        if !record.is_sound() {
            return unsaved(&record.id, "its spans do not fit its text");
        }
        if let Err(error) = serde_json::to_writer(&mut lines, record) {
            return unsaved(&record.id, &error.to_string());
        }
        lines.push(b'\n');
    }
    let manifest = match serde_json::to_vec(&Manifest { analyzed }) {
        Ok(manifest) => manifest,
        Err(error) => return unsaved(MANIFEST, &error.to_string()),
    };
    let decided = decision::write(decisions)?;
    let mut sections = vec![(MANIFEST, &*manifest), (RECORDS, &*lines)];
    if !decisions.is_empty() {
        sections.push((DECISIONS, decided.as_bytes()));
    }
    Ok(pack::write(Kind::Corpus, &sections))
}

fn unsaved<T>(id: &str, reason: &str) -> Result<T, ReadError> {
    let message = format!("{id} cannot be saved: {reason}");
    Err(ReadError::new(ReadErrorKind::Pack, "corpus", message))
}

/// The content of a saved corpus, in this format or an earlier one.
///
/// # Errors
/// [`ReadErrorKind::Pack`] if the bytes are not a saved corpus, are newer, truncated or damaged.
pub fn read(bytes: &[u8]) -> Result<Saved, ReadError> {
    if let Some(saved) = earlier::read(bytes) {
        return saved;
    }
    let pack = Pack::open(bytes, Kind::Corpus)?;
    let Ok(manifest) = serde_json::from_slice::<Manifest>(pack.required(MANIFEST)?) else {
        return Kind::Corpus.refuse("a manifest that cannot be read");
    };
    let decisions = match pack.section(DECISIONS)? {
        Some(bytes) => decision::read(utf8(bytes)?, "decisions of the corpus")?,
        None => Vec::new(),
    };
    Ok(Saved {
        records: read_lines(utf8(pack.required(RECORDS)?)?, "corpus")?,
        analyzed: manifest.analyzed,
        decisions,
    })
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
            for n in 0..whole.len() {
                assert!(read(&whole[..n]).is_err(), "cut at {n}");
                let mut damaged = whole.clone();
                damaged[n] ^= 0x55;
                assert!(read(&damaged).is_err(), "flipped at {n}");
            }
        }
    }
}
