//! How does an element show its text? A classifier: as a line, within one, verbatim, or not at all.

use crate::read::html::sign::Sign;
use crate::read::html::tree::Tree;

/// Whether an element and everything inside it are hidden.
pub fn is_hidden(tree: &Tree, signs: &[Sign], at: usize) -> bool {
    if tree.tag(at).is_empty() {
        return false;
    }
    let style = tree.attribute(at, "style").unwrap_or("");
    let unstyled = style.contains("none") || style.contains("hidden");
    signs[at] == Sign::Unseen
        || tree
            .attribute(at, "hidden")
            .is_some_and(|value| value != "until-found")
        || unstyled && {
            let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
            let style = style.to_ascii_lowercase();
            style.contains("display:none") || style.contains("visibility:hidden")
        }
        || tree.attribute(at, "aria-hidden") == Some("true") && holds_blocks(tree, at)
}

fn holds_blocks(tree: &Tree, at: usize) -> bool {
    (at..tree.nodes[at].end).any(|node| is_block(tree.tag(node)))
}

/// Whether an element starts and ends a line.
pub fn is_block(tag: &str) -> bool {
    is_of_table(tag)
        || matches!(
            tag,
            "address"
                | "article"
                | "aside"
                | "blockquote"
                | "body"
                | "button"
                | "center"
                | "dd"
                | "details"
                | "dialog"
                | "dir"
                | "div"
                | "dl"
                | "dt"
                | "fieldset"
                | "figcaption"
                | "figure"
                | "footer"
                | "form"
                | "h1"
                | "h2"
                | "h3"
                | "h4"
                | "h5"
                | "h6"
                | "header"
                | "hgroup"
                | "hr"
                | "html"
                | "legend"
                | "li"
                | "main"
                | "menu"
                | "nav"
                | "ol"
                | "option"
                | "p"
                | "pre"
                | "search"
                | "section"
                | "summary"
                | "ul"
        )
}

/// Whether an element is a table or a part of one.
fn is_of_table(tag: &str) -> bool {
    matches!(
        tag,
        "caption" | "table" | "tbody" | "td" | "tfoot" | "th" | "thead" | "tr"
    )
}

/// Whether the text of an element is in one piece, whatever the signs of its inline parts.
pub fn is_prose(tag: &str) -> bool {
    matches!(
        tag,
        "p" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dd" | "dt"
    )
}

/// Whether the lines of an element are verse.
pub fn is_verse(tree: &Tree, at: usize) -> bool {
    ["poem", "verse", "lyrics", "stanza"]
        .iter()
        .any(|word| tree.has_word(at, "class", word))
}

/// Whether a list item is a story of its own: it contains a heading, or three paragraphs.
pub fn is_container(tree: &Tree, at: usize) -> bool {
    let mut paragraphs = 0;
    for node in (at + 1..tree.nodes[at].end).take(200) {
        match tree.tag(node) {
            "h1" | "h2" | "h3" | "h4" | "article" => return true,
            "p" => paragraphs += 1,
            _ => {}
        }
    }
    paragraphs >= 3
}
