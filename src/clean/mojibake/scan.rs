//! Where might a text be misread? One pass over it that steps past ordinary text in little time.
//!
//! ASCII is skipped in blocks. A misread character of a table of one byte shows in two characters
//! side by side, of which one could lead and one could follow; of a table of two bytes, in the first
//! character of a run. Whatever passes these tests is read.

use super::decoding::{Decoding, LATIN_1, Misread, Says};
use super::double::is_wide;
use super::neighbor::oddness;
use super::table::{MACINTOSH, Roles, TABLES, Tables, WINDOWS_1252, WINDOWS_1254, tables};
use super::{double, pair, single};
use crate::order;
use crate::text::from_windows_1252;

/// What a text may have been misread from.
#[derive(Default)]
pub struct Decodings {
    /// In the order of their starts.
    pub decodings: Vec<Decoding>,
    /// Where East Asian text starts that no table explains.
    pub real: Vec<usize>,
}

/// How many bytes of ASCII are skipped at once.
const BLOCK: usize = 64;

/// All decodings of a text, trustworthy or not.
pub fn found(text: &str) -> Decodings {
    let mut scan = Scan {
        text,
        tables: tables(),
        done: [0; TABLES],
        wide_done: 0,
        controls: Vec::new(),
        macintosh: false,
        found: Decodings::default(),
    };
    let mut at = 0;
    while let Some(high) = next_high(text.as_bytes(), at) {
        at = scan.stretch(high);
    }
    scan.settle_controls();
    order::sort_by_key(&mut scan.found.decodings, |r| r.misreads[0].start);
    scan.found
}

/// The first byte from `at` on that is not ASCII.
#[inline]
fn next_high(bytes: &[u8], mut at: usize) -> Option<usize> {
    while let Some(block) = bytes.get(at..at + BLOCK) {
        if !block.is_ascii() {
            break;
        }
        at += BLOCK;
    }
    let found = bytes.get(at..)?.iter().position(|byte| !byte.is_ascii())?;
    Some(at + found)
}

struct Scan<'a> {
    text: &'a str,
    tables: &'static Tables,
    /// For each table, how far it has been read.
    done: [usize; TABLES],
    wide_done: usize,
    /// The decodings of control characters, and the letter that the Macintosh has for each.
    controls: Vec<(usize, Option<char>)>,
    /// Whether one of them can only be such a letter.
    macintosh: bool,
    found: Decodings,
}

impl Scan<'_> {
    /// Looks through the stretch of characters beyond ASCII that starts at `start`; returns its end.
    fn stretch(&mut self, start: usize) -> usize {
        let (mut last, mut last_but_one) = (Roles::default(), Roles::default());
        let mut was_wide = false;
        for (offset, c) in self.text[start..].char_indices() {
            let at = start + offset;
            if c.is_ascii() {
                if last_but_one.more() & last.tail() & 1 != 0 || last.blank() != 0 {
                    self.stop(start, at, c);
                }
                return at;
            }
            let roles = self.tables.roles(c);
            if roles.is_none() {
                if c == '\u{fffd}' {
                    let two = last.two() | last.more();
                    self.pair(at, two, last_but_one.more() & last.tail());
                }
                let wide = is_wide(c);
                // A run that was too long to be read at once goes on.
                if wide && (!was_wide || at == self.wide_done) {
                    self.double(at, c);
                }
                was_wide = wide;
            } else {
                let two = last.two() & roles.tail();
                let more = last_but_one.more() & last.tail() & roles.tail();
                if two | more != 0 {
                    self.pair(at, two, more);
                }
                if c <= '\u{9f}' {
                    self.control(at, c);
                }
                was_wide = false;
            }
            (last_but_one, last) = (last, roles);
        }
        self.stop(start, self.text.len(), '\n');
        self.text.len()
    }

    /// Reads what the character before `at` leads in some tables, and the one before that in others.
    fn pair(&mut self, at: usize, two: u16, more: u16) {
        let mut back = self.text[..at].char_indices().rev();
        let (last, last_but_one) = (back.next(), back.next());
        if let Some((at, _)) = last_but_one {
            self.single(at, more);
        }
        if let Some((at, _)) = last {
            self.single(at, two);
        }
    }

    /// Looks at the end of the stretch from `start` to `end`, before `c`, for what a character of
    /// ASCII may stand for.
    fn stop(&mut self, start: usize, end: usize, c: char) {
        let mut back = self.text[start..end].char_indices().rev();
        let Some((last_at, last)) = back.next() else {
            return;
        };
        match (back.next(), c) {
            (Some((at, 'â')), _) if last == '€' => self.single(start + at, 1 << WINDOWS_1252),
            (Some((at, 'à')), ' ') => self.single(start + at, 1 << WINDOWS_1252),
            _ => {}
        }
        match c {
            // The end of a line inside a paragraph becomes a blank.
            ' ' | '\n' if end < self.text.len() => {
                self.blank(start + last_at, self.tables.roles(last).blank())
            }
            '?' if matches!(last, 'Ã' | 'Â' | 'â') => {
                self.single(start + last_at, 1 << WINDOWS_1252);
            }
            _ => {}
        }
    }

    /// Reads with each of the tables in a set of bits.
    fn single(&mut self, at: usize, mut tables: u16) {
        // The tables of Western Europe and Turkey differ in six characters.
        if tables & 1 << WINDOWS_1252 != 0 {
            tables &= !(1 << WINDOWS_1254);
        }
        while tables != 0 {
            let table = tables.trailing_zeros() as usize;
            tables &= tables - 1;
            if self.done[table] > at {
                continue;
            }
            if let Some(decoding) = single::decoding(self.tables, self.text, at, table) {
                self.done[table] = decoding.end();
                self.found.decodings.push(decoding);
            }
        }
    }

    /// Reads a lead before a blank that may have swallowed what followed.
    fn blank(&mut self, at: usize, tables: u16) {
        if tables == 0 {
            return;
        }
        for table in (0..TABLES).filter(|table| tables >> table & 1 == 1) {
            if self.done[table] > at {
                continue;
            }
            let whole = single::decoding(self.tables, self.text, at, table);
            self.done[table] = whole.as_ref().map_or(at, Decoding::end);
            let decoding = whole.or_else(|| single::blank(self.tables, self.text, at, table));
            self.found.decodings.extend(decoding);
        }
    }

    fn double(&mut self, at: usize, c: char) {
        if self.wide_done > at {
            return;
        }
        let before = self.found.decodings.len();
        for &table in pair::tables_of(c) {
            if double::starts(table, c) && double::may_read(self.text, at, table) {
                let decoding = double::decoding(self.text, at, table);
                self.found.decodings.extend(decoding);
            }
        }
        let ends = self.found.decodings[before..].iter().map(Decoding::end);
        match ends.max() {
            Some(end) => self.wide_done = end,
            None => self.found.real.push(at),
        }
    }

    /// A control character that windows-1252 has a mark or letter for, or the Macintosh a letter.
    fn control(&mut self, at: usize, c: char) {
        let end = at + c.len_utf8();
        let meant = from_windows_1252(c as u8);
        let lower = |c: Option<char>| c.is_some_and(|c| c.is_ascii_lowercase());
        let before = self.text[..at].chars().next_back();
        let within = lower(before) && lower(self.text[end..].chars().next());
        let letter = self.tables.char(c as u8, MACINTOSH);
        let letter = letter.filter(|c| c.is_alphabetic());
        // No word holds a dagger, and none a capital in its midst.
        let lowercase = letter.is_some_and(char::is_lowercase);
        self.macintosh |= within && lowercase && oddness('a', meant) > 0;
        if meant != c {
            self.controls.push((self.found.decodings.len(), letter));
            let misread = Misread {
                start: at,
                end,
                says: Says::Char(meant),
            };
            self.found.decodings.push(Decoding {
                table: LATIN_1,
                misreads: vec![misread],
                points: 4,
            });
        }
    }

    /// Reads all control characters as the Macintosh does, if one must be read so.
    fn settle_controls(&mut self) {
        if !self.macintosh {
            return;
        }
        for &(at, letter) in &self.controls {
            if let Some(letter) = letter {
                self.found.decodings[at].misreads[0].says = Says::Char(letter);
            }
        }
    }
}
