//! What is given for one article? An accumulator of values for its fields.

use super::date;
use super::slot::Slot;
use crate::document::{Article, Field, Given};
use crate::line::byline;

/// The most tags of an article.
const TAGS: usize = 500;

/// The values that a row gives, and warnings about them.
#[derive(Debug, Clone, Default)]
pub struct Row {
    pub text: String,
    pub id: Option<String>,
    pub file: Option<String>,
    pub address: Option<String>,
    pub given: Given,
    pub warnings: Vec<String>,
}

impl Row {
    /// Sets a slot that has no value yet; white space alone is no value.
    pub fn set(&mut self, slot: Slot, value: &str) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        let given = &mut self.given;
        let place = match slot {
            Slot::Text if self.text.trim().is_empty() => {
                self.text = value.to_owned();
                return;
            }
            Slot::Text => return,
            // A column of links may contain their texts.
            Slot::Address if !value.contains("://") || value.contains(char::is_whitespace) => {
                return;
            }
            Slot::Address => &mut self.address,
            Slot::Tags => return self.tag(value),
            Slot::Id => &mut self.id,
            Slot::File => &mut self.file,
            Slot::Known(Field::Title) => &mut given.title,
            Slot::Known(Field::Publisher) => &mut given.publisher,
            Slot::Known(Field::Author) => &mut given.author,
            Slot::Known(Field::Place) => &mut given.place,
            Slot::Known(Field::Kind) => &mut given.kind,
            Slot::Known(Field::Language) => &mut given.language,
            Slot::Known(Field::Published) => &mut given.published,
            Slot::Known(Field::Updated) => &mut given.updated,
            Slot::Known(Field::Rights) => return,
        };
        if place.is_some() {
            return;
        }
        // A column of bylines may contain "By Ann Lee".
        let value = match slot {
            Slot::Known(Field::Author) => byline(value).map_or(value, |names| names.slice(value)),
            _ => value,
        };
        let value = match slot {
            Slot::Known(Field::Published | Field::Updated) => match date::iso(value) {
                Some(date) => date,
                None => {
                    let warning = format!("{} is not a date that can be read", quoted(value));
                    return self.warnings.push(warning);
                }
            },
            _ => value.split_whitespace().collect::<Vec<_>>().join(" "),
        };
        *place = Some(value);
    }

    /// Adds the tags that a value lists.
    fn tag(&mut self, value: &str) {
        let inner = value.trim_start_matches('[').trim_end_matches(']');
        for tag in inner.split([';', ',', '|', '\n']) {
            let tag = tag.trim().trim_matches(['\'', '"']).trim();
            if self.given.tags.len() >= TAGS {
                return;
            }
            if !tag.is_empty() && !self.given.tags.iter().any(|known| known == tag) {
                self.given.tags.push(tag.to_owned());
            }
        }
    }

    /// Moves everything but text and id to an article.
    pub fn give(self, article: &mut Article) {
        article.given.merge(&self.given);
        article.source.warnings.extend(self.warnings);
        if self.address.is_some() {
            article.source.address = self.address;
        }
    }
}

/// The start of a value in quotation marks, for a message.
pub fn quoted(value: &str) -> String {
    let start: String = value.chars().take(40).collect();
    format!("{start:?}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::given::columns::slots;

    fn check(columns: &[&str], mapped: &[(&str, &str)], expected: &[(Slot, usize)]) {
        let mapped = mapped
            .iter()
            .map(|(f, c)| ((*f).to_owned(), (*c).to_owned()))
            .collect();
        assert_eq!(
            slots(columns.iter().copied(), &mapped),
            expected,
            "{columns:?}"
        );
    }

    #[test]
    fn names_find_their_slots() {
        let title = Slot::Known(Field::Title);
        let published = Slot::Known(Field::Published);
        check(
            &["Article_Text", "Title", "views"],
            &[],
            &[(Slot::Text, 0), (title, 1)],
        );
        check(
            &["content", "text"],
            &[],
            &[(Slot::Text, 1), (Slot::Text, 0)],
        );
        check(&["datePublished"], &[], &[(published, 0)]);
        check(
            &["date", "pub_date"],
            &[],
            &[(published, 1), (published, 0)],
        );
        check(&["text", "corpo"], &[("text", "Corpo")], &[(Slot::Text, 1)]);
        check(&["", "_"], &[], &[]);
    }

    #[test]
    fn the_first_value_wins() {
        let mut row = Row::default();
        for value in [" ", "By Ann  Lee ", "Bo"] {
            row.set(Slot::Known(Field::Author), value);
        }
        row.set(Slot::Address, "Read more");
        row.set(Slot::Address, "https://example.org/rain");
        assert_eq!(row.address.as_deref(), Some("https://example.org/rain"));
        row.set(Slot::Tags, "['rain', 'wind'; rain]");
        row.set(Slot::Known(Field::Published), "soon");
        assert_eq!(row.given.author.as_deref(), Some("Ann Lee"));
        assert_eq!(row.given.tags, ["rain", "wind"]);
        assert_eq!(row.warnings, ["\"soon\" is not a date that can be read"]);
    }
}
