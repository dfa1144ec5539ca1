//! Which figures does a text state? A pass over the lexemes of each block.

use super::mention::Figure;
use super::unit::figure_at;
use crate::document::Document;
use crate::time::lexeme::{Lexeme, lexemes};
use crate::time::mention::DateMention;

/// The figures of a document, in text order, without overlaps. `dates` are its date expressions in
/// text order; what overlaps one of them is not a figure.
pub fn figures(document: &Document, dates: &[DateMention]) -> Vec<Figure> {
    let mut figures = Vec::new();
    for block in &document.blocks {
        let lexemes = lexemes(document, block.span);
        let mut at = 0;
        while at < lexemes.len() {
            let Some(found) =
                figure_at(&lexemes, at).filter(|found| !is_date(dates, &lexemes, at, found.end))
            else {
                at += 1;
                continue;
            };
            figures.push(Figure {
                span: lexemes[at].span.cover(lexemes[found.end - 1].span),
                kind: found.kind,
                value: found.value,
                unit: found.unit,
            });
            at = found.end;
        }
    }
    figures
}

/// Whether these lexemes overlap a date expression.
fn is_date(dates: &[DateMention], lexemes: &[Lexeme], at: usize, end: usize) -> bool {
    let span = lexemes[at].span.cover(lexemes[end - 1].span);
    let first = dates.partition_point(|date| date.span.end <= span.start);
    dates
        .get(first)
        .is_some_and(|date| date.span.start < span.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::dates;

    /// Checks "words=value unit".
    fn check(text: &str, expected: &[&str]) {
        let document = Document::from_text("a", text);
        let found: Vec<String> = figures(&document, &dates(&document, None))
            .iter()
            .map(|f| format!("{}={} {}", document.slice(f.span), f.value, f.unit))
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn money() {
        check(
            "It cost $1.5 billion, or €10m.",
            &["$1.5 billion=1500000000 USD", "€10m=10000000 EUR"],
        );
        check(
            "US$ 40 and C$3,000 and £5",
            &["US$ 40=40 USD", "C$3,000=3000 CAD", "£5=5 GBP"],
        );
        check(
            "ten million euros; 500 Russian roubles; 300 U.S. dollars; 20 Swiss francs",
            &[
                "ten million euros=10000000 EUR",
                "500 Russian roubles=500 RUB",
                "300 U.S. dollars=300 USD",
                "20 Swiss francs=20 franc",
            ],
        );
        check(
            "USD 5 million and 7 million JPY",
            &["USD 5 million=5000000 USD", "7 million JPY=7000000 JPY"],
        );
        check("She won two games.", &["two games=2 games"]);
    }

    #[test]
    fn shares() {
        check(
            "3.5% of all, 20 percent, 7 per cent",
            &["3.5%=3.5 %", "20 percent=20 %", "7 per cent=7 %"],
        );
        check("up two percentage points", &["two percentage points=2 %"]);
    }

    #[test]
    fn times() {
        check(
            "at 6 p.m. or 14:30 GMT, 7:05 am",
            &["6 p.m.=1080 ", "14:30 GMT=870 GMT", "7:05 am=425 "],
        );
        check("won 3:2, by 25:70, at 12 a.m.", &["12 a.m.=0 "]);
    }

    #[test]
    fn quantities() {
        check(
            "a 5-km march, 40 kilometres, 12,000 soldiers and twenty-four tanks",
            &[
                "5-km=5 km",
                "40 kilometres=40 km",
                "12,000 soldiers=12000 soldiers",
                "twenty-four tanks=24 tanks",
            ],
        );
        check("two hundred armed men", &["two hundred armed men=200 men"]);
        check(
            "for 24 years, since 2000, in June 2024",
            &["24 years=24 year"],
        );
        check("Chapter 4 says; on 10 June; No. 5", &[]);
        check("one of us; 7 is enough; 1,20 metres", &[]);
        check("", &[]);
    }
}
