//! Which word is in the possessive? A stripping of the ending: "Friday" of "Friday’s".

/// How a possessive ends, with either apostrophe, in small letters or capitals.
const ENDINGS: [&str; 4] = ["’s", "'s", "’S", "'S"];

/// The word before a possessive ending; other words as they are. A plural's bare apostrophe is no
/// part of a word and stays out of this.
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
