//! Which spellings are one word? A token's text folded to the key it is compared by.
//!
//! Folding makes keys, never a second text: no offsets survive it.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// `word` in lower case without accents, dots of acronyms, typographic apostrophes or the
/// possessive ending: "Putin’s" → "putin", "U.N." → "un", "Yoon's" → "yoon", "Łódź" → "łodz".
///
/// The pronoun keeps apart from the country: "US" → "US" while "us" → "us" (likewise WHO and IT).
pub fn fold(word: &str) -> String {
    if matches!(word, "US" | "WHO" | "IT" | "U.S." | "U.S") {
        return word.replace('.', "");
    }
    let mut folded: String = word
        .nfkd()
        .filter(|&c| !is_combining_mark(c))
        .map(|c| {
            if matches!(c, '’' | 'ʼ' | '‘' | '＇') {
                '\''
            } else {
                c
            }
        })
        .flat_map(char::to_lowercase)
        .collect();
    for ending in ["'s", "'"] {
        if let Some(bare) = folded.strip_suffix(ending) {
            let bare = bare.to_owned();
            // "US’s" is the country too.
            return if matches!(word.get(..2), Some("US")) && bare == "us" {
                "US".into()
            } else {
                bare
            };
        }
    }
    if is_acronym(&folded) {
        folded.retain(|c| c != '.');
    }
    folded
}

/// Letters with a dot after each of them, the last perhaps without.
fn is_acronym(word: &str) -> bool {
    word.contains('.')
        && word
            .trim_end_matches('.')
            .split('.')
            .all(|part| part.chars().count() == 1)
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
            ("Yūji", "yuji"),
            ("don’t", "don't"),
            ("3.5", "3.5"),
            ("", ""),
        ] {
            assert_eq!(fold(word), key, "{word:?}");
        }
    }
}
