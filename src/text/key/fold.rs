//! Which spellings are one word? Pure functions that fold a token's text to a key for comparison.
//!
//! Folding makes keys, never a second text: offsets do not survive it.

use super::plainer::{composed, plainer};

/// `word` in lower case without accents, dots of acronyms, typographic apostrophes or the
/// possessive ending: "Putin’s" → "putin", "U.N." → "un", "Yoon's" → "yoon", "Łódź" → "lodz". Marks
/// that are not accents stay ("ガ", "ที่"). Arabic loses its vowels, Hebrew loses its points, and
/// digits of any script become 0 to 9.
///
/// Acronyms that are also pronouns keep their capitals: "US" → "US", but "us" → "us" (likewise WHO
/// and IT).
pub fn fold(word: &str) -> String {
    if word.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return if is_kept_capital(word) {
            word.to_owned()
        } else {
            word.to_ascii_lowercase()
        };
    }
    let bare = without_possessive(word);
    let letters: String = bare.chars().filter(|&c| c != '.').collect();
    if is_kept_capital(&letters) {
        return letters;
    }
    let mut folded = String::with_capacity(bare.len());
    let mut before = ' ';
    let plain = bare
        .chars()
        .map(|c| if is_apostrophe(c) { '\'' } else { c });
    for c in plain {
        if is_folded_away(before, c) {
            continue;
        }
        before = c;
        match plainer(c).filter(|_| !c.is_ascii()) {
            Some(plain) => plain.chars().for_each(|c| push(&mut folded, c)),
            None => c.to_lowercase().for_each(|c| push_folded(&mut folded, c)),
        }
    }
    if is_acronym(&folded) {
        folded.retain(|c| c != '.');
    }
    folded
}

/// Whether folding drops `c` after `before`: accents of Latin, Greek and Cyrillic, points of
/// Hebrew, vowels and hamza of Arabic, and characters that only control layout.
fn is_folded_away(before: char, c: char) -> bool {
    match c {
        // "й" is a letter of its own, not an "и" with an accent; so are "ؤ" and "ئ".
        '\u{306}' => !matches!(before, 'и' | 'И'),
        '\u{654}' => !matches!(before, 'و' | 'ي'),
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' => true,
        '\u{5be}' | '\u{5c0}' | '\u{5c3}' | '\u{5c6}' => false,
        '\u{591}'..='\u{5c7}' => true,
        '\u{6dd}' | '\u{6de}' | '\u{6e5}' | '\u{6e6}' | '\u{6e9}' => false,
        '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' => true,
        '\u{640}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => true,
        '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' => true,
        // The marks of Hebrew acronyms and numbers.
        '"' | '\u{5f3}' | '\u{5f4}' => true,
        _ => false,
    }
}

/// Pushes a folded character. A mark that stays is composed with its letter, and a Hangul jamo with
/// its syllable.
fn push(folded: &mut String, c: char) {
    let before = folded.chars().next_back();
    match before.and_then(|before| composed(before, c)) {
        Some(both) => {
            folded.pop();
            folded.push(both);
        }
        None => folded.push(c),
    }
}

/// Pushes the folded form of a lower-case letter.
fn push_folded(folded: &mut String, c: char) {
    match c {
        'ß' => folded.push_str("ss"),
        'æ' => folded.push_str("ae"),
        'œ' => folded.push_str("oe"),
        'þ' => folded.push_str("th"),
        'ø' => folded.push('o'),
        'ł' => folded.push('l'),
        'đ' | 'ð' => folded.push('d'),
        'ħ' => folded.push('h'),
        'ŧ' => folded.push('t'),
        'ı' => folded.push('i'),
        'ς' => folded.push('σ'),
        'ٱ' => folded.push('ا'),
        'ى' | 'ی' => folded.push('ي'),
        'ة' => folded.push('ه'),
        'ک' => folded.push('ك'),
        _ => push(folded, digit(c).unwrap_or(c)),
    }
}

/// The ASCII digit for a digit of another script; `None` for ASCII and for everything else.
fn digit(c: char) -> Option<char> {
    const ZEROS: [char; 9] = ['٠', '۰', '०', '০', '๐', '໐', '၀', '០', '੦'];
    let of = |zero: &char| (c as u32).checked_sub(*zero as u32).filter(|&n| n < 10);
    let value = ZEROS.iter().find_map(of).filter(|_| c > '\u{7f}')?;
    char::from_digit(value, 10)
}

/// Whether a character is used as an apostrophe.
pub fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʹ' | '＇' | '‛' | '′' | '`' | '´'
    )
}

/// `word` without its possessive ending: "Putin’s" → "Putin", "countries'" → "countries".
pub fn without_possessive(word: &str) -> &str {
    if let Some(bare) = word.strip_suffix(['s', 'S'])
        && let Some(bare) = bare.strip_suffix(is_apostrophe)
    {
        return bare;
    }
    word.strip_suffix(is_apostrophe).unwrap_or(word)
}

/// Acronyms that only their capitals distinguish from a pronoun.
fn is_kept_capital(word: &str) -> bool {
    matches!(word, "US" | "WHO" | "IT")
}

/// Whether a word is single letters with dots between them, with or without a final dot.
fn is_acronym(word: &str) -> bool {
    word.contains('.')
        && word.trim_end_matches('.').split('.').all(|part| {
            let mut chars = part.chars();
            matches!((chars.next(), chars.next()), (Some(c), None) if c.is_alphabetic())
        })
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn keys() {
        for (word, key) in [
            ("Putin’s", "putin"),
            ("countries'", "countries"),
            ("U.N.", "un"),
            ("UN", "un"),
            ("US", "US"),
            ("us", "us"),
            ("Us", "us"),
            ("U.S.", "US"),
            ("US’s", "US"),
            ("U.S.'s", "US"),
            ("U.N.’s", "un"),
            ("Yūji", "yuji"),
            ("e\u{301}té", "ete"),
            ("Łódź", "lodz"),
            ("Straße", "strasse"),
            ("İstanbul", "istanbul"),
            ("don’t", "don't"),
            ("3.5", "3.5"),
            ("", ""),
            ("’s", ""),
            ("Putin`s", "putin"),
            ("O´Brien", "o'brien"),
            ("Đukanović", "dukanovic"),
            ("Ærø", "aero"),
            ("Йошкар", "йошкар"),
            ("ёлка", "елка"),
            ("الْمُعَاهَدَة", "المعاهده"),
            ("أمـــــريكا", "امريكا"),
            ("إلى", "الي"),
            ("مؤتمر", "مؤتمر"),
            ("می‌خواهم", "ميخواهم"),
            ("١٩٩١", "1991"),
            ("שָׁלוֹם", "שלום"),
            ("צה\"ל", "צהל"),
            ("צה״ל", "צהל"),
            ("ガス", "ガス"),
            ("ｶﾞｽ", "ガス"),
            ("한국", "한국"),
            ("ที่", "ที่"),
            ("किताब", "किताब"),
            ("Ὀδυσσεύς", "οδυσσευσ"),
        ] {
            assert_eq!(fold(word), key, "{word:?}");
        }
    }
}
