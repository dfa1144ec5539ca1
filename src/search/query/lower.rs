//! Which parts of a query are wanted, and which only liked? A pass that lowers the parse tree to the abstract
//! syntax tree.

use super::ast::{Node, Query};
use super::draft::Draft;
use super::remark::Remark;
use super::text::{QueryText, QueryWord};
use crate::search::term::{Glue, is_capital_key};
use crate::text::is_stop_word;

/// The tree of a draft; `strict` when words side by side are all wanted.
pub fn lower(query: &mut Query, draft: Draft, strict: bool) -> Option<Node> {
    match draft {
        Draft::Text(text) => Some(Node::Text(text)),
        Draft::Filter(filter) => Some(Node::Filter(filter)),
        Draft::Near(distance, parts) => Some(Node::Near { distance, parts }),
        Draft::Must(inner) => lower(query, *inner, strict),
        Draft::Not(inner) => match lower(query, *inner, strict)? {
            Node::Not(twice) => Some(*twice),
            node => Some(Node::Not(Box::new(node))),
        },
        Draft::All(parts) => {
            let nodes = parts
                .into_iter()
                .filter_map(|p| lower(query, p, strict))
                .collect();
            one_or(nodes, Node::All)
        }
        Draft::Any(parts) => {
            let nodes: Vec<_> = parts
                .into_iter()
                .filter_map(|p| lower(query, p, strict))
                .collect();
            let (aims, rest): (Vec<_>, Vec<_>) = nodes.into_iter().partition(seeks);
            if aims.is_empty() {
                return one_or(rest, Node::All);
            }
            if !rest.is_empty() {
                let text = "What only excludes can be no alternative and was left out";
                query.remarks.push((0, Remark::new("only-excluded", text)));
            }
            one_or(aims, Node::Any)
        }
        Draft::Row(row) => lower_row(query, row, strict),
    }
}

/// From how many texts on words side by side are a question in plain language, whose quotation marks
/// are meant as marks: its phrases are liked, not wanted.
const QUESTION: usize = 8;

/// Words side by side, with what is wanted or excluded among them.
fn lower_row(query: &mut Query, row: Vec<Draft>, strict: bool) -> Option<Node> {
    let row = without_stop_words(query, row);
    let texts = row.iter().filter(|draft| matches!(draft, Draft::Text(_)));
    let is_question = texts.count() >= QUESTION;
    let (mut words, mut wanted) = (Vec::new(), Vec::new());
    for draft in row {
        let is_word = match &draft {
            Draft::Text(text) => is_question || !query.texts[*text].quoted,
            Draft::Row(_) | Draft::All(_) | Draft::Any(_) => true,
            Draft::Filter(_) | Draft::Not(_) | Draft::Must(_) | Draft::Near(..) => false,
        };
        let Some(node) = lower(query, draft, strict) else {
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

/// The words of a compound as texts of their own ("military-technical"), so that ranking also
/// finds them apart; none when a part is too short to say anything alone ("co-operation").
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

/// A row without its stop words, unless it has nothing else to find.
fn without_stop_words(query: &Query, row: Vec<Draft>) -> Vec<Draft> {
    let is_stop = |draft: &Draft| match draft {
        Draft::Text(text) => query.texts[*text].is_stop_word(),
        _ => false,
    };
    let finds =
        |draft: &Draft| !matches!(draft, Draft::Not(_) | Draft::Filter(_)) && !is_stop(draft);
    if row.iter().any(finds) {
        row.into_iter().filter(|draft| !is_stop(draft)).collect()
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
