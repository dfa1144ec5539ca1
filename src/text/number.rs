//! Which number does a word name? "four" and "twenty-four" in digits.

/// Two to nineteen; "one" is more often a pronoun than a number.
const SMALL: [&str; 18] = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

/// The tens from twenty.
const TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// The digits of a number from 2 to 99 that a folded word names, its hyphen left out:
/// "twentyfour" → "24".
pub fn number_key(word: &str) -> Option<String> {
    if let Some(at) = SMALL.iter().position(|name| *name == word) {
        return Some((at + 2).to_string());
    }
    let (ten, name) = (2..).zip(TENS).find(|(_, name)| word.starts_with(name))?;
    let unit = match &word[name.len()..] {
        "" => 0,
        "one" => 1,
        rest => 2 + SMALL[..8].iter().position(|name| *name == rest)?,
    };
    Some((ten * 10 + unit).to_string())
}

#[cfg(test)]
mod tests {
    use super::number_key;

    #[test]
    fn numbers() {
        for (word, digits) in [
            ("four", Some("4")),
            ("nineteen", Some("19")),
            ("forty", Some("40")),
            ("twentyfour", Some("24")),
            ("ninetyone", Some("91")),
            ("one", None),
            ("twentyten", None),
            ("fortyish", None),
            ("", None),
        ] {
            assert_eq!(number_key(word).as_deref(), digits, "{word}");
        }
    }
}
