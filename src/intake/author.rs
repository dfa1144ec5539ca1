//! Who wrote it? Bylines, headings of author boxes, and sentences that introduce an author.

use super::block::words;
use crate::text::{Span, is_stop_word};

/// Words that an outlet's people are called by.
const ROLES: &[&str] = &[
    "anchor",
    "blogger",
    "bureau chief",
    "columnist",
    "contributor",
    "correspondent",
    "editor",
    "freelance",
    "host",
    "journalist",
    "photographer",
    "producer",
    "reporter",
    "staff writer",
];

/// The names of "By Jane Doe and John Roe, The Bugle".
pub(super) fn byline(line: &str) -> Option<Span> {
    let start = [
        "By ",
        "BY ",
        "by ",
        "Written by ",
        "Words by ",
        "Reported by ",
    ]
    .iter()
    .find(|by| line.starts_with(**by))?
    .len();
    let rest = &line[start..];
    let end = names_end(rest);
    let names = rest[..end].trim_end();
    let all = names
        .split(" and ")
        .flat_map(|part| part.split(" & "))
        .flat_map(|part| part.split(", "));
    let valid = all.clone().all(is_name) && words(line) <= 14 && !line.ends_with('.');
    valid.then(|| Span::new(start, start + names.len()))
}

/// Where the names of a byline end: before what a mark parts from them, unless "and" and another name follow.
fn names_end(text: &str) -> usize {
    let stop = |text: &str| text.find([',', '|', '•', '·', ';']);
    let Some(first) = stop(text) else {
        return text.len();
    };
    let Some(last) = text
        .find(" and ")
        .filter(|&at| at > first && text[first..].starts_with(", "))
    else {
        return first;
    };
    let listed = text[..last].split(", ").all(is_name);
    let behind = last + " and ".len();
    let end = stop(&text[behind..]).map_or(text.len(), |at| behind + at);
    if listed && is_name(text[behind..end].trim_end()) {
        end
    } else {
        first
    }
}

/// Two to four words written as the parts of a person's name are.
pub(super) fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let particle = |w: &str| {
        matches!(
            w,
            "de" | "da"
                | "di"
                | "del"
                | "van"
                | "von"
                | "der"
                | "den"
                | "bin"
                | "al"
                | "el"
                | "la"
                | "le"
                | "ter"
                | "dos"
        )
    };
    let part = |w: &str| {
        w.starts_with(char::is_uppercase)
            && w.chars()
                .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
    };
    (2..=4).contains(&words.len()) && words.iter().all(|w| part(w) || particle(w)) && part(words[0])
}

/// The name in the heading of an author box, "About jane doe"; nothing for "About the treaty".
pub(super) fn author_box(line: &str) -> Option<Span> {
    let start = [
        "About the author: ",
        "About the Author: ",
        "About ",
        "ABOUT ",
    ]
    .iter()
    .find(|a| line.starts_with(**a))?
    .len();
    let name = &line[start..];
    let words: Vec<&str> = name.split_whitespace().collect();
    let plain = words.iter().all(|w| {
        w.chars()
            .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.' | '_'))
    });
    let closed = words.iter().any(|w| is_stop_word(&w.to_lowercase()));
    ((1..=4).contains(&words.len()) && plain && !closed && !name.ends_with('.'))
        .then(|| Span::new(start, line.len()))
}

/// A sentence that introduces the author.
pub(super) struct Bio {
    /// The author.
    pub name: Span,
    /// Whose correspondent or editor the sentence says that is.
    pub outlet: Option<Span>,
}

/// "Jane Doe is The Bugle's correspondent in Oslo, …"
pub(super) fn bio(line: &str) -> Option<Bio> {
    let verb = [" is ", " was ", " covers ", " reports ", " writes "]
        .iter()
        .filter_map(|verb| line.find(verb))
        .min()?;
    let name = line[..verb].trim_end_matches(',');
    if !is_name(name) {
        return None;
    }
    let head: Vec<&str> = line[verb..].split_whitespace().take(16).collect();
    let head = head.join(" ");
    let lower = head.to_lowercase();
    ROLES.iter().find(|role| lower.contains(**role))?;
    let after = &line[verb + 1..];
    let outlet = after.strip_prefix("is ").and_then(|rest| {
        let end = rest.find("'s ").or_else(|| rest.find("’s "))?;
        let owner = &rest[..end];
        let role = rest[end..]
            .split_whitespace()
            .skip(1)
            .take(6)
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase();
        let named = owner.split_whitespace().count() <= 5 && owner.starts_with(char::is_uppercase);
        let start = verb + 1 + "is ".len();
        (named && ROLES.iter().any(|r| role.contains(r)))
            .then(|| Span::new(start, start + owner.len()))
    });
    Some(Bio {
        name: Span::new(0, name.len()),
        outlet,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(read: fn(&str) -> Option<Span>, line: &str, expected: Option<&str>) {
        assert_eq!(
            read(line).map(|span| span.slice(line)),
            expected,
            "{line:?}"
        );
    }

    #[test]
    fn authors() {
        check(
            byline,
            "By Jane Doe and John van Roe, The Bugle",
            Some("Jane Doe and John van Roe"),
        );
        check(byline, "By Air and Sea", None);
        check(byline, "By Monday Night Falls It Was Over.", None);
        check(author_box, "About jane doe", Some("jane doe"));
        check(author_box, "About the recent flood", None);
        let line = "Jane Doe is The Bugle's correspondent in Oslo, covering herring.";
        let found = bio(line).unwrap();
        assert_eq!(
            (found.name.slice(line), found.outlet.map(|o| o.slice(line))),
            ("Jane Doe", Some("The Bugle"))
        );
        assert!(bio("Jane Doe is a farmer in Norway.").is_none());
    }
}
