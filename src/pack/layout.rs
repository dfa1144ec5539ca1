//! What are the sizes and marks of the format? The constants that reader and writer share.

use std::ops::RangeInclusive;

/// The first bytes of every pack.
pub const MAGIC: &[u8; 4] = b"CXPK";
/// The versions that this build reads. Versions 1 and 2 were formats of a corpus without sections.
pub const VERSIONS: RangeInclusive<u32> = 3..=4;
/// The size of a name in the directory, in bytes.
pub const NAME: usize = 16;
/// The size of a section's entry in the directory, in bytes.
pub const ENTRY: usize = NAME + 16;
/// The encoding of a section that is stored uncompressed.
pub const PLAIN: u32 = 0;

/// A name in the form of the directory; a longer name is truncated.
pub fn padded(name: &str) -> [u8; NAME] {
    let mut padded = [0; NAME];
    padded
        .iter_mut()
        .zip(name.bytes())
        .for_each(|(to, from)| *to = from);
    padded
}
