//! Does a text open with metadata? A parser of front matter: `---` for YAML, `+++` for TOML.
//!
//! Only what people write by hand is read: `key: value` or `key = "value"`, lists in brackets or
//! with one `- item` per line, and values folded over indented lines. With anything else, the text
//! has no front matter: a rule above a first paragraph is no fence.

use super::columns::slots;
use super::row::Row;
use super::slot::Slot;
use super::slot::named;

/// The most lines of front matter.
const MOST: usize = 200;

/// The values of a text's front matter, and the text after it; `None` if it has none.
pub fn split_front_matter(text: &str) -> Option<(Row, &str)> {
    let fence = match text.lines().next()?.trim_end() {
        fence @ ("---" | "+++") => fence,
        _ => return None,
    };
    let mut entries: Vec<(String, String)> = Vec::new();
    let mut offset = 0;
    for (at, line) in text.split_inclusive('\n').enumerate().take(MOST) {
        offset += line.len();
        let line = line.trim_end();
        if at == 0 {
            continue;
        }
        if line == fence || fence == "---" && line == "..." {
            return (!entries.is_empty()).then(|| (row(entries), &text[offset..]));
        }
        read(line, fence, &mut entries)?;
    }
    None
}

/// Reads a line into `entries`; `None` if front matter cannot contain it.
fn read(line: &str, fence: &str, entries: &mut Vec<(String, String)>) -> Option<()> {
    let body = line.trim_start();
    // A TOML table header precedes more keys.
    let table = fence == "+++" && body.starts_with('[');
    if body.is_empty() || body.starts_with('#') || body == "]" || table {
        return Some(());
    }
    let indented = body.len() < line.len();
    if let (Some(item), Some((_, value))) = (body.strip_prefix("- "), entries.last_mut()) {
        join(value, bare(item), "; ");
        return Some(());
    }
    if let (true, Some((_, value))) = (indented, entries.last_mut()) {
        match body.split_once(": ") {
            // A nested value: `author:` with its `name:` below.
            Some((key, name)) if key == "name" || key == "title" => join(value, bare(name), ", "),
            Some((key, _)) if is_key(key) => {}
            _ => join(value, bare(body.trim_end_matches(',')), " "),
        }
        return Some(());
    }
    let mark = if fence == "---" { ':' } else { '=' };
    let (key, value) = body.split_once(mark)?;
    let key = key.trim().trim_matches(['"', '\'']);
    if !is_key(key) {
        return None;
    }
    entries.push((key.to_owned(), bare(value).to_owned()));
    Some(())
}

/// Whether a text may be a key: one word, or several that are the name of a field.
fn is_key(key: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '@');
    !key.is_empty() && key.len() <= 40 && (key.chars().all(fits) || named(key).is_some())
}

fn join(value: &mut String, more: &str, between: &str) {
    if !value.is_empty() && !more.is_empty() {
        value.push_str(between);
    }
    value.push_str(more);
}

/// A value without its quotation marks; empty for a sign that the value follows on more lines.
fn bare(value: &str) -> &str {
    let value = value.trim();
    for mark in ['"', '\''] {
        let inner = value.strip_prefix(mark).and_then(|v| v.strip_suffix(mark));
        if let Some(inner) = inner {
            return inner;
        }
    }
    match value {
        "|" | ">" | "|-" | ">-" | "|+" | ">+" | "null" | "~" | "[" | "]" => "",
        _ => value,
    }
}

/// The values of the entries. Unknown keys are ignored.
fn row(entries: Vec<(String, String)>) -> Row {
    let mut row = Row::default();
    let keys = entries.iter().map(|(key, _)| key.as_str());
    for (slot, at) in slots(keys, &Default::default()) {
        let value = &entries[at].1;
        match slot {
            Slot::Text | Slot::File | Slot::Id => {}
            Slot::Tags => row.set(slot, value),
            _ => row.set(slot, &listed(value)),
        }
    }
    row
}

/// A list in brackets, or with items, as names separated by commas.
fn listed(value: &str) -> String {
    let inner = value.strip_prefix('[').and_then(|v| v.strip_suffix(']'));
    match inner {
        Some(inner) => inner.split(',').map(bare).collect::<Vec<_>>().join(", "),
        None => value.replace("; ", ", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&str, &str, &[&str], &str)>) {
        let found = split_front_matter(text);
        let found = found.as_ref().map(|(row, rest)| {
            let given = &row.given;
            (
                given.title.as_deref().unwrap_or(""),
                given.author.as_deref().unwrap_or(""),
                given.tags.iter().map(String::as_str).collect::<Vec<_>>(),
                *rest,
            )
        });
        let expected =
            expected.map(|(title, author, tags, rest)| (title, author, tags.to_vec(), rest));
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn front_matter() {
        check(
            "---\ntitle: \"Rain: a story\"\nauthors: [Ann Lee, 'Bo Ek']\ntags:\n  - rain\n  - wind\nlayout: post\n---\nText",
            Some(("Rain: a story", "Ann Lee, Bo Ek", &["rain", "wind"], "Text")),
        );
        check(
            "+++\r\ntitle = 'Rain'\r\ntags = [\"a\", \"b\"]\r\n[extra]\r\nauthor = \"No\"\r\n+++\r\nText",
            Some(("Rain", "No", &["a", "b"], "Text")),
        );
        check(
            "---\nauthor:\n  name: Ann Lee\n  mail: a@b.c\n...\n",
            Some(("", "Ann Lee", &[], "")),
        );
        check(
            "---\ntitle: >\n  Rain\n  falls\n---\n",
            Some(("Rain falls", "", &[], "")),
        );
    }

    #[test]
    fn no_front_matter() {
        for text in [
            "",
            "---",
            "---\n---\n",
            "---\nIt rained.\n---\n",
            "Title: x\n",
            "---\ntitle: x\n",
            "--- \n\nWe said: “go”, and went: so it was.\n---\n",
        ] {
            check(text, None);
        }
    }
}
