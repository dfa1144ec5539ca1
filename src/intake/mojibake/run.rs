//! Which bytes were these characters read from, and what do they say as UTF-8?

/// A part of bytes read as UTF-8.
pub(super) enum Piece {
    /// A character, and how many bytes it took.
    Whole(char, usize),
    /// Two bytes of a mark whose third is lost.
    Cut([u8; 2]),
}

impl Piece {
    /// How many bytes it took.
    pub fn len(&self) -> usize {
        match self {
            Self::Whole(_, len) => *len,
            Self::Cut(head) => head.len(),
        }
    }
}

/// Characters that stand together, and the bytes they were read from.
#[derive(Default)]
pub(super) struct Run {
    /// What its characters were read from.
    pub bytes: Vec<u8>,
    /// For each character, where its bytes end, and where it ends in the run's text.
    ends: Vec<(usize, usize)>,
    /// Length of its text in bytes.
    pub length: usize,
    /// What the bytes say; empty until they are read.
    pub pieces: Vec<Piece>,
}

impl Run {
    /// Adds a character that was read from `bytes`.
    pub fn push(&mut self, c: char, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.length += c.len_utf8();
        self.ends.push((self.bytes.len(), self.length));
    }

    /// Where the character that starts at a byte starts in the text; `None` inside a character.
    pub fn offset_of(&self, byte: usize) -> Option<usize> {
        if byte == 0 {
            return Some(0);
        }
        self.ends.iter().find(|end| end.0 == byte).map(|end| end.1)
    }
}

/// Bytes as UTF-8 of what Latin text holds, cut marks included; `None` if they are anything else.
pub(super) fn pieces(bytes: &[u8]) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut rest = bytes;
    let mut proof = false;
    while let Some(&first) = rest.first() {
        let len = if let Some(c) = first_char(rest).filter(|&c| is_western(c)) {
            pieces.push(Piece::Whole(c, c.len_utf8()));
            proof = true;
            c.len_utf8()
        } else if first.is_ascii() {
            pieces.push(Piece::Whole(char::from(first), 1));
            1
        } else if let [head @ 0xe2, second @ (0x80 | 0x82 | 0x84), ..] = rest {
            pieces.push(Piece::Cut([*head, *second]));
            proof = true;
            2
        } else {
            return None;
        };
        rest = &rest[len..];
    }
    proof.then_some(pieces)
}

/// The multi-byte character that `bytes` start with.
pub(super) fn first_char(bytes: &[u8]) -> Option<char> {
    let len = match bytes.first()? {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    std::str::from_utf8(bytes.get(..len)?).ok()?.chars().next()
}

/// Letters and signs of text in Latin script.
fn is_western(c: char) -> bool {
    matches!(u32::from(c), 0xa0..=0x24f | 0x1e00..=0x1eff | 0x2010..=0x2044 | 0x20a0..=0x20bf | 0x2100..=0x2193 | 0x2200..=0x22ff | 0x25a0..=0x25ff)
}
