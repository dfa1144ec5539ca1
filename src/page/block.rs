//! How are bytes stored in markup? Data blocks, gzipped and then in base64, which are neither
//! parsed as markup nor run.

use std::io::Write;

use base64::{Engine, engine::general_purpose::STANDARD};
use flate2::{Compression, write::GzEncoder};

use super::part::ReaderParts;

/// The three blocks of the reader of files.
pub fn reader_blocks(reader: &ReaderParts) -> String {
    [
        data_block("worker", reader.worker.as_bytes()),
        data_block("reader-glue", reader.glue.as_bytes()),
        data_block("reader-module", reader.module),
    ]
    .concat()
}

/// The block with an id and some bytes.
pub fn data_block(id: &str, bytes: &[u8]) -> String {
    format!(
        "<script type=\"application/octet-stream\" id=\"{id}\">{}</script>",
        packed(bytes)
    )
}

/// Gzipped unless they already are, then in base64.
fn packed(bytes: &[u8]) -> String {
    if bytes.starts_with(&[0x1f, 0x8b]) {
        return STANDARD.encode(bytes);
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing to memory cannot fail.
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    STANDARD.encode(written.unwrap_or_default())
}
