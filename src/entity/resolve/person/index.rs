//! Who is named in full in a corpus? An index of people: the key of a full name, and the person
//! that a surname refers to in the whole corpus.

use std::collections::{BTreeMap, BTreeSet};

use super::mention::{PersonMention, agree, middle};

/// How many times as often as all others together a bearer of a surname must be named, to be meant
/// in a document that names no bearer in full.
const DOMINANCE: usize = 10;

/// The number of bearers above which a partial name is not resolved.
pub const CROWD: usize = 64;

/// The people whom a corpus names in full.
pub struct PersonIndex {
    /// The names that share their first and last words, by the words between.
    bases: BTreeMap<String, Base>,
    /// How often each person is named in full.
    full: BTreeMap<String, usize>,
    /// The keys of the people with each surname.
    bearers: BTreeMap<String, BTreeSet<String>>,
}

/// The words found between one pair of first and last words.
#[derive(Default)]
struct Base {
    middles: BTreeMap<Vec<String>, usize>,
    /// The middle names that contradict each other, the longest of each person; empty if there is
    /// only one person.
    people: Vec<Vec<String>>,
}

impl PersonIndex {
    /// Indexes the people whom `person_mentions` name in full.
    pub fn of(person_mentions: &[PersonMention]) -> Self {
        let mut index = PersonIndex {
            bases: BTreeMap::new(),
            full: BTreeMap::new(),
            bearers: BTreeMap::new(),
        };
        for person_mention in person_mentions.iter().filter(|n| n.is_full()) {
            let middles = &mut index.bases.entry(base(person_mention)).or_default().middles;
            *middles.entry(middle(person_mention).to_vec()).or_default() += 1;
        }
        for base in index.bases.values_mut() {
            base.people = base.part();
        }
        for person_mention in person_mentions.iter().filter(|n| n.is_full()) {
            let key = index.key(person_mention, &[]);
            let bearers = index.bearers.entry(person_mention.surname().to_owned());
            bearers.or_default().insert(key.clone());
            *index.full.entry(key).or_default() += 1;
        }
        index
    }

    /// The key of a full name; `local` are the person mentions of its document.
    pub fn key(&self, person_mention: &PersonMention, local: &[PersonMention]) -> String {
        let name = base(person_mention);
        let Some(base) = self.bases.get(&name).filter(|b| !b.people.is_empty()) else {
            return name;
        };
        let own = middle(person_mention);
        let said = || {
            let mut local = local
                .iter()
                .filter(|n| n.is_full() && !middle(n).is_empty());
            local.find(|n| self::base(n) == name).map(middle)
        };
        let middle = if own.is_empty() { said() } else { Some(own) };
        let person = match middle {
            Some(middle) => base.people.iter().find(|p| agree(middle, p)),
            None => base.people.first(),
        };
        person.map_or_else(|| name.clone(), |p| format!("{name} {}", p.join(" ")))
    }

    /// Whether someone named in full has this surname.
    pub fn is_surname(&self, name: &str) -> bool {
        self.bearers.contains_key(name)
    }

    /// The only bearer of a surname in the corpus, or the one whom nearly all its mentions name.
    pub fn dominant(&self, surname: &str) -> Option<String> {
        let bearers = self.bearers.get(surname)?;
        let count = |name: &String| self.full.get(name).copied().unwrap_or(0);
        let most = bearers.iter().max_by_key(|name| count(name))?;
        let others: usize = bearers.iter().filter(|name| *name != most).map(count).sum();
        (count(most) >= DOMINANCE * others).then(|| most.clone())
    }
}

impl Base {
    /// The people of the name, the most frequently named first; empty if there are fewer than two.
    fn part(&self) -> Vec<Vec<String>> {
        let mut people: Vec<(usize, &Vec<String>)> = Vec::new();
        let by_length: BTreeSet<_> = self
            .middles
            .iter()
            .filter(|(m, _)| !m.is_empty())
            .map(|(m, n)| (std::cmp::Reverse(m.concat().len()), m, n))
            .collect();
        for (_, middle, n) in by_length.into_iter().take(CROWD) {
            match people.iter_mut().find(|(_, p)| agree(middle, p)) {
                Some((count, _)) => *count += n,
                None => people.push((*n, middle)),
            }
        }
        if people.len() < 2 {
            return Vec::new();
        }
        crate::order::sort_by_key(&mut people, |(n, _)| std::cmp::Reverse(*n));
        people.into_iter().map(|(_, p)| p.clone()).collect()
    }
}

/// The first and last words of a name; all of it if it begins with the family name.
fn base(person_mention: &PersonMention) -> String {
    match person_mention.words.as_slice() {
        [first, _, .., last] if !person_mention.family_first => format!("{first} {last}"),
        // "Jong-un", "Jong Un" and "Jongun" are the same.
        [family, given @ ..] => format!("{family} {}", given.concat()),
        [] => String::new(),
    }
}
