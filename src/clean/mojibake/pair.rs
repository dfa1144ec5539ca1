//! Which two bytes was this character read from? The inverse of the East Asian double-byte tables.
//!
//! Each table is taken from encoding_rs on first use. If two decoders differ for a pair of bytes,
//! both characters are known. If a character has two pairs, the one that can start UTF-8 is used.

use std::sync::OnceLock;

use encoding_rs as whatwg;
use encoding_rs::Encoding;

/// The double-byte tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pairs {
    Gbk,
    ShiftJis,
    EucKr,
    Big5,
}

/// All tables, in order of preference.
pub const ALL: [Pairs; 4] = [Pairs::Gbk, Pairs::ShiftJis, Pairs::EucKr, Pairs::Big5];

/// The tables that may contain a character.
pub fn tables_of(c: char) -> &'static [Pairs] {
    match c {
        '\u{3040}'..='\u{30ff}' => &[],
        '\u{ac00}'..='\u{d7a3}' => &[Pairs::EucKr],
        '\u{ff61}'..='\u{ff9f}' => &[Pairs::ShiftJis],
        _ => &ALL,
    }
}

/// Characters of JIS X 0208 for which the tables of Microsoft and the Web have a look-alike.
const JIS: [(char, u16); 6] = [
    ('〜', 0x8160),
    ('‖', 0x8161),
    ('−', 0x817c),
    ('¢', 0x8191),
    ('£', 0x8192),
    ('¬', 0x81ca),
];

/// For each character of the Basic Multilingual Plane, its bytes as a number; 0 if it has none.
type Codes = Vec<u16>;

impl Pairs {
    /// The rule of a repair, and the rule of a guess.
    pub fn rules(self) -> (&'static str, &'static str) {
        match self {
            Self::Gbk => ("mojibake-gbk", "mojibake-gbk-lossy"),
            Self::ShiftJis => ("mojibake-shift-jis", "mojibake-shift-jis-lossy"),
            Self::EucKr => ("mojibake-euc-kr", "mojibake-euc-kr-lossy"),
            Self::Big5 => ("mojibake-big5", "mojibake-big5-lossy"),
        }
    }

    /// The bytes of `c` as a number, lead byte first; below 256 it is a single byte.
    pub fn code(self, c: char) -> Option<u16> {
        let code = *self.codes().get(u32::from(c) as usize)?;
        (code != 0).then_some(code)
    }

    /// How rare a character is in the language of the table: 0 for its first level, 1 for its
    /// second, 2 for later additions.
    pub fn rarity(self, code: u16) -> i32 {
        let [lead, trail] = code.to_be_bytes();
        match self {
            Self::Gbk => match (lead, trail) {
                (0xa1..=0xa9 | 0xb0..=0xd7, 0xa1..) => 0,
                (0xd8..=0xf7, 0xa1..) => 1,
                _ => 2,
            },
            Self::ShiftJis => match lead {
                0x81..=0x97 => 0,
                0x98..=0xea => 1,
                _ => 2,
            },
            Self::EucKr => match (lead, trail) {
                (0xa1..=0xc8, 0xa1..) => 0,
                (_, 0xa1..) => 1,
                _ => 2,
            },
            Self::Big5 => match lead {
                0xa1..=0xc6 => 0,
                0xc9..=0xf9 => 1,
                _ => 2,
            },
        }
    }

    fn codes(self) -> &'static Codes {
        static CODES: [OnceLock<Codes>; 4] = [const { OnceLock::new() }; 4];
        CODES[self as usize].get_or_init(|| self.turned())
    }

    fn turned(self) -> Codes {
        let mut codes = vec![0; 0x1_0000];
        // Later ones win, so lead bytes of UTF-8 come last.
        for lead in (0xf5..=0xfe).chain(0x81..=0xf4) {
            for trail in (0x40..=0x7e).chain(0x80..=0xfe) {
                if let Some(c) = self.decoded(&[lead, trail]) {
                    codes[c] = u16::from_be_bytes([lead, trail]);
                }
            }
        }
        for byte in 0xa1..=0xdf_u8 {
            if let Some(c) = self.decoded(&[byte]) {
                codes[c] = u16::from(byte);
            }
        }
        match self {
            // Microsoft has the euro sign at a single byte that others leave undefined.
            Self::Gbk => codes['€' as usize] = 0x80,
            Self::ShiftJis => {
                // Microsoft's characters for single bytes that others leave undefined.
                codes[0x80] = 0x80;
                codes[0xf8f0] = 0xa0;
                JIS.iter().for_each(|&(c, code)| codes[c as usize] = code);
            }
            Self::EucKr | Self::Big5 => {}
        }
        codes
    }

    /// The character of the Basic Multilingual Plane that bytes decode to, if it is exactly one.
    fn decoded(self, bytes: &[u8]) -> Option<usize> {
        let encoding: &Encoding = match self {
            Self::Gbk => whatwg::GBK,
            Self::ShiftJis => whatwg::SHIFT_JIS,
            Self::EucKr => whatwg::EUC_KR,
            Self::Big5 => whatwg::BIG5,
        };
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        let mut chars = text.chars();
        let code = chars.next().map(u32::from)?;
        (chars.next().is_none() && (0x80..=0xffff).contains(&code)).then_some(code as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_places() {
        for (c, table, expected) in [
            ('啊', Pairs::Gbk, Some(0xb0a1)),
            ('丂', Pairs::Gbk, Some(0x8140)),
            ('茅', Pairs::Gbk, Some(0xc3a9)),
            ('鈥', Pairs::Gbk, Some(0xe280)),
            ('€', Pairs::Gbk, Some(0x80)),
            ('\u{e4c6}', Pairs::Gbk, Some(0xa140)),
            ('窶', Pairs::ShiftJis, Some(0xe280)),
            ('ﾃ', Pairs::ShiftJis, Some(0xc3)),
            ('〜', Pairs::ShiftJis, Some(0x8160)),
            ('챕', Pairs::EucKr, Some(0xc3a9)),
            ('疇', Pairs::Big5, Some(0xc3a5)),
            ('a', Pairs::Gbk, None),
        ] {
            let code = table.code(c);
            assert_eq!(code, expected, "{c} {table:?}");
        }
    }
}
