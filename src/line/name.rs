//! Is this the name of a person, or the role of an author? A recognizer.

use super::shape::words;
use super::vocabulary::Vocabulary;
use crate::text::lexicon::WordList;

const LIST: &str = include_str!("roles.txt");

/// Roles of people who work for an outlet, in lower case.
pub static ROLES: WordList = WordList::new(LIST);

/// Whether a line is the role of the person named above it: "Foreign correspondent".
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
        && ROLES
            .words()
            .iter()
            .filter_map(|role| behind(role))
            .any(ends)
}

/// Whether a text is two to four words that have the form of a person's name.
pub fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let part = |w: &str| {
        w.starts_with(char::is_uppercase)
            && w.chars()
                .all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.'))
    };
    (2..=4).contains(&words.len())
        && words.iter().all(|w| part(w) || Vocabulary::Particle.has(w))
        && part(words[0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::check_list;

    #[test]
    fn the_list_is_sorted() {
        check_list(LIST, &[]);
    }
}
