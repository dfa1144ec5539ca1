//! Which word is in the possessive? A pure function that strips the ending: "Friday’s" → "Friday".

/// Possessive endings with either apostrophe, in lower and upper case.
const ENDINGS: [&str; 4] = ["’s", "'s", "’S", "'S"];

/// `word` without its possessive ending; other words are returned unchanged. A plural's bare
/// apostrophe is not part of its token and is not handled here.
pub fn without_possessive(word: &str) -> &str {
    ENDINGS
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings() {
        for (word, expected) in [
            ("Friday’s", "Friday"),
            ("mayor's", "mayor"),
            ("MAYOR’S", "MAYOR"),
            ("buses", "buses"),
            ("’s", ""),
            ("", ""),
        ] {
            assert_eq!(without_possessive(word), expected);
        }
    }
}
