//! Which names are known beforehand? A gazetteer of countries, cities, organisations, publications,
//! events and documents, indexed by words.

use crate::entity::token::CasedToken;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use crate::entity::kind::MentionKind;
use crate::text::lexicon::entries;
use crate::text::{TokenKind, tokens};

/// The list; its first lines describe the columns.
pub const LIST: &str = include_str!("lists/gazetteer.tsv");

/// A known name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GazetteerEntry {
    /// The canonical name; for a demonym, its first form.
    pub canonical: &'static str,
    /// The kind of a mention of it.
    pub kind: MentionKind,
    /// The place that a demonym or capital stands for.
    pub stands_for: Option<&'static str>,
}

/// A known name found in a text.
#[derive(Debug, Clone, Copy)]
pub struct GazetteerMatch {
    /// How many words it covers.
    pub words: usize,
    /// The entry.
    pub known: GazetteerEntry,
}

/// The list, indexed by the words of each form.
pub struct Gazetteer {
    forms: HashMap<String, GazetteerEntry>,
    /// The length of the longest form, in words and marks, by its first word.
    longest: HashMap<String, usize>,
    /// The places for which the list has a demonym.
    peopled: HashSet<&'static str>,
}

impl Gazetteer {
    /// The list, read once.
    pub fn get() -> &'static Gazetteer {
        static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
        GAZETTEER.get_or_init(|| Gazetteer::read(LIST))
    }

    fn read(list: &'static str) -> Self {
        let mut gazetteer = Gazetteer {
            forms: HashMap::new(),
            longest: HashMap::new(),
            peopled: HashSet::new(),
        };
        for line in entries(list) {
            let mut columns = line.split('\t');
            let (Some(canonical), Some(kind)) =
                (columns.next(), columns.next().and_then(MentionKind::of))
            else {
                continue;
            };
            let aliases = columns.next().unwrap_or("");
            let known = GazetteerEntry {
                canonical,
                kind,
                stands_for: columns.next().filter(|s| !s.is_empty()),
            };
            if kind == MentionKind::Nationality {
                gazetteer.peopled.extend(known.stands_for);
            }
            for form in std::iter::once(canonical)
                .chain(aliases.split('|'))
                .filter(|f| !f.is_empty())
            {
                gazetteer.add(form, known);
            }
        }
        gazetteer
    }

    fn add(&mut self, form: &str, known: GazetteerEntry) {
        let parts: Vec<String> = tokens(form)
            .iter()
            .filter(|t| t.kind != TokenKind::Space)
            .map(|t| key(t.span.slice(form)))
            .collect();
        let Some(first) = parts.first() else { return };
        let longest = self.longest.entry(first.clone()).or_default();
        *longest = parts.len().max(*longest);
        self.forms.entry(parts.join(" ")).or_insert(known);
    }

    /// The longest known name that starts at `tokens[at]`.
    ///
    /// Forms listed with a lower-case "the" are found only after an article, which is not part of
    /// the match.
    pub fn longest_at(&self, tokens: &[CasedToken], at: usize) -> Option<GazetteerMatch> {
        let article = at > 0 && tokens[at - 1].lower == "the";
        let after = if article {
            self.after_article(tokens, at)
        } else {
            None
        };
        let plain = self.plain(tokens, at, |w| w.to_owned());
        let shouted = || {
            tokens
                .get(at)
                .filter(|w| w.is_shouted())
                .and_then(|_| self.plain(tokens, at, title_case))
        };
        match (plain.or_else(shouted), after) {
            (Some(plain), Some(after)) if after.words > plain.words => Some(after),
            (plain, after) => plain.or(after),
        }
    }

    fn after_article(&self, tokens: &[CasedToken], at: usize) -> Option<GazetteerMatch> {
        let most = *self.longest.get("the")?;
        (1..most)
            .rev()
            .find_map(|n| self.form(tokens, at, n, "the ", &|w| w.to_owned()))
    }

    fn plain(
        &self,
        tokens: &[CasedToken],
        at: usize,
        case: fn(&str) -> String,
    ) -> Option<GazetteerMatch> {
        let first = tokens.get(at).filter(|w| w.text != "the")?;
        let most = [first.text, first.bare]
            .iter()
            .filter_map(|w| self.longest.get(&case(&key(w))))
            .max()?;
        (1..=*most)
            .rev()
            .find_map(|n| self.form(tokens, at, n, "", &case))
    }

    fn form(
        &self,
        tokens: &[CasedToken],
        at: usize,
        n: usize,
        lead: &str,
        case: &dyn Fn(&str) -> String,
    ) -> Option<GazetteerMatch> {
        let (last, init) = tokens.get(at..at + n)?.split_last()?;
        let mut form = lead.to_owned();
        for word in init {
            form.push_str(&case(&key(word.text)));
            form.push(' ');
        }
        let len = form.len();
        for ending in [last.text, last.bare] {
            form.truncate(len);
            form.push_str(&case(&key(ending)));
            if let Some(known) = self.forms.get(&form) {
                return Some(GazetteerMatch {
                    words: n,
                    known: *known,
                });
            }
        }
        None
    }

    /// The country that a known place is, or of which it is the capital; `None` for any other
    /// place.
    pub fn country(&self, place: GazetteerEntry) -> Option<&'static str> {
        let country = place.stands_for.unwrap_or(place.canonical);
        let wider = matches!(
            country,
            "Africa" | "Asia" | "Europe" | "Korea" | "Latin America"
        );
        (self.peopled.contains(country) && !wider).then_some(country)
    }

    /// The entry whose form is the whole of `name`.
    pub fn named(&self, name: &str) -> Option<GazetteerEntry> {
        let parts: Vec<String> = tokens(name)
            .iter()
            .filter(|t| t.kind != TokenKind::Space)
            .map(|t| key(t.span.slice(name)))
            .collect();
        let shouted: Vec<String> = parts.iter().map(|p| title_case(p)).collect();
        let form = parts.join(" ");
        let shouts = name.len() > 3 && !name.chars().any(char::is_lowercase);
        self.forms
            .get(&form)
            .or_else(|| self.forms.get(&format!("the {form}")))
            .or_else(|| {
                if shouts {
                    self.forms.get(&shouted.join(" "))
                } else {
                    None
                }
            })
            .copied()
    }
}

/// A word as it is compared: with plain apostrophes, and acronyms without dots; case is kept.
fn key(word: &str) -> String {
    let dotted = word.len() > 2
        && word.contains('.')
        && word
            .trim_end_matches('.')
            .split('.')
            .all(|part| part.chars().count() == 1);
    word.chars()
        .filter(|&c| !(dotted && c == '.'))
        .map(|c| if c == '’' { '\'' } else { c })
        .collect()
}

/// "SEOUL" → "Seoul", "OF" → "of".
fn title_case(word: &str) -> String {
    if matches!(word, "OF" | "AND" | "THE") {
        return word.to_lowercase();
    }
    let mut chars = word.chars();
    chars.next().map_or(String::new(), |first| {
        first.to_string() + &chars.as_str().to_lowercase()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        let lines: Vec<_> = entries(LIST).collect();
        assert!(lines.windows(2).all(|w| w[0] < w[1]));
        assert!(LIST.len() < 80_000);
    }

    #[test]
    fn every_line_is_read_and_stands_for_a_known_place() {
        let gazetteer = Gazetteer::get();
        for line in entries(LIST) {
            let columns: Vec<_> = line.split('\t').collect();
            assert!(MentionKind::of(columns[1]).is_some(), "{line}");
            if let Some(place) = columns.get(3) {
                let known = gazetteer.named(place).unwrap();
                assert_eq!(
                    (known.canonical, known.kind),
                    (*place, MentionKind::Place),
                    "{line}"
                );
            }
        }
    }

    #[test]
    fn names() {
        let canonical = |name: &str| Gazetteer::get().named(name).map(|k| k.canonical);
        for (name, expected) in [
            ("DPRK", "North Korea"),
            ("U.S.", "United States"),
            ("Nato", "North Atlantic Treaty Organization"),
            ("UAE", "United Arab Emirates"),
            ("PARIS", "Paris"),
            ("NORTH KOREA", "North Korea"),
            ("Democratic People’s Republic of Korea", "North Korea"),
            ("WWII", "Second World War"),
        ] {
            assert_eq!(canonical(name), Some(expected));
        }
        assert_eq!(
            (canonical("us"), canonical("turkey"), canonical("")),
            (None, None, None)
        );
    }
}
