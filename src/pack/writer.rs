//! How is a pack written? A function from sections to bytes.

use super::checksum::checksum;
use super::kind::Kind;
use super::layout::{ENTRY, MAGIC, PLAIN, padded};

/// A pack of the given sections, in their order. A name has up to 16 ASCII characters; of two
/// sections with one name, the first is read. The same sections give the same bytes.
pub fn write(kind: Kind, sections: &[(&str, &[u8])]) -> Vec<u8> {
    let length: usize = sections.iter().map(|(_, bytes)| ENTRY + bytes.len()).sum();
    // The header has 16 bytes, and the checksum of the directory 4.
    let mut pack = Vec::with_capacity(length + 20);
    pack.extend(MAGIC);
    for number in [kind.version(), kind.number(), sections.len() as u32] {
        pack.extend(number.to_le_bytes());
    }
    for (name, bytes) in sections {
        pack.extend(padded(name));
        pack.extend((bytes.len() as u64).to_le_bytes());
        pack.extend(checksum(bytes).to_le_bytes());
        pack.extend(PLAIN.to_le_bytes());
    }
    pack.extend(checksum(&pack).to_le_bytes());
    for (_, bytes) in sections {
        pack.extend(*bytes);
    }
    pack
}
