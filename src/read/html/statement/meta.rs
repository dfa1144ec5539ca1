//! What do the tags of a page state about its article? A reader of `<meta>`, microdata, `<time>`.

use super::date;
use super::json_ld::joined;
use super::value::author;
use super::value::statement;
use crate::document::{Field, Statement};
use crate::read::html::sign::{Sign, sign};
use crate::read::html::tree::Tree;

/// Names of `<meta>`, strongest first for each field.
const NAMES: &[(&str, Field)] = &[
    ("og:title", Field::Title),
    ("twitter:title", Field::Title),
    ("parsely-title", Field::Title),
    ("sailthru.title", Field::Title),
    ("citation_title", Field::Title),
    ("dc.title", Field::Title),
    ("dcterms.title", Field::Title),
    ("og:site_name", Field::Publisher),
    ("dc.publisher", Field::Publisher),
    ("dcterms.publisher", Field::Publisher),
    ("citation_journal_title", Field::Publisher),
    ("article:author", Field::Author),
    ("author", Field::Author),
    ("parsely-author", Field::Author),
    ("sailthru.author", Field::Author),
    ("citation_author", Field::Author),
    ("byl", Field::Author),
    ("dc.creator", Field::Author),
    ("dcterms.creator", Field::Author),
    ("article:published_time", Field::Published),
    ("og:published_time", Field::Published),
    ("parsely-pub-date", Field::Published),
    ("sailthru.date", Field::Published),
    ("citation_publication_date", Field::Published),
    ("dc.date.issued", Field::Published),
    ("dcterms.issued", Field::Published),
    ("dcterms.created", Field::Published),
    ("dc.date", Field::Published),
    ("dcterms.date", Field::Published),
    ("article_date_original", Field::Published),
    ("citation_date", Field::Published),
    ("publication_date", Field::Published),
    ("publishtime", Field::Published),
    ("cxenseparse:recs:publishtime", Field::Published),
    ("pubdate", Field::Published),
    ("publishdate", Field::Published),
    ("publish-date", Field::Published),
    ("pdate", Field::Published),
    ("date", Field::Published),
    ("article:modified_time", Field::Updated),
    ("og:updated_time", Field::Updated),
    ("dcterms.modified", Field::Updated),
    ("article_date_updated", Field::Updated),
    ("lastmod", Field::Updated),
    ("last-modified", Field::Updated),
    ("utime", Field::Updated),
    ("article:section", Field::Kind),
    ("parsely-section", Field::Kind),
    ("dc.type", Field::Kind),
    ("copyright", Field::Rights),
    ("dc.rights", Field::Rights),
    ("dcterms.rights", Field::Rights),
    ("dc.language", Field::Language),
    ("content-language", Field::Language),
    ("og:locale", Field::Language),
];

/// Microdata properties.
const PROPERTIES: &[(&str, Field)] = &[
    ("headline", Field::Title),
    ("author", Field::Author),
    ("datePublished", Field::Published),
    ("dateModified", Field::Updated),
    ("inLanguage", Field::Language),
    ("copyrightHolder", Field::Rights),
    ("articleSection", Field::Kind),
    ("dateline", Field::Place),
];

/// The most tags of one kind that are read.
const MOST: usize = 200;

/// What the tags of a page state: `<meta>`, then microdata, `<time>`, author links, `<title>`.
pub fn statements(tree: &Tree) -> Vec<Statement> {
    let mut found = of_meta(tree);
    for at in tree.elements("html").take(1) {
        if let Some(tag) = tree.attribute(at, "lang") {
            found.push(statement(Field::Language, "html lang", tag));
        }
    }
    found.extend(of_properties(tree));
    found.extend(of_times(tree));
    let authors = (0..tree.nodes.len()).filter(|&at| tree.has_word(at, "rel", "author"));
    let mut names: Vec<String> = Vec::new();
    for name in authors
        .take(MOST)
        .map(|at| tree.text(at))
        .filter(|name| !name.is_empty())
    {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if (1..=4).contains(&names.len()) {
        found.push(statement(
            Field::Author,
            "a rel=\"author\"",
            &joined(&names),
        ));
    }
    for at in tree.elements("title").take(1) {
        found.push(statement(Field::Title, "title", &tree.text(at)));
    }
    found
}

fn of_meta(tree: &Tree) -> Vec<Statement> {
    let mut found: Vec<(usize, Statement)> = Vec::new();
    let mut authors: Vec<(usize, String, Vec<String>)> = Vec::new();
    for at in tree.elements("meta").take(MOST) {
        let Some(content) = tree.attribute(at, "content") else {
            continue;
        };
        for key in ["property", "name", "itemprop", "http-equiv"] {
            let Some(name) = tree.attribute(at, key) else {
                continue;
            };
            let lower = name.to_ascii_lowercase();
            let Some(rank) = NAMES.iter().position(|(known, _)| *known == lower) else {
                continue;
            };
            let tag = format!("meta {key}=\"{name}\"");
            let (_, field) = NAMES[rank];
            if field != Field::Author {
                found.push((rank, statement(field, tag, content)));
            } else if let Some((_, _, names)) =
                authors.iter_mut().find(|(_, other, _)| *other == tag)
            {
                names.push(content.to_owned());
            } else {
                authors.push((rank, tag, vec![content.to_owned()]));
            }
        }
    }
    for (rank, tag, mut names) in authors {
        names.dedup();
        let readable = names.iter().filter(|name| author(name).is_some());
        let readable: Vec<String> = readable.cloned().collect();
        found.push((rank, statement(Field::Author, tag, &joined(&readable))));
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, statement)| statement).collect()
}

/// Microdata: the first value of each property, but all authors.
fn of_properties(tree: &Tree) -> Vec<Statement> {
    let mut found = Vec::new();
    for (property, field) in PROPERTIES {
        let holders = (0..tree.nodes.len()).filter(|&at| tree.has_word(at, "itemprop", property));
        let mut values: Vec<String> = Vec::new();
        for value in holders
            .take(MOST)
            .map(|at| property_of(tree, at))
            .filter(|value| !value.is_empty())
        {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        let value = match field {
            Field::Author if values.len() <= 4 => joined(&values),
            Field::Author => continue,
            _ => values.into_iter().next().unwrap_or_default(),
        };
        found.push(statement(
            *field,
            format!("itemprop=\"{property}\""),
            &value,
        ));
    }
    found
}

/// The value of a property of an element: an attribute, the name inside it, or its text.
fn property_of(tree: &Tree, at: usize) -> String {
    if let Some(value) = ["content", "datetime"]
        .iter()
        .find_map(|name| tree.attribute(at, name))
    {
        return value.to_owned();
    }
    let name =
        (at + 1..tree.nodes[at].end).find(|&inside| tree.has_word(inside, "itemprop", "name"));
    match name {
        Some(name) => tree
            .attribute(name, "content")
            .map_or_else(|| tree.text(name), str::to_owned),
        None => tree.text(at),
    }
}

/// Dates of `<time>` and of hAtom titles, except in comments and teasers.
fn of_times(tree: &Tree) -> Vec<Statement> {
    let mut found: Vec<Statement> = Vec::new();
    let elements = (0..tree.nodes.len()).filter(|&at| match tree.tag(at) {
        "time" => true,
        "abbr" | "span" => tree.attribute(at, "title").is_some() && sign(tree, at) == Sign::Date,
        _ => false,
    });
    for at in elements.take(MOST) {
        let mut around = tree.ancestors(at).skip(1);
        if around.any(|node| matches!(sign(tree, node), Sign::Boilerplate | Sign::Comment)) {
            continue;
        }
        let attribute = if tree.tag(at) == "time" {
            "datetime"
        } else {
            "title"
        };
        let value = tree.attribute(at, attribute);
        let text = value.map_or_else(|| tree.text(at), str::to_owned);
        let tag = match value {
            Some(_) => format!("{} {attribute}", tree.tag(at)),
            None => tree.tag(at).to_owned(),
        };
        let field = field_of_time(tree, at);
        if found.iter().all(|s| s.field != field) && date::iso(&text).is_some() {
            found.push(statement(field, tag, &text));
        }
    }
    found
}

/// The field of a date: whether an element, or the words around it, say that it is a change.
fn field_of_time(tree: &Tree, at: usize) -> Field {
    let mut words = String::new();
    for (n, node) in tree.ancestors(at).take(3).enumerate() {
        for name in ["class", "itemprop"] {
            words.push_str(tree.attribute(node, name).unwrap_or(""));
            words.push(' ');
        }
        if n > 0 {
            words.push_str(&tree.beginning(node, 60));
        }
    }
    let words = words.to_lowercase();
    let changed = words.contains("modified") || words.contains("updated");
    if changed && !words.contains("publish") {
        Field::Updated
    } else {
        Field::Published
    }
}
