//! Which country does a role indicate? A ranking of evidence: "an analyst at a Seoul think-tank" is
//! South Korean.

use crate::document::Document;
use crate::entity::kind::MentionKind;
use crate::entity::lexicon::{Class, Gazetteer, Lexicon, known_as};
use crate::entity::mention::Mention;
use crate::entity::token::cased_tokens;
use crate::text::Span;

/// The canonical name of the country that a role indicates; `role` is a span as in an entity’s
/// roles.
///
/// A country that opens the role ranks first ("US ambassador in Oslo"), then a place of work or
/// location, then the country of an organisation. A country that the role is about or directed at
/// is ignored.
pub fn country_of_role(
    document: &Document,
    mentions: &[Mention],
    role: Span,
) -> Option<&'static str> {
    let described = || description(document, mentions, role);
    stated(document, mentions, role).or_else(|| stated(document, mentions, described()?))
}

/// The country indicated by a span of text.
fn stated(document: &Document, mentions: &[Mention], role: Span) -> Option<&'static str> {
    let words = cased_tokens(document, role);
    let at = |offset: u32| words.partition_point(|w| w.span.start < offset);
    let lexicon = Lexicon::get();
    let word = |at: usize| words.get(at).map_or("", |w| w.lower.as_str());
    let first = mentions.partition_point(|m| m.span.start < role.start);
    let inside = mentions[first..]
        .iter()
        .take_while(|m| m.span.end <= role.end);
    let weighed = inside.enumerate().filter_map(|(n, mention)| {
        let country = country(document, mention)?;
        let (start, end) = (at(mention.span.start), at(mention.span.end));
        let mut before = start;
        while before > 0 && matches!(word(before - 1), "a" | "an" | "the" | "former" | "another") {
            before -= 1;
        }
        let link = before.checked_sub(1).map_or("", word);
        let subject = (end..end + 2).any(|at| lexicon.is(word(at), Class::Study));
        let body = mention.kind == MentionKind::Organisation;
        let weight = match link {
            "on" | "to" | "about" | "against" | "over" => return None,
            _ if subject && !body => return None,
            "" => 3,
            "in" | "at" | "from" | "," => 2,
            _ if word(end) == "-" && word(end + 1) == "based" => 2,
            _ => 1,
        };
        Some((weight, n, country))
    });
    weighed.max().map(|(_, _, country)| country)
}

/// The description of the organisation that ends a role: "an analyst at the Halden Institute, a
/// think-tank in Lima".
fn description(document: &Document, mentions: &[Mention], role: Span) -> Option<Span> {
    let end = role.end as usize;
    let after = mentions.partition_point(|m| m.span.end < role.end);
    let body = mentions
        .get(after)
        .is_some_and(|m| m.span.end == role.end && m.kind == MentionKind::Organisation);
    let rest = document.text.get(end..).unwrap_or("");
    let told = [", a ", ", an ", ", the "]
        .iter()
        .any(|open| rest.starts_with(open));
    let length = rest
        .get(2..)
        .and_then(|rest| rest.find([',', '.', ';', '\n']));
    let length = length.filter(|_| body && told)?;
    Some(Span::new(end + 2, end + 2 + length))
}

/// The country that a mention names, or that occurs in the name of an organisation.
fn country(document: &Document, mention: &Mention) -> Option<&'static str> {
    let gazetteer = Gazetteer::get();
    match mention.kind {
        MentionKind::Place | MentionKind::Nationality => {
            gazetteer.country(known_as(document.slice(mention.span))?)
        }
        MentionKind::Organisation => {
            let words = cased_tokens(document, mention.span);
            let parts = (0..words.len()).filter_map(|at| gazetteer.longest_at(&words, at));
            let mut places = parts.map(|part| part.known).filter(|known| {
                matches!(known.kind, MentionKind::Place | MentionKind::Nationality)
            });
            gazetteer.country(places.next()?)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::recognise::mentions;

    #[test]
    fn countries() {
        for (role, expected) in [
            ("an analyst at a Seoul think-tank", Some("South Korea")),
            (
                "a geologist at the Halden Institute in Bergen, Norway",
                Some("Norway"),
            ),
            ("an analyst at Oslo University", Some("Norway")),
            ("Chilean ambassador to Peru", Some("Chile")),
            ("Chilean consul in Lima", Some("Chile")),
            ("an expert on Peru", None),
            ("Peru expert", None),
            ("a Peru expert at Oslo University", Some("Norway")),
            ("a researcher at a Lima-based group", Some("Peru")),
            ("the Peruvian capital", Some("Peru")),
            ("an engineer in Europe", None),
            ("an analyst at the Halden Institute", Some("Chile")),
            ("an engineer", None),
        ] {
            let text = format!("Ana Paz, {role}, a club in Santiago, agreed.");
            let document = Document::from_text("a", &text);
            let mentions = mentions(&document);
            let span = Span::new(9, 9 + role.len());
            let country = country_of_role(&document, &mentions, span);
            assert_eq!(country, expected, "{role}");
        }
    }
}
