//! What record does an article make? Text, blocks and facts, and every change on the way to them.

use std::collections::BTreeMap;

use super::language::language;
use super::metadata::Fact;
use super::page::{Fate, Page};
use super::reading::{cleaned, settled};
use super::trace::Traced;
use super::{Article, compose, furniture, gap, metadata};
use crate::document::{Evidence, Field, Record, Removal};
use crate::text::Span;

/// The normalised record of an article; total, deterministic.
///
/// The text of a record, normalised again, keeps its wording. What the article gives takes
/// precedence over what its text proves, and has no evidence.
pub fn normalize(article: &Article) -> Record {
    let mut changes = Vec::new();
    let source = cleaned(&article.text, &mut changes);
    let mut page = Page::new(&source.text);
    furniture::sort(&mut page, article.given.get(Field::Title));
    let composed = settled(&mut page, &source, article.given.get(Field::Title));
    changes.extend(compose::marks(&page, &source));
    changes.sort_by_key(|change| change.raw);

    let facts = metadata::facts(&page);
    let value = |field| {
        let given = article.given.get(field).map(str::to_owned);
        given.or_else(|| Some(facts.get(&field)?.value.clone()))
    };
    let proved = facts
        .iter()
        .filter(|(field, _)| article.given.get(**field).is_none());
    let text = composed.traced.text.clone();
    let language = language(&text);
    Record {
        id: article.id.clone(),
        title: value(Field::Title),
        publisher: value(Field::Publisher),
        author: value(Field::Author),
        published: value(Field::Published),
        updated: value(Field::Updated),
        kind: kind(&page).map(str::to_owned),
        language: language.map(str::to_owned),
        evidence: evidence(proved, &source),
        removed: removals(&page, &source, &article.text),
        repairs: composed.repairs(&changes, &article.text),
        gaps: if language.is_some() {
            gap::gaps(&text, &composed.blocks)
        } else {
            Vec::new()
        },
        blocks: composed.blocks,
        text,
        raw: article.text.clone(),
        given: article.given.clone(),
        source: article.source.clone(),
    }
}

/// The record of an article whose text is taken unchanged; what is given counts as given.
pub fn as_is(article: &Article) -> Record {
    Record {
        title: article.given.get(Field::Title).map(str::to_owned),
        publisher: article.given.get(Field::Publisher).map(str::to_owned),
        author: article.given.get(Field::Author).map(str::to_owned),
        published: article.given.get(Field::Published).map(str::to_owned),
        given: article.given.clone(),
        source: article.source.clone(),
        ..Record::as_is(&article.id, &article.text)
    }
}

fn evidence<'a>(
    facts: impl Iterator<Item = (&'a Field, &'a Fact)>,
    source: &Traced,
) -> BTreeMap<Field, Evidence> {
    facts
        .map(|(&field, fact)| {
            let text = fact.span.slice(&source.text).to_owned();
            (
                field,
                Evidence {
                    raw: source.origin(fact.span),
                    text,
                    rule: fact.rule.to_owned(),
                },
            )
        })
        .collect()
}

fn removals(page: &Page, source: &Traced, raw: &str) -> Vec<Removal> {
    let removed = page
        .lines
        .iter()
        .zip(&page.fates)
        .filter_map(|(line, fate)| match fate {
            Fate::Remove(reason) => Some((line.full.trimmed(page.text), *reason)),
            _ => None,
        });
    removed
        .map(|(span, reason)| {
            let span: Span = source.origin(span);
            Removal {
                raw: span,
                text: span.slice(raw).to_owned(),
                reason: reason.to_owned(),
            }
        })
        .collect()
}

/// What sort of article the page says it is: by a label in its head, or before its headline.
fn kind(page: &Page) -> Option<&'static str> {
    let title = page.title()?;
    let lines = 0..page.lines.len();
    let label = lines
        .filter(|&at| page.fates[at] == Fate::Meta)
        .find_map(|at| metadata::kind(page.line(at)));
    let opens = page
        .line(title)
        .contains([':', '|'])
        .then(|| metadata::kind(page.line(title)));
    label.or(opens.flatten())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Given;
    use proptest::prelude::*;

    fn article(text: &str) -> Article {
        Article::new("a", text)
    }

    /// What every record keeps to, whatever it was made of.
    fn check(text: &str) -> Record {
        let record = normalize(&article(text));
        let blocks: Vec<&str> = record
            .blocks
            .iter()
            .map(|b| b.span.slice(&record.text))
            .collect();
        assert_eq!(blocks.join("\n\n"), record.text, "{text:?}");
        for repair in &record.repairs {
            assert_eq!(repair.raw.slice(text), repair.before, "{text:?}");
            assert_eq!(repair.span.slice(&record.text), repair.after, "{text:?}");
        }
        for removal in &record.removed {
            assert_eq!(removal.raw.slice(text), removal.text, "{text:?}");
        }
        for evidence in record.evidence.values() {
            assert!(evidence.raw.end as usize <= text.len(), "{text:?}");
        }
        let again = normalize(&article(&record.text));
        assert_eq!(wording(&again.text), wording(&record.text), "{text:?}");
        record
    }

    fn wording(text: &str) -> Vec<&str> {
        let mut words: Vec<&str> = text.split_whitespace().collect();
        words.sort_unstable();
        words
    }

    #[test]
    fn what_is_given_takes_precedence() {
        let given = Article {
            given: Given {
                title: Some("Rain".into()),
                author: Some(" Jane Doe ".into()),
                publisher: Some(String::new()),
                ..Given::default()
            },
            ..article(
                "Rain\n\nBy John Roe\n\nIt rained all day in the north, and in the evening it rained there too.\n\nCopyright 2020 The Bugle",
            )
        };
        let record = normalize(&given);
        assert_eq!(record.title.as_deref(), Some("Rain"));
        assert_eq!(record.author.as_deref(), Some("Jane Doe"));
        assert_eq!(record.publisher.as_deref(), Some("The Bugle"));
        assert_eq!(
            record.evidence.keys().copied().collect::<Vec<_>>(),
            [Field::Publisher]
        );
    }

    #[test]
    fn edges() {
        for text in [
            "", "\n", "\u{feff}", "\r\n\r\n", "•", "• ", "鈥", "鈥檚", "â€", "©", "(", "By ",
            "About ", "e\u{301}", "\u{301}",
        ] {
            check(text);
        }
    }

    #[test]
    fn lines_break_at_any_width() {
        let record = check(
            "One line that is long enough to be taken for\nwrapped text, and goes on to the margin of the\npage.\n\nEnd.",
        );
        assert_eq!(record.blocks.len(), 2, "{}", record.text);
    }

    proptest! {
        #[test]
        fn any_text(text in "\\PC{0,80}") {
            check(&text);
        }

        #[test]
        fn any_lines(lines in proptest::collection::vec(
            prop_oneof![
                Just("River rises"), Just("River rises - The Bugle"), Just("By Jane Doe"), Just("May 5, 2020"), Just("Share"),
                Just("Related articles"), Just("Jane Doe/AP"), Just("/"), Just("A boat near the old mill."), Just("© 2020 WXYZ"),
                Just("Leave a reply"), Just("• one\n  • two"), Just("12 Main St, Springfield, Ohio, 45501"), Just("0:00"),
                Just("The river rose by two metres, and people of three villages left their houses in boats."),
                Just("鈥淚t鈥檚 so,鈥 he said, 茅 caf茅."), Just("Itâ€™s\u{a0}so"), Just("e\u{301} “x” «y» 👩\u{200d}👩\r"), Just("Opinion"), Just(""),
            ],
            0..14,
        )) {
            check(&lines.join("\n"));
            check(&lines.join("\n\n"));
        }
    }
}
