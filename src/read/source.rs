//! What is known of every file? Its characters, and where an article was read from.

use std::borrow::Cow;

use super::encoding::decode;
use crate::document::{Encoding, Format, Source};

/// The text of bytes, and how they became it; most files are UTF-8 and are not copied.
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

/// Where an article was read from.
pub fn source(name: &str, format: Format, encoding: Option<Encoding>) -> Source {
    Source {
        file: Some(name.to_owned()),
        format,
        encoding,
        ..Source::default()
    }
}
