//! Have bytes changed? A checksum: the CRC-32 of IEEE 802.3, four bytes at a time (Kounavis & Berry, "Novel
//! Table Lookup-Based Algorithms for High-Performance CRC Generation", 2008).

use std::sync::LazyLock;

/// For each byte what it does to the sum, when none, one, two or three bytes follow it.
static TABLES: LazyLock<[[u32; 256]; 4]> = LazyLock::new(|| {
    let mut tables = [[0; 256]; 4];
    let mut byte = 0;
    while byte < 256 {
        let mut sum = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            sum = (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg());
            bit += 1;
        }
        tables[0][byte] = sum;
        byte += 1;
    }
    let mut byte = 0;
    while byte < 256 {
        let mut after = 1;
        while after < 4 {
            let sum: u32 = tables[after - 1][byte];
            tables[after][byte] = (sum >> 8) ^ tables[0][sum as usize & 255];
            after += 1;
        }
        byte += 1;
    }
    tables
});

/// The CRC-32 of some bytes; 0 of none.
pub fn crc32(bytes: &[u8]) -> u32 {
    let tables = &*TABLES;
    let (fours, rest) = bytes.as_chunks::<4>();
    let mut sum = !0u32;
    for four in fours {
        let [a, b, c, d] = (sum ^ u32::from_le_bytes(*four)).to_le_bytes();
        sum = tables[3][usize::from(a)]
            ^ tables[2][usize::from(b)]
            ^ tables[1][usize::from(c)]
            ^ tables[0][usize::from(d)];
    }
    for byte in rest {
        sum = (sum >> 8) ^ tables[0][usize::from(sum as u8 ^ byte)];
    }
    !sum
}

#[cfg(test)]
mod tests {
    use super::crc32;

    #[test]
    fn known_sums() {
        for (text, sum) in [
            ("", 0),
            ("a", 0xe8b7_be43),
            ("123456789", 0xcbf4_3926),
            ("The quick brown fox jumps over the lazy dog", 0x414f_a339),
        ] {
            assert_eq!(crc32(text.as_bytes()), sum, "{text:?}");
        }
    }
}
