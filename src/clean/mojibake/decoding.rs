//! What would misread characters say, read with another table? Values.

use super::class::Script;
use super::table::{RULES, TABLES, WINDOWS_1252, WINDOWS_1254};
use super::{class, pair};

/// The place after all tables: control characters that windows-1252 has printable ones for.
pub const LATIN_1: usize = TABLES + pair::ALL.len();

/// The points from which a decoding is believed.
pub const SURE: i32 = 4;

/// A misread character, or some that cannot be told apart.
pub struct Misread {
    pub start: usize,
    pub end: usize,
    pub says: Says,
}

/// What was meant by a misread.
pub enum Says {
    Char(char),
    Text(String),
    /// A character that lost a byte, and how sure it is.
    Guess(char, f64),
    /// The first two bytes of a character, of which the rest is lost, after some text.
    Cut([u8; 2], String),
}

impl Says {
    /// What is said, as one character.
    pub fn char(&self) -> char {
        match self {
            Self::Char(c) | Self::Guess(c, _) => *c,
            Self::Text(text) => text.chars().next().unwrap_or(' '),
            Self::Cut(..) => '\u{fffd}',
        }
    }
}

/// Units that touch, read with one table.
pub struct Decoding {
    /// A table of one byte, from [`TABLES`] on one of two, or [`LATIN_1`].
    pub table: usize,
    /// At least one.
    pub misreads: Vec<Misread>,
    /// How sure it is by itself.
    pub points: i32,
}

impl Decoding {
    pub fn start(&self) -> usize {
        self.misreads.first().map_or(0, |misread| misread.start)
    }

    pub fn end(&self) -> usize {
        self.misreads.last().map_or(0, |misread| misread.end)
    }

    /// The rule of its repairs, and of those that had to guess.
    pub fn rules(&self) -> (&'static str, &'static str) {
        match self.table.checked_sub(TABLES) {
            None => RULES[self.table],
            Some(pairs) => pair::ALL
                .get(pairs)
                .map_or(("mojibake-latin-1", "mojibake-latin-1"), |p| p.rules()),
        }
    }

    /// What it says.
    pub fn said(&self) -> impl Iterator<Item = char> + '_ {
        self.misreads.iter().map(|misread| misread.says.char())
    }

    /// The script of what it says, if that is not Latin.
    pub fn script(&self) -> Option<Script> {
        let mut scripts = self.said().filter_map(class::script);
        scripts.find(|script| *script != Script::Latin)
    }

    /// The table that its own is proven with: those of Western Europe and Turkey differ in six
    /// characters.
    pub fn family(&self) -> usize {
        match self.table {
            WINDOWS_1254 => WINDOWS_1252,
            table => table,
        }
    }

    /// How many of its characters are seldom met.
    pub fn seldom(&self) -> usize {
        self.said().filter(|&c| !class::is_common(c)).count()
    }
}
