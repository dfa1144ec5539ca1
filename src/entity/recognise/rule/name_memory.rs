//! Which names has this document introduced in full? A memory of names for one document, used to
//! recognise later short forms.

use crate::entity::token::CasedToken;
use std::collections::BTreeMap;

use super::candidate::CandidateMention;
use crate::entity::kind::MentionKind;
use crate::entity::lexicon::Lexicon;

/// The names that a first reading was sure of.
#[derive(Debug, Default)]
pub struct NameMemory {
    /// Full names, surnames and lone names of people.
    people: BTreeMap<String, f64>,
    /// Other names, with their kind.
    names: BTreeMap<String, (MentionKind, f64)>,
}

impl NameMemory {
    /// Adds the confident names found in a block.
    pub fn learn(&mut self, tokens: &[CasedToken], found: &[CandidateMention]) {
        for (i, found_name) in found
            .iter()
            .enumerate()
            .filter(|(_, f)| f.confidence >= 0.6)
        {
            let name = text(tokens, found_name.first, found_name.end);
            if found_name.kind == MentionKind::Person {
                let short = surname(&tokens[found_name.first..found_name.end]);
                for form in short.into_iter().chain([name]) {
                    let sure = self.people.entry(form).or_default();
                    *sure = sure.max(found_name.confidence.min(0.9));
                }
            } else if found_name.kind != MentionKind::Nationality {
                let defined = found.get(i + 1).filter(|next| {
                    next.first == found_name.end + 1
                        && tokens[found_name.end].text == "("
                        && tokens[next.first].is_acronym()
                        && found_name.kind != MentionKind::Place
                });
                if let Some(acronym) = defined {
                    self.names.insert(
                        text(tokens, acronym.first, acronym.end),
                        (found_name.kind, 0.9),
                    );
                }
                self.names
                    .entry(name)
                    .or_insert((found_name.kind, found_name.confidence));
            }
        }
    }

    /// The confidence that the words name a person already seen, in full or by surname.
    pub fn person(&self, tokens: &[CasedToken], first: usize, end: usize) -> Option<f64> {
        self.people.get(&text(tokens, first, end)).copied()
    }

    /// The kind and confidence of a name already seen.
    pub fn kind(
        &self,
        tokens: &[CasedToken],
        first: usize,
        end: usize,
    ) -> Option<(MentionKind, f64)> {
        self.names.get(&text(tokens, first, end)).copied()
    }
}

/// The words joined by spaces, without possessives.
fn text(tokens: &[CasedToken], first: usize, end: usize) -> String {
    tokens[first..end]
        .iter()
        .map(|w| w.bare)
        .collect::<Vec<_>>()
        .join(" ")
}

/// The part of a full name that is used alone: the last word, or the first if the family name comes
/// first.
fn surname(name: &[CasedToken]) -> Option<String> {
    let mut parts = name.iter().filter(|w| w.is_capital());
    let (first, last) = (parts.next()?, parts.next_back()?);
    let family_first = Lexicon::get().is_family(first.bare) && !Lexicon::get().is_family(last.bare);
    let family_first = family_first || Lexicon::get().is_family(first.bare) && name.len() > 2;
    Some(if family_first { first } else { last }.bare.to_owned())
}
