//! Does a capital refer to the city or to its government? A pass that finds metonyms: "Pyongyang
//! denied it", "ties with Pyongyang".
//!
//! The evidence is what the capital does, what is done to it, and what links it to another. Without
//! evidence it is the city. The mention’s entity remains the city in any case.

use std::collections::BTreeSet;

use crate::document::Document;
use crate::entity::kind::MentionKind;
use crate::entity::lexicon::{Class, Lexicon, known_as};
use crate::entity::mention::Mention;
use crate::entity::token::{CasedToken, cased_tokens};
use crate::order;

/// A mention of a capital that refers to the government there. Its entity remains the city.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StandIn {
    /// Index of the mention.
    pub mention: u32,
    /// The country whose government is meant.
    pub place: &'static str,
    /// The confidence, from 0 to 1.
    pub confidence: f64,
}

/// Words before a verb that only say how or when.
const HOW: [&str; 6] = ["also", "later", "now", "often", "once", "then"];

/// The capitals in a document that refer to a government, in text order.
pub fn stand_ins(document: &Document, mentions: &[Mention]) -> Vec<StandIn> {
    let mut found = Vec::new();
    // If an Ana Paris is named, "Paris" may be her.
    let people = mentions.iter().filter(|m| m.kind == MentionKind::Person);
    let surnames: BTreeSet<&str> =
        order::gathered(people.filter_map(|m| Some(document.slice(m.span).rsplit_once(' ')?.1)));
    for block in &document.blocks {
        let first = mentions.partition_point(|m| m.span.start < block.span.start);
        let inside = mentions[first..]
            .iter()
            .take_while(|m| m.span.start < block.span.end);
        let capitals: Vec<(usize, &Mention, &'static str)> = inside
            .enumerate()
            .filter(|(_, m)| m.kind == MentionKind::Place)
            .filter_map(|(n, m)| {
                let name = document.slice(m.span);
                let place = known_as(name)?.stands_for?;
                (!surnames.contains(name)).then_some((first + n, m, place))
            })
            .collect();
        if capitals.is_empty() {
            continue;
        }
        let words = cased_tokens(document, block.span);
        let at = |offset: u32| words.partition_point(|w| w.span.start < offset);
        let names: Vec<Capital> = capitals
            .iter()
            .map(|(_, m, _)| Capital {
                words: &words,
                first: at(m.span.start),
                end: at(m.span.end),
            })
            .collect();
        for (n, (mention, _, place)) in capitals.iter().enumerate() {
            let (before, after) = (n.checked_sub(1).map(|b| &names[b]), names.get(n + 1));
            if let Some(confidence) = names[n].confidence(before, after) {
                found.push(StandIn {
                    mention: *mention as u32,
                    place,
                    confidence,
                });
            }
        }
    }
    found
}

/// A capital among the words of its block.
struct Capital<'a> {
    words: &'a [CasedToken<'a>],
    first: usize,
    end: usize,
}

impl Capital<'_> {
    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |w| w.lower.as_str())
    }

    fn back(&self, steps: usize) -> &str {
        self.first.checked_sub(steps).map_or("", |at| self.word(at))
    }

    /// The confidence that the government is meant; `before` and `after` are the neighbouring
    /// capitals.
    fn confidence(&self, before: Option<&Capital>, after: Option<&Capital>) -> Option<f64> {
        let joined = |a: &Capital, b: &Capital| a.end + 1 == b.first && a.word(a.end) == "and";
        let before = before.filter(|b| joined(b, self));
        let after = after.filter(|a| joined(self, a));
        let (head, tail) = (before.unwrap_or(self), after.unwrap_or(self));
        let dealt = head.dealt(tail.end > head.end);
        dealt
            .or_else(|| if head.may_act() { tail.acts() } else { None })
            .or_else(|| self.possesses())
    }

    /// "accused Lima", "sanctions against Lima", "ties with Lima", "pact between Oslo and Lima".
    fn dealt(&self, several: bool) -> Option<f64> {
        let lexicon = Lexicon::get();
        let relation = |steps| lexicon.is(self.back(steps), Class::Relation);
        match self.back(1) {
            "against" => Some(0.9),
            "between" if several => Some(0.9).filter(|_| relation(2)),
            "with" | "on" | "over" | "to" | "from" => Some(0.85).filter(|_| relation(2)),
            verb if lexicon.is(verb, Class::Dealing) => Some(0.8),
            _ => None,
        }
    }

    /// Whether the words before it allow it to be a subject, not a location.
    fn may_act(&self) -> bool {
        let before = self.back(1);
        let mark = matches!(before, "" | "." | "," | "“" | "\"" | ":" | ";" | "—" | "–");
        let subject = mark || Lexicon::get().is(before, Class::ClauseOpener);
        // "in Bergen, Oslo said" is rare, "in Bergen, Norway, said" is not.
        subject && !(before == "," && self.word(self.end) == ",")
    }

    /// "Lima denied", "Lima also said", "Lima has promoted", "Lima is pursuing".
    fn acts(&self) -> Option<f64> {
        let lexicon = Lexicon::get();
        let mark = |at: usize| matches!(self.word(at), "“" | "\"");
        let how =
            |at: usize| mark(at) || HOW.contains(&self.word(at)) || self.word(at).ends_with("ly");
        let skip = |at: usize| (at..at + 2).find(|&at| !how(at)).unwrap_or(at + 2);
        let verb = skip(self.end);
        match self.word(verb) {
            "has" | "have" | "will" | "would" => Some(0.8).filter(|_| self.word(verb + 1) != "a"),
            "is" | "was" | "are" | "were" => {
                let doing = self.word(skip(verb + 1));
                (doing.len() > 4 && (doing.ends_with("ing") || doing.ends_with("ed")))
                    .then_some(0.7)
            }
            word if lexicon.is(word, Class::Speech) => Some(0.95),
            word if lexicon.is(word, Class::Verb) || matches!(word, "agree" | "signed") => {
                Some(0.85)
            }
            _ => None,
        }
    }

    /// "Lima’s nuclear programme".
    fn possesses(&self) -> Option<f64> {
        let last = self.words.get(self.end.checked_sub(1)?)?;
        let next = match self.word(self.end) {
            "’s" | "'s" => self.end + 1,
            _ if last.is_possessive() => self.end,
            _ => return None,
        };
        let near = next..next + 4;
        let possession = |at: usize| Lexicon::get().is(self.word(at), Class::Possession);
        near.clone().any(possession).then_some(0.8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::recognise::mentions;

    /// Checks which capitals of a text refer to which governments.
    fn check(text: &str, expected: &[&str]) {
        let document = Document::from_text("a", text);
        let mentions = mentions(&document);
        let found: Vec<_> = stand_ins(&document, &mentions)
            .into_iter()
            .map(|s| {
                let name = document.slice(mentions[s.mention as usize].span);
                format!("{name}: {}", s.place)
            })
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn governments() {
        check("Lima denied it.", &["Lima: Peru"]);
        check(
            "But officials left, and Lima also said so.",
            &["Lima: Peru"],
        );
        check("Lima is openly pursuing a deal.", &["Lima: Peru"]);
        check("Lima and Oslo signed it.", &["Lima: Peru", "Oslo: Norway"]);
        check("Ties with Lima are close.", &["Lima: Peru"]);
        check("They accused Lima of theft.", &["Lima: Peru"]);
        check(
            "A pact between Lima and Oslo.",
            &["Lima: Peru", "Oslo: Norway"],
        );
        check("They feared Lima’s nuclear ambitions.", &["Lima: Peru"]);
    }

    #[test]
    fn cities() {
        check("Ana Paz in Lima said so.", &[]);
        check("Lima is the capital.", &[]);
        check("A road between Lima and Oslo.", &[]);
        check("His trip to Lima, Lima’s old port.", &[]);
        check("Bergen denied it.", &[]);
        check("Ana Paris left. Paris denied it.", &[]);
        check("", &[]);
    }
}
