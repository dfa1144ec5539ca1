//! Does a PDF expand beyond all measure? A guard that measures streams before any is read.

use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};

/// The most bytes to which one stream may expand.
const MOST: usize = 128 << 20;
/// The most bytes to which all large streams together may expand.
const ALL: usize = 1 << 30;
/// The highest ratio that DEFLATE can reach.
const RATIO: usize = 1032;

/// Whether a stream expands beyond a limit. Streams too short to do so are not inflated.
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

/// The number of bytes to which a zlib stream expands, up to any damage; `None` if over `most`.
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
