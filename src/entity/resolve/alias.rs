//! By which other names is an entity known? A table of aliases, filled by patterns such as "Ana
//! Paz, better known as Anita Sol", "Harbour Bank (formerly Nordic Bank)" and "Edson Lund,
//! nicknamed “Bola”", in which a text equates two names.

use std::collections::{BTreeMap, BTreeSet};

use super::key::EntityKey;
use super::name_core::name_core;
use crate::document::Document;
use crate::entity::kind::{EntityKind, MentionKind};
use crate::entity::lexicon::{Class, Lexicon};
use crate::entity::mention::{Mention, is_genitive};
use crate::text::Span;

/// Words that link two names without any other word.
const ALIAS: [&str; 5] = ["a.k.a", "a.k.a.", "a/k/a", "aka", "alias"];

/// The longest gap that is read between two names, in bytes.
const FAR: usize = 80;

/// The longest chain of aliases that is followed.
const STEPS: usize = 4;

/// The keys that each key may stand for, in the whole corpus.
#[derive(Default)]
pub struct Aliases(BTreeMap<EntityKey, BTreeSet<EntityKey>>);

impl Aliases {
    /// Records that `from` stands for `to`.
    pub fn add(&mut self, from: EntityKey, to: EntityKey) {
        self.0.entry(from).or_default().insert(to);
    }

    /// Gives each alias that a document states the key of the name it stands for. A one-word alias
    /// holds only in that document.
    pub fn link(
        &mut self,
        document: &Document,
        mentions: &[Mention],
        keys: &mut [Option<EntityKey>],
    ) {
        for (first, second) in stated(document, mentions) {
            let (Some(one), Some(other)) = (keys[first].clone(), keys[second].clone()) else {
                continue;
            };
            let turned = match (is_known(&one), is_known(&other)) {
                (true, true) => continue,
                (false, false) => is_lone(&one) && !is_lone(&other),
                // Many towns are nicknamed after another place ("the Venice of the North").
                (false, true) if one.0 == EntityKind::Place => continue,
                (_, known) => known,
            };
            if one == other || one.0 != other.0 {
                continue;
            }
            let (from, to, at) = if turned {
                (one, other, first)
            } else {
                (other, one, second)
            };
            let text = name_core(from.0, document.slice(mentions[at].span));
            if is_lone(&from) {
                for key in keys.iter_mut().flatten().filter(|key| **key == from) {
                    *key = to.clone();
                }
            } else if text.contains(char::is_whitespace) {
                self.add(from, to.clone());
            }
            keys[at] = Some(to);
        }
    }

    /// Gives each alias of the corpus the key it stands for, if there is only one.
    pub fn link_rest(&self, keys: &mut [Option<EntityKey>]) {
        for key in keys.iter_mut().flatten() {
            for _ in 0..STEPS {
                match self.0.get(key).filter(|meant| meant.len() == 1) {
                    Some(meant) => meant.iter().for_each(|one| key.clone_from(one)),
                    None => break,
                }
            }
        }
    }
}

fn is_known(key: &EntityKey) -> bool {
    key.1.starts_with('=')
}

fn is_lone(key: &EntityKey) -> bool {
    !is_known(key) && !key.1.contains(' ')
}

/// Pairs of neighbouring mentions that the words between them equate, as indices of `mentions`.
fn stated(document: &Document, mentions: &[Mention]) -> Vec<(usize, usize)> {
    let text = &document.text;
    let mut found = Vec::new();
    for (m, pair) in mentions.windows(2).enumerate() {
        let gap = text.get(pair[0].span.end as usize..pair[1].span.start as usize);
        let Some(gap) = gap.filter(|gap| gap.len() <= FAR && !gap.contains('\n')) else {
            continue;
        };
        let after = text.get(pair[1].span.end as usize..).unwrap_or("");
        let short =
            matches!(gap, ", or " | ", " | " (" | " (or ") && after.starts_with(" for short");
        let kind = pair[0].kind;
        let one = pair[1].kind == kind && kind != MentionKind::Nationality;
        let apart = is_part(text, pair[0].span, kind, gap);
        if one && (short || links(gap)) && !apart && !belongs(text, pair[1].span) {
            found.push((m, m + 1));
        }
    }
    found
}

/// Whether the second name may belong to a part or relative of the first: "the part of London known
/// as Soho", "the son of Ana Paz, known as Chino".
fn is_part(text: &str, span: Span, kind: MentionKind, gap: &str) -> bool {
    if gap.starts_with(" (") || gap.starts_with(" [") {
        return false;
    }
    let before = text.get(..span.start as usize).unwrap_or("").trim_end();
    let before = before.strip_suffix("the").unwrap_or(before).trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let loose = gap.starts_with(" known") && kind != MentionKind::Person;
    loose || Lexicon::get().is(word, Class::PartCue)
}

/// Whether a name is possessive or followed by "of": "known as England’s garden", "known as the
/// Venice of the North".
fn belongs(text: &str, span: Span) -> bool {
    let after = text.get(span.end as usize..).unwrap_or("");
    let owns = [" 's", " ’s", " of "];
    is_genitive(text, span) || owns.iter().any(|word| after.starts_with(word))
}

/// Whether the words between two names state that the second is another name of the first.
fn links(gap: &str) -> bool {
    let gap = gap.trim_end_matches(['“', '"', '‘', '\'', ' ', '\u{a0}']);
    let apart = [", ", " (", " [", " – ", " — "];
    let apart = apart.iter().find_map(|opening| gap.strip_prefix(opening));
    let all: Vec<&str> = match apart.or_else(|| gap.strip_prefix(' ')) {
        Some(words) => words.split_whitespace().collect(),
        None => return false,
    };
    let mut words = all.as_slice();
    if let Some(("a" | "an" | "the", rest)) = words.split_first().map(|(w, rest)| (*w, rest))
        && apart.is_some()
    {
        words = after_role(rest).unwrap_or(words);
    }
    let who = words.first() == Some(&"who");
    words = &words[usize::from(who)..];
    let is = matches!(words.first(), Some(&("is" | "was")));
    words = &words[usize::from(is)..];
    let told = apart.is_some() || is;
    let adverbs = words
        .iter()
        .take_while(|w| Lexicon::get().is(w, Class::AliasAdverb))
        .count();
    let (before, words) = words.split_at(adverbs);
    match words.strip_suffix(&["the"]).unwrap_or(words) {
        [] => told && !is && matches!(before, ["formerly" | "previously"]),
        ["known", "as"] | ["known", "by", "the", "name"] => true,
        ["called"] => adverbs > 0,
        ["nicknamed" | "born"] => told,
        ["née" | "nee"] => apart.is_some(),
        ["goes" | "going", "by"] | ["goes" | "going", "by", "the", "name"] => {
            who || apart.is_some()
        }
        ["real", "name"] | ["whose", "real", "name", "is" | "was"] => apart.is_some(),
        [alias] => ALIAS.contains(alias),
        _ => false,
    }
}

/// The words after a role, as in "(the) young singer known as"; `None` if there is no role.
fn after_role<'a, 'b>(words: &'a [&'b str]) -> Option<&'a [&'b str]> {
    let lexicon = Lexicon::get();
    let bare = |word: &&str| word.trim_end_matches(',').to_owned();
    let role = words
        .iter()
        .take(4)
        .position(|word| lexicon.is(&bare(word), Class::Role))?;
    let plain = |word: &&str| !crate::text::is_stop_word(word) && !word.ends_with(',');
    words[..role].iter().all(plain).then(|| &words[role + 1..])
}

#[cfg(test)]
mod tests {
    use super::links;

    #[test]
    fn words_that_make_names_one() {
        for gap in [
            ", known as ",
            " (also known as ",
            ", better known as “",
            ", the young singer known as ",
            " is best known as the ",
            ", nicknamed “",
            " alias ",
            " (a.k.a. ",
            ", born ",
            " was born ",
            " (formerly ",
            ", formerly known as ",
            ", who goes by the name ",
            " (née ",
        ] {
            assert!(links(gap), "{gap:?}");
        }
    }

    #[test]
    fn words_that_do_not() {
        for gap in [
            ", ",
            " and ",
            " called ",
            " nicknamed ",
            " born ",
            " formerly ",
            ", not known as ",
            ", formerly of ",
            ", a friend of the singer known as ",
            ", the singer, ",
            " once ",
            ", who met ",
            "’s ally, known as ",
            "",
        ] {
            assert!(!links(gap), "{gap:?}");
        }
    }
}
