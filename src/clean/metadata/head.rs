//! What precedes the article? A pass over bylines, dates, labels and addresses around the headline.

use super::headline::{in_menu, is_byline, kind_label};
use crate::clean::layout::{Fate, Page};
use crate::line::{
    date_label, dated_label, ends_sentence, is_breadcrumb, is_contact, is_dateline, is_name,
    stamps, words,
};

/// Decides about the lines around the headline: dates, addresses, bylines, labels, breadcrumbs.
pub fn head(page: &mut Page) {
    let body = page.first_body();
    let title = page.title();
    // Without a headline, for example if it is given, only running text shows where the head ends.
    if title.is_none() && body == page.lines.len() {
        return;
    }
    let over = |at: usize| title.is_some_and(|title| at < title);
    let under = |at: usize| title.is_none_or(|title| title < at);
    let mut address = false;
    for at in 0..body {
        let beside = title.is_some_and(|title| page.lines[at].run <= page.lines[title].run);
        if beside && is_contact(page.line(at)) {
            page.remove(at, "contact");
            address = true;
        }
    }
    for at in 0..body {
        let line = page.line(at);
        let menu = over(at) && words(line) <= 4 && in_menu(page, at);
        let date = !stamps(line).is_empty();
        let dated = date_label(line).is_some() && !stamps(page.line(at + 1)).is_empty();
        // A name above a date is a byline without "By".
        let signed = under(at) && is_name(line) && !stamps(page.line(at + 1)).is_empty();
        if date && over(at) && address {
            page.remove(at, "site-header");
        } else if is_breadcrumb(line) || menu && !date {
            page.remove(at, "navigation");
        } else if signed || is_byline(page, at) {
            page.decide(at, Fate::Byline);
        } else if is_dateline(line, under(at)) {
            page.decide(at, Fate::Dateline);
        } else if date || dated || kind_label(page, at).is_some() || dated_label(line).is_some() {
            page.decide(at, Fate::Meta);
        } else if over(at) && words(line) <= 6 && !ends_sentence(line) && !line.ends_with(',') {
            // A kicker: the section or series of the article.
            page.decide(at, Fate::Meta);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journey_is_no_mail() {
        let mut page = Page::new("From: Oslo\nTo: Bergen\n\nIt rained.");
        head(&mut page);
        assert_eq!(page.mail, 0..0);
    }
}
