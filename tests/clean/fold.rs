//! Does folding follow the forms of Unicode? The compact tables are generated from the full ones
//! and compared with them: for every character, and for random words in many scripts.

use std::fs;

use crate::random::Random;
use corpus_explorer::text::fold::{fold, is_apostrophe};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, is_combining_mark};

/// Letters that folding changes beyond the forms of Unicode.
const LETTERS: [(char, &str); 17] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('þ', "th"),
    ('ø', "o"),
    ('ł', "l"),
    ('đ', "d"),
    ('ð', "d"),
    ('ħ', "h"),
    ('ŧ', "t"),
    ('ı', "i"),
    ('ς', "σ"),
    ('ٱ', "ا"),
    ('ى', "ي"),
    ('ی', "ي"),
    ('ة', "ه"),
    ('ک', "ك"),
];
/// The zeros of digits that are folded to ASCII.
const ZEROS: [char; 9] = ['٠', '۰', '०', '০', '๐', '໐', '၀', '០', '੦'];

fn is_folded_away(before: char, c: char) -> bool {
    match c {
        '\u{306}' => !matches!(before, 'и' | 'И'),
        '\u{654}' => !matches!(before, 'و' | 'ي'),
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' => true,
        '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' => {
            is_combining_mark(c)
        }
        '\u{640}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => true,
        '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' => true,
        _ => matches!(c, '"' | '\u{5f3}' | '\u{5f4}'),
    }
}

fn small(c: char) -> String {
    let letter = |c: char| match LETTERS.iter().find(|(letter, _)| *letter == c) {
        Some((_, plain)) => (*plain).to_owned(),
        None => {
            let value = |zero: &char| (c as u32).checked_sub(*zero as u32).filter(|n| *n < 10);
            let digit = ZEROS.iter().find_map(value).filter(|_| !c.is_ascii());
            digit.map_or_else(|| c.to_string(), |n| n.to_string())
        }
    };
    c.to_lowercase().map(letter).collect()
}

/// A word folded by the full tables.
fn slowly(word: &str) -> String {
    let mut folded = String::new();
    let mut before = ' ';
    for c in word.nfkd() {
        if !is_folded_away(before, c) {
            before = c;
            folded.push_str(&small(c));
        }
    }
    if folded.chars().any(|c| c >= '\u{400}') {
        folded = folded.nfc().collect();
    }
    folded
}

fn all() -> impl Iterator<Item = char> {
    ('\u{80}'..=char::MAX).filter(|&c| !is_folded_away(' ', c))
}

/// The characters that are folded to others, as lines; consecutive runs share one line.
fn plainer() -> String {
    let mut runs: Vec<(u32, u32, String)> = Vec::new();
    let code = |text: &str| text.chars().next().map_or(0, u32::from);
    for (c, plain) in all().map(|c| (c, slowly(c.encode_utf8(&mut [0; 4])))) {
        if plain == small(c) {
            continue;
        }
        let c = u32::from(c);
        let single = |text: &str| text.chars().count() == 1;
        match runs.last_mut() {
            Some((first, last, start))
                if *last + 1 == c
                    && single(start)
                    && single(&plain)
                    && code(start) + (c - *first) == code(&plain) =>
            {
                *last = c;
            }
            _ => runs.push((c, c, plain)),
        }
    }
    let line = |(first, last, plain): &(u32, u32, String)| {
        let range = if first == last {
            format!("{first:X}")
        } else {
            format!("{first:X}-{last:X}")
        };
        let plain = plain.chars().map(|c| format!(" {:X}", u32::from(c)));
        format!("{range}{}\n", plain.collect::<String>())
    };
    runs.iter().map(line).collect()
}

/// The pairs that compose to one character, without accents on plain letters and Hangul syllables.
fn composed() -> String {
    let mut pairs = Vec::new();
    for c in all().filter(|c| !('\u{ac00}'..='\u{d7a3}').contains(c)) {
        let parts: Vec<char> = c.to_string().nfd().collect();
        let Some((&mark, letters)) = parts.split_last().filter(|(_, rest)| !rest.is_empty()) else {
            continue;
        };
        let letter: Vec<char> = letters.iter().copied().nfc().collect();
        if let [letter] = letter.as_slice()
            && compose(*letter, mark) == Some(c)
            && c.to_string().nfc().eq([c])
            && *letter >= '\u{400}'
            && !is_folded_away(*letter, mark)
        {
            pairs.push((*letter, mark, c));
        }
    }
    pairs.sort_unstable();
    let line = |(letter, mark, c): &(char, char, char)| {
        let [letter, mark, c] = [*letter, *mark, *c].map(u32::from);
        format!("{letter:X} {mark:X} {c:X}\n")
    };
    pairs.iter().map(line).collect()
}

#[test]
fn tables_are_fresh() {
    for (name, fresh) in [("plainer", plainer()), ("composed", composed())] {
        let path = format!("{}/src/text/key/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&path, &fresh).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap();
        assert!(kept == fresh, "{path} is stale; UPDATE_GOLDEN=1 writes it");
    }
}

#[test]
fn every_character_and_its_forms() {
    for c in all().filter(|&c| !is_apostrophe(c)) {
        let whole = c.to_string();
        let parts: String = whole.nfkd().collect();
        let expected = slowly(&whole);
        if expected.contains(['.', '\'', '’']) || parts.chars().any(is_apostrophe) {
            continue;
        }
        assert_eq!(fold(&whole), expected, "{c:?} {:X}", u32::from(c));
        assert_eq!(fold(&parts), expected, "the parts of {c:?}");
    }
}

#[test]
fn words_of_many_scripts() {
    let alphabets = [
        "aéüßøÅ\u{301}\u{308}e",
        "йИ\u{306}её\u{308}ЖЇ",
        "Ὀδυσσεύς\u{301}",
        "إلىؤ\u{654}\u{64b}وي١",
        "שָׁלום\u{5b8}",
        "ガカ\u{3099}ｶﾞはば\u{309a}",
        "한국ᄒ\u{1161}\u{11ab}",
        "किताब\u{93c}",
        "ที่น้ำ",
        "Ａ１ﬁ①Ⅷ℃",
    ];
    let mut random = Random(5);
    for _ in 0..20_000 {
        let alphabet: Vec<char> = alphabets[random.below(alphabets.len())].chars().collect();
        let letters = (0..1 + random.below(6)).map(|_| alphabet[random.below(alphabet.len())]);
        let word: String = letters.collect();
        assert_eq!(fold(&word), slowly(&word), "{word:?} {:?}", word.chars());
    }
}
