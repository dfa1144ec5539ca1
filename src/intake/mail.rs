//! Is this a letter? The lines of mail over it, and the salutation that it opens with.

use super::author::is_name;
use super::block::{Mark, words};
use super::page::{Fate, Page};
use crate::text::Span;

/// What the lines over a letter are called, and what they say.
const NAMES: &[(&str, Name)] = &[
    ("bcc", Name::Other),
    ("cc", Name::Other),
    ("date", Name::Date),
    ("from", Name::From),
    ("reply-to", Name::Other),
    ("sent", Name::Date),
    ("subject", Name::Subject),
    ("to", Name::Other),
];

/// What opens a line that says whom to ask.
const CONTACTS: &[&str] = &[
    "contact:",
    "contacts:",
    "e-mail:",
    "email:",
    "fax:",
    "media contact",
    "phone:",
    "press contact",
    "tel.",
    "tel:",
    "telephone:",
];

/// Words of salutations that are no names.
const ADDRESSED: &[&str] = &[
    "all",
    "and",
    "colleague",
    "colleagues",
    "editor",
    "friend",
    "friends",
    "madam",
    "members",
    "or",
    "reader",
    "readers",
    "sir",
    "sirs",
    "team",
    "the",
];

/// Words of senders that are no persons.
const OFFICES: &[&str] = &[
    "center",
    "centre",
    "communications",
    "department",
    "desk",
    "editors",
    "media",
    "ministry",
    "news",
    "newsletter",
    "newsroom",
    "office",
    "press",
    "relations",
    "service",
    "services",
    "support",
    "team",
];

/// What a line of mail says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    /// Who sent it.
    From,
    /// When.
    Date,
    /// What it is about.
    Subject,
    /// To whom, and the like.
    Other,
}

/// A line of mail.
pub(super) struct Header {
    /// What it says.
    pub name: Name,
    /// What stands behind its colon.
    pub value: Span,
}

/// What a line of mail says: "Subject: Rain".
pub(super) fn header(line: &str) -> Option<Header> {
    let (label, rest) = line.split_once(':')?;
    let mut names = NAMES.iter();
    let (_, name) = names.find(|(name, _)| label.eq_ignore_ascii_case(name))?;
    let value = rest.trim();
    let start = line.len() - rest.trim_start().len();
    (rest.starts_with(' ') && !value.is_empty()).then(|| Header {
        name: *name,
        value: Span::new(start, start + value.len()),
    })
}

/// Finds the lines of mail over the text: two or more beside each other, or a subject over a salutation.
pub(super) fn head(page: &mut Page) {
    let body = page.first_body();
    let found = (0..body).find_map(|at| {
        let end = page.run(at).end.min(body);
        let len = (at..end).take_while(|&at| is_header(page, at)).count();
        let lines = at..at + len;
        let subject = lines.clone().any(|at| says(page, at, Name::Subject));
        let greets = || greeting(page.line(at + 1)).is_some();
        // "From: Oslo" over "Date: May" may be a journey.
        let sent = || page.text.contains('@') && lines.clone().any(|at| says(page, at, Name::Date));
        match len {
            0 => None,
            1 => (subject && greets()).then_some(lines),
            _ => (subject || sent()).then_some(lines),
        }
    });
    if let Some(lines) = found {
        lines.clone().for_each(|at| page.decide(at, Fate::Meta));
        page.mail = lines;
    }
}

fn is_header(page: &Page, at: usize) -> bool {
    page.lines[at].mark == Mark::None
        && matches!(page.fates[at], Fate::Keep | Fate::Meta)
        && header(page.line(at)).is_some()
}

fn says(page: &Page, at: usize, name: Name) -> bool {
    header(page.line(at)).is_some_and(|header| header.name == name)
}

/// Whether the lines of mail say what the letter is about.
pub(super) fn has_subject(page: &Page) -> bool {
    page.mail.clone().any(|at| says(page, at, Name::Subject))
}

/// The person who sent a mail: of "Jane Doe <jane@example.org>" the name.
pub(super) fn sender(value: &str) -> Option<Span> {
    let name = value.split('<').next().unwrap_or_default();
    let name = name.trim().trim_matches('"');
    let start = value.find(name)?;
    let lower = name.to_lowercase();
    let office = lower.split(' ').any(|word| OFFICES.contains(&word));
    (is_name(name) && !office).then(|| Span::new(start, start + name.len()))
}

/// Whether a line greets the one whom a letter is written to: with a mark behind it, or over running text.
pub(super) fn is_salutation(page: &Page, at: usize) -> bool {
    greeting(page.line(at)).is_some_and(|closed| closed || page.ends_sentence(at + 1))
}

/// Whether a mark closes a greeting, as in "Dear Jane,"; `None` for a line that greets nobody.
fn greeting(line: &str) -> Option<bool> {
    let bare = line.trim_end_matches([',', ':', '!']);
    let (opening, rest) = bare.split_once(' ')?;
    let addressed = |word: &str| {
        word.starts_with(char::is_uppercase) || ADDRESSED.contains(&word.to_lowercase().as_str())
    };
    let greets = matches!(opening, "Dear" | "Hello" | "Hi");
    let short = words(rest) <= 5 && rest.split(' ').all(addressed);
    (greets && short).then_some(bare.len() < line.len())
}

/// Whether a line says whom to ask.
pub(super) fn names_contact(line: &str) -> bool {
    let opens = |opening: &&str| {
        line.get(..opening.len())
            .is_some_and(|open| open.eq_ignore_ascii_case(opening))
    };
    CONTACTS.iter().any(opens)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers() {
        let line = "SUBJECT:  Rain";
        let found = header(line).unwrap();
        assert_eq!(
            (found.name, found.value.slice(line)),
            (Name::Subject, "Rain")
        );
        assert!(header("To: ").is_none());
        assert!(header("Subject of the day: rain").is_none());
        let sent = "\"Jane Doe\" <jane@example.org>";
        assert_eq!(sender(sent).map(|name| name.slice(sent)), Some("Jane Doe"));
        assert_eq!(sender("press@example.org"), None);
        assert_eq!(sender("Press Office <press@example.org>"), None);
    }

    #[test]
    fn greetings() {
        for (line, expected) in [
            ("Dear Jane,", Some(true)),
            ("Dear Sir or Madam", Some(false)),
            ("Hello all!", Some(true)),
            ("Dear diary of a river", None),
            ("Dear", None),
        ] {
            assert_eq!(greeting(line), expected, "{line}");
        }
    }

    #[test]
    fn a_journey_is_no_mail() {
        let mut page = Page::new("From: Oslo\nTo: Bergen\n\nIt rained.");
        head(&mut page);
        assert_eq!(page.mail, 0..0);
    }
}
