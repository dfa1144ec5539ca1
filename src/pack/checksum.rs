//! Have bytes changed? A function from bytes to a checksum, the CRC-32 of gzip and ZIP.

use std::sync::LazyLock;

use crc::{CRC_32_ISO_HDLC, Crc, Table};

/// The tables are computed on first use, so that no engine carries them.
static CRC: LazyLock<Crc<u32, Table<16>>> =
    LazyLock::new(|| Crc::<u32, Table<16>>::new(&CRC_32_ISO_HDLC));

/// The CRC-32 of some bytes; 0 for none.
pub fn checksum(bytes: &[u8]) -> u32 {
    CRC.checksum(bytes)
}
