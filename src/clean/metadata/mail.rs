//! Is this a letter? The lines of mail over it, and the salutation that it opens with.

use crate::clean::layout::{Fate, Mark, Page};
use crate::line::{HeaderName, greeting, header};

/// Finds the lines of mail over the text: two or more beside each other, or a subject over a salutation.
pub fn mail_lines(page: &mut Page) {
    let body = page.first_body();
    let found = (0..body).find_map(|at| {
        let end = page.run(at).end.min(body);
        let len = (at..end).take_while(|&at| is_header(page, at)).count();
        let lines = at..at + len;
        let subject = lines.clone().any(|at| says(page, at, HeaderName::Subject));
        let greets = || greeting(page.line(at + 1)).is_some();
        // "From: Oslo" over "Date: May" may be a journey.
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

/// Whether the lines of mail say what the letter is about.
pub fn has_subject(page: &Page) -> bool {
    page.mail
        .clone()
        .any(|at| says(page, at, HeaderName::Subject))
}

/// Whether a line greets the one whom a letter is written to: with a mark behind it, or over running text.
pub fn is_salutation(page: &Page, at: usize) -> bool {
    greeting(page.line(at)).is_some_and(|closed| closed || page.ends_sentence(at + 1))
}
