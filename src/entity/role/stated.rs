//! Which roles does a text state? Patterns over tokens: before a name ("Norwegian foreign minister
//! Ida Berg"), after it (", an analyst at …", ", who is …"), and for places ("the Peruvian capital
//! Lima").

use crate::document::Document;
use crate::entity::kind::MentionKind;
use crate::entity::lexicon::{Class, Lexicon};
use crate::entity::mention::Mention;
use crate::entity::token::{CasedToken, cased_tokens};
use crate::order;
use crate::text::Span;

/// The roles of the mentions of a document: index of the mention and span of the role, in text
/// order.
pub fn roles(document: &Document, mentions: &[Mention]) -> Vec<(usize, Span)> {
    let mut roles = Vec::new();
    for block in &document.blocks {
        let words = cased_tokens(document, block.span);
        let at = |offset: u32| words.partition_point(|w| w.span.start < offset);
        let named: Vec<_> = mentions
            .iter()
            .enumerate()
            .filter(|(_, m)| block.span.contains(m.span))
            .map(|(i, m)| Named {
                mention: i,
                kind: m.kind,
                first: at(m.span.start),
                end: at(m.span.end),
            })
            .collect();
        for (i, name) in named.iter().enumerate() {
            let found = match name.kind {
                MentionKind::Person => [before(&words, &named, i), after(&words, &named, i)],
                MentionKind::Place => [capital(&words, &named, i), None],
                _ => continue,
            };
            roles.extend(found.into_iter().flatten().map(|role| (name.mention, role)));
        }
    }
    order::sort_by_key(&mut roles, |(mention, span)| (span.start, *mention));
    roles
}

/// A mention, with the range of words it covers.
#[derive(Clone, Copy)]
struct Named {
    mention: usize,
    kind: MentionKind,
    first: usize,
    end: usize,
}

fn span(words: &[CasedToken], first: usize, end: usize) -> Option<Span> {
    let (first, last) = (words.get(first)?, words.get(end.checked_sub(1)?)?);
    (first.span.start < last.span.end)
        .then(|| Span::new(first.span.start as usize, last.span.end as usize))
}

/// "Russian President", "chief cabinet secretary", "Acme’s founder", before a person.
fn before(words: &[CasedToken], named: &[Named], i: usize) -> Option<Span> {
    let lexicon = Lexicon::get();
    let name = named[i];
    let free = i.checked_sub(1).map_or(0, |p| named[p].end);
    let mut first = name.first;
    if first > free && words[first - 1].text == "." {
        first -= 1;
    }
    let mut role = false;
    while first > free {
        let word = &words[first - 1];
        let noun = lexicon.is(word.text, Class::Role) || lexicon.is(word.text, Class::Title);
        let modifier = role && lexicon.is(&word.lower, Class::Modifier);
        let hyphen = role && word.text == "-" && !word.parted;
        if !(noun || modifier || hyphen) {
            break;
        }
        role |= noun;
        first -= 1;
    }
    if !role || words[first].is_possessive() {
        return None;
    }
    let owner = i
        .checked_sub(1)
        .map(|p| named[p])
        .filter(|o| o.end == first || o.end + 1 == first && words[o.end].lower == "’");
    let owned = owner.filter(|o| {
        !matches!(
            o.kind,
            MentionKind::Person | MentionKind::Document | MentionKind::Event
        )
    });
    let end = name.first;
    span(words, owned.map_or(first, |o| o.first), end).filter(|_| words[name.first].parted)
}

/// ", an engineer at the Harbour Office" or ", who is general secretary of …", after a person.
fn after(words: &[CasedToken], named: &[Named], i: usize) -> Option<Span> {
    let lexicon = Lexicon::get();
    let at = named[i].end;
    let text = |i: usize| words.get(i).map_or("", |w| w.lower.as_str());
    if text(at) != "," {
        return None;
    }
    let mut first = at + 1;
    if text(first) == "who" {
        first += 1;
        first += usize::from(matches!(text(first), "also" | "now"));
        first += usize::from(matches!(text(first), "is" | "was"));
        first += usize::from(text(first) == "also");
        if !matches!(text(first - 1), "is" | "was" | "also") {
            return None;
        }
    }
    let end = clause_end(words, named, first);
    let roles = words
        .get(first..end)?
        .iter()
        .take(8)
        .filter(|w| w.text == w.lower);
    let is_role = roles.clone().any(|w| lexicon.is(w.text, Class::Role));
    let opens = matches!(
        text(first),
        "a" | "an" | "the" | "another" | "co" | "head" | "one"
    ) || lexicon.is(text(first), Class::Role)
        || lexicon.is(text(first), Class::Modifier);
    if is_role && opens {
        span(words, first, end)
    } else {
        None
    }
}

/// The end of a clause: a full stop, a mark of speech, or a comma that is not inside "City,
/// Country".
fn clause_end(words: &[CasedToken], named: &[Named], first: usize) -> usize {
    let place =
        |f: &dyn Fn(&Named) -> bool| named.iter().any(|n| n.kind == MentionKind::Place && f(n));
    (first..words.len())
        .find(|&i| match words[i].text {
            "," => !(place(&|n| n.end == i) && place(&|n| n.first == i + 1)),
            "." => {
                words.get(i + 1).is_none_or(|w| w.opens)
                    || !words[i].parted && words.get(i + 1).is_none_or(|w| w.parted)
            }
            ";" | ":" | "“" | "”" | "\"" | "(" | ")" | "—" | "–" | "?" | "!" | "who" | "which" => {
                true
            }
            word => Lexicon::get().is(word, Class::Speech),
        })
        .unwrap_or(words.len())
}

/// "the North Korean capital", before a place.
fn capital(words: &[CasedToken], named: &[Named], i: usize) -> Option<Span> {
    let noun = named[i].first.checked_sub(1)?;
    if !Lexicon::get().is(words[noun].text, Class::Capital) {
        return None;
    }
    let owner = named[i.checked_sub(1)?];
    let owned =
        owner.end == noun && matches!(owner.kind, MentionKind::Nationality | MentionKind::Place);
    let article = owner
        .first
        .checked_sub(1)
        .filter(|&a| words[a].lower == "the");
    if owned {
        span(words, article.unwrap_or(owner.first), noun + 1)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::recognise::mentions;

    /// Checks the roles of a text as "name: role".
    fn check(text: &str, expected: &[&str]) {
        let document = Document::from_text("a", text);
        let mentions = mentions(&document);
        let found: Vec<_> = roles(&document, &mentions)
            .into_iter()
            .map(|(m, role)| {
                let name = document.slice(mentions[m].span);
                format!("{name}: {}", document.slice(role))
            })
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn before_a_name() {
        check(
            "Chilean President Ana Paz left.",
            &["Ana Paz: Chilean President"],
        );
        check(
            "NATO Secretary General Erik Holm",
            &["Erik Holm: NATO Secretary General"],
        );
        check(
            "Peru’s former deputy foreign minister Hugo Diaz",
            &["Hugo Diaz: Peru’s former deputy foreign minister"],
        );
        check("the Peruvian capital Lima", &["Lima: the Peruvian capital"]);
        check("He told Ana Paz.", &[]);
    }

    #[test]
    fn after_a_name() {
        check(
            "Ana Paz, an analyst at Oslo University, agreed.",
            &["Ana Paz: an analyst at Oslo University"],
        );
        check(
            "says Ana Paz, a geologist at the Halden Institute in Bergen, Norway.",
            &["Ana Paz: a geologist at the Halden Institute in Bergen, Norway"],
        );
        check(
            "Ana Paz, who is also head of the Harbour Union, agreed.",
            &["Ana Paz: head of the Harbour Union"],
        );
        check("Ana Paz, the rain and the wind stayed.", &[]);
    }
}
