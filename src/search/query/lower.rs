//! Which parts of a query are required, and which are optional? A pass that lowers the parse tree
//! to the abstract syntax tree.

use super::ast::{Node, Query};
use super::parse_tree::ParseTree;
use super::remark::Remark;
use super::text::{QueryText, QueryWord};
use crate::search::term::{Glue, is_capital_key};
use crate::text::is_stop_word;

/// Lowers a parse tree; `None` if nothing is left. With `strict`, all words side by side are
/// required.
pub fn lower(query: &mut Query, tree: ParseTree, strict: bool) -> Option<Node> {
    match tree {
        ParseTree::Text(text) => Some(Node::Text(text)),
        ParseTree::Filter(filter) => Some(Node::Filter(filter)),
        ParseTree::Near(distance, parts) => Some(Node::Near { distance, parts }),
        ParseTree::Must(inner) => lower(query, *inner, strict),
        ParseTree::Not(inner) => match lower(query, *inner, strict)? {
            Node::Not(twice) => Some(*twice),
            node => Some(Node::Not(Box::new(node))),
        },
        ParseTree::All(parts) => {
            let nodes = parts
                .into_iter()
                .filter_map(|p| lower(query, p, strict))
                .collect();
            one_or(nodes, Node::All)
        }
        ParseTree::Any(parts) => {
            let nodes: Vec<_> = parts
                .into_iter()
                .filter_map(|p| lower(query, p, strict))
                .collect();
            let (aims, rest): (Vec<_>, Vec<_>) = nodes.into_iter().partition(seeks);
            if aims.is_empty() {
                return one_or(rest, Node::All);
            }
            if !rest.is_empty() {
                let text = "An alternative that only excludes words was left out";
                query.remarks.push((0, Remark::new("only-excluded", text)));
            }
            one_or(aims, Node::Any)
        }
        ParseTree::Row(row) => lower_row(query, row, strict),
    }
}

/// A row of at least so many texts is a question in plain language. Its quotation marks are
/// ordinary punctuation, so its phrases are optional.
const QUESTION: usize = 8;

/// Lowers words side by side and the required or excluded terms among them.
fn lower_row(query: &mut Query, row: Vec<ParseTree>, strict: bool) -> Option<Node> {
    let row = without_stop_words(query, row);
    let texts = row.iter().filter(|tree| matches!(tree, ParseTree::Text(_)));
    let is_question = texts.count() >= QUESTION;
    let (mut words, mut wanted) = (Vec::new(), Vec::new());
    for tree in row {
        let is_word = match &tree {
            ParseTree::Text(text) => is_question || !query.texts[*text].quoted,
            ParseTree::Row(_) | ParseTree::All(_) | ParseTree::Any(_) => true,
            ParseTree::Filter(_) | ParseTree::Not(_) | ParseTree::Must(_) | ParseTree::Near(..) => {
                false
            }
        };
        let Some(node) = lower(query, tree, strict) else {
            continue;
        };
        match node {
            Node::Any(parts) if is_word && !strict => words.extend(parts),
            Node::Text(text) if is_word && !strict => {
                words.push(Node::Text(text));
                words.extend(parts(query, text));
            }
            node if is_word && !strict && seeks(&node) => words.push(node),
            node => wanted.push(node),
        }
    }
    let must = wanted
        .iter()
        .any(|node| !matches!(node, Node::Filter(_)) && seeks(node));
    if !words.is_empty() {
        wanted.insert(
            0,
            if must {
                Node::Optional(words)
            } else {
                one_or(words, Node::Any)?
            },
        );
    }
    one_or(wanted, Node::All)
}

/// The words of a compound ("military-technical") as texts of their own, so that ranking finds them
/// apart, too. Empty if a part is too short to carry meaning alone ("co-operation").
fn parts(query: &mut Query, text: usize) -> Vec<Node> {
    let whole = &query.texts[text];
    let says = |w: &QueryWord| is_capital_key(&w.key) || w.key.chars().count() > 2;
    if whole.words.len() < 2 || !whole.words.iter().all(says) {
        return Vec::new();
    }
    let (at, fields, literal) = (whole.at, whole.fields, whole.literal);
    let parts: Vec<_> = whole
        .words
        .iter()
        .filter(|w| !is_stop_word(&w.key))
        .cloned()
        .collect();
    let first = query.texts.len();
    query.texts.extend(parts.into_iter().map(|word| QueryText {
        typed: word.typed.clone(),
        at,
        quoted: false,
        exact: false,
        fields,
        slop: 0,
        literal,
        words: vec![QueryWord {
            glue: Glue::Apart,
            ..word
        }],
    }));
    (first..query.texts.len()).map(Node::Text).collect()
}

/// A row without its stop words; unchanged if nothing else in it could be found.
fn without_stop_words(query: &Query, row: Vec<ParseTree>) -> Vec<ParseTree> {
    let is_stop = |tree: &ParseTree| match tree {
        ParseTree::Text(text) => query.texts[*text].is_stop_word(),
        _ => false,
    };
    let finds = |tree: &ParseTree| {
        !matches!(tree, ParseTree::Not(_) | ParseTree::Filter(_)) && !is_stop(tree)
    };
    if row.iter().any(finds) {
        row.into_iter().filter(|tree| !is_stop(tree)).collect()
    } else {
        row
    }
}

/// Whether a tree finds anything by itself.
pub fn seeks(node: &Node) -> bool {
    match node {
        Node::Text(_) | Node::Near { .. } | Node::Filter(_) => true,
        Node::All(parts) | Node::Any(parts) => parts.iter().any(seeks),
        Node::Not(_) | Node::Optional(_) => false,
    }
}

fn one_or(mut nodes: Vec<Node>, group: impl FnOnce(Vec<Node>) -> Node) -> Option<Node> {
    match nodes.len() {
        0 => None,
        1 if !matches!(nodes[0], Node::Optional(_)) => nodes.pop(),
        _ => Some(group(nodes)),
    }
}
