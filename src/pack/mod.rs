//! How is something saved as bytes? A container format: a header, a directory of named sections
//! with their lengths and checksums, and then the sections.
//!
//! This room knows bytes only. The rooms of a corpus, a collection and an index say what their
//! sections contain. All numbers are little-endian and have 32 bits unless another size is given:
//!
//! ```text
//! magic “CXPK” │ version │ kind │ number of sections
//! for each section: name (16 bytes, ASCII, padded with zeros) │ length (64 bits) │ CRC-32 │ encoding
//! CRC-32 of everything before it
//! the bytes of the first section │ of the second │ …
//! ```
//!
//! Opening a pack reads its header and directory. A section is a slice of the bytes that were opened;
//! its checksum is checked when it is read, so a section that is not needed costs nothing. Sections
//! follow each other without gaps, and the last one ends where the bytes end. So sections cannot
//! overlap, and truncated bytes are detected at once.
//!
//! Readers ignore sections that they do not know, so a new section needs no new version. The version
//! changes when older builds would misread the content. The encoding says how a section is stored,
//! as its writer chose; the only one so far is 0, uncompressed.

mod checksum;
mod kind;
mod layout;
mod number;
mod reader;
mod writer;

pub use checksum::checksum;
pub use kind::Kind;
pub use layout::MAGIC;
pub use number::Numbers;
pub use reader::Pack;
pub use writer::write;
