//! Which number does a word name? A parser of number words: "four" → "4", "twentyfour" → "24".

use std::sync::LazyLock;

use crate::text::lexicon::entries;

/// Two to nineteen, and the tens up to ninety. "one" is omitted: it is more often a pronoun.
const LIST: &str = include_str!("numbers.tsv");

static NUMBERS: LazyLock<Vec<(&'static str, u32)>> = LazyLock::new(|| {
    let row = |row: &'static str| {
        let (word, number) = row.split_once('\t')?;
        Some((word, number.parse().ok()?))
    };
    entries(LIST).filter_map(row).collect()
});

fn listed(word: &str) -> Option<u32> {
    let at = NUMBERS
        .binary_search_by_key(&word, |&(name, _)| name)
        .ok()?;
    Some(NUMBERS[at].1)
}

/// The digits of the number from 2 to 99 that a folded word names, without hyphen: "twentyfour" →
/// "24". `None` for other words.
pub fn number_key(word: &str) -> Option<String> {
    if let Some(number) = listed(word) {
        return Some(number.to_string());
    }
    let mut tens = NUMBERS.iter().filter(|(_, number)| *number >= 20);
    let (name, ten) = tens.find(|(name, _)| word.starts_with(name))?;
    let unit = match &word[name.len()..] {
        "one" => 1,
        rest => listed(rest).filter(|unit| *unit < 10)?,
    };
    Some((ten + unit).to_string())
}

#[cfg(test)]
mod tests {
    use super::{LIST, listed, number_key};
    use crate::text::lexicon::check_list;

    #[test]
    fn the_list_is_sorted_and_whole() {
        check_list(LIST, &[]);
        assert_eq!((listed("two"), listed("ninety")), (Some(2), Some(90)));
    }

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
