//! What do the scripts of a page state in JSON-LD? A reader of schema.org articles.

use serde_json::{Map, Value};

use super::json::{plain, values};
use super::value::statement;
use crate::document::{Field, Statement};
use crate::read::html::tree::Tree;

/// The greatest depth at which articles are found.
const DEPTH: usize = 6;
/// The most names that are read from a list.
const NAMES: usize = 40;

/// What the first article of a page's JSON-LD states; empty if there is none.
pub fn statements(tree: &Tree) -> Vec<Statement> {
    let mut objects = Vec::new();
    for at in tree.elements("script") {
        let text: String = tree.nodes[at..tree.nodes[at].end]
            .iter()
            .map(|node| node.text.as_str())
            .collect();
        objects.extend(values(&text));
    }
    let mut articles = Vec::new();
    for object in &objects {
        collect(object, DEPTH, &mut articles);
    }
    articles.sort_by_key(|(rank, _, _)| *rank);
    articles
        .first()
        .map(|(_, name, article)| of_article(name, article))
        .unwrap_or_default()
}

/// Collects the articles in a value: the rank of the type, its name, the object.
fn collect<'a>(
    value: &'a Value,
    depth: usize,
    found: &mut Vec<(u8, String, &'a Map<String, Value>)>,
) {
    if depth == 0 {
        return;
    }
    match value {
        Value::Array(values) => values
            .iter()
            .for_each(|value| collect(value, depth - 1, found)),
        Value::Object(object) => {
            let types = texts(object.get("@type"));
            if let Some((rank, name)) = types
                .iter()
                .filter_map(|name| Some((rank(name)?, name)))
                .min()
            {
                found.push((rank, name.clone(), object));
                return;
            }
            for key in [
                "@graph",
                "mainEntity",
                "mainEntityOfPage",
                "itemListElement",
                "hasPart",
                "liveBlogUpdate",
            ] {
                if let Some(value) = object.get(key) {
                    collect(value, depth - 1, found);
                }
            }
        }
        _ => {}
    }
}

/// How certain it is that a type is the page's article: the smaller, the more certain.
fn rank(name: &str) -> Option<u8> {
    let name = name.rsplit(['/', ':']).next()?;
    match name {
        "LiveBlogPosting" => Some(1),
        _ if name.ends_with("NewsArticle") => Some(0),
        "Article" | "Report" | "ScholarlyArticle" | "TechArticle" | "AdvertiserContentArticle" => {
            Some(1)
        }
        "BlogPosting" | "SocialMediaPosting" | "Review" | "CriticReview" => Some(2),
        _ => None,
    }
}

/// What an article states, each with the key that states it.
fn of_article(name: &str, article: &Map<String, Value>) -> Vec<Statement> {
    let mut found = Vec::new();
    let mut add = |field, key: &str, values: Vec<String>| {
        for value in values {
            found.push(statement(
                field,
                format!("JSON-LD {name}.{key}"),
                &plain(&value),
            ));
        }
    };
    let get = |key: &str| article.get(key);
    add(Field::Title, "headline", texts(get("headline")));
    add(Field::Title, "name", texts(get("name")));
    let authors = names(get("author").or(get("creator")));
    if !authors.is_empty() {
        add(Field::Author, "author", vec![joined(&authors)]);
    }
    add(Field::Publisher, "publisher", names(get("publisher")));
    add(
        Field::Published,
        "datePublished",
        texts(get("datePublished")),
    );
    add(Field::Updated, "dateModified", texts(get("dateModified")));
    add(Field::Kind, "@type", texts(get("@type")));
    add(Field::Kind, "genre", texts(get("genre")));
    add(Field::Kind, "articleSection", texts(get("articleSection")));
    add(Field::Language, "inLanguage", languages(get("inLanguage")));
    add(
        Field::Rights,
        "copyrightHolder",
        names(get("copyrightHolder")),
    );
    add(Field::Place, "dateline", texts(get("dateline")));
    add(
        Field::Place,
        "locationCreated",
        names(get("locationCreated")),
    );
    add(
        Field::Place,
        "contentLocation",
        names(get("contentLocation")),
    );
    found
}

/// Names as in a byline: "A, B and C".
pub fn joined(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}

/// The texts in a value or a list.
fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(values)) => {
            let texts = values.iter().filter_map(|value| value.as_str());
            texts.take(NAMES).map(str::to_owned).collect()
        }
        _ => Vec::new(),
    }
}

/// The names of persons, places or organisations, without duplicates.
fn names(value: Option<&Value>) -> Vec<String> {
    let one = |value: &Value| match value {
        Value::String(text) => vec![text.clone()],
        Value::Object(object) => texts(object.get("name")),
        _ => Vec::new(),
    };
    let mut names: Vec<String> = Vec::new();
    let all = match value {
        Some(Value::Array(values)) => values.iter().take(NAMES).flat_map(one).collect(),
        Some(value) => one(value),
        None => Vec::new(),
    };
    for name in all.into_iter().take(NAMES) {
        if !name.trim().is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn languages(value: Option<&Value>) -> Vec<String> {
    let object = value.and_then(Value::as_object);
    object.map_or_else(|| texts(value), |object| texts(object.get("alternateName")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let values = values(text);
        let mut articles = Vec::new();
        values
            .iter()
            .for_each(|value| collect(value, DEPTH, &mut articles));
        articles.sort_by_key(|(rank, _, _)| *rank);
        let found = articles
            .first()
            .map(|(_, name, article)| of_article(name, article));
        let found: Vec<String> = found
            .unwrap_or_default()
            .iter()
            .map(|s| format!("{}={}", s.tag, s.text))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn articles() {
        let headline = "JSON-LD NewsArticle.headline=Rain";
        let kind = "JSON-LD NewsArticle.@type=NewsArticle";
        check(
            r#"{"@type":"NewsArticle","headline":"Rain"}"#,
            &[headline, kind],
        );
        check(
            r#"[{"@type":"WebSite","name":"B"},{"@graph":[{"@type":"NewsArticle","headline":"Rain"}]}]"#,
            &[headline, kind],
        );
        check(
            "//<![CDATA[\n{\"@type\":\"NewsArticle\",/* x */\"headline\":\"Rain\",}\n//]]>",
            &[headline, kind],
        );
        check(
            "{\"@type\":\"NewsArticle\",\"headline\":\"Rain\"};",
            &[headline, kind],
        );
        check(
            "{\"@type\":\"WebPage\"}{\"@type\":\"NewsArticle\",\"headline\":\"Rain\"}",
            &[headline, kind],
        );
        check(
            r#"{"@type":"Article","author":[{"name":"Jane Doe"},"John Roe"],"publisher":{"name":"The Bugle"}}"#,
            &[
                "JSON-LD Article.author=Jane Doe and John Roe",
                "JSON-LD Article.publisher=The Bugle",
                "JSON-LD Article.@type=Article",
            ],
        );
        check("{\"@type\":\"NewsArticle\",\"headline\":\"Ra", &[]);
        check("// only a comment", &[]);
        check("", &[]);
    }
}
