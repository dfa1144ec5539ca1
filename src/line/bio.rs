//! Whom does a line introduce as the author? A recognizer of author boxes and biographies.

use super::name::{ROLES, is_name};
use crate::text::{Span, is_stop_word};

/// The name in the heading of an author box, "About jane doe"; `None` for "About the treaty".
pub fn author_box(line: &str) -> Option<Span> {
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
pub struct Bio {
    /// The author.
    pub name: Span,
    /// The outlet whose correspondent or editor the author is, if the sentence says so.
    pub outlet: Option<Span>,
}

/// "Jane Doe is The Bugle's correspondent in Oslo, …"; `None` for any other line.
pub fn bio(line: &str) -> Option<Bio> {
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
    ROLES.words().iter().find(|role| lower.contains(**role))?;
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
        (named && ROLES.words().iter().any(|r| role.contains(r)))
            .then(|| Span::new(start, start + owner.len()))
    });
    Some(Bio {
        name: Span::new(0, name.len()),
        outlet,
    })
}
