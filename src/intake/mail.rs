//! Is this a letter? The lines of mail over it, and the salutation that it opens with.

use super::author::is_name;
use super::block::{Mark, words};
use super::page::{Fate, Page};
use crate::text::Span;

/// What the lines over a letter are called, and what of them is asked.
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

/// Words of salutations without a name.
const ADDRESSED: &[&str] = &[
    "all", "and", "colleague", "colleagues", "editor", "friend", "friends", "madam", "members", "or", "reader", "readers",
    "sir", "sirs", "team", "the",
];

/// What a line of mail says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    From,
    Date,
    Subject,
    /// To whom, and the like.
    Other,
}

/// A line of mail.
pub(super) struct Header {
    pub name: Name,
    /// What stands behind the colon.
    pub value: Span,
}

/// What a line of mail says: "Subject: Rain".
pub(super) fn header(line: &str) -> Option<Header> {
    let (label, rest) = line.split_once(':')?;
    let (_, name) = NAMES.iter().find(|(name, _)| label.eq_ignore_ascii_case(name))?;
    let value = rest.trim();
    let start = line.len() - rest.trim_start().len();
    let value = Span::new(start, start + value.len());
    (rest.starts_with(' ') && !value.is_empty()).then_some(Header { name: *name, value })
}

/// Finds the lines of mail over the text: two or more beside each other, or a subject over a salutation.
pub(super) fn head(page: &mut Page) {
    let body = page.first_body();
    let lines = |page: &Page, from: usize| {
        let run = page.run(from);
        let is_header = |at: &usize| {
            page.lines[*at].mark == Mark::None
                && matches!(page.fates[*at], Fate::Keep | Fate::Meta)
                && header(page.line(*at)).is_some()
        };
        (from..run.end.min(body)).take_while(is_header).count()
    };
    let found = (0..body).find_map(|at| {
        let len = lines(page, at);
        let range = at..at + len;
        let subject = range.clone().any(|at| is_subject(page, at));
        let greets = subject && greeting(page.line(range.end)).is_some();
        // "From: Oslo" and "To: Bergen" are a journey.
        let dated = || range.clone().any(|at| names(page, at, Name::Date));
        let sent = subject || page.text.contains('@') && dated();
        (len > 1 && sent || len == 1 && greets).then_some(range)
    });
    let Some(range) = found else {
        return;
    };
    for at in range.clone() {
        page.decide(at, Fate::Meta);
    }
    page.mail = range;
}

fn names(page: &Page, at: usize, name: Name) -> bool {
    header(page.line(at)).is_some_and(|header| header.name == name)
}

fn is_subject(page: &Page, at: usize) -> bool {
    names(page, at, Name::Subject)
}

/// Whether the lines of mail say what the letter is about.
pub(super) fn has_subject(page: &Page) -> bool {
    page.mail.clone().any(|at| is_subject(page, at))
}

/// The person who sent a mail: of "Jane Doe <jane@example.org>" the name.
pub(super) fn sender(value: &str) -> Option<Span> {
    let name = value.split('<').next().unwrap_or_default();
    let name = name.trim().trim_matches('"');
    let start = value.find(name)?;
    is_name(name).then(|| Span::new(start, start + name.len()))
}

/// Whether a line greets the one whom a letter is written to: with a mark behind it, or over running text.
pub(super) fn is_salutation(page: &Page, at: usize) -> bool {
    match greeting(page.line(at)) {
        Some(closed) => closed || page.ends_sentence(at + 1),
        None => false,
    }
}

/// Whether a mark closes a greeting, "Dear Jane,"; `None` for anything else.
fn greeting(line: &str) -> Option<bool> {
    let bare = line.trim_end_matches([',', ':', '!']);
    let (opening, rest) = bare.split_once(' ')?;
    let addressed = |word: &str| {
        let lower = word.to_lowercase();
        word.starts_with(char::is_uppercase) || ADDRESSED.contains(&lower.as_str())
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
