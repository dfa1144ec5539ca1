//! Which names mean the same? A lookup table of full names, grouped by entity.

use std::collections::{HashMap, HashSet};

use crate::search::term::{index_tokens, key};
use crate::text::{is_stop_word, tokens};

/// Groups of full names; each group means one entity.
#[derive(Debug, Clone, Default)]
pub struct Synonyms {
    groups: Vec<Vec<Name>>,
    /// For each name, its group; `None` if several groups share it.
    group_of: HashMap<String, Option<usize>>,
    /// The first words of all names.
    openings: HashSet<String>,
}

/// A name with the words by which it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The form that is shown.
    pub shown: String,
    words: Vec<String>,
}

impl Synonyms {
    /// Builds the groups. Omitted are names that consist of stop words or single letters, and
    /// single words of a longer name ("Putin", "Korea") unless they are acronyms.
    pub fn new(lists: &[Vec<String>]) -> Self {
        let mut synonyms = Self::default();
        // Most things have a single name.
        for list in lists.iter().filter(|list| list.len() > 1) {
            let mut names: Vec<Name> = Vec::new();
            for name in list.iter().map(|name| Name::new(name)) {
                if name.says() && names.iter().all(|other| other.words != name.words) {
                    names.push(name);
                }
            }
            let all = names.clone();
            names.retain(|name| !all.iter().any(|other| name.is_short_for(other)));
            if names.len() < 2 {
                continue;
            }
            let group = synonyms.groups.len();
            for name in &names {
                let shared = synonyms.group_of.entry(name.words.join(" "));
                shared.and_modify(|of| *of = None).or_insert(Some(group));
                synonyms.openings.extend(name.words.first().cloned());
            }
            synonyms.groups.push(names);
        }
        synonyms
    }

    /// Whether a name may begin with the word of a key.
    pub fn opens(&self, key: &str) -> bool {
        !self.openings.is_empty() && self.openings.contains(&compared(key))
    }

    /// The other names of the entity that `words` name, except those that contain `words` or are
    /// contained in them.
    pub fn others(&self, words: &[String]) -> Vec<&Name> {
        let Some(Some(group)) = self.group_of.get(&words.join(" ")) else {
            return Vec::new();
        };
        let is_other = |name: &&Name| !holds(&name.words, words) && !holds(words, &name.words);
        self.groups[*group].iter().filter(is_other).collect()
    }
}

impl Name {
    fn new(shown: &str) -> Self {
        let tokens = index_tokens(shown, &tokens(shown));
        Self {
            shown: shown.trim().to_owned(),
            words: tokens
                .iter()
                .map(|u| compared(&key(u.span.slice(shown))))
                .skip_while(|word| word == "the")
                .collect(),
        }
    }

    /// Whether any word is more than a stop word or a single letter.
    fn says(&self) -> bool {
        let says = |word: &String| word.chars().nth(1).is_some() && !is_stop_word(word);
        self.words.iter().any(says)
    }

    fn is_short_for(&self, other: &Self) -> bool {
        let is_acronym = !self.shown.chars().any(char::is_lowercase);
        self.words.len() == 1
            && other.words.len() > 1
            && !is_acronym
            && holds(&other.words, &self.words)
    }
}

/// The form in which a word of a name is compared: in lower case, except acronyms that would
/// coincide with pronouns.
pub fn compared(key: &str) -> String {
    match key {
        "US" | "IT" | "WHO" => key.to_owned(),
        _ => key.to_lowercase(),
    }
}

/// Whether `words` contain `part` side by side.
fn holds(words: &[String], part: &[String]) -> bool {
    words
        .windows(part.len().max(1))
        .any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn others(lists: &[&[&str]], typed: &str) -> Vec<String> {
        let list = |names: &&[&str]| names.iter().map(|n| (*n).to_owned()).collect();
        let synonyms = Synonyms::new(&lists.iter().map(list).collect::<Vec<_>>());
        let others = synonyms.others(&Name::new(typed).words);
        others.iter().map(|name| name.shown.clone()).collect()
    }

    #[test]
    fn full_names_alone_are_exchanged() {
        let korea: &[&str] = &[
            "North Korea",
            "DPRK",
            "N. Korea",
            "Korea",
            "the North",
            "North",
        ];
        assert_eq!(others(&[korea], "dprk"), ["North Korea", "N. Korea"]);
        assert_eq!(others(&[korea], "north korea"), ["DPRK", "N. Korea"]);
        assert!(others(&[korea], "Korea").is_empty());
        let putin: &[&str] = &[
            "Vladimir Putin",
            "Putin",
            "Vladimir Vladimirovich Putin",
            "he",
        ];
        assert!(others(&[putin], "Putin").is_empty());
        let states: &[&str] = &["United States", "US", "U.S.", "United States of America"];
        assert_eq!(
            others(&[states], "US"),
            ["United States", "United States of America"]
        );
        assert_eq!(others(&[states], "United States"), ["US"]);
        assert!(others(&[states], "us").is_empty());
        assert!(others(&[korea, &["DPRK", "Elsewhere"]], "DPRK").is_empty());
    }
}
