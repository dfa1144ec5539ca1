//! What would misread characters mean, read with another table? Values: misreads and decodings.

use super::pair;
use super::table::{RULES, TABLES, WINDOWS_1252, WINDOWS_1254};
use super::wording::class;
use super::wording::class::Script;

/// The index after all tables: C1 control characters that are printable in windows-1252.
pub const LATIN_1: usize = TABLES + pair::ALL.len();

/// The fewest points of a decoding that is accepted.
pub const SURE: i32 = 4;

/// A misread character, or several that cannot be separated.
pub struct Misread {
    pub start: usize,
    pub end: usize,
    pub says: Says,
}

/// The meaning of a misread.
pub enum Says {
    Char(char),
    Text(String),
    /// A character that lost a byte, and the confidence.
    Guess(char, f64),
    /// Some text, and the first two bytes of a character after it whose rest is lost.
    Cut([u8; 2], String),
}

impl Says {
    /// The meaning as one character.
    pub fn char(&self) -> char {
        match self {
            Self::Char(c) | Self::Guess(c, _) => *c,
            Self::Text(text) => text.chars().next().unwrap_or(' '),
            Self::Cut(..) => '\u{fffd}',
        }
    }
}

/// Adjacent misreads, read with one table.
pub struct Decoding {
    /// A single-byte table; from [`TABLES`] on, a double-byte one; or [`LATIN_1`].
    pub table: usize,
    /// Its misreads in order; at least one.
    pub misreads: Vec<Misread>,
    /// How certain it is by itself.
    pub points: i32,
}

impl Decoding {
    pub fn start(&self) -> usize {
        self.misreads.first().map_or(0, |misread| misread.start)
    }

    pub fn end(&self) -> usize {
        self.misreads.last().map_or(0, |misread| misread.end)
    }

    /// The rule of its repairs, and of guesses.
    pub fn rules(&self) -> (&'static str, &'static str) {
        match self.table.checked_sub(TABLES) {
            None => RULES[self.table],
            Some(pairs) => pair::ALL
                .get(pairs)
                .map_or(("mojibake-latin-1", "mojibake-latin-1"), |p| p.rules()),
        }
    }

    /// Its meaning, one character for each misread.
    pub fn said(&self) -> impl Iterator<Item = char> + '_ {
        self.misreads.iter().map(|misread| misread.says.char())
    }

    /// The first script of its meaning that is not Latin; `None` if there is none.
    pub fn script(&self) -> Option<Script> {
        let mut scripts = self.said().filter_map(class::script);
        scripts.find(|script| *script != Script::Latin)
    }

    /// The table that proves its own; the Western European and Turkish ones differ in six
    /// characters.
    pub fn family(&self) -> usize {
        match self.table {
            WINDOWS_1254 => WINDOWS_1252,
            table => table,
        }
    }

    /// The number of its characters that are infrequent.
    pub fn seldom(&self) -> usize {
        self.said().filter(|&c| !class::is_common(c)).count()
    }
}
