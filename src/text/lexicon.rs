//! Which words does a list contain, and in which classes? Readers of word lists that are data files
//! beside the code.
//!
//! A list has one entry per line, sorted by bytes. Lines that begin with `#` are remarks; the first
//! ones state where the entries come from. A list is parsed on first use.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

/// The entries of a list, in order, without remarks and empty lines.
pub fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// A sorted list of words, one per line.
pub struct WordList {
    list: &'static str,
    words: OnceLock<Vec<&'static str>>,
}

impl WordList {
    /// The words of `list`.
    pub const fn new(list: &'static str) -> Self {
        Self {
            list,
            words: OnceLock::new(),
        }
    }

    /// The words, in the order of the list.
    pub fn words(&self) -> &[&'static str] {
        self.words.get_or_init(|| entries(self.list).collect())
    }

    /// Whether the list contains a word, compared exactly.
    pub fn contains(&self, word: &str) -> bool {
        self.words().binary_search(&word).is_ok()
    }
}

/// A sorted list of words with classes: `word`, tab, `class` per line. A word may have several.
pub struct WordClasses {
    list: &'static str,
    names: &'static [&'static str],
    words: OnceLock<FxHashMap<&'static str, u32>>,
}

impl WordClasses {
    /// The words of `list`; `names` are the classes, at most 32, in the order of their ordinals.
    pub const fn new(list: &'static str, names: &'static [&'static str]) -> Self {
        Self {
            list,
            names,
            words: OnceLock::new(),
        }
    }

    fn words(&self) -> &FxHashMap<&'static str, u32> {
        self.words.get_or_init(|| {
            let mut words: FxHashMap<&'static str, u32> = FxHashMap::default();
            for (word, class) in entries(self.list).filter_map(|line| line.split_once('\t')) {
                if let Some(n) = self.names.iter().position(|name| *name == class) {
                    *words.entry(word).or_default() |= 1 << n;
                }
            }
            words
        })
    }

    /// The entry equal to `word`, compared exactly, if it has the class with ordinal `class`.
    pub fn find(&self, word: &str, class: usize) -> Option<&'static str> {
        let (found, classes) = self.words().get_key_value(word)?;
        (classes >> class & 1 == 1).then_some(*found)
    }

    /// Whether a word, compared exactly, has the class with ordinal `class`.
    pub fn has(&self, word: &str, class: usize) -> bool {
        self.find(word, class).is_some()
    }
}

/// Checks a list: sorted, without duplicates, with a remark about its source. If `names` is not
/// empty, every entry must have one of these classes, and every class an entry.
#[cfg(test)]
pub(crate) fn check_list(list: &'static str, names: &[&str]) {
    let lines: Vec<&str> = entries(list).collect();
    assert!(list.starts_with("# "), "no remark of provenance");
    for pair in lines.windows(2) {
        assert!(pair[0] < pair[1], "{pair:?}");
    }
    for line in lines.iter().filter(|_| !names.is_empty()) {
        let class = line.split_once('\t').map(|(_, class)| class);
        assert!(class.is_some_and(|class| names.contains(&class)), "{line}");
    }
    for name in names {
        let ending = format!("\t{name}");
        assert!(lines.iter().any(|line| line.ends_with(&ending)), "{name}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_are_no_entries() {
        let list = "# By hand.\nan\n\ntea\n";
        assert_eq!(entries(list).collect::<Vec<_>>(), ["an", "tea"]);
        let words = WordList::new(list);
        assert!(words.contains("an") && words.contains("tea"));
        assert!(!words.contains("") && !words.contains("# By hand.") && !words.contains("An"));
    }

    #[test]
    fn a_word_may_be_of_several_classes() {
        let words = WordClasses::new(
            "# By hand.\ncat\tanimal\ncat\tpet\nfox\tanimal\nox\tx\n",
            &["animal", "pet"],
        );
        assert!(words.has("cat", 0) && words.has("cat", 1) && words.has("fox", 0));
        assert!(!words.has("fox", 1) && !words.has("ox", 0) && !words.has("", 0));
        assert_eq!(words.find("cat", 1), Some("cat"));
    }
}
