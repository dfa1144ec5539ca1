//! What do all readers need of a file? Helpers: its characters, and the source of its articles.

use std::borrow::Cow;

use super::encoding::decode;
use crate::document::{Encoding, Format, Source};

/// The text of bytes, and its encoding. Plain UTF-8, which most files are, is not copied.
pub fn characters(bytes: &[u8]) -> (Cow<'_, str>, Option<Encoding>) {
    let marked = bytes.starts_with(b"\xef\xbb\xbf");
    match std::str::from_utf8(bytes) {
        Ok(text) if !marked && !bytes.contains(&0) => (Cow::Borrowed(text), Some(Encoding::utf8())),
        _ => {
            let decoded = decode(bytes);
            (Cow::Owned(decoded.text), Some(decoded.encoding))
        }
    }
}

/// The source of an article: file, format and encoding.
pub fn source(name: &str, format: Format, encoding: Option<Encoding>) -> Source {
    Source {
        file: Some(name.to_owned()),
        format,
        encoding,
        ..Source::default()
    }
}
