//! Is this a letter? A pass that finds mail headers above the text, and the salutation.

use crate::clean::layout::{Fate, Mark, Page};
use crate::line::{HeaderName, greeting, header};

/// Finds mail headers above the text: two or more adjacent ones, or a subject above a salutation.
pub fn mail_lines(page: &mut Page) {
    let body = page.first_body();
    let found = (0..body).find_map(|at| {
        let end = page.run(at).end.min(body);
        let len = (at..end).take_while(|&at| is_header(page, at)).count();
        let lines = at..at + len;
        let subject = lines.clone().any(|at| says(page, at, HeaderName::Subject));
        let greets = || greeting(page.line(at + 1)).is_some();
        // "From: Oslo" above "Date: May" may describe a journey.
        let sent =
            || page.text.contains('@') && lines.clone().any(|at| says(page, at, HeaderName::Date));
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

fn says(page: &Page, at: usize, name: HeaderName) -> bool {
    header(page.line(at)).is_some_and(|header| header.name == name)
}

/// Whether the mail headers give a subject.
pub fn has_subject(page: &Page) -> bool {
    page.mail
        .clone()
        .any(|at| says(page, at, HeaderName::Subject))
}

/// Whether a line is the salutation of a letter: closed by a mark, or above running text.
pub fn is_salutation(page: &Page, at: usize) -> bool {
    greeting(page.line(at)).is_some_and(|closed| closed || page.ends_sentence(at + 1))
}
