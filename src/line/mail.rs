//! Is this a line of a letter? A recognizer of mail headers, salutations and contact lines.

use super::name::is_name;
use super::shape::words;
use super::vocabulary::Vocabulary;
use crate::text::Span;
use crate::text::lexicon::WordList;

/// The names of mail headers, in lower case, and what they say.
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

const LIST: &str = include_str!("contacts.txt");

/// How a contact line opens, in lower case.
static CONTACTS: WordList = WordList::new(LIST);

/// What a mail header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderName {
    /// The sender.
    From,
    /// The date.
    Date,
    /// The subject.
    Subject,
    /// Anything else, such as recipients.
    Other,
}

/// A mail header.
pub struct Header {
    /// What it says.
    pub name: HeaderName,
    /// The text after the colon.
    pub value: Span,
}

/// The mail header in a line, such as "Subject: Rain"; `None` for any other line.
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

/// The name of the person in "Jane Doe <jane@example.org>"; `None` if an office sent the mail.
pub fn sender(value: &str) -> Option<Span> {
    let name = value.split('<').next().unwrap_or_default();
    let name = name.trim().trim_matches('"');
    let start = value.find(name)?;
    let lower = name.to_lowercase();
    let office = lower.split(' ').any(|word| Vocabulary::Office.has(word));
    (is_name(name) && !office).then(|| Span::new(start, start + name.len()))
}

/// Whether a mark closes a salutation, as in "Dear Jane,"; `None` for a line that is none.
pub fn greeting(line: &str) -> Option<bool> {
    let bare = line.trim_end_matches([',', ':', '!']);
    let (opening, rest) = bare.split_once(' ')?;
    let addressed = |word: &str| {
        word.starts_with(char::is_uppercase) || Vocabulary::Addressee.has(&word.to_lowercase())
    };
    let greets = matches!(opening, "Dear" | "Hello" | "Hi");
    let short = words(rest) <= 5 && rest.split(' ').all(addressed);
    (greets && short).then_some(bare.len() < line.len())
}

/// Whether a line says whom to contact.
pub fn names_contact(line: &str) -> bool {
    let opens = |opening: &&str| {
        line.get(..opening.len())
            .is_some_and(|open| open.eq_ignore_ascii_case(opening))
    };
    CONTACTS.words().iter().any(opens)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::check_list;

    #[test]
    fn the_list_is_sorted() {
        check_list(LIST, &[]);
    }

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
