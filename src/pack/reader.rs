//! What does a pack contain? A reader that returns sections as slices of the bytes it opened.

use super::checksum::checksum;
use super::kind::Kind;
use super::layout::{ENTRY, MAGIC, NAME, PLAIN, VERSIONS, padded};
use super::number::Numbers;
use crate::error::ReadError;

/// An opened pack, which borrows its bytes.
#[derive(Debug)]
pub struct Pack<'a> {
    kind: Kind,
    sections: Vec<Section<'a>>,
}

/// An entry of the directory with the bytes of its section.
#[derive(Debug)]
struct Section<'a> {
    name: &'a [u8],
    checksum: u32,
    encoding: u32,
    bytes: &'a [u8],
}

impl<'a> Pack<'a> {
    /// Opens a pack of the given kind. Reads the header and the directory only.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Pack`] if the bytes are not a pack, have another version or
    /// kind, are truncated, or do not have the lengths of the directory.
    pub fn open(bytes: &'a [u8], kind: Kind) -> Result<Self, ReadError> {
        if !bytes.starts_with(MAGIC) {
            return kind.refuse("bytes that do not start with “CXPK”");
        }
        let mut rest = Numbers(&bytes[MAGIC.len()..]);
        let (Some(version), Some(number), Some(count)) =
            (rest.number(), rest.number(), rest.number())
        else {
            return kind.refuse("bytes that end inside the header");
        };
        if !VERSIONS.contains(&version) {
            return kind.refuse(format_args!(
                "format {version}, but this version reads formats up to {}",
                VERSIONS.end()
            ));
        }
        let directory = (count as usize)
            .checked_mul(ENTRY)
            .and_then(|size| rest.take(size));
        let covered = bytes.len() - rest.0.len();
        let (Some(directory), Some(sum)) = (directory, rest.number()) else {
            return kind.refuse("bytes that end inside the directory");
        };
        if checksum(&bytes[..covered]) != sum {
            return kind.refuse("damaged bytes: the checksum of the directory differs");
        }
        match Kind::numbered(number) {
            Some(found) if found == kind => {}
            Some(found) => {
                return kind.refuse(format_args!("a saved {}", found.noun()));
            }
            None => return kind.refuse(format_args!("a pack of the unknown kind {number}")),
        }
        match sections(Numbers(directory), rest) {
            Some(sections) => Ok(Self { kind, sections }),
            None => kind.refuse("bytes that are longer or shorter than the directory says"),
        }
    }

    /// The content of a section; `None` if the pack has none with this name.
    ///
    /// # Errors
    /// [`crate::error::ReadErrorKind::Pack`] if the checksum differs, or the encoding is unknown.
    pub fn section(&self, name: &str) -> Result<Option<&'a [u8]>, ReadError> {
        let padded = padded(name);
        let Some(section) = self.sections.iter().find(|s| s.name == padded) else {
            return Ok(None);
        };
        if section.encoding != PLAIN {
            let encoding = section.encoding;
            return self.kind.refuse(format_args!(
                "section “{name}” in encoding {encoding}, which this version does not read"
            ));
        }
        if checksum(section.bytes) != section.checksum {
            return self.kind.refuse(format_args!(
                "damaged bytes: the checksum of “{name}” differs"
            ));
        }
        Ok(Some(section.bytes))
    }

    /// The content of a section that every pack of this kind has.
    ///
    /// # Errors
    /// As for [`Pack::section`], and if the section is missing.
    pub fn required(&self, name: &str) -> Result<&'a [u8], ReadError> {
        match self.section(name)? {
            Some(bytes) => Ok(bytes),
            None => self.kind.refuse(format_args!("no section “{name}”")),
        }
    }
}

/// The sections of a directory; `None` if the bytes after it do not have just their lengths.
fn sections<'a>(mut directory: Numbers<'a>, mut rest: Numbers<'a>) -> Option<Vec<Section<'a>>> {
    let mut sections = Vec::new();
    while let Some(name) = directory.take(NAME) {
        let length = directory.length()?;
        sections.push(Section {
            name,
            checksum: directory.number()?,
            encoding: directory.number()?,
            bytes: rest.take(length)?,
        });
    }
    rest.0.is_empty().then_some(sections)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::write;

    const SECTIONS: [(&str, &[u8]); 3] = [("one", b"first"), ("none", b""), ("two", b"second")];

    fn pack() -> Vec<u8> {
        write(Kind::Index, &SECTIONS)
    }

    /// The pack with changed bytes in its header or directory, whose checksum fits again.
    fn changed(at: usize, bytes: &[u8]) -> Vec<u8> {
        let mut pack = pack();
        pack[at..at + bytes.len()].copy_from_slice(bytes);
        let end = 16 + SECTIONS.len() * ENTRY;
        let sum = checksum(&pack[..end]);
        pack[end..end + 4].copy_from_slice(&sum.to_le_bytes());
        pack
    }

    fn refusal(bytes: &[u8]) -> String {
        Pack::open(bytes, Kind::Index).unwrap_err().to_string()
    }

    #[test]
    fn sections_are_slices_of_the_bytes() {
        let bytes = pack();
        let pack = Pack::open(&bytes, Kind::Index).unwrap();
        for (name, held) in SECTIONS {
            assert_eq!(pack.required(name).unwrap(), held);
        }
        let second = pack.section("two").unwrap().unwrap();
        assert_eq!(second.as_ptr_range().end, bytes.as_ptr_range().end);
        assert_eq!(pack.section("three").unwrap(), None);
        let missing = pack.required("three").unwrap_err().to_string();
        assert!(missing.ends_with("found no section “three”"), "{missing}");
    }

    #[test]
    fn what_does_not_fit_is_said() {
        for (bytes, said) in [
            (b"CXP".to_vec(), "bytes that do not start with “CXPK”"),
            (pack()[..15].to_vec(), "bytes that end inside the header"),
            (pack()[..99].to_vec(), "bytes that end inside the directory"),
            (
                changed(4, &[9]),
                "format 9, but this version reads formats up to 4",
            ),
            (changed(8, &[1]), "found a saved corpus"),
            (changed(8, &[7]), "a pack of the unknown kind 7"),
            (changed(12, &[2]), "checksum of the directory"),
            (changed(15, &[0xff]), "bytes that end inside the directory"),
            (changed(32, &[4]), "longer or shorter"),
            (changed(39, &[0xff]), "longer or shorter"),
            ([pack(), vec![0]].concat(), "longer or shorter"),
        ] {
            assert!(refusal(&bytes).contains(said), "{}", refusal(&bytes));
        }
    }

    #[test]
    fn only_what_is_asked_for_is_checked_and_understood() {
        let packed = changed(44, &[1]);
        let pack = Pack::open(&packed, Kind::Index).unwrap();
        assert_eq!(pack.required("two").unwrap(), b"second");
        let refused = pack.section("one").unwrap_err().to_string();
        assert!(refused.contains("“one” in encoding 1"), "{refused}");
        let mut damaged = self::pack();
        *damaged.last_mut().unwrap() ^= 1;
        let pack = Pack::open(&damaged, Kind::Index).unwrap();
        assert_eq!(pack.required("one").unwrap(), b"first");
        assert!(pack.section("two").is_err());
    }

    #[test]
    fn every_cut_and_every_flipped_byte_is_refused() {
        let whole = pack();
        let read = |bytes: &[u8]| {
            let pack = Pack::open(bytes, Kind::Index)?;
            let names = SECTIONS.iter();
            names
                .map(|(name, _)| pack.required(name))
                .collect::<Result<Vec<_>, _>>()
                .map(drop)
        };
        assert!(read(&whole).is_ok());
        for n in 0..whole.len() {
            assert!(read(&whole[..n]).is_err(), "cut at {n}");
            let mut damaged = whole.clone();
            damaged[n] ^= 0x55;
            assert!(read(&damaged).is_err(), "flipped at {n}");
        }
    }
}
