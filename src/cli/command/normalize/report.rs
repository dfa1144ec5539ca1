//! What does `normalize --report` print? What was read, and what was done to each article.

use std::fmt::Write;

use corpus_explorer::api::shape::{EncodingView, ReportRow, ReportedValue};
use corpus_explorer::read::Reading;

/// How many articles were read and how much was not, with the reasons.
pub fn extent(reading: &Reading) -> String {
    let number = |count, one: &str, many: &str| match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {many}"),
    };
    let read = number(reading.articles.len(), "article", "articles");
    let unread = reading.refused.iter().map(|refusal| refusal.count).sum();
    let unread = number(unread, "file, entry or line", "files, entries or lines");
    let mut out = format!("{read} read, {unread} not read\n");
    for refusal in &reading.refused {
        entry(&mut out, "not read", &refusal.to_string());
    }
    out.push('\n');
    out
}

/// The report of one article: a heading, then one line for each fact.
pub fn words(row: &ReportRow) -> String {
    let mut out = String::new();
    let name = row.file.as_deref().unwrap_or(&row.id);
    let encoding = row.encoding.as_ref().map(encoding);
    line(
        &mut out,
        name,
        &[
            Some(row.format.clone()),
            encoding,
            Some(format!("{} words", row.words)),
        ],
    );
    for (name, value) in [
        ("title", &row.title),
        ("publisher", &row.publisher),
        ("author", &row.author),
        ("place", &row.place),
        ("published", &row.published),
        ("updated", &row.updated),
        ("kind", &row.kind),
        ("language", &row.language),
    ] {
        entry(
            &mut out,
            name,
            &value.as_ref().map_or("not stated".to_owned(), stated),
        );
    }
    if let Some(address) = &row.address {
        entry(&mut out, "address", address);
    }
    for doubted in &row.doubted {
        let field = format!("{:?}", doubted.field).to_lowercase();
        let claim = format!(
            "{field} {} ({}: “{}”)",
            doubted.value, doubted.rule, doubted.text
        );
        entry(&mut out, "rejected", &claim);
    }
    let repairs = row
        .repairs
        .iter()
        .map(|repair| (repair.count, &repair.rule));
    let removed = row
        .removed
        .iter()
        .map(|removal| (removal.count, &removal.reason));
    entry(&mut out, "repairs", &counted(repairs));
    entry(&mut out, "removed", &counted(removed));
    entry(
        &mut out,
        "gaps",
        &if row.gaps == 0 {
            "none found".to_owned()
        } else {
            row.gaps.to_string()
        },
    );
    for warning in &row.warnings {
        entry(&mut out, "warning", warning);
    }
    out.push('\n');
    out
}

fn line(out: &mut String, name: &str, parts: &[Option<String>]) {
    let parts: Vec<&str> = parts.iter().flatten().map(String::as_str).collect();
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{name} · {}", parts.join(" · "));
}

fn entry(out: &mut String, name: &str, value: &str) {
    let _ = writeln!(out, "  {name:<10} {value}");
}

/// "utf-8 (valid)", "windows-1252 (detected, confidence 87%, 2 invalid bytes)".
fn encoding(encoding: &EncodingView) -> String {
    let confidence = (encoding.confidence < 1.0)
        .then(|| format!(", confidence {:.0}%", encoding.confidence * 100.0));
    let malformed =
        (encoding.malformed > 0).then(|| format!(", {} invalid bytes", encoding.malformed));
    let parts = [confidence, malformed]
        .into_iter()
        .flatten()
        .collect::<String>();
    format!("{} ({}{parts})", encoding.name, encoding.how)
}

/// A value and its evidence.
fn stated(value: &ReportedValue) -> String {
    match (&value.rule, &value.text) {
        (Some(rule), Some(text)) if !text.is_empty() && *text != value.value => {
            format!("{} ({rule}: “{text}”)", value.value)
        }
        (Some(rule), _) => format!("{} ({rule})", value.value),
        _ => format!("{} (given)", value.value),
    }
}

/// "32 mojibake-gbk, 2 nbsp".
fn counted<'a>(counts: impl Iterator<Item = (u32, &'a String)>) -> String {
    let parts: Vec<String> = counts
        .map(|(count, name)| format!("{count} {name}"))
        .collect();
    if parts.is_empty() {
        "none".to_owned()
    } else {
        parts.join(", ")
    }
}
