//! How are the repairs of one misreading found? A pipeline of scan, choice and resolution.

use super::fix::Fix;
use super::withheld::Withheld;
use super::{choice, lost, scan};

/// The repairs of a text for one misreading, in order and without overlaps, except withheld ones.
pub fn fixes(text: &str, withheld: &mut Withheld) -> Vec<Fix> {
    let found = scan::found(text);
    if found.decodings.is_empty() {
        return Vec::new();
    }
    lost::fixes(text, withheld.without(text, choice::chosen(text, found)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::mojibake::apply::repaired;
    use crate::clean::source_map::MappedText;

    fn check(raw: &str, expected: &str) {
        let mut mapped = MappedText::raw(raw);
        assert_eq!(repaired(&mut mapped).any, raw != expected, "{raw:?}");
        assert_eq!(mapped.text, expected, "{raw:?}");
        assert!(!repaired(&mut mapped).any, "{raw:?} again");
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
