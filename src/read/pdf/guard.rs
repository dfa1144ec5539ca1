//! Does a PDF expand beyond all measure? Its streams are counted before any of them is read.

use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};

/// The most bytes that one stream may expand to.
const MOST: usize = 128 << 20;
/// The most bytes that all its large streams may expand to.
const ALL: usize = 1 << 30;
/// DEFLATE makes no more than this of one byte.
const RATIO: usize = 1032;

/// Whether a stream of a file expands beyond the limit; counted only where its length allows it to.
pub fn is_bomb(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    let mut left = ALL;
    while let Some(at) = find(rest, b"stream") {
        let data = &rest[at + b"stream".len()..];
        let end = find(data, b"endstream").unwrap_or(data.len());
        if end > MOST / RATIO {
            let data = data.trim_ascii_start();
            let zlib = data.first().is_some_and(|b| b & 0x0f == 8);
            let counted = if zlib {
                expanded(data, MOST.min(left))
            } else {
                Some(0)
            };
            match counted {
                Some(count) => left -= count,
                None => return true,
            }
        }
        let behind = end.saturating_add(b"endstream".len());
        rest = data.get(behind..).unwrap_or_default();
    }
    false
}

/// How many bytes a zlib stream expands to, up to where it breaks off; `None` for more than `most`.
pub fn expanded(mut data: &[u8], most: usize) -> Option<usize> {
    let mut state = InflateState::new_boxed(DataFormat::Zlib);
    let mut piece = vec![0; 64 * 1024];
    let mut count = 0;
    loop {
        let result = inflate(&mut state, data, &mut piece, MZFlush::None);
        data = &data[result.bytes_consumed..];
        count += result.bytes_written;
        if count > most {
            return None;
        }
        let moved = result.bytes_written > 0 || result.bytes_consumed > 0;
        match result.status {
            Ok(MZStatus::Ok) if moved => {}
            _ => return Some(count),
        }
    }
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    let mut at = 0;
    while let Some(next) = bytes.get(at..)?.iter().position(|b| *b == part[0]) {
        at += next;
        if bytes[at..].starts_with(part) {
            return Some(at);
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bombs() {
        let zeros = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; MOST + 1], 1);
        let mut file = b"%PDF-1.4 <<>>\nstream\n".to_vec();
        file.extend(&zeros);
        file.extend(b"\nendstream");
        assert!(is_bomb(&file));
        assert!(!is_bomb(b"%PDF-1.4 stream x endstream stream"));
        assert!(!is_bomb(b"s"));
    }
}
