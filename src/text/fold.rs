//! Which spellings are one word? A token's text folded to the key it is compared by.
//!
//! Folding makes keys, never a second text: no offsets survive it.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// `word` in lower case without accents, dots of acronyms, typographic apostrophes or the
/// possessive ending: "Putin’s" → "putin", "U.N." → "un", "Yoon's" → "yoon", "Łódź" → "lodz".
///
/// The pronoun keeps apart from the country: "US" → "US" while "us" → "us" (likewise WHO and IT).
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
    for c in bare
        .nfkd()
        .filter(|&c| !is_combining_mark(c))
        .flat_map(char::to_lowercase)
    {
        match c {
            '’' | 'ʼ' | '‘' | '＇' => folded.push('\''),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            '\u{307}' | '\u{ad}' => {}
            _ => folded.push(c),
        }
    }
    if is_acronym(&folded) {
        folded.retain(|c| c != '.');
    }
    folded
}

/// `word` without its possessive ending: "Putin’s" → "Putin", "countries'" → "countries".
pub fn without_possessive(word: &str) -> &str {
    let is_apostrophe = |c| matches!(c, '\'' | '’' | 'ʼ' | '‘' | '＇');
    if let Some(bare) = word.strip_suffix(['s', 'S'])
        && let Some(bare) = bare.strip_suffix(is_apostrophe)
    {
        return bare;
    }
    word.strip_suffix(is_apostrophe).unwrap_or(word)
}

/// Acronyms that are told from a pronoun by their capitals alone.
fn is_kept_capital(word: &str) -> bool {
    matches!(word, "US" | "WHO" | "IT")
}

/// Letters with a dot after each of them, the last perhaps without.
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
        ] {
            assert_eq!(fold(word), key, "{word:?}");
        }
    }
}
