//! What does this foreign text say once its dirt is off? The only readers of foreign input.
//!
//! An [`Article`] as received enters, a [`Record`] leaves; every change made on the way is recorded
//! in it, and nothing is invented. The way of a text: wrongly decoded characters are repaired
//! (`mojibake`), the rest made canonical (`trace`), lines read (`block`), furniture told from the
//! article (`furniture`), lines about the article asked what they prove (`metadata`, `stamp`),
//! blocks put together (`compose`), and places marked where words are missing (`gap`).

mod block;
mod clock;
mod compose;
mod credit;
mod encoding;
mod furniture;
mod gap;
mod grammar;
mod head;
mod metadata;
mod mojibake;
mod page;
mod picture;
mod stamp;
mod trace;
mod words;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::document::{Evidence, Field, Record, Removal};
use crate::text::Span;
use compose::Composed;
pub use encoding::decode;
use metadata::Fact;
use page::{Fate, Page};
use trace::{Change, Traced};

/// An article as received. What a person gives besides the text counts as given, not as found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// Unique in a corpus.
    pub id: String,
    /// A headline given apart from the text.
    #[serde(default)]
    pub title: Option<String>,
    /// The raw text, decoded.
    pub text: String,
    /// The outlet, if given.
    #[serde(default)]
    pub publisher: Option<String>,
    /// The author, if given.
    #[serde(default)]
    pub author: Option<String>,
    /// ISO 8601 date of publication, if given.
    #[serde(default)]
    pub published: Option<String>,
}

/// The normalised record of an article; total, deterministic.
///
/// The text of a record, normalised again, keeps its wording. What the article gives takes
/// precedence over what its text proves, and has no evidence.
pub fn normalize(article: &Article) -> Record {
    let mut changes = Vec::new();
    let source = cleaned(&article.text, &mut changes);
    let mut page = Page::new(&source.text);
    furniture::sort(&mut page, article.title.as_deref());
    let composed = settled(&mut page, &source, article.title.as_deref());
    changes.extend(compose::marks(&page, &source));
    changes.sort_by_key(|change| change.raw);

    let facts = metadata::facts(&page);
    let given = [
        (Field::Title, &article.title),
        (Field::Publisher, &article.publisher),
        (Field::Author, &article.author),
        (Field::Published, &article.published),
    ];
    let value = |field: Field| {
        let given = given
            .iter()
            .find(|(of, _)| *of == field)
            .and_then(|(_, value)| value.as_ref());
        let given = given
            .map(|value| value.trim().to_owned())
            .filter(|value| !value.is_empty());
        (
            given.is_some(),
            given.or_else(|| Some(facts.get(&field)?.value.clone())),
        )
    };
    let is_given = |field: Field| value(field).0;
    let text = composed.traced.text.clone();
    let language = metadata::language(&text);
    Record {
        id: article.id.clone(),
        title: value(Field::Title).1,
        publisher: value(Field::Publisher).1,
        author: value(Field::Author).1,
        published: value(Field::Published).1,
        updated: value(Field::Updated).1,
        kind: kind(&page).map(str::to_owned),
        language: language.map(str::to_owned),
        evidence: evidence(
            facts.iter().filter(|(field, _)| !is_given(**field)),
            &source,
        ),
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
    }
}

/// The raw text with its characters repaired and canonical; each of the two may lay bare what the
/// other one changes.
fn cleaned(raw: &str, changes: &mut Vec<Change>) -> Traced {
    let mut traced = Traced::raw(raw);
    for _ in 0..READINGS {
        let before = traced.text.clone();
        let (canonical, blanks) = mojibake::repaired(traced, changes).canonical();
        changes.extend(blanks);
        traced = canonical;
        if traced.text == before {
            break;
        }
    }
    traced
}

/// How often a text is read again to see whether it keeps its wording.
const READINGS: usize = 8;

/// The blocks of a page when nothing more is furniture: what only shows once other furniture is
/// gone is taken out too, so that the text, read again, keeps its wording.
fn settled(page: &mut Page, source: &Traced, title: Option<&str>) -> Composed {
    loop {
        let composed = compose::blocks(page, source);
        let mut changed = false;
        // Every round takes a line out, so there is a last one.
        for (raw, reason) in late_furniture(&composed, title) {
            for (line, fate) in page.lines.iter().zip(&mut page.fates) {
                if source.origin(line.body).overlaps(raw) && !matches!(fate, Fate::Remove(_)) {
                    *fate = Fate::Remove(reason);
                    changed = true;
                }
            }
        }
        if !changed {
            return composed;
        }
    }
}

/// What is furniture when a text is read again, or again in the order that this gives it: where it
/// stands in the raw text, and why.
fn late_furniture(composed: &Composed, title: Option<&str>) -> Vec<(Span, &'static str)> {
    let mut traced = composed.traced.clone();
    for _ in 0..READINGS {
        let text = traced.text.clone();
        let mut page = Page::new(&text);
        furniture::sort(&mut page, title);
        let removed = page
            .lines
            .iter()
            .zip(&page.fates)
            .filter_map(|(line, fate)| match fate {
                Fate::Remove(reason) => Some((traced.origin(line.body), *reason)),
                _ => None,
            });
        let removed: Vec<_> = removed.collect();
        let next = compose::blocks(&page, &traced).traced;
        if !removed.is_empty() || next.text == text {
            return removed;
        }
        traced = next;
    }
    Vec::new()
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

/// The record of an article whose text is taken unchanged; what is given counts as given.
pub fn as_is(article: &Article) -> Record {
    Record {
        title: article.title.clone(),
        publisher: article.publisher.clone(),
        author: article.author.clone(),
        published: article.published.clone(),
        ..Record::as_is(&article.id, &article.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn article(text: &str) -> Article {
        Article {
            id: "a".into(),
            title: None,
            text: text.into(),
            publisher: None,
            author: None,
            published: None,
        }
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
            title: Some("Rain".into()),
            author: Some(" Jane Doe ".into()),
            publisher: Some(String::new()),
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
