//! Is this a line of a letter? A recognizer of the lines of mail, of salutations and of whom to ask.

use super::name::is_name;
use super::shape::words;
use crate::text::Span;

/// What the lines over a letter are called, and what they say.
const NAMES: &[(&str, HeaderName)] = &[
    ("bcc", HeaderName::Other),
    ("cc", HeaderName::Other),
    ("date", HeaderName::Date),
    ("from", HeaderName::From),
    ("reply-to", HeaderName::Other),
    ("sent", HeaderName::Date),
    ("subject", HeaderName::Subject),
    ("to", HeaderName::Other),
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
pub enum HeaderName {
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
pub struct Header {
    /// What it says.
    pub name: HeaderName,
    /// What stands behind its colon.
    pub value: Span,
}

/// What a line of mail says: "Subject: Rain".
pub fn header(line: &str) -> Option<Header> {
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

/// The person who sent a mail: of "Jane Doe <jane@example.org>" the name.
pub fn sender(value: &str) -> Option<Span> {
    let name = value.split('<').next().unwrap_or_default();
    let name = name.trim().trim_matches('"');
    let start = value.find(name)?;
    let lower = name.to_lowercase();
    let office = lower.split(' ').any(|word| OFFICES.contains(&word));
    (is_name(name) && !office).then(|| Span::new(start, start + name.len()))
}

/// Whether a mark closes a greeting, as in "Dear Jane,"; `None` for a line that greets nobody.
pub fn greeting(line: &str) -> Option<bool> {
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
pub fn names_contact(line: &str) -> bool {
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
            (HeaderName::Subject, "Rain")
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
}
