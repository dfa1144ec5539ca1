//! What does somebody state about the article, and how strongly? A value with its rank.

use crate::clean::layout::Page;
use crate::document::{Field, Statement};
use crate::text::Span;
use crate::time::Date;

/// The rank of what is kept for the record and never chosen.
pub const UNBELIEVED: u8 = 9;

/// What says something about the article.
pub struct Offer {
    pub field: Field,
    /// The smaller, the stronger.
    pub rank: u8,
    pub value: String,
    /// Where it stands in the page's text; `None` for markup.
    pub span: Option<Span>,
    pub tag: Option<String>,
    /// What stands there, where that is not the text under `span`.
    pub text: Option<String>,
    pub rule: &'static str,
}

/// Whether the strongest offers for one field give different values. A first headline, byline, label or
/// line of rights stands before later ones.
pub fn contradicts(rivals: &[Offer]) -> bool {
    let first = &rivals[0];
    let strict = matches!(
        first.field,
        Field::Publisher | Field::Place | Field::Published | Field::Updated
    );
    let same = |offer: &&Offer| offer.rank == first.rank;
    strict
        && rivals
            .iter()
            .take_while(same)
            .any(|offer| !agree(first, offer))
}

/// Whether two values are one: names written alike, times within a day of each other.
fn agree(a: &Offer, b: &Offer) -> bool {
    if !matches!(a.field, Field::Published | Field::Updated) {
        return a.value.eq_ignore_ascii_case(&b.value);
    }
    let (Some(first), Some(second)) = (Date::parse(&a.value), Date::parse(&b.value)) else {
        return a.value == b.value;
    };
    // A moment near midnight has two dates in two zones.
    let apart = i64::from(a.value.len() > 10 && b.value.len() > 10);
    (first.ordinal() - second.ordinal()).abs() <= apart
}

/// An offer of markup or of the text as a whole.
pub fn stated(field: Field, value: &str, rule: &'static str) -> Offer {
    Offer {
        field,
        rank: 1,
        value: value.to_owned(),
        span: None,
        tag: None,
        text: None,
        rule,
    }
}

/// What markup states: its first statement of a field is its strongest, behind what the text itself credits.
pub fn of_markup(statements: &[Statement]) -> Vec<Offer> {
    let mut seen: Vec<Field> = Vec::new();
    let offers = statements.iter().map(|statement| {
        let first = !seen.contains(&statement.field);
        seen.push(statement.field);
        Offer {
            rank: if first { 2 } else { 6 },
            tag: Some(statement.tag.clone()),
            text: Some(statement.text.clone()),
            ..stated(statement.field, &statement.value, "markup")
        }
    });
    offers.collect()
}

/// A value proved by the whole of a line.
pub fn whole(
    page: &Page,
    at: usize,
    field: Field,
    rank: u8,
    value: &str,
    rule: &'static str,
) -> Offer {
    Offer {
        rank,
        span: Some(page.lines[at].body),
        ..stated(field, value, rule)
    }
}

/// A value proved by a part of a line.
pub fn part(
    page: &Page,
    at: usize,
    field: Field,
    rank: u8,
    value: &str,
    span: Span,
    rule: &'static str,
) -> Offer {
    Offer {
        rank,
        span: Some(span.shifted(page.lines[at].body.start as usize)),
        ..stated(field, value, rule)
    }
}

/// A value that stands in a line as it is.
pub fn quoted(
    page: &Page,
    at: usize,
    field: Field,
    rank: u8,
    span: Span,
    rule: &'static str,
) -> Offer {
    part(page, at, field, rank, span.slice(page.line(at)), span, rule)
}
