//! Who wrote it? Bylines, headings of author boxes, and sentences that introduce an author.

use super::block::words;
use super::stamp::stamp_at_end;
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
    let dated = stamp_at_end(rest);
    let head = match &dated {
        Some(stamp) => &rest[..stamp.span.start as usize],
        None => rest,
    };
    let names = head[..names_end(head, dated.is_some())].trim_end();
    let all = names
        .split(" and ")
        .flat_map(|part| part.split(" & "))
        .flat_map(|part| part.split(", "));
    // The stop of "10:45 a.m." ends no sentence.
    let ends = line.ends_with('.') && dated.is_none();
    let valid = all.clone().all(is_name) && words(line) <= 14 && !ends;
    valid.then(|| Span::new(start, start + names.len()))
}

/// Whether a line says in which role the one whose name stands over it writes: "Foreign correspondent", "Editor at large".
pub(super) fn is_role(line: &str) -> bool {
    let lower = line.to_lowercase();
    let behind = |role: &str| {
        let at = lower.rfind(role)?;
        let begins = at == 0 || lower[..at].ends_with([' ', '-', '/']);
        begins.then_some(&lower[at + role.len()..])
    };
    let ends = |rest: &str| {
        let joined = [",", " at ", " for ", " in ", " of "];
        rest.is_empty() || joined.iter().any(|join| rest.starts_with(join))
    };
    words(line) <= 8
        && !line.ends_with(['.', '?', '!', ':'])
        && ROLES.iter().filter_map(|role| behind(role)).any(ends)
}

/// A byline that breaks off in a line and ends in the next: "By Jane Doe and", "John Roe".
pub(super) fn broken_byline(line: &str, next: &str) -> Option<String> {
    let alone = matches!(line, "By" | "BY" | "by" | "Written by");
    let by = line
        .get(..3)
        .is_some_and(|by| by.eq_ignore_ascii_case("by "));
    let open = by && (line.ends_with([',', '&']) || line.ends_with(" and"));
    if !alone && !open {
        return None;
    }
    let whole = format!("{line} {next}");
    byline(&whole).is_some().then_some(whole)
}

/// Where the names of a byline end: before what a mark parts from them, unless "and" and another name follow. A dash does
/// so before a date.
fn names_end(text: &str, dated: bool) -> usize {
    const BEFORE_DATES: &[&str] = &[" - ", " – ", " — ", " Posted ", " Published ", " Updated "];
    let stop = |text: &str| {
        let dash = BEFORE_DATES.iter().filter(|_| dated);
        let dash = dash.filter_map(|dash| text.find(dash));
        dash.chain(text.find([',', '|', '•', '·', ';'])).min()
    };
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
        check(byline, "By Jane Doe - May 5, 2020", Some("Jane Doe"));
        check(
            byline,
            "By Jane Doe May 5, 2020 10:45 a.m.",
            Some("Jane Doe"),
        );
        check(byline, "By Jane Doe Updated May 5, 2020", Some("Jane Doe"));
        check(byline, "By Train Alone – A Tale", None);
        assert!(broken_byline("By Jane Doe and", "John Roe").is_some());
        assert!(broken_byline("By", "Jane Doe").is_some());
        assert!(broken_byline("By land and", "sea").is_none());
        check(byline, "By Air and Sea", None);
        assert!(is_role("Foreign correspondent"));
        assert!(is_role("Political editor, The Bugle"));
        assert!(!is_role("Ghost towns of the north"));
        assert!(!is_role("Host city"));
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
