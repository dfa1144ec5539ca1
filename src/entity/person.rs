//! Which people are the same? Full names across documents, and what a surname alone refers to.

use std::collections::{BTreeMap, BTreeSet};

use super::lexicon::Lexicon;
use crate::document::Document;
use crate::text::fold::fold;
use crate::text::{Span, tokens};

/// How many times as often as all others one bearer of a surname must be named for a document that
/// names nobody in full to mean that one.
const DOMINANCE: usize = 10;

/// A mention of a person: document, mention, and the folded words of the name.
#[derive(Debug, Clone)]
pub(super) struct Naming {
    pub document: usize,
    pub mention: usize,
    pub name: Vec<String>,
    /// Whether the family name comes first.
    pub family_first: bool,
}

impl Naming {
    /// The naming that a span makes.
    pub fn new(document: &Document, at: (usize, usize), span: Span) -> Self {
        let name = document.slice(span);
        let words: Vec<&str> = tokens(name)
            .iter()
            .filter(|t| t.is_word())
            .map(|t| t.span.slice(name))
            .filter(|w| w.starts_with(char::is_alphabetic))
            .collect();
        let lexicon = Lexicon::get();
        let family = |w: Option<&&str>| w.is_some_and(|w| lexicon.is_family(w));
        let family_first = family(words.first()) && (words.len() > 2 || !family(words.last()));
        // Initials between names come and go: "Harry S. Truman" is "Harry Truman".
        let last = words.len().saturating_sub(1);
        let kept = words
            .iter()
            .enumerate()
            .filter(|(i, w)| *i == 0 || *i == last || w.chars().count() > 1);
        Self {
            document: at.0,
            mention: at.1,
            name: kept.map(|(_, w)| fold(w)).collect(),
            family_first,
        }
    }

    fn is_full(&self) -> bool {
        self.name.len() > 1
    }

    fn surname(&self) -> &str {
        let part = if self.family_first {
            self.name.first()
        } else {
            self.name.last()
        };
        part.map_or("", String::as_str)
    }
}

/// A person for each naming, as a key; `namings` are in corpus order.
pub(super) fn people(namings: &[Naming]) -> Vec<String> {
    let census = Census::of(namings);
    let mut keys = Vec::with_capacity(namings.len());
    let mut start = 0;
    while start < namings.len() {
        let document = namings[start].document;
        let end = start
            + namings[start..]
                .iter()
                .take_while(|n| n.document == document)
                .count();
        let local = &namings[start..end];
        keys.extend((0..local.len()).map(|i| census.person(local, i)));
        start = end;
    }
    keys
}

/// Who is named in full anywhere in the corpus.
struct Census {
    /// How often each full name, in its usual form, occurs.
    full: BTreeMap<String, usize>,
    /// The full names of each surname.
    bearers: BTreeMap<String, BTreeSet<String>>,
}

impl Census {
    fn of(namings: &[Naming]) -> Self {
        let mut census = Census {
            full: BTreeMap::new(),
            bearers: BTreeMap::new(),
        };
        for naming in namings.iter().filter(|n| n.is_full()) {
            *census.full.entry(naming.name.join(" ")).or_default() += 1;
        }
        for naming in namings.iter().filter(|n| n.is_full()) {
            let name = census.usual(naming);
            census
                .bearers
                .entry(naming.surname().to_owned())
                .or_default()
                .insert(name);
        }
        census
    }

    /// The full name, or the shorter form without middle names when that is also in use.
    fn usual(&self, naming: &Naming) -> String {
        let name = &naming.name;
        if let (false, [first, _, .., last]) = (naming.family_first, name.as_slice()) {
            let short = format!("{first} {last}");
            if self.full.contains_key(&short) {
                return short;
            }
        }
        name.join(" ")
    }

    /// The person that `local[at]` names; `local` are the namings of its document.
    fn person(&self, local: &[Naming], at: usize) -> String {
        let naming = &local[at];
        if naming.is_full() {
            return self.usual(naming);
        }
        let Some(part) = naming.name.first() else {
            return String::new();
        };
        antecedent(local, at, |n| n.surname() == part)
            .or_else(|| antecedent(local, at, |n| n.name.contains(part)))
            .map(|n| self.usual(n))
            .or_else(|| self.dominant(part))
            .unwrap_or_else(|| part.clone())
    }

    /// The only bearer of a surname in the corpus, or the one that nearly all mean.
    fn dominant(&self, surname: &str) -> Option<String> {
        let bearers = self.bearers.get(surname)?;
        let count = |name: &String| self.full.get(name).copied().unwrap_or(0);
        let most = bearers.iter().max_by_key(|name| count(name))?;
        let others: usize = bearers.iter().filter(|name| *name != most).map(count).sum();
        (count(most) >= DOMINANCE * others).then(|| most.clone())
    }
}

/// The fully named person of the same document that a lone name means: the one named more than
/// twice as often as any other, else the latest before it, else the first after it.
fn antecedent(local: &[Naming], at: usize, fits: impl Fn(&Naming) -> bool) -> Option<&Naming> {
    let bearers: Vec<(usize, &Naming)> = local
        .iter()
        .enumerate()
        .filter(|(_, n)| n.is_full() && fits(n))
        .collect();
    let count = |name: &[String]| bearers.iter().filter(|(_, n)| n.name == name).count();
    let main = bearers.iter().max_by_key(|(_, n)| count(&n.name))?;
    let rival = bearers
        .iter()
        .filter(|(_, n)| n.name != main.1.name)
        .map(|(_, n)| count(&n.name))
        .max()
        .unwrap_or(0);
    if count(&main.1.name) > 2 * rival {
        return Some(main.1);
    }
    let before = bearers.iter().rev().find(|(i, _)| *i < at);
    before.or(bearers.first()).map(|(_, n)| *n)
}
