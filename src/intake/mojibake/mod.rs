//! Was this text decoded wrongly before we got it? UTF-8 that somebody read with another table, put
//! right where the evidence is better than the wording.
//!
//! A text enters [`fixes`], and the repairs of one misreading leave, one for each misread
//! character; a text misread twice is asked again (`apply`). Places that may be misread are found in
//! one pass (`scan`) and read back to bytes with each table that could have written them: tables of
//! one byte a character (`single`, `table`) and of two (`double`, `pair`). What a reading says is
//! weighed against what stands there (`class`): how odd that is as anybody's wording, and how well
//! the repair sits among its neighbours. A table that is proven by one place of the text is
//! believed at others more easily. Where a reader dropped the last byte of a typographic mark, the
//! context decides which mark it was (`lost`), at a lower confidence. A line that would end with
//! letters of a script that is not the text's stays as it is (`foreign`).
//!
//! Nothing is done for what looks like somebody's own wording: a missed repair is a blemish, a
//! false one an invention.

mod apply;
mod choice;
mod class;
mod double;
mod evidence;
mod foreign;
mod habit;
mod line;
mod lost;
mod neighbor;
mod pair;
mod scan;
mod single;
mod table;

pub(super) use apply::{Repair, repaired};

use crate::text::Span;
use class::Script;
use foreign::Withheld;
use table::{RULES, TABLES, WINDOWS_1252, WINDOWS_1254};

/// The place after all tables: control characters that windows-1252 has printable ones for.
const LATIN_1: usize = TABLES + pair::ALL.len();

/// The points from which a reading is believed.
const SURE: i32 = 4;

/// A repair of `span` of the text at hand.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fix {
    /// What is misread, in bytes of the text.
    pub span: Span,
    /// What was meant.
    pub after: String,
    /// The table that it was misread with, and whether bytes were lost.
    pub rule: &'static str,
    /// How sure it is, 0 to 1.
    pub confidence: f64,
}

/// A misread character, or some that cannot be told apart.
struct Unit {
    start: usize,
    end: usize,
    says: Says,
}

/// What was meant by a unit.
enum Says {
    Char(char),
    Text(String),
    /// A character that lost a byte, and how sure it is.
    Guess(char, f64),
    /// The first two bytes of a character, of which the rest is lost, after some text.
    Cut([u8; 2], String),
}

impl Says {
    /// What is said, as one character.
    fn char(&self) -> char {
        match self {
            Self::Char(c) | Self::Guess(c, _) => *c,
            Self::Text(text) => text.chars().next().unwrap_or(' '),
            Self::Cut(..) => '\u{fffd}',
        }
    }
}

/// Units that touch, read with one table.
struct Reading {
    /// A table of one byte, from [`TABLES`] on one of two, or [`LATIN_1`].
    table: usize,
    /// At least one.
    units: Vec<Unit>,
    /// How sure it is by itself.
    points: i32,
}

impl Reading {
    fn start(&self) -> usize {
        self.units.first().map_or(0, |unit| unit.start)
    }

    fn end(&self) -> usize {
        self.units.last().map_or(0, |unit| unit.end)
    }

    /// The rule of its repairs, and of those that had to guess.
    fn rules(&self) -> (&'static str, &'static str) {
        match self.table.checked_sub(TABLES) {
            None => RULES[self.table],
            Some(pairs) => pair::ALL
                .get(pairs)
                .map_or(("mojibake-latin-1", "mojibake-latin-1"), |p| p.rules()),
        }
    }

    /// What it says.
    fn said(&self) -> impl Iterator<Item = char> + '_ {
        self.units.iter().map(|unit| unit.says.char())
    }

    /// The script of what it says, if that is not Latin.
    fn script(&self) -> Option<Script> {
        let mut scripts = self.said().filter_map(class::script);
        scripts.find(|script| *script != Script::Latin)
    }

    /// The table that its own is proven with: those of Western Europe and Turkey differ in six
    /// characters.
    fn family(&self) -> usize {
        match self.table {
            WINDOWS_1254 => WINDOWS_1252,
            table => table,
        }
    }

    /// How many of its characters are seldom met.
    fn seldom(&self) -> usize {
        self.said().filter(|&c| !class::is_common(c)).count()
    }
}

/// The repairs of a text misread once, without those that are withheld: in order, none overlapping
/// another.
fn fixes(text: &str, withheld: &mut Withheld) -> Vec<Fix> {
    let found = scan::found(text);
    if found.readings.is_empty() {
        return Vec::new();
    }
    lost::fixes(text, withheld.without(text, choice::chosen(text, found)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::trace::Traced;

    fn check(raw: &str, expected: &str) {
        let mut traced = Traced::raw(raw);
        assert_eq!(repaired(&mut traced).any, raw != expected, "{raw:?}");
        assert_eq!(traced.text, expected, "{raw:?}");
        assert!(!repaired(&mut traced).any, "{raw:?} again");
    }

    #[test]
    fn read_as_gbk() {
        check("It鈥檚 a 鈥渘ice鈥 day", "It’s a “nice” day");
        check("Oslo 鈥 Rain, wind.", "Oslo — Rain, wind.");
        check("the boys鈥 toys", "the boys’ toys");
        check(
            "It is called 微信 there, and it鈥檚 used by all.",
            "It is called 微信 there, and it’s used by all.",
        );
        check("caf茅 in M眉nchen", "café in München");
        check("pages 10鈥12", "pages 10–12");
        check("漏 2021 The Gazette", "© 2021 The Gazette");
        check(
            "鈥淚 know the boys鈥 toys,鈥 she said.",
            "“I know the boys’ toys,” she said.",
        );
        check("鈥淪o?鈥 he asked.", "“So?” he asked.");
    }

    #[test]
    fn lost_bytes_shown_as_question_marks() {
        check(
            "鈥淪o it is,鈥?he said.\nIt鈥檚 over.",
            "“So it is,” he said.\nIt’s over.",
        );
        check(
            "We went on 鈥?as ever 鈥?to it.",
            "We went on — as ever — to it.",
        );
        check("鈥淪o it is.鈥?\nOver.", "“So it is.”\nOver.");
    }

    #[test]
    fn read_as_windows_1252() {
        check("Itâ€™s a cafÃ©", "It’s a café");
        check("â€œSo,â€\u{9d} he said", "“So,” he said");
        check("â€œSo,â€ he said", "“So,” he said");
        check("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет");
        check("ItÃ¢â‚¬â„¢s", "It’s");
    }

    #[test]
    fn read_with_other_tables() {
        check("LiĂ¨ge, chĂ˘teau", "Liège, château");
        check("rГ©gion de lвЂ™Ukraine", "région de l’Ukraine");
        check("РџСЂРёРІРµС‚", "Привет");
        check("g√¢teaux d‚Äôhiver", "gâteaux d’hiver");
        check("─îe┼ítina", "Čeština");
        check("рџ’™ тАЬOkтАЭ", "💙 “Ok”");
        check("浣犲ソ锛屼笘鐣", "你好，世\u{fffd}");
        check("дЅ\u{a0}еҐЅпјЊдё–з•Њ", "你好，世界");
        check("窶廬t窶冱 a cafﾃｩ窶", "“It’s a café”");
        check("caf챕 in M체nchen", "café in München");
        check("caf矇 am Rhein", "café am Rhein");
        check("锌褉懈胁械褌, 泻邪泻 写械谢邪?", "привет, как дела?");
        check("tur\u{87}n conf\u{92}an", "turán confían");
        check("tiet\u{8a}\u{8a}: silm\u{8a}t", "tietää: silmät");
        check("parlé\u{85} \u{93}oui\u{94}", "parlé… “oui”");
    }

    #[test]
    fn read_twice_or_with_several() {
        check("doesnÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢t", "doesn’t");
        check(
            "Itâ€™s cafÃ©.\nIt鈥檚 caf茅.\nIt‚Äôs caf√©.",
            "It’s café.\nIt’s café.\nIt’s café.",
        );
        check("cafÃ© and café", "café and café");
    }

    #[test]
    fn bytes_lost_to_windows_1252() {
        check("â€œSo,â€\u{fffd} he said", "“So,” he said");
        check("SlovenÄ\u{fffd}ina", "Sloven\u{fffd}ina");
        check("voilÃ le travail", "voilà le travail");
        check(
            "com especial atenÃ§Ã£o Ã s crianÃ§as",
            "com especial atenção às crianças",
        );
        check("à¸ à¸²à¸©à¸²à¹„à¸—à¸¢", "ภาษาไทย");
        check("Hi guys í\u{a0}½í¸\u{8d}", "Hi guys 😍");
    }

    #[test]
    fn letters_that_are_named_stay() {
        check(
            "Itâ€™s a cafÃ©, itâ€™s naÃ¯ve. The letter Â is named, and the letter Ã is too.",
            "It’s a café, it’s naïve. The letter Â is named, and the letter Ã is too.",
        );
        check(
            "Itâ€™s in the cafÃ©, Ã la carte.",
            "It’s in the café, à la carte.",
        );
        check(
            "relatifs Ã l’utilisation des cafÃ©s",
            "relatifs à l’utilisation des cafés",
        );
    }

    #[test]
    fn rules_and_confidence() {
        for (text, expected) in [
            ("It鈥檚", "mojibake-gbk 0.99 2..8"),
            ("Oslo 鈥 Rain", "mojibake-gbk-lossy 0.85 5..8"),
            ("cafÃ© au lait", "mojibake-windows-1252 0.99 3..7"),
            ("rГ©gion", "mojibake-windows-1251 0.99 1..5"),
            ("caf√© au lait", "mojibake-macintosh 0.99 3..8"),
            ("oui\u{94}", "mojibake-latin-1 0.95 3..5"),
        ] {
            let found: Vec<String> = fixes(text, &mut Withheld::default())
                .iter()
                .map(|f| {
                    format!(
                        "{} {} {}..{}",
                        f.rule, f.confidence, f.span.start, f.span.end
                    )
                })
                .collect();
            assert_eq!(found, [expected], "{text}");
        }
    }

    #[test]
    fn real_text_stays() {
        for text in [
            "The word 茅 means thatch.",
            "她说：“你好。”",
            "漏水了 2021年",
            "“Spaß”, sagte sie. «É» DIÁRIO DA MANHÃ—hoje",
            "café—“hello”",
            "鈥檚 在中文里",
            "naïve São Paulo, 5 € – ok…",
            "日本の「カフェ」",
            "谢谢",
            "ﾃﾞｰﾀ ﾊﾟｰﾃｨｰ",
            "카페에서 PC처럼 3천",
            "«Рівне» та «В», так и так",
            "HÅØYA ER BLÅØYD, Õ… É… SÓ…",
            "L’été, « à Paris » — voilà",
            "„Größe“, »über« und ‚so‘",
            "NICIODATĂ™ DĹŽKA CÂŞTIGĂTOR Ăştia",
            "Η ¨ανατροφή¨ ΜΕ’s",
            "3 ×” and 5×£35",
            "T恤 A股 K歌",
            "Portuguese has the letter Ã and Romanian the letter Â too.",
            "Two letters, Ã\u{a0}and Â\u{a0}or Â, are named here.",
        ] {
            check(text, text);
        }
    }
}
