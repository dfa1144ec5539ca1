//! What is the value of a statement of markup? Normalizations of dates, names, kinds and languages.

use super::date;
use crate::document::{Field, Statement};
use crate::line;

/// A statement as found; its value is not normalized yet.
pub fn statement(field: Field, tag: impl Into<String>, text: &str) -> Statement {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    Statement {
        field,
        value: text.clone(),
        tag: tag.into(),
        text,
    }
}

/// The normalized value of a statement; `None` if it is not readable.
pub fn value_of(statement: &Statement, site: Option<&str>) -> Option<String> {
    let text = statement.text.as_str();
    if text.is_empty() || text.len() > 1000 {
        return None;
    }
    match statement.field {
        Field::Published | Field::Updated => date::iso(text),
        Field::Title => Some(without_site(text, site).to_owned()),
        Field::Author => author(text),
        Field::Kind => kind(text).map(str::to_owned),
        Field::Language => language(text),
        Field::Publisher | Field::Place | Field::Rights => {
            (!is_address(text)).then(|| text.to_owned())
        }
    }
}

/// A title without the name of its site, if the site states its name: "Rain - The Bugle".
fn without_site<'a>(title: &'a str, site: Option<&str>) -> &'a str {
    let Some(site) = site else { return title };
    let parted = |rest: &'a str| {
        let rest = rest.trim_end();
        let bare = rest.trim_end_matches(['|', '-', '–', '—', '·', '•', ':', '»', '«']);
        (bare.len() < rest.len() && !bare.trim().is_empty()).then(|| bare.trim_end())
    };
    let behind = title.strip_suffix(site).and_then(parted);
    behind.unwrap_or(title)
}

pub fn author(text: &str) -> Option<String> {
    let name = ["By ", "by ", "BY "]
        .iter()
        .find_map(|by| text.strip_prefix(by));
    let name = name
        .unwrap_or(text)
        .trim_end_matches([',', ';', '|'])
        .trim();
    let letters = name.chars().any(char::is_alphabetic);
    (letters && name.len() <= 200 && !is_address(name) && !name.contains('@'))
        .then(|| name.to_owned())
}

/// Whether a text is a web address.
fn is_address(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.starts_with("http:")
        || lower.starts_with("https:")
        || lower.starts_with("www.")
        || lower.starts_with('/')
}

/// The kind of article for a schema.org type or a section.
fn kind(text: &str) -> Option<&'static str> {
    match text {
        "AnalysisNewsArticle" => Some("analysis"),
        "AskPublicNewsArticle" => Some("question"),
        "BackgroundNewsArticle" => Some("explainer"),
        "OpinionNewsArticle" => Some("opinion"),
        "ReviewNewsArticle" | "Review" | "CriticReview" => Some("review"),
        _ => line::kind(text),
    }
}

/// A BCP 47 tag: "en_us" becomes "en-US".
fn language(text: &str) -> Option<String> {
    let mut parts = text.trim().split(['-', '_']);
    let first = parts.next()?.to_ascii_lowercase();
    if !(2..=3).contains(&first.len()) || !first.chars().all(|c| c.is_ascii_lowercase()) {
        return None;
    }
    let mut tag = first;
    for part in parts {
        if !(2..=8).contains(&part.len()) || !part.chars().all(|c| c.is_ascii_alphanumeric()) {
            return None;
        }
        tag.push('-');
        match part.len() {
            2 => tag.push_str(&part.to_ascii_uppercase()),
            4 => {
                tag.push_str(&part[..1].to_ascii_uppercase());
                tag.push_str(&part[1..].to_ascii_lowercase());
            }
            _ => tag.push_str(&part.to_ascii_lowercase()),
        }
    }
    Some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(field: Field, text: &str, expected: Option<&str>) {
        let found = value_of(&statement(field, "meta", text), Some("The Bugle"));
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn values() {
        check(Field::Title, "Rain falls - The Bugle", Some("Rain falls"));
        check(
            Field::Title,
            "Rain falls on The Bugle",
            Some("Rain falls on The Bugle"),
        );
        check(Field::Title, "Rain | Herald", Some("Rain | Herald"));
        check(Field::Author, "By Jane Doe", Some("Jane Doe"));
        check(Field::Author, "https://example.org/jane", None);
        check(Field::Author, "jane@example.org", None);
        check(Field::Kind, "OpinionNewsArticle", Some("opinion"));
        check(Field::Kind, "Sports", None);
        check(Field::Language, "en_us", Some("en-US"));
        check(Field::Language, "zh-hans-cn", Some("zh-Hans-CN"));
        check(Field::Language, "English", None);
        check(Field::Published, "yesterday", None);
    }
}
