//! Where might a text be misread? A scanner that skips ordinary text quickly.
//!
//! ASCII is skipped in blocks. With a single-byte table, a misread character shows in two adjacent
//! characters, a possible lead and a possible tail; with a double-byte table, in the first
//! character of a run. What passes these tests is decoded.

use super::decoding::{Decoding, LATIN_1, Misread, Says};
use super::double::is_wide;
use super::table::{MACINTOSH, Roles, TABLES, Tables, WINDOWS_1252, WINDOWS_1254, tables};
use super::wording::neighbor::oddness;
use super::{double, pair, single};
use crate::order;
use crate::text::from_windows_1252;

/// The possible decodings of a text.
#[derive(Default)]
pub struct Decodings {
    /// Sorted by start.
    pub decodings: Vec<Decoding>,
    /// The offsets at which East Asian text starts that no table explains.
    pub real: Vec<usize>,
}

/// The number of ASCII bytes that are skipped at once.
const BLOCK: usize = 64;

/// All decodings of a text, whatever their points.
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
    /// For each table, the offset up to which it was decoded.
    done: [usize; TABLES],
    wide_done: usize,
    /// The indices of decodings of control characters, and the Macintosh letter for each.
    controls: Vec<(usize, Option<char>)>,
    /// Whether one of them can only be a Macintosh letter.
    macintosh: bool,
    found: Decodings,
}

impl Scan<'_> {
    /// Scans the stretch of non-ASCII characters that starts at `start`; returns its end.
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
                // A run that was too long for one decoding continues.
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

    /// Decodes from the character before `at` with the tables in `two`, and from the one before
    /// that with the tables in `more`.
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

    /// Examines the end of the stretch from `start` to `end`, where the ASCII character `c` may
    /// stand for a lost byte.
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
            // A no-break space may also have become a line break inside a paragraph.
            ' ' | '\n' if end < self.text.len() => {
                self.blank(start + last_at, self.tables.roles(last).blank())
            }
            '?' if matches!(last, 'Ã' | 'Â' | 'â') => {
                self.single(start + last_at, 1 << WINDOWS_1252);
            }
            _ => {}
        }
    }

    /// Decodes with each of the tables in a bit set.
    fn single(&mut self, at: usize, mut tables: u16) {
        // The Western European and Turkish tables differ in six characters.
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

    /// Decodes a lead before a space that may have replaced the byte after it.
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

    /// Decodes a control character for which windows-1252 has a printable one, or Macintosh a
    /// letter.
    fn control(&mut self, at: usize, c: char) {
        let end = at + c.len_utf8();
        let meant = from_windows_1252(c as u8);
        let lower = |c: Option<char>| c.is_some_and(|c| c.is_ascii_lowercase());
        let before = self.text[..at].chars().next_back();
        let within = lower(before) && lower(self.text[end..].chars().next());
        let letter = self.tables.char(c as u8, MACINTOSH);
        let letter = letter.filter(|c| c.is_alphabetic());
        // No word contains a dagger, and none a capital in the middle.
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

    /// Decodes all control characters as Macintosh letters, if one of them can be nothing else.
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
