//! Which spellings differ only by country? A pure function to a key that British and American forms
//! share.
//!
//! Listed words (`spelling.txt`) become American, but the regular ending -ize becomes -ise. That
//! direction affects fewer other words: otherwise "paradise" would share the stem of "parade". The
//! key is for comparison and need not be a word.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::order;
use crate::text::lexicon::{WordList, entries};

/// One pair per line, British then American; a hyphen after both means that any ending may follow.
const LIST: &str = include_str!("spelling.txt");

/// The endings that may follow "-iz" or "-yz" in regular verbs and words derived from them.
static AFTER_Z: WordList = WordList::new(include_str!("verb_endings.txt"));

static PAIRS: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let pair = |line: &'static str| line.split_once(' ');
    let mut pairs: Vec<_> = entries(LIST).filter_map(pair).collect();
    order::sort(&mut pairs);
    pairs
});

/// The key that a folded word shares with its spelling in the other country.
pub fn spelling_key(word: &str) -> Cow<'_, str> {
    match listed(word) {
        Some(other) => Cow::Owned(with_s(&other).unwrap_or(other)),
        None => with_s(word).map_or(Cow::Borrowed(word), Cow::Owned),
    }
}

/// A word with its regular ending -ize or -yze written with an s; otherwise `None`.
fn with_s(word: &str) -> Option<String> {
    AFTER_Z.words().iter().find_map(|ending| {
        let root = word.strip_suffix(ending)?.strip_suffix('z')?;
        let regular = root.strip_suffix('i').is_some_and(|r| r.len() >= 3) || root.ends_with("ly");
        regular.then(|| format!("{root}s{ending}"))
    })
}

/// The American form of a listed word.
fn listed(word: &str) -> Option<String> {
    let at = PAIRS.partition_point(|(british, _)| *british <= word);
    if let Some((british, american)) = PAIRS.get(at.checked_sub(1)?)
        && *british == word
    {
        return Some((*american).to_owned());
    }
    // Pairs with an open ending sort near the words they match, and few share two letters.
    let letters = word.get(..2)?;
    let first = PAIRS.partition_point(|(british, _)| *british < letters);
    PAIRS[first..]
        .iter()
        .take_while(|(british, _)| british.starts_with(letters))
        .find_map(|(british, american)| {
            let ending = word.strip_prefix(british.strip_suffix('-')?)?;
            Some(format!("{}{ending}", american.trim_end_matches('-')))
        })
}

#[cfg(test)]
mod tests {
    use super::{LIST, spelling_key};
    use crate::text::lexicon::check_list;

    #[test]
    fn both_spellings_share_a_key() {
        for (british, american) in [
            ("defence", "defense"),
            ("neighbouring", "neighboring"),
            ("organisation", "organization"),
            ("analysed", "analyzed"),
            ("centre", "center"),
            ("programmes", "programs"),
            ("haemorrhage", "hemorrhage"),
            ("unfavourable", "unfavorable"),
            ("colourized", "colorised"),
            ("cheques", "checks"),
            ("dialogues", "dialogs"),
            ("oestrogen", "estrogen"),
        ] {
            assert_eq!(spelling_key(british), spelling_key(american), "{british}");
        }
    }

    #[test]
    fn others_stay_apart() {
        for word in [
            "hour", "four", "prize", "size", "citizen", "source", "", "é", "z", "ze",
        ] {
            assert_eq!(spelling_key(word), word);
        }
    }

    #[test]
    fn the_lists_are_sorted() {
        check_list(LIST, &[]);
        check_list(include_str!("verb_endings.txt"), &[]);
    }
}
