//! What does a ZIP archive contain? A reader of its entries, each inflated only up to a limit.
//!
//! Sizes in headers are claims. A size over the limit is refused, one below it is checked.

use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};
use rawzip::{CompressionMethod, ZipArchive, ZipFileHeaderRecord, ZipSliceArchive};

/// How many times its size an entry may expand. DEFLATE reaches 1032 times, text about 10 times.
const RATIO: usize = 250;
/// The size in bytes below which no ratio is suspicious.
const SMALL: usize = 1 << 20;

/// Why an entry was not unpacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It expands beyond the rest of the limit.
    Limit,
    /// It expands more than text does.
    Bomb,
    /// It shares packed bytes with another entry.
    Overlap,
    /// Its path is not below the archive; the reason is given.
    Path(&'static str),
    /// Its name or its bytes are encrypted.
    Encrypted,
    /// It is packed by another method than DEFLATE.
    Method,
    /// Its bytes are damaged or missing.
    Damaged,
}

impl Refusal {
    /// The reason in words, as the predicate of a sentence.
    pub fn message(self) -> &'static str {
        match self {
            Self::Limit => "expands beyond the limit of its archive",
            Self::Bomb => "expands more than 250-fold, which no text does",
            Self::Overlap => "shares its bytes with another entry",
            Self::Path(reason) => reason,
            Self::Encrypted => "is encrypted; unpack it with its password and add that",
            Self::Method => {
                "uses a compression method that is not supported; pack it again with DEFLATE"
            }
            Self::Damaged => "is damaged",
        }
    }
}

/// An archive in memory.
pub struct Package<'a>(ZipSliceArchive<&'a [u8]>);

impl<'a> Package<'a> {
    /// The archive in bytes; `None` if they are no archive.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        ZipArchive::from_slice(bytes).ok().map(Self)
    }

    /// The headers of the entries in directory order, up to the first damaged one.
    pub fn entries(&self) -> impl Iterator<Item = ZipFileHeaderRecord<'_>> {
        self.0.entries().map_while(Result::ok)
    }

    /// The number of entries that the directory claims.
    pub fn claimed(&self) -> u64 {
        self.0.entries_hint()
    }

    /// The start and end of an entry's packed bytes; `None` if it is damaged.
    pub fn range(&self, entry: &ZipFileHeaderRecord) -> Option<(u64, u64)> {
        let entry = self.0.get_entry(entry.wayfinder()).ok()?;
        Some(entry.compressed_data_range())
    }

    /// The bytes of an entry, if there are at most `limit`.
    pub fn bytes(&self, entry: &ZipFileHeaderRecord, limit: u64) -> Result<Vec<u8>, Refusal> {
        if entry.flags().is_encrypted() {
            return Err(Refusal::Encrypted);
        }
        if entry.uncompressed_size_hint() > limit {
            return Err(Refusal::Limit);
        }
        let method = entry.compression_method();
        let crc = entry.crc32();
        let entry = self
            .0
            .get_entry(entry.wayfinder())
            .map_err(|_| Refusal::Damaged)?;
        let bytes = if method == CompressionMethod::STORE {
            stored(entry.data(), limit)
        } else if method == CompressionMethod::DEFLATE {
            inflated(entry.data(), limit)
        } else {
            Err(Refusal::Method)
        }?;
        match rawzip::crc32(&bytes) == crc {
            true => Ok(bytes),
            false => Err(Refusal::Damaged),
        }
    }

    /// The bytes of the entry called `name`; `None` if there is none.
    pub fn named(&self, name: &str, limit: u64) -> Option<Result<Vec<u8>, Refusal>> {
        let wanted = name.as_bytes();
        let entry = self
            .entries()
            .find(|e| e.file_path().as_bytes() == wanted)?;
        Some(self.bytes(&entry, limit))
    }
}

fn stored(data: &[u8], limit: u64) -> Result<Vec<u8>, Refusal> {
    match data.len() as u64 > limit {
        true => Err(Refusal::Limit),
        false => Ok(data.to_vec()),
    }
}

/// Inflates in pieces; stops at the limit or at a suspicious ratio.
fn inflated(mut data: &[u8], limit: u64) -> Result<Vec<u8>, Refusal> {
    let packed = data.len();
    let mut state = InflateState::new_boxed(DataFormat::Raw);
    let mut piece = vec![0; 64 * 1024];
    let mut bytes = Vec::new();
    loop {
        let result = inflate(&mut state, data, &mut piece, MZFlush::None);
        data = &data[result.bytes_consumed..];
        bytes.extend_from_slice(&piece[..result.bytes_written]);
        if bytes.len() as u64 > limit {
            return Err(Refusal::Limit);
        }
        if bytes.len() > SMALL && bytes.len() / RATIO > packed - data.len() {
            return Err(Refusal::Bomb);
        }
        match result.status {
            Ok(MZStatus::StreamEnd) => return Ok(bytes),
            Ok(_) if result.bytes_written > 0 || result.bytes_consumed > 0 => {}
            _ => return Err(Refusal::Damaged),
        }
    }
}
