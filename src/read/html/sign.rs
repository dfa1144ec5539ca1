//! What does an element say that it contains? A classifier by its name, role, class and id.
//!
//! The words of `signs.txt` are compared whole ("nav" does not match "navy"), also as pairs of
//! adjacent words. No site is known by name.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::tree::Tree;
use crate::text::lexicon::entries;

/// What an element says that it contains. If it has several signs, the last in this order counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Nothing known.
    None,
    /// The text of the article.
    Body,
    /// The date of publication.
    Date,
    /// The place and day of writing.
    Dateline,
    /// The author.
    Byline,
    /// The caption of a picture.
    Caption,
    /// A pull quote: a repeated sentence of the article.
    Pull,
    /// Anything else, such as menus, teasers, forms, adverts.
    Boilerplate,
    /// Comments by readers.
    Comment,
    /// The author of a picture.
    Credit,
    /// Text for screen readers only.
    Unseen,
}

/// Words and their signs; the format is described at the head of the file.
const SIGNS: &str = include_str!("signs.txt");

/// The sign of each word and each pair of words. `Sign::None` is that of words after which a class
/// says nothing about its element.
fn known() -> &'static HashMap<&'static str, Sign> {
    static KNOWN: OnceLock<HashMap<&str, Sign>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let rows = entries(SIGNS).filter_map(|entry| entry.split_once('\t'));
        let signs = rows.filter_map(|(sign, words)| {
            let sign = match sign {
                "body" => Sign::Body,
                "byline" => Sign::Byline,
                "caption" => Sign::Caption,
                "comment" => Sign::Comment,
                "credit" => Sign::Credit,
                "date" => Sign::Date,
                "dateline" => Sign::Dateline,
                "none" => Sign::None,
                "boilerplate" => Sign::Boilerplate,
                "pull" => Sign::Pull,
                "unseen" => Sign::Unseen,
                _ => return None,
            };
            Some((words, sign))
        });
        signs.collect()
    })
}

/// The sign of each element of a page, in node order.
pub fn signs(tree: &Tree) -> Vec<Sign> {
    (0..tree.nodes.len()).map(|at| sign(tree, at)).collect()
}

/// The sign of an element.
pub fn sign(tree: &Tree, at: usize) -> Sign {
    let tag = tree.tag(at);
    if tag.is_empty() || matches!(tag, "html" | "body" | "head") {
        return Sign::None;
    }
    let role = tree.attribute(at, "role").unwrap_or("");
    match role {
        "navigation" | "banner" | "contentinfo" | "search" | "dialog" | "alertdialog" | "menu"
        | "menubar" | "toolbar" | "tablist" | "complementary" => return Sign::Boilerplate,
        _ => {}
    }
    match tag {
        "nav" | "aside" | "footer" | "button" | "dialog" | "menu" | "label" | "legend"
        | "fieldset" => {
            return Sign::Boilerplate;
        }
        "figcaption" => return Sign::Caption,
        "time" => return Sign::Date,
        _ => {}
    }
    match tree.attribute(at, "itemprop").unwrap_or("") {
        "articleBody" => return Sign::Body,
        "author" | "creator" => return Sign::Byline,
        "datePublished" | "dateModified" => return Sign::Date,
        "comment" => return Sign::Comment,
        _ => {}
    }
    if tree.has_word(at, "rel", "author") {
        return Sign::Byline;
    }
    // Names of custom elements are read like classes: "amp-sidebar".
    let mut found = if tag.contains('-') {
        named(tag, false)
    } else {
        Sign::None
    };
    for name in [
        "class",
        "id",
        "data-testid",
        "data-component",
        "data-module",
    ] {
        if let Some(value) = tree.attribute(at, name).filter(|value| value.len() < 1000) {
            let named = named(value, matches!(tag, "article" | "main"));
            found = found.max(named);
        }
    }
    found
}

/// The sign of a class or id. If `whole`, the element contains the article: boilerplate is ignored.
fn named(value: &str, whole: bool) -> Sign {
    let mut best = Sign::None;
    for class in value.split_ascii_whitespace() {
        let words = words(class);
        let Some(first) = words.first() else { continue };
        // "tag-music" or "category-social" is a topic; "has-sidebar" refers to another element.
        if words.len() > 1 && known().get(first.as_str()) == Some(&Sign::None) {
            continue;
        }
        let found = of_words(&words);
        if !(whole && found == Sign::Boilerplate) {
            best = best.max(found);
        }
    }
    best
}

fn of_words(words: &[String]) -> Sign {
    let pairs = words.windows(2).map(|pair| pair.join(" "));
    let all = pairs.chain(words.iter().cloned());
    let signs = all.filter_map(|word| known().get(word.as_str()).copied());
    signs.max().unwrap_or(Sign::None)
}

/// The words of a name in lower case: "storyBody-related_links" has four.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for c in name.chars() {
        let parts = !c.is_alphanumeric() || c.is_uppercase() && before.is_lowercase();
        if parts && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        if c.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(c.to_lowercase());
        }
        before = c;
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::check_list;

    #[test]
    fn the_list_is_sorted() {
        check_list(SIGNS, &[]);
    }

    fn check(class: &str, expected: Sign) {
        assert_eq!(named(class, false), expected, "{class}");
    }

    #[test]
    fn classes() {
        check("navy-blue", Sign::None);
        check("main-nav", Sign::Boilerplate);
        check("storyBody", Sign::Body);
        check("article-body related-links", Sign::Boilerplate);
        check("tag-social has-sidebar", Sign::None);
        check("entry__read-more", Sign::Boilerplate);
        check("photo-credit", Sign::Credit);
        check("byline author-name", Sign::Byline);
        check("sr-only", Sign::Unseen);
        check("", Sign::None);
    }
}
