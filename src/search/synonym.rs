//! Which names mean the same? A name in a query also seeks the others of its bearer.

use std::collections::{HashMap, HashSet};

use super::Index;
use super::leaf::Reading;
use super::lookup::{leaves, stands};
use super::query::{Query, QueryText};
use super::term::{key, units};
use crate::text::{is_stop_word, tokens};

/// How much another name counts beside the one that was typed.
const WEIGHT: f32 = 0.7;
/// The most texts of a query that are one name.
const LONGEST: usize = 8;
/// The most other names that are sought.
const MOST: usize = 8;

/// Groups of full names that mean one thing each.
#[derive(Debug, Clone, Default)]
pub struct Synonyms {
    groups: Vec<Vec<Name>>,
    /// For each name, its only group; `None` when several share it.
    group_of: HashMap<String, Option<usize>>,
    /// The words that names begin with.
    openings: HashSet<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Name {
    shown: String,
    words: Vec<String>,
}

/// What a name in a query also seeks.
#[derive(Debug, PartialEq)]
pub struct Expansion {
    /// The texts of the query that are the name; each may also be met by any of the readings.
    pub texts: std::ops::Range<usize>,
    /// The other names as the corpus has them.
    pub names: Vec<String>,
    /// How these stand in each segment, at their lower weight.
    pub readings: Vec<Vec<Reading>>,
}

impl Synonyms {
    /// The synonyms of lists of names. Left out are names of function words or of one letter, and
    /// single words out of a longer name ("Putin", "Korea") unless they are acronyms.
    pub fn new(lists: &[Vec<String>]) -> Self {
        let mut synonyms = Self::default();
        for list in lists {
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

    /// Whether a name may begin with a text.
    fn opens(&self, text: &QueryText) -> bool {
        let word = text.words.first().filter(|_| !self.openings.is_empty());
        word.is_some_and(|word| self.openings.contains(&compared(&word.key)))
    }

    /// The other names for what some words name; none that hold these words or are held by them.
    fn others(&self, words: &[String]) -> Vec<&Name> {
        let Some(Some(group)) = self.group_of.get(&words.join(" ")) else {
            return Vec::new();
        };
        let is_other = |name: &&Name| !holds(&name.words, words) && !holds(words, &name.words);
        self.groups[*group].iter().filter(is_other).collect()
    }
}

impl Name {
    fn new(shown: &str) -> Self {
        let units = units(shown, &tokens(shown));
        Self {
            shown: shown.trim().to_owned(),
            words: units
                .iter()
                .map(|u| compared(&key(u.span.slice(shown))))
                .skip_while(|word| word == "the")
                .collect(),
        }
    }

    /// Whether it is more than function words and single letters.
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

/// How a word of a name is compared: the pronouns alone are told from acronyms by their case.
fn compared(key: &str) -> String {
    match key {
        "US" | "IT" | "WHO" => key.to_owned(),
        _ => key.to_lowercase(),
    }
}

/// Whether some words stand side by side among others.
fn holds(words: &[String], part: &[String]) -> bool {
    words
        .windows(part.len().max(1))
        .any(|window| window == part)
}

/// What the names in a query also seek in an index: its longest names first, from the left; each
/// text belongs to one at the most. `sought` are the texts that the query seeks.
pub fn expansions(query: &Query, typed: &str, sought: &[usize], index: &Index) -> Vec<Expansion> {
    let mut expansions = Vec::new();
    let mut at = 0;
    while at < query.texts.len() {
        let most = if index.synonyms.opens(&query.texts[at]) {
            row_length(query, typed, sought, at)
        } else {
            0
        };
        let found = (1..=most)
            .rev()
            .find_map(|n| expansion(query, at..at + n, index));
        at = found.as_ref().map_or(at + 1, |found| found.texts.end);
        expansions.extend(found);
    }
    expansions
}

/// How many texts from one on stand side by side and may be parts of a name.
fn row_length(query: &Query, typed: &str, sought: &[usize], first: usize) -> usize {
    let may = |number: usize| {
        let text = &query.texts[number];
        let plain = text.words.iter().all(|w| !w.prefix && w.edits == 0);
        plain && !text.literal && (sought.contains(&number) || text.is_stop_word())
    };
    let is_beside = |number: usize| {
        let (before, text) = (&query.texts[number - 1], &query.texts[number]);
        let between = typed.get(before.at + before.typed.len()..text.at);
        between.is_some_and(|between| !between.is_empty() && between.trim().is_empty())
    };
    let end = query.texts.len().min(first + LONGEST);
    (first..end)
        .take_while(|&number| may(number) && (number == first || is_beside(number)))
        .count()
}

fn expansion(query: &Query, texts: std::ops::Range<usize>, index: &Index) -> Option<Expansion> {
    let words = query.texts[texts.clone()]
        .iter()
        .flat_map(|text| &text.words);
    let words: Vec<String> = words.map(|word| compared(&word.key)).collect();
    let mut names = Vec::new();
    let mut readings: Vec<Vec<Reading>> = vec![Vec::new(); index.parts.len()];
    for name in index.synonyms.others(&words) {
        let Some(text) = QueryText::new(&name.shown, 0, true) else {
            continue;
        };
        let leaves = leaves(&text, index);
        if names.len() < MOST && stands(&leaves, index) {
            names.push(name.shown.clone());
            for (readings, leaf) in readings.iter_mut().zip(&leaves) {
                let weighed = |r: &Reading| Reading {
                    weight: WEIGHT,
                    ..r.clone()
                };
                readings.extend(leaf.readings().iter().map(weighed));
            }
        }
    }
    (!names.is_empty()).then_some(Expansion {
        texts,
        names,
        readings,
    })
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
