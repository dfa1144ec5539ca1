//! Is this the name of a person, or the role in which somebody writes? A recognizer.

use super::shape::words;

/// Words that an outlet's people are called by.
pub const ROLES: &[&str] = &[
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

/// Whether a line says in which role the one whose name stands over it writes: "Foreign correspondent", "Editor at large".
pub fn is_role(line: &str) -> bool {
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

/// Two to four words written as the parts of a person's name are.
pub fn is_name(text: &str) -> bool {
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
