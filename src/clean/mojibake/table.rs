//! Which byte was this character read from? The inverse of the single-byte tables.
//!
//! The tables are taken from encoding_rs on first use. Only code page 437, which the Web never
//! used, is written out. A byte that a table leaves undefined maps to the control character with
//! its number, as the WHATWG has it; in windows-1252 all of 0x80 to 0x9F do as well, as in ISO
//! 8859-1.

use std::sync::OnceLock;

use encoding_rs as whatwg;

/// The number of tables.
pub const TABLES: usize = 10;

/// The index of windows-1252, which also covers ISO 8859-1.
pub const WINDOWS_1252: usize = 0;

/// The index of windows-1254.
pub const WINDOWS_1254: usize = 6;

/// The index of the Macintosh table.
pub const MACINTOSH: usize = 3;

/// The index of code page 866.
const IBM866: usize = 9;

/// For each table, the rule of a repair, and the rule of a guess.
pub const RULES: [(&str, &str); TABLES] = [
    ("mojibake-windows-1252", "mojibake-windows-1252-lossy"),
    ("mojibake-windows-1250", "mojibake-windows-1250-lossy"),
    ("mojibake-windows-1251", "mojibake-windows-1251-lossy"),
    ("mojibake-macintosh", "mojibake-macintosh-lossy"),
    ("mojibake-ibm437", "mojibake-ibm437-lossy"),
    ("mojibake-windows-1253", "mojibake-windows-1253-lossy"),
    ("mojibake-windows-1254", "mojibake-windows-1254-lossy"),
    ("mojibake-windows-1257", "mojibake-windows-1257-lossy"),
    ("mojibake-iso-8859-2", "mojibake-iso-8859-2-lossy"),
    ("mojibake-ibm866", "mojibake-ibm866-lossy"),
];

/// The characters of code page 437 from 0x80, of the original IBM PC.
const IBM437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// Characters below this are indexed by their number; the tables contain three others.
const DIRECT: usize = 0x2600;
const BEYOND: [u32; 3] = [0xf8ff, 0xfb01, 0xfb02];

/// The roles of a character in the tables: four sets of tables, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Roles(u64);

impl Roles {
    /// The tables in which it is the lead of a two-byte character of UTF-8.
    #[inline]
    pub fn two(self) -> u16 {
        self.0 as u16
    }

    /// The tables in which it is the lead of a longer character of UTF-8.
    #[inline]
    pub fn more(self) -> u16 {
        (self.0 >> 16) as u16
    }

    /// The tables in which it is a continuation byte.
    #[inline]
    pub fn tail(self) -> u16 {
        (self.0 >> 32) as u16
    }

    /// The tables in which it is a lead that is often followed by a no-break space, now a space.
    pub fn blank(self) -> u16 {
        (self.0 >> 48) as u16
    }

    /// Whether no table contains it.
    #[inline]
    pub fn is_none(self) -> bool {
        self.0 == 0
    }
}

/// Leads after which a space may have been a no-break space: "Ã " for "à".
pub const BEFORE_BLANK: [u8; 7] = [0xc2, 0xc3, 0xc5, 0xce, 0xd0, 0xd9, 0xe2];

/// The inverse of all tables.
pub struct Tables {
    /// For each character, by its index, its byte in each table; 0 if it has none from 0x80 on.
    bytes: Vec<[u8; TABLES]>,
    /// For each character, by its index, its roles.
    roles: Vec<Roles>,
}

/// The tables, built on first use.
pub fn tables() -> &'static Tables {
    static ALL: OnceLock<Tables> = OnceLock::new();
    ALL.get_or_init(Tables::new)
}

impl Tables {
    fn new() -> Self {
        let upper: Vec<u8> = (0x80..=0xff).collect();
        // In the order of the rules; `None` is code page 437.
        let encodings = [
            Some(whatwg::WINDOWS_1252),
            Some(whatwg::WINDOWS_1250),
            Some(whatwg::WINDOWS_1251),
            Some(whatwg::MACINTOSH),
            None,
            Some(whatwg::WINDOWS_1253),
            Some(whatwg::WINDOWS_1254),
            Some(whatwg::WINDOWS_1257),
            Some(whatwg::ISO_8859_2),
            Some(whatwg::IBM866),
        ];
        let columns = encodings.map(|encoding| match encoding {
            Some(encoding) => encoding.decode_without_bom_handling(&upper).0,
            None => IBM437.into(),
        });
        let mut bytes = vec![[0; TABLES]; DIRECT + BEYOND.len()];
        for (column, text) in columns.iter().enumerate() {
            if column == WINDOWS_1252 {
                for code in 0x80..=0x9f_u8 {
                    bytes[usize::from(code)][column] = code;
                }
            }
            for (c, byte) in text.chars().zip(0x80..=0xff) {
                if let Some(place) = place(c) {
                    bytes[place][column] = byte;
                }
            }
        }
        let roles = bytes.iter().map(roles).collect();
        Self { bytes, roles }
    }

    /// The roles of `c`.
    #[inline]
    pub fn roles(&self, c: char) -> Roles {
        match c as usize {
            code @ ..DIRECT => self.roles[code],
            ..0xf8ff => Roles::default(),
            _ => place(c).map_or(Roles::default(), |place| self.roles[place]),
        }
    }

    /// The character that a table has for a byte.
    pub fn char(&self, byte: u8, table: usize) -> Option<char> {
        let place = self.bytes.iter().position(|row| row[table] == byte)?;
        char::from_u32(place as u32)
    }

    /// The byte of `c` in a table, if it is at least 0x80.
    pub fn byte(&self, c: char, table: usize) -> Option<u8> {
        let byte = self.bytes.get(place(c)?)?[table];
        (byte != 0).then_some(byte)
    }
}

fn place(c: char) -> Option<usize> {
    let code = u32::from(c);
    if (code as usize) < DIRECT {
        return Some(code as usize);
    }
    let beyond = BEYOND.iter().position(|&b| b == code)?;
    Some(DIRECT + beyond)
}

fn roles(row: &[u8; TABLES]) -> Roles {
    let mut roles = 0;
    for (table, byte) in row.iter().enumerate() {
        roles |= match byte {
            0x80..=0xbf => 1 << (32 + table),
            0xc2..=0xdf => 1 << table,
            // Three letters of a Russian word can stand only for marks.
            0xe0..=0xf4 if table == IBM866 && *byte != 0xe2 => 0,
            0xe0..=0xf4 => 1 << (16 + table),
            _ => 0,
        };
        if BEFORE_BLANK.contains(byte) {
            roles |= 1 << (48 + table);
        }
    }
    Roles(roles)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes() {
        for (c, table, expected) in [
            ('é', 0, Some(0xe9)),
            ('€', 0, Some(0x80)),
            ('\u{9d}', 0, Some(0x9d)),
            ('Ă', 1, Some(0xc3)),
            ('Г', 2, Some(0xc3)),
            ('√', 3, Some(0xc3)),
            ('├', 4, Some(0xc3)),
            ('β', 5, Some(0xe2)),
            ('т', 9, Some(0xe2)),
            ('a', 0, None),
            ('\u{f8ff}', 3, Some(0xf0)),
            ('鈥', 0, None),
        ] {
            assert_eq!(tables().byte(c, table), expected, "{c} {table}");
        }
        assert_eq!(IBM437.chars().count(), 128);
    }

    #[test]
    fn roles_of_letters() {
        assert_eq!(tables().roles('Ã').two() & 1, 1);
        assert_eq!(tables().roles('â').more() & 1, 1);
        assert_eq!(tables().roles('©').tail() & 1, 1);
        assert_eq!(tables().roles('a'), Roles::default());
        assert_eq!(tables().roles('中'), Roles::default());
    }
}
