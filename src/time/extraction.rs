//! Which dates does a text name? A pass over the lexemes of each block.

use super::date::Date;
use super::grammar::expression_at;
use super::lexeme::{Lexeme, lexemes};
use super::mention::{DateMention, Precision};
use super::resolution;
use crate::document::Document;

/// The date expressions of a document, in text order, without overlaps.
///
/// `anchor` is the day the article was written. Without it, relative expressions stay unresolved:
/// they have no interval and [`Precision::Unknown`].
pub fn dates(document: &Document, anchor: Option<Date>) -> Vec<DateMention> {
    document
        .blocks
        .iter()
        .flat_map(|block| dates_of_block(&lexemes(document, block.span), anchor))
        .collect()
}

fn dates_of_block(lexemes: &[Lexeme], anchor: Option<Date>) -> Vec<DateMention> {
    let mut dates = Vec::new();
    let mut at = 0;
    while at < lexemes.len() {
        let Some((end, expression)) = expression_at(lexemes, at) else {
            at += 1;
            continue;
        };
        let future = resolution::speaks_of_future(lexemes, at);
        let interval = resolution::interval(expression, anchor, future);
        dates.push(DateMention {
            span: lexemes[at].span.cover(lexemes[end - 1].span),
            from: interval.map(|i| i.0),
            to: interval.map(|i| i.1),
            precision: interval.map_or(Precision::Unknown, |i| i.2),
            relative: resolution::is_relative(expression),
        });
        at = end;
    }
    dates
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks "expression=from..to" (one date if both are the same, "?" if unresolved) against an
    /// anchor of Thursday, 20 June 2024.
    fn check(text: &str, expected: &[&str]) {
        let document = Document::from_text("a", text);
        let found: Vec<_> = dates(&document, Date::new(2024, 6, 20))
            .iter()
            .map(|d| match (d.from, d.to) {
                (Some(from), Some(to)) if from == to => {
                    format!("{}={from}", document.slice(d.span))
                }
                (Some(from), Some(to)) => format!("{}={from}..{to}", document.slice(d.span)),
                _ => format!("{}=?", document.slice(d.span)),
            })
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn days() {
        check(
            "They met on June 3, 2019, in Oslo.",
            &["June 3, 2019=2019-06-03"],
        );
        check(
            "On 7 May 2021 it ended; by 1st of July 2021 all knew.",
            &["7 May 2021=2021-05-07", "1st of July 2021=2021-07-01"],
        );
        check("Filed 2023-11-05 late.", &["2023-11-05=2023-11-05"]);
        check(
            "The talks of Sept. 4-6, 2010 failed.",
            &["Sept. 4-6, 2010=2010-09-04..2010-09-06"],
        );
        check(
            "On Monday, April 1, 2024 and Feb. 30, 2024.",
            &["Monday, April 1, 2024=2024-04-01", "Feb. 30, 2024=?"],
        );
        check("The harbour closed on July 9.", &["July 9=2023-07-09"]);
    }

    #[test]
    fn years() {
        check(
            "Laws of 1961, 2000, and 2001.",
            &[
                "1961=1961-01-01..1961-12-31",
                "2000=2000-01-01..2000-12-31",
                "2001=2001-01-01..2001-12-31",
            ],
        );
        check(
            "A 2000 treaty and the 1984 accord.",
            &["2000=2000-01-01..2000-12-31", "1984=1984-01-01..1984-12-31"],
        );
        check(
            "In the 1990s and in 1914-18.",
            &[
                "1990s=1990-01-01..1999-12-31",
                "1914-18=1914-01-01..1918-12-31",
            ],
        );
        check(
            "Norway’s 2022 budget (1905) grew.",
            &["2022=2022-01-01..2022-12-31", "1905=1905-01-01..1905-12-31"],
        );
        check(
            "Spring 2020 and the first quarter of 2021",
            &[
                "Spring 2020=2020-03-01..2020-05-31",
                "first quarter of 2021=2021-01-01..2021-03-31",
            ],
        );
    }

    #[test]
    fn years_by_their_neighbours() {
        let year = |y: &str| format!("{y}={y}-01-01..{y}-12-31");
        check("Plans for 2008 grew.", &[&year("2008")]);
        check("in fiscal year 2009", &[&year("2009")]);
        check("The fatal 2003 shooting was forgotten.", &[&year("2003")]);
        check(
            "The war (1950 - 53) ended.",
            &["1950 - 53=1950-01-01..1953-12-31"],
        );
        check("The 2016 elections came.", &[&year("2016")]);
    }

    #[test]
    fn weekdays_look_back() {
        check("He said on Wednesday it rained.", &["Wednesday=2024-06-19"]);
        check(
            "It opened Thursday; it closed last Thursday.",
            &["Thursday=2024-06-20", "last Thursday=2024-06-13"],
        );
        check("She will fly to Lima on Friday.", &["Friday=2024-06-21"]);
        check(
            "The vote will be repeated on Friday.",
            &["Friday=2024-06-21"],
        );
        check("He will resign, he said Monday.", &["Monday=2024-06-17"]);
        check(
            "next Monday, this Friday",
            &["next Monday=2024-06-24", "this Friday=2024-06-21"],
        );
        check("Black Friday in The Sunday Times", &[]);
    }

    #[test]
    fn months_and_seasons() {
        check(
            "In March it fell, in September it rose.",
            &[
                "March=2024-03-01..2024-03-31",
                "September=2023-09-01..2023-09-30",
            ],
        );
        check(
            "This spring Norway voted, at this Spring Festival.",
            &["This spring=2024-03-01..2024-05-31"],
        );
        check(
            "in June 2022 and in June",
            &[
                "June 2022=2022-06-01..2022-06-30",
                "June=2024-06-01..2024-06-30",
            ],
        );
        check(
            "this spring, last winter, next autumn",
            &[
                "this spring=2024-03-01..2024-05-31",
                "last winter=2023-12-01..2024-02-29",
                "next autumn=2024-09-01..2024-11-30",
            ],
        );
        check(
            "It will open in October.",
            &["October=2024-10-01..2024-10-31"],
        );
    }

    #[test]
    fn distances() {
        check(
            "today, yesterday and tomorrow",
            &[
                "today=2024-06-20",
                "yesterday=2024-06-19",
                "tomorrow=2024-06-21",
            ],
        );
        check(
            "last week, this month, next year",
            &[
                "last week=2024-06-10..2024-06-16",
                "this month=2024-06-01..2024-06-30",
                "next year=2025-01-01..2025-12-31",
            ],
        );
        check(
            "24 years ago; two decades ago; a few weeks ago",
            &[
                "24 years ago=2000-01-01..2000-12-31",
                "two decades ago=2004-01-01..2004-12-31",
                "a few weeks ago=?",
            ],
        );
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "1,000 ships and 2000 soldiers, paid for 1500 days",
            "the other 2000 votes",
            "Article 51 and Resolution 1718",
            "for 24 years",
            "it may rain in may",
            "March on the capital",
            "Mark Sun met April May",
            "paid $2000 to 1500 workers",
            "over the last year",
            "at 1930 GMT",
            "on Fridays",
            "May I ask",
            "the fall of Rome",
            "",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn without_an_anchor() {
        let document = Document::from_text("a", "On Sunday and in 1999.");
        let found = dates(&document, None);
        assert_eq!(
            (found[0].from, found[0].precision, found[0].relative),
            (None, Precision::Unknown, true)
        );
        assert_eq!(
            (found[1].from, found[1].relative),
            (Date::new(1999, 1, 1), false)
        );
    }
}
