//! Which words show what a line is? A lexicon of word classes that the recognizers query.

use crate::text::lexicon::WordClasses;

/// Words with their class; the format is described at the head of the file.
const LIST: &str = include_str!("vocabulary.tsv");

/// The names of the classes in the list, in the order of [`Vocabulary`].
const NAMES: &[&str] = &[
    "addressee",
    "common-goods",
    "goods",
    "label",
    "network",
    "no-town",
    "office",
    "order",
    "particle",
    "street",
    "town-opener",
];

static WORDS: WordClasses = WordClasses::new(LIST, NAMES);

/// A class of words that the recognizers query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabulary {
    /// Words of salutations that are not names.
    Addressee,
    /// What sites, but others as well, offer their readers.
    CommonGoods,
    /// What only a site offers its readers: "newsletter".
    Goods,
    /// Words in capitals that open a line and are not towns.
    Label,
    /// Social networks.
    Network,
    /// Capitalized words before a date that are not towns: outlets, sections, and labels of dates.
    NoTown,
    /// Words that show that a sender is not a person.
    Office,
    /// Imperatives that ask readers for their address or money.
    Order,
    /// Words in lower case inside the names of people: "van".
    Particle,
    /// Words that show that a line is an address.
    Street,
    /// First words of the names of towns that have several words.
    TownOpener,
}

impl Vocabulary {
    /// Whether a word, as written, is in the class.
    pub fn has(self, word: &str) -> bool {
        WORDS.has(word, self as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::check_list;

    #[test]
    fn the_list_is_sorted_and_whole() {
        check_list(LIST, NAMES);
    }
}
