//! What kind of character is this, and what does it look like in a text? A lookup of properties.

use std::sync::OnceLock;

/// The class of a character, as far as it matters to its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A letter of a script with capitals, or one that joins words the same way.
    Letter(Script),
    /// A dash, quotation mark, ellipsis or other typographic mark of any text.
    Mark,
    /// A Latin-1 sign or a currency sign.
    Sign,
    /// An arrow, box-drawing character, dingbat or mathematical symbol.
    Symbol,
    /// A pictograph, or a character that joins pictographs.
    Emoji,
    /// U+FFFD, a byte order mark, an invisible joiner.
    Trace,
    /// An accent without a letter.
    Combining,
    /// A control character; the C1 controls were printable in windows-1252.
    Control,
    /// ASCII other than letters.
    Plain,
    /// Anything else: private use, unassigned, or very rare.
    Rare,
}

/// Scripts that do not mix within a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    /// Chinese and Japanese.
    Han,
    Hangul,
    /// A script of South or Southeast Asia or the Caucasus, by its block of 128 code points.
    Other(u8),
}

/// The properties of a character by itself.
#[derive(Clone, Copy)]
struct Known {
    class: Class,
    look: Look,
    common: bool,
}

/// Characters below this are looked up in a table, others are computed.
const LOOKED_UP: usize = 0x2600;

#[inline]
fn known(c: char) -> Known {
    static ALL: OnceLock<Vec<Known>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let chars = (0..LOOKED_UP as u32).filter_map(char::from_u32);
        chars.map(worked_out).collect()
    });
    match all.get(c as usize) {
        Some(known) => *known,
        None => worked_out(c),
    }
}

#[cold]
fn worked_out(c: char) -> Known {
    Known {
        class: class_of(c),
        look: look_of(c),
        common: c.is_ascii() || COMMON.contains(c),
    }
}

/// The class of a character.
pub fn class(c: char) -> Class {
    known(c).class
}

/// Whether a character looks like a letter.
pub fn is_letter(c: char) -> bool {
    matches!(known(c).look, Look::Upper | Look::Lower)
}

/// Whether a character looks like a lower-case letter.
pub fn is_lower(c: char) -> bool {
    known(c).look == Look::Lower
}

fn class_of(c: char) -> Class {
    use Class::*;
    match u32::from(c) {
        0x41..=0x5a | 0x61..=0x7a | 0xaa | 0xba => Letter(Script::Latin),
        0..=0x7f => Plain,
        0x80..=0x9f => Control,
        0xd7 | 0xf7 | 0xa0..=0xbf => Sign,
        0xc0..=0x17f | 0x18f | 0x192 | 0x1a0..=0x1a1 | 0x1af..=0x1b0 | 0x1cd..=0x1dc => {
            Letter(Script::Latin)
        }
        0x218..=0x21b | 0x259 | 0x2bb..=0x2bc | 0x1e00..=0x1eff => Letter(Script::Latin),
        0x300..=0x36f => Combining,
        0x386..=0x3ce | 0x1f00..=0x1fff => Letter(Script::Greek),
        0x400..=0x45f | 0x490..=0x4ff => Letter(Script::Cyrillic),
        0x5b0..=0x5f4 => Letter(Script::Hebrew),
        0x60c..=0x6ff => Letter(Script::Arabic),
        block @ (0x531..=0x58f
        | 0x900..=0xdff
        | 0xe00..=0xeff
        | 0x1000..=0x10ff
        | 0x1780..=0x17ff) => Letter(Script::Other((block >> 7) as u8)),
        0x1100..=0x11ff | 0x3130..=0x318f | 0xac00..=0xd7a3 => Letter(Script::Hangul),
        0x3001..=0x3003 | 0x3008..=0x3011 | 0xff01..=0xff0f | 0xff1a..=0xff20 => Sign,
        0x2e80..=0x2fff | 0x3004..=0x30ff | 0x31f0..=0x9fff | 0xf900..=0xfaff => {
            Letter(Script::Han)
        }
        0xff01..=0xffee => Letter(Script::Han),
        0x2010..=0x2027 | 0x2030..=0x203a | 0x20ac | 0x2122 | 0x2116 | 0x202f | 0x2009 => Mark,
        0x20a0..=0x20bf => Sign,
        0x200b..=0x200f | 0x2028..=0x2029 | 0x202a..=0x202e | 0x2060 | 0xfeff | 0xfffd => Trace,
        0xfe0e..=0xfe0f | 0x1f000..=0x1faff => Emoji,
        0x2000..=0x2bff | 0xfb00..=0xfb06 | 0x3000 => Symbol,
        0x20000..=0x2ffff => Letter(Script::Han),
        _ => Rare,
    }
}

/// The script of a letter; `None` for other characters.
pub fn script(c: char) -> Option<Script> {
    match class(c) {
        Class::Letter(script) => Some(script),
        _ => None,
    }
}

/// What a character of the damaged wording looks like, if it is taken for text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Upper,
    Lower,
    /// A mark that may follow a letter or digit.
    Closing,
    /// A mark that opens something.
    Opening,
    /// A mark that may be on either side.
    Either,
    Digit,
    Blank,
    /// ASCII punctuation.
    Plain,
    /// U+FFFD, which may replace anything.
    Lost,
    Odd,
    Control,
}

pub fn look(c: char) -> Look {
    known(c).look
}

fn look_of(c: char) -> Look {
    match c {
        '\u{80}'..='\u{9f}' => Look::Control,
        'ƒ' | 'µ' | 'ª' | 'º' | 'ˆ' => Look::Odd,
        '\u{a0}' | '\u{ad}' | '’' | '‘' | '–' | '—' | '…' | '·' | '•' => Look::Either,
        '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff0f}' => Look::Either,
        '\u{fffd}' => Look::Lost,
        // Swedes open with ”; Germans close with “ and open with ».
        '”' | '“' | '»' | '«' | '›' | '‹' => Look::Either,
        '™' | '®' | '°' | '´' | '€' => Look::Closing,
        '„' | '¡' | '¿' | '‚' => Look::Opening,
        c if c.is_ascii_digit() => Look::Digit,
        c if c.is_ascii_whitespace() => Look::Blank,
        c if c.is_uppercase() => Look::Upper,
        c if c.is_alphabetic() => Look::Lower,
        c if c.is_ascii() => Look::Plain,
        _ => Look::Odd,
    }
}

/// Letters used by most accented languages in Latin script, and the marks used by all.
const COMMON: &str = "éèàêçüöäßùûëïìòóáíąęłżśćńñúãâîôåøčěřšžýőěůõășțğışÉÖÜÄŁŚŻČŠŽÇ’“”„–—…«»";

/// Whether a character is frequent.
pub fn is_common(c: char) -> bool {
    known(c).common
}
