//! What does a line or markup state about the article, and how strongly? A value with its rank.

use crate::clean::layout::Page;
use crate::document::{Field, Statement};
use crate::text::Span;
use crate::time::Date;

/// The rank of a value that is recorded but never chosen.
pub const UNBELIEVED: u8 = 9;

/// A value that a line or markup states for a field of the article.
pub struct Offer {
    pub field: Field,
    /// The smaller the rank, the stronger the offer.
    pub rank: u8,
    pub value: String,
    /// The span in the page's text; `None` for markup.
    pub span: Option<Span>,
    pub tag: Option<String>,
    /// The text that proves the value, if it is not the text under `span`.
    pub text: Option<String>,
    pub rule: &'static str,
}

/// Whether the strongest offers for one field give different values. `rivals` are sorted by rank.
/// For a headline, byline, label or line of rights, the first precedes later ones instead.
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

/// Whether two values are the same: equal ignoring ASCII case, or dates on the same day; if both
/// have a time, up to one day apart.
fn agree(a: &Offer, b: &Offer) -> bool {
    if !matches!(a.field, Field::Published | Field::Updated) {
        return a.value.eq_ignore_ascii_case(&b.value);
    }
    let (Some(first), Some(second)) = (Date::parse(&a.value), Date::parse(&b.value)) else {
        return a.value == b.value;
    };
    // A moment near midnight has different dates in different zones.
    let apart = i64::from(a.value.len() > 10 && b.value.len() > 10);
    (first.ordinal() - second.ordinal()).abs() <= apart
}

/// An offer of markup, or of the text as a whole.
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

/// The offers of markup. Its first statement for a field is its strongest, below credits in the
/// text.
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

/// An offer proved by a whole line.
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

/// An offer proved by a part of a line.
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

/// An offer whose value is a part of a line, verbatim.
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
