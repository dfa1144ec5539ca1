//! Who is meant where nobody is named? A pass over a document that resolves "he", "she" and
//! descriptions such as "the ministry" and "the Russian leader", if the evidence is strong.

use std::collections::BTreeMap;

use super::anaphor::{Reference, ReferenceKind};
use super::antecedent::Antecedents;
use super::candidate::{NamedBody, OfficeHolder, bodies, people};
use crate::document::{DocId, Document};
use crate::entity::kind::MentionKind;
use crate::entity::lexicon::{Class, Gazetteer, Lexicon, known_as};
use crate::entity::mention::Mention;
use crate::entity::resolution::{EntityId, Resolution};
use crate::entity::token::{CasedToken, cased_tokens};
use crate::text::Span;

/// Roles that "leader" may stand for.
const LEADERS: [&str; 6] = [
    "chancellor",
    "emperor",
    "king",
    "leader",
    "premier",
    "president",
];

/// Words after which a description refers to something else: "the president of Peru".
const GOES_ON: [&str; 2] = ["of", "for"];

/// The references in document `id`, in text order. `quoted` are its quoted spans, in order; nothing
/// inside them is resolved, since their speakers have another point of view.
pub fn references(
    document: &Document,
    id: DocId,
    mentions: &[Mention],
    resolution: &Resolution,
    quoted: Vec<Span>,
) -> Vec<Reference> {
    let of = resolution
        .of
        .get(id.0 as usize)
        .map_or(&[][..], Vec::as_slice);
    let resolver = ReferenceResolver {
        document,
        mentions,
        of,
        people: people(document, id, mentions, resolution),
        bodies: bodies(document, mentions, of, &resolution.entities),
        antecedents: Antecedents::new(document, mentions, quoted),
    };
    let mut found = Vec::new();
    let mut said: BTreeMap<EntityId, [usize; 2]> = BTreeMap::new();
    for (n, block) in document.blocks.iter().enumerate() {
        let words = cased_tokens(document, block.span);
        // A pronoun of the other gender refers to someone else, so each gender has its own memory.
        let (mut he, mut she) = (None, None);
        for at in 0..words.len() {
            if resolver.antecedents.is_quoted(words[at].span) {
                continue;
            }
            let reference = match words[at].lower.as_str() {
                "he" => resolver.pronoun(&words[at], n, &mut he),
                "she" => resolver.pronoun(&words[at], n, &mut she),
                "the" => resolver.description(&words, at),
                _ => None,
            };
            let reference = reference.filter(|r| !resolver.antecedents.is_quoted(r.span));
            if let Some(pronoun) = reference.filter(|r| r.kind == ReferenceKind::Pronoun) {
                let female = document.slice(pronoun.span).starts_with(['s', 'S']);
                said.entry(pronoun.entity).or_default()[usize::from(female)] += 1;
            }
            found.extend(reference);
        }
    }
    // An entity is not both "he" and "she"; the rarer pronoun referred to someone else.
    found.retain(|r| {
        let female = document.slice(r.span).starts_with(['s', 'S']);
        let [own, other] = match said.get(&r.entity) {
            Some(&[he, she]) if female => [she, he],
            Some(&[he, she]) => [he, she],
            None => return true,
        };
        r.kind == ReferenceKind::Description || own > other
    });
    found
}

struct ReferenceResolver<'a> {
    document: &'a Document,
    mentions: &'a [Mention],
    of: &'a [Option<EntityId>],
    people: Vec<OfficeHolder>,
    bodies: Vec<NamedBody>,
    antecedents: Antecedents<'a>,
}

impl ReferenceResolver<'_> {
    /// What a pronoun in a block refers to; `last` is the previous such pronoun in the block and
    /// its mention.
    fn pronoun(
        &self,
        word: &CasedToken,
        block: usize,
        last: &mut Option<(Span, u32)>,
    ) -> Option<Reference> {
        let mut found = self
            .antecedents
            .of_pronoun(&word.lower, word.span, block, None)?;
        let sentence = |at: u32| self.document.sentence_at(at);
        let start = self.mentions.get(found.mention as usize)?.span.start;
        let earlier = last.filter(|(span, _)| {
            let own = sentence(word.span.start);
            sentence(start) != own
                && (start < span.start || sentence(start) == sentence(span.start))
        });
        // "he" keeps its referent until a sentence has another subject.
        if let Some((_, mention)) = earlier {
            found.mention = mention;
        }
        *last = Some((word.span, found.mention));
        let entity = (*self.of.get(found.mention as usize)?)?;
        let before = Span {
            start: self.document.sentence_at(word.span.start)?.start,
            end: word.span.start,
        };
        let rival = self.antecedents.inside(before).any(|(n, m)| {
            m.kind == MentionKind::Person
                && self.of.get(n as usize) != Some(&Some(entity))
                && !self.antecedents.is_quoted(m.span)
        });
        Some(Reference {
            span: word.span,
            entity,
            kind: ReferenceKind::Pronoun,
            confidence: found.confidence - if rival { 0.25 } else { 0.0 },
        })
    }

    /// The reference that starts at an article: "the ministry", "the president", "the Russian
    /// leader".
    fn description(&self, words: &[CasedToken], article: usize) -> Option<Reference> {
        let next = words.get(article + 1)?;
        let after = self
            .mentions
            .partition_point(|m| m.span.start < next.span.start);
        let owner = self
            .mentions
            .get(after)
            .filter(|m| m.span.start == next.span.start && m.kind == MentionKind::Nationality);
        let noun = match owner {
            Some(owner) => words.partition_point(|w| w.span.start < owner.span.end),
            None => article + 1,
        };
        let (word, follows) = (words.get(noun)?, words.get(noun + 1));
        let goes_on = follows.is_some_and(|w| {
            GOES_ON.contains(&w.lower.as_str()) || w.is_capital() || w.text == "-"
        });
        if word.text != word.lower || word.is_possessive() && follows.is_none() || goes_on {
            return None;
        }
        let noun = word.bare.to_lowercase();
        let (entity, confidence) = match owner {
            Some(owner) => {
                let name = self.document.slice(owner.span);
                let country = Gazetteer::get().country(known_as(name)?)?;
                self.person(&noun, Some(country)).map(|p| (p, 0.9))?
            }
            None => (self.person(&noun, None).map(|p| (p, 0.7)))
                .or_else(|| self.body(&noun, word.span.start))?,
        };
        let span = Span::new(
            words[article].span.start as usize,
            word.bare_span().end as usize,
        );
        Some(Reference {
            span,
            entity,
            kind: ReferenceKind::Description,
            confidence,
        })
    }

    /// The only person with a role, of `country` if there is one.
    fn person(&self, noun: &str, country: Option<&'static str>) -> Option<EntityId> {
        let lexicon = Lexicon::get();
        if !lexicon.is(noun, Class::Role) && !LEADERS.contains(&noun) {
            return None;
        }
        let holds = |role: &str, noun: &str| role.split(' ').any(|word| word == noun);
        let leads = |role: &str| LEADERS.iter().any(|leader| holds(role, leader));
        let fits = |p: &&OfficeHolder, any: bool| {
            (country.is_none() || p.country == country)
                && (holds(&p.role, noun) || any && noun == "leader" && leads(&p.role))
        };
        let single = |any: bool| {
            let mut people = self.people.iter().filter(|p| fits(p, any));
            let first = people.next()?.entity;
            people.all(|p| p.entity == first).then_some(first)
        };
        single(country.is_some())
    }

    /// The organisation with this noun that was last named before `start`, with more confidence if
    /// it is the only one.
    fn body(&self, noun: &str, start: u32) -> Option<(EntityId, f64)> {
        let bodies = || self.bodies.iter().filter(|b| b.noun == noun);
        let before = |b: &&NamedBody| {
            let n = b.at.partition_point(|&at| at < start);
            Some((*b.at.get(n.checked_sub(1)?)?, b.entity))
        };
        let (_, entity) = bodies().filter_map(|b| before(&b)).max()?;
        let alone = bodies().all(|b| b.entity == entity);
        Some((entity, if alone { 0.85 } else { 0.6 }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::recognise::mentions;
    use crate::entity::resolve::resolve;

    /// Checks the references of a text as "words: name".
    fn check(text: &str, expected: &[&str]) {
        let document = Document::from_text("a", text);
        let mentions = vec![mentions(&document)];
        let documents = [document];
        let resolution = resolve(&documents, &mentions);
        let [document] = &documents;
        let quoted = text.find('“').zip(text.find('”'));
        let quoted = quoted.map(|(start, end)| Span::new(start, end)).into_iter();
        let found = references(
            document,
            DocId(0),
            &mentions[0],
            &resolution,
            quoted.collect(),
        );
        let found: Vec<_> = found
            .into_iter()
            .map(|r| {
                let entity = &resolution.entities[r.entity.0 as usize];
                format!("{}: {}", document.slice(r.span), entity.name)
            })
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn pronouns() {
        check("Ana Paz left. She ate.", &["She: Ana Paz"]);
        check("Mr. Paz met Ms. Berg. She ate.", &["She: Berg"]);
        check("Ana Paz left. “He ate.”", &[]);
        check("It rained. He ate.", &[]);
        check(
            "Hugo Paz left. He saw Erik Berg there. He ate.",
            &["He: Hugo Paz", "He: Hugo Paz"],
        );
        check(
            "Hugo Paz left. He ate. Erik Berg came. He ate.",
            &["He: Hugo Paz", "He: Erik Berg"],
        );
        check(
            "Ana Paz left. She ate. She slept. He ate.",
            &["She: Ana Paz", "She: Ana Paz"],
        );
    }

    #[test]
    fn descriptions() {
        check(
            "Chilean President Ana Paz met Peruvian President Hugo Diaz. The Chilean leader left, the president stayed.",
            &["The Chilean leader: Ana Paz"],
        );
        check(
            "Chilean President Ana Paz left. The president of Peru stayed, the president’s dog too.",
            &["the president: Ana Paz"],
        );
        check(
            "The Harbour Ministry met. The ministry’s boats left.",
            &["The ministry: Harbour Ministry"],
        );
        check("The ministry met.", &[]);
    }
}
