//! What does this foreign text say once its dirt is off? The only readers of foreign input.
//!
//! An [`Article`] as received enters, a [`Record`] leaves; every change made on the way is recorded
//! in it, and nothing is invented. The way of a text: wrongly decoded characters are repaired
//! (`mojibake`), the rest made canonical (`trace`), lines read (`block`), furniture told from the
//! article (`furniture`), lines about the article asked what they prove (`metadata`, `stamp`),
//! blocks put together (`compose`), and places marked where words are missing (`gap`).

mod block;
mod compose;
mod encoding;
mod furniture;
mod gap;
mod gbk;
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
pub use encoding::decode;
use metadata::Fact;
use page::{Fate, Page};
use trace::Traced;

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
    let (repaired, mut changes) = mojibake::repaired(&article.text);
    let (source, blanks) = repaired.canonical();
    changes.extend(blanks);
    let mut page = Page::new(&source.text);
    furniture::sort(&mut page, article.title.as_deref());
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
    let composed = compose::blocks(&page, &source);
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
