//! Which files does a ZIP archive contain? A reader of its entries as files below the archive.
//!
//! Names in an archive are foreign input too: a path that leads out of its folder is refused,
//! although nothing is ever written. Folders and files left by operating systems are skipped
//! silently, unless there is nothing else.

use std::collections::BTreeMap;

use rawzip::ZipFileHeaderRecord;

use crate::document::Format;
use crate::error::{ReadError, ReadErrorKind};
use crate::read::budget::Budget;
use crate::read::input::name::slashed;
use crate::read::package::{Package, Refusal};
use crate::read::reader::Reader;
use crate::read::sniff;

/// The characters of code page 437 from 0x80, in which names without the UTF-8 flag are encoded.
const CP437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// Reads the entries of an archive called `name`.
pub fn read(
    reader: &mut Reader,
    name: &str,
    bytes: &[u8],
    budget: &mut Budget,
) -> Result<(), ReadError> {
    if budget.depth == 0 {
        let message = "is an archive inside an archive; unpack it and add its files";
        return Err(ReadError::new(ReadErrorKind::Limit, name, message));
    }
    let Some(package) = Package::open(bytes) else {
        let message = "is not a ZIP archive, or is damaged";
        return Err(ReadError::new(ReadErrorKind::Format, name, message));
    };
    if package.claimed() > budget.entries as u64 {
        return Err(too_many(name, reader.options.entries));
    }
    budget.depth -= 1;
    let read = entries(reader, name, &package, budget);
    budget.depth += 1;
    read
}

fn entries(
    reader: &mut Reader,
    name: &str,
    package: &Package,
    budget: &mut Budget,
) -> Result<(), ReadError> {
    // The ranges of packed bytes so far, by start: no two entries may overlap.
    let mut seen: BTreeMap<u64, u64> = BTreeMap::new();
    let (mut count, mut held) = (0, false);
    for entry in package.entries() {
        count += 1;
        if budget.entries == 0 {
            return Err(too_many(name, reader.options.entries));
        }
        budget.entries -= 1;
        let path = path(&entry);
        if is_passed_over(&entry, &path) {
            continue;
        }
        held = true;
        let whole = format!("{name}/{}", path.escape_debug());
        match unpacked(package, &entry, &path, &mut seen, budget.expanded) {
            Ok(bytes) => {
                budget.expanded -= bytes.len() as u64;
                nested(reader, &whole, &path, &bytes, budget);
            }
            Err(Refusal::Limit) => {
                let message = format!(
                    "expands to more than {} bytes in total; this entry and those after it were not read",
                    reader.options.expanded
                );
                return Err(ReadError::new(ReadErrorKind::Limit, whole, message));
            }
            Err(refusal) => {
                let kind = match refusal {
                    Refusal::Bomb | Refusal::Overlap => ReadErrorKind::Limit,
                    _ => ReadErrorKind::Format,
                };
                refuse(reader, kind, &whole, refusal.message());
            }
        }
    }
    if (count as u64) < package.claimed() {
        let message = format!("its directory is damaged after {count} entries");
        return Err(ReadError::new(ReadErrorKind::Format, name, message));
    }
    match held {
        true => Ok(()),
        false => {
            let message = "contains no file of a known format";
            Err(ReadError::new(ReadErrorKind::Empty, name, message))
        }
    }
}

/// The bytes of an entry, if its path is below the archive and its packed bytes are not shared.
fn unpacked(
    package: &Package,
    entry: &ZipFileHeaderRecord,
    path: &str,
    seen: &mut BTreeMap<u64, u64>,
    limit: u64,
) -> Result<Vec<u8>, Refusal> {
    if let Some(trick) = trick(path) {
        return Err(Refusal::Path(trick));
    }
    match package.range(entry) {
        Some(range) if !is_apart(seen, range) => Err(Refusal::Overlap),
        _ => package.bytes(entry, limit),
    }
}

/// Reads an entry; a nested archive only if the depth allows it.
fn nested(reader: &mut Reader, whole: &str, path: &str, bytes: &[u8], budget: &mut Budget) {
    if budget.depth > 0 || sniff::format(path, bytes) != Ok(Format::Zip) {
        reader.read(whole, path, bytes, budget);
    } else {
        let message = "is an archive inside an archive; unpack it and add its files";
        refuse(reader, ReadErrorKind::Limit, whole, message);
    }
}

fn refuse(reader: &mut Reader, kind: ReadErrorKind, name: &str, message: &str) {
    reader.refuse(ReadError::new(kind, name, message));
}

fn too_many(name: &str, most: usize) -> ReadError {
    let message = format!("contains more than {most} entries; those after them were not read");
    ReadError::new(ReadErrorKind::Limit, name, message)
}

/// The path of an entry: UTF-8 if flagged so or valid, otherwise code page 437.
fn path(entry: &ZipFileHeaderRecord) -> String {
    let raw = entry.file_path();
    let bytes = raw.as_bytes();
    let name = match std::str::from_utf8(bytes) {
        Ok(path) => path.to_owned(),
        Err(_) if entry.flags().is_utf8() => String::from_utf8_lossy(bytes).into_owned(),
        Err(_) => bytes.iter().map(|&byte| from_cp437(byte)).collect(),
    };
    slashed(&name)
}

fn from_cp437(byte: u8) -> char {
    match byte.checked_sub(0x80) {
        None => char::from(byte),
        Some(upper) => CP437
            .chars()
            .nth(upper.into())
            .unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

/// Whether an entry is a folder, or a file that operating systems and editors leave behind.
fn is_passed_over(entry: &ZipFileHeaderRecord, path: &str) -> bool {
    let mut parts = path.split('/').peekable();
    let mut hidden = false;
    while let Some(part) = parts.next() {
        let dots = part == "." || part == "..";
        hidden |= part == "__MACOSX" || part.starts_with('.') && !dots;
        hidden |= parts.peek().is_none() && ["Thumbs.db", "desktop.ini"].contains(&part);
    }
    entry.is_dir() || path.ends_with('/') || hidden
}

/// Why a path is not below its archive; `None` if it is.
fn trick(path: &str) -> Option<&'static str> {
    let drive = path.as_bytes().get(1) == Some(&b':')
        && path.starts_with(|c: char| c.is_ascii_alphabetic());
    if path.is_empty() {
        Some("has no name")
    } else if path.contains('\0') {
        Some("has a null character in its name")
    } else if path.starts_with('/') || drive {
        Some("has a name that is an absolute path")
    } else if path.split('/').any(|part| part == "..") {
        Some("has a name that leads out of its folder")
    } else {
        None
    }
}

/// Whether a range of bytes overlaps none seen before; adds it to them.
fn is_apart(seen: &mut BTreeMap<u64, u64>, (start, end): (u64, u64)) -> bool {
    let before = seen.range(..end).next_back();
    if start == end {
        return true;
    }
    if before.is_some_and(|(_, before)| *before > start) {
        return false;
    }
    seen.insert(start, end);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tricks() {
        for path in ["", "a/../b", "..", "/a", "C:a", "c:/a", "a\0b"] {
            assert!(trick(path).is_some(), "{path:?}");
        }
        for path in ["a", "a/b.txt", "a..b", "...", "ab:c", "./a"] {
            assert_eq!(trick(path), None, "{path:?}");
        }
    }

    #[test]
    fn the_code_page_has_all_characters() {
        assert_eq!(CP437.chars().count(), 128);
        assert_eq!([0x41, 0x81, 0xe1].map(from_cp437), ['A', 'ü', 'ß']);
    }

    #[test]
    fn ranges() {
        let mut seen = BTreeMap::new();
        let apart = [
            (10, 20),
            (20, 30),
            (0, 10),
            (5, 6),
            (29, 40),
            (7, 7),
            (40, 41),
        ];
        let found = apart.map(|range| is_apart(&mut seen, range));
        assert_eq!(found, [true, true, true, false, false, true, true]);
    }
}
