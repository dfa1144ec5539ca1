//! Is misread text repaired, and is similar text left alone? Sentences in five languages, misread
//! with every table through encoding_rs, with a floor for each.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::random::Random;
use corpus_explorer::clean;
use corpus_explorer::clean::Steps;
use corpus_explorer::document;
use encoding_rs::{self as whatwg, Encoding};
use serde_json::Value;

/// Written for this test: typographic marks of all kinds, accented letters, two scripts.
const SENTENCES: &[&str] = &[
    "“It’s late,” she said — and left.",
    "The boys’ room was £50 a night, breakfast included…",
    "Pages 10–12 of the café’s menu are missing.",
    "He called it ‘a naïve idea’ and paid €20.",
    "Prices rose 5 % in the ’90s, said Zoë’s mother.",
    "No one knew; everyone “felt” it.",
    "« Où est-il ? » demanda l’élève à sa mère.",
    "L’État n’a pas répondu à cette question.",
    "Il a été reçu à l’hôtel de ville, près du château.",
    "Des bœufs, des forêts, une île : voilà le pays…",
    "À Noël, ils étaient déjà partis.",
    "Ça suffit — dit-il — où qu’il aille.",
    "„Das ist schön“, sagte er – und schwieg.",
    "Die Straße führt über den Fluss nach Köln.",
    "Öffnen Sie die Tür für zwölf Gäste!",
    "»Müde Füße«, schrieb die Zeitung.",
    "Er heißt Jürgen und wohnt in Österreich.",
    "Große Übung, später Ärger…",
    "„Nie wiem”, powiedział i zamknął drzwi.",
    "Łódź, Gdańsk i Wrocław leżą daleko od siebie.",
    "Święta są już za tydzień – tak się mówi.",
    "Zażółć gęślą jaźń, rzekł źrebak.",
    "Późną nocą ćwiczyła ósmą pieśń.",
    "Dziękuję, że pan przyjechał.",
    "«Это конец», — сказал он и вышел.",
    "Москва не сразу строилась…",
    "Я живу в большом городе у моря.",
    "Они говорили о погоде и о хлебе.",
    "A naïve fiancé met Zoë at the café.",
    "Le café préféré de mon père est fermé.",
    "Der König wählte später für alle.",
    "Król też próbował ów chór.",
    "Съешь ещё этих мягких булок, да выпей чаю.",
    "В 1990–1995 годах всё было иначе.",
];

/// Text that was never misread.
const CLEAN: &[&str] = &[
    "DIÁRIO DA MANHÃ—hoje, «É» isso: SÃO PAULO…",
    "A radius of 10 Å—no more; AHÅ™, the sofa.",
    "Join ZZAJÉ’s Official Fan List, NESTLÉ® and VOCÊ…",
    "Les « été » et « à côté » : l’île, ça, où…",
    "„Über“ »Öl« ‚Äpfel‘ “ßo”",
    "NICIODATĂ ÎN CÂŞTIGĂTOR, Ăştia; ștergere, Țară",
    "PO DĹŽKE JE NA 20 CM, KĽÚČ, ĹĽ",
    "Größe: 5×£35, ½ µ, 3²±1, 20°C, §7, ¿Qué?",
    "Он сказал: «Да…» — и ушёл. В «А» и «В». Рис, так, той.",
    "ВІКІ, Рівне, Сіль; Ґанок, їжак, є.",
    "Њива, љубав, ђак, ПоздравЂаво, СЊЕГ.",
    "Η ¨ανατροφή¨ — «Ναι», είπε. Άνω Όλυμπος",
    "她说：“你好。”他走了……漏水了 2021年",
    "谢谢 茅台 联通 芯片 T恤 A股 3D打印 K歌",
    "「日本語」のカフェ、ﾃﾞｰﾀとﾊﾟｰﾃｨｰ。",
    "한국어 카페에서 PC처럼 3천 원, 1층 A는",
    "שלום ×2 עולם — مرحبا «بكم»",
    "Tiếng Việt: ĐÃ, HÀ NỘI, Ừ, Ở",
    "(-1/2)! = √π; ∆°; √é? ├┤a┼┐a │ ╔═╗",
    "Żółć, Łódź, ŚĆŃ… ‘x’ “y” – z ™ ® ©",
];

/// Single-byte tables, which can read any text.
const SINGLE: &[&Encoding] = &[
    whatwg::WINDOWS_1252,
    whatwg::WINDOWS_1250,
    whatwg::WINDOWS_1251,
    whatwg::MACINTOSH,
    whatwg::WINDOWS_1254,
    whatwg::IBM866,
];

/// Double-byte tables, which can read only some sentences.
const DOUBLE: &[&Encoding] = &[
    whatwg::GBK,
    whatwg::GB18030,
    whatwg::SHIFT_JIS,
    whatwg::EUC_KR,
    whatwg::BIG5,
];

/// `text` decoded with the wrong table; `None` if that is impossible.
fn misread(text: &str, table: &'static Encoding) -> Option<String> {
    let read = table.decode_without_bom_handling_and_without_replacement(text.as_bytes())?;
    Some(read.into_owned())
}

/// The text with only its mojibake repaired.
fn repair(text: &str) -> String {
    clean::repair(text, Steps::MOJIBAKE).text
}

/// How many sentences a table can misread, and which of them are not repaired.
fn check(table: &'static Encoding) -> (usize, Vec<String>) {
    let mut read = 0;
    let mut wrong = Vec::new();
    for sentence in SENTENCES {
        let Some(damaged) = misread(sentence, table) else {
            continue;
        };
        read += 1;
        let repaired = repair(&damaged);
        if repaired != *sentence {
            wrong.push(format!("{}: {damaged} → {repaired}", table.name()));
        }
    }
    (read, wrong)
}

#[test]
fn sentences_are_restored_one_by_one() {
    for table in SINGLE {
        let (read, wrong) = check(table);
        assert_eq!(read, SENTENCES.len(), "{}", table.name());
        assert!(wrong.len() <= 1, "{wrong:#?}");
    }
    for table in DOUBLE {
        let (read, wrong) = check(table);
        assert!(read >= 3, "{} reads {read}", table.name());
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

#[test]
fn sentences_are_restored_together() {
    let text = SENTENCES.join("\n");
    for table in SINGLE {
        let damaged = misread(&text, table).unwrap();
        assert_eq!(repair(&damaged), text, "{}", table.name());
    }
}

#[test]
fn sentences_misread_twice_are_restored() {
    for sentence in SENTENCES {
        let once = misread(sentence, whatwg::WINDOWS_1252).unwrap();
        let twice = misread(&once, whatwg::WINDOWS_1252).unwrap();
        assert_eq!(repair(&twice), *sentence, "{twice}");
    }
}

#[test]
fn lines_misread_with_several_tables_are_restored() {
    let lines: Vec<String> = SENTENCES
        .iter()
        .zip(SINGLE[..4].iter().cycle())
        .map(|(sentence, table)| misread(sentence, table).unwrap())
        .collect();
    let repaired = repair(&lines.join("\n"));
    let wrong: Vec<_> = repaired
        .lines()
        .zip(SENTENCES)
        .filter(|(found, expected)| found != *expected)
        .collect();
    assert!(wrong.len() <= 2, "{wrong:#?}");
}

#[test]
fn clean_text_stays() {
    for text in SENTENCES.iter().chain(CLEAN) {
        assert_eq!(repair(text), *text);
        for word in text.split(' ') {
            assert_eq!(repair(word), word, "in {text}");
        }
        let quoted = text.replace(' ', "” “");
        assert_eq!(repair(&quoted), quoted);
    }
    let all = [SENTENCES, CLEAN].concat().join("\n");
    assert_eq!(repair(&all), all);
}

#[test]
fn what_was_lost_is_guessed_from_the_context() {
    for (damaged, expected) in [
        ("鈥淚t鈥檚 late,鈥 she said.", "“It’s late,” she said."),
        ("鈥淚t鈥檚 late,鈥? she said.", "“It’s late,” she said."),
        ("鈥淚t鈥檚 late,鈥?she said.", "“It’s late,” she said."),
        (
            "鈥淚t鈥檚 late,鈥\u{fffd} she said.",
            "“It’s late,” she said.",
        ),
        (
            "鈥濪as ist sch枚n鈥, sagte er.",
            "„Das ist schön“, sagte er.",
        ),
        ("鈥濶ie wiem, co to jest鈥", "„Nie wiem, co to jest”"),
        ("鈥淪o it is鈥斺渢hat is all.鈥", "“So it is—“that is all.”"),
    ] {
        assert_eq!(repair(damaged), expected);
    }
}

/// Scripts other than Latin, by their character ranges.
const SCRIPTS: &[(char, char)] = &[
    ('\u{370}', '\u{3ff}'),
    ('\u{400}', '\u{52f}'),
    ('\u{531}', '\u{58f}'),
    ('\u{590}', '\u{5ff}'),
    ('\u{600}', '\u{77f}'),
    ('\u{780}', '\u{8ff}'),
    ('\u{900}', '\u{10ff}'),
    ('\u{1780}', '\u{17ff}'),
    ('\u{2e80}', '\u{9fff}'),
    ('\u{ac00}', '\u{d7ff}'),
    ('\u{f900}', '\u{fdff}'),
];

/// The scripts of a text except Latin, each by the start of its range.
fn scripts(text: &str) -> BTreeSet<char> {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let scripts =
        letters.filter_map(|c| SCRIPTS.iter().find(|(from, to)| (*from..=*to).contains(&c)));
    scripts.map(|(from, _)| *from).collect()
}

/// A sentence misread up to four times with random tables, sometimes lower-cased in between.
fn misread_at_random(random: &mut Random) -> (&'static str, String) {
    let sentences = [SENTENCES, OTHERS].concat();
    let sentence = sentences[random.below(sentences.len())];
    let tables = [SINGLE, DOUBLE, MORE].concat();
    let mut text = sentence.to_owned();
    for _ in 0..=random.below(4) {
        // Most real misreadings use the table of Western Europe.
        let table = match random.below(3) {
            0 => whatwg::WINDOWS_1252,
            _ => tables[random.below(tables.len())],
        };
        text = misread(&text, table).unwrap_or(text);
        if random.below(2) == 0 {
            text = text.to_lowercase();
        }
    }
    (sentence, text)
}

/// Sentences in languages other than those above.
const OTHERS: &[&str] = &[
    "Η Αθήνα είναι μεγάλη πόλη — «ναι», είπε.",
    "Česká řeka teče přes město Žďár, říká děda.",
    "Київ — столиця, їжак живе в лісі.",
    "他说：“今天下雨了。”",
    "¿Qué? ¡Mañana, señor! La niña comió piña…",
];

/// Tables that can read only some sentences.
const MORE: &[&Encoding] = &[
    whatwg::WINDOWS_1253,
    whatwg::WINDOWS_1257,
    whatwg::ISO_8859_2,
    whatwg::KOI8_R,
];

#[test]
fn no_repair_brings_letters_of_a_script_that_is_not_the_texts() {
    let mut random = Random(8);
    let (mut changed, mut wrong) = (0, Vec::new());
    for _ in 0..6_000 {
        let (sentence, damaged) = misread_at_random(&mut random);
        let repaired = repair(&damaged);
        changed += usize::from(repaired != damaged);
        let own = &scripts(sentence) | &scripts(&damaged);
        if !scripts(&repaired).is_subset(&own) {
            wrong.push(format!("{damaged} → {repaired}"));
        }
    }
    assert!(changed > 2_000, "{changed}");
    assert!(
        wrong.is_empty(),
        "{} of {changed}: {:#?}",
        wrong.len(),
        &wrong[..wrong.len().min(40)]
    );
}

#[test]
fn what_nothing_sensible_comes_out_of_stays_and_is_marked() {
    let rubble = "der kãƒæ’ã‚â¶nig wãƒæ’ã‚â¤hlte spãƒæ’ã‚â¤ter fãƒæ’ã‚â¼r alle.";
    let record = clean::normalize(&document::Article::new("a", rubble));
    assert!(scripts(&record.text).is_empty(), "{}", record.text);
    let [warning] = record.source.warnings.as_slice() else {
        panic!("{:?}", record.source.warnings);
    };
    assert!(warning.contains("“kãƒæ’ã‚â¶nig” was misread"), "{warning}");
    let fine = clean::normalize(&document::Article::new("a", "It rained in the cafÃ©."));
    assert!(fine.source.warnings.is_empty());
}

/// ftfy’s own test cases, of which ftfy passes 151: the expected text is what it makes of the
/// encoding, or of the whole text if the case does not distinguish them. Where ftfy leaves U+FFFD
/// for a closing mark, we write the mark.
#[test]
fn most_cases_of_ftfy_are_restored() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/ftfy.json");
    let cases: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let cases = cases.as_array().unwrap();
    let restored = cases.iter().filter(|case| {
        let fixed = case["fixed-encoding"].as_str().or(case["fixed"].as_str());
        repair(case["original"].as_str().unwrap()) == fixed.unwrap()
    });
    let restored = restored.count();
    assert!(restored >= 152, "{restored} of {}", cases.len());
}
