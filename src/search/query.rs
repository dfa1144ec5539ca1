//! What does a typed query ask? A tree of texts and filters, and remarks; never a failure.
//!
//! Words side by side are alternatives of which the more the better. Once AND or OR is written
//! anywhere, words side by side are all wanted. A phrase, a +term and a field are always wanted.

use super::answer::Remark;
use super::filter::Filter;
use super::parser::{Draft, parse};
use super::term::{Glue, is_capital_key, key, units};
use crate::text::{is_stop_word, tokens};

/// A query understood.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// What is sought; `None` when nothing is.
    pub root: Option<Node>,
    /// The texts that [`Node::Text`] numbers.
    pub texts: Vec<QueryText>,
    /// Remarks with the byte of the query they refer to.
    pub remarks: Vec<(usize, Remark)>,
}

/// A part of a query's tree.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// A word or phrase, by its number.
    Text(usize),
    /// A condition on articles or blocks.
    Filter(Filter),
    /// Every one of these that is no [`Node::Optional`].
    All(Vec<Node>),
    /// At least one of these.
    Any(Vec<Node>),
    /// What matches this is excluded.
    Not(Box<Node>),
    /// Better with these, but not only with them.
    Optional(Vec<Node>),
}

/// A text of the query that counts, and for how much.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clause {
    /// Its number in the query.
    pub text: usize,
    /// How often it was typed.
    pub weight: f32,
}

/// A word or phrase as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryText {
    /// As typed, without quotation marks.
    pub typed: String,
    /// The byte of the query where it starts.
    pub at: usize,
    /// Whether it was typed in quotation marks, and so must be found.
    pub quoted: bool,
    /// Whether its words are meant exactly, not by stem.
    pub exact: bool,
    /// Its words; at least one.
    pub words: Vec<QueryWord>,
}

/// A word of a [`QueryText`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryWord {
    /// As typed.
    pub typed: String,
    /// Its key.
    pub key: String,
    /// How it hangs on the word before it.
    pub glue: Glue,
    /// Whether any ending may follow.
    pub prefix: bool,
}

/// From how many texts on words side by side are a question in plain language, whose quotation marks
/// are meant as marks: its phrases are liked, not wanted.
const QUESTION: usize = 8;

impl Query {
    /// The query of a typed text.
    pub fn parse(typed: &str) -> Self {
        let (mut query, draft, strict) = parse(typed);
        let root = draft.and_then(|draft| query.lower(draft, strict));
        match root {
            Some(root) if seeks(&root) => query.root = Some(root),
            Some(_) => {
                let text = "The query only excludes; it needs something to find";
                query.remarks.push((0, Remark::new("only-excluded", text)));
            }
            None if query.remarks.is_empty() && !typed.trim().is_empty() => {
                let text = "The query has no word to search for";
                query.remarks.push((0, Remark::new("no-words", text)));
            }
            None => {}
        }
        query
    }

    fn lower(&mut self, draft: Draft, strict: bool) -> Option<Node> {
        match draft {
            Draft::Text(text) => Some(Node::Text(text)),
            Draft::Filter(filter) => Some(Node::Filter(filter)),
            Draft::Must(inner) => self.lower(*inner, strict),
            Draft::Not(inner) => match self.lower(*inner, strict)? {
                Node::Not(twice) => Some(*twice),
                node => Some(Node::Not(Box::new(node))),
            },
            Draft::All(parts) => {
                let nodes = parts
                    .into_iter()
                    .filter_map(|p| self.lower(p, strict))
                    .collect();
                one_or(nodes, Node::All)
            }
            Draft::Any(parts) => {
                let nodes: Vec<_> = parts
                    .into_iter()
                    .filter_map(|p| self.lower(p, strict))
                    .collect();
                let (aims, rest): (Vec<_>, Vec<_>) = nodes.into_iter().partition(seeks);
                if aims.is_empty() {
                    return one_or(rest, Node::All);
                }
                if !rest.is_empty() {
                    let text = "What only excludes can be no alternative and was left out";
                    self.remarks.push((0, Remark::new("only-excluded", text)));
                }
                one_or(aims, Node::Any)
            }
            Draft::Row(row) => self.lower_row(row, strict),
        }
    }

    /// Words side by side, with what is wanted or excluded among them.
    fn lower_row(&mut self, row: Vec<Draft>, strict: bool) -> Option<Node> {
        let row = self.without_stop_words(row);
        let texts = row
            .iter()
            .filter(|draft| matches!(draft, Draft::Text(_)))
            .count();
        let is_question = texts >= QUESTION;
        let (mut words, mut wanted) = (Vec::new(), Vec::new());
        for draft in row {
            let is_word = match &draft {
                Draft::Text(text) => is_question || !self.texts[*text].quoted,
                Draft::Row(_) | Draft::All(_) | Draft::Any(_) => true,
                Draft::Filter(_) | Draft::Not(_) | Draft::Must(_) => false,
            };
            let Some(node) = self.lower(draft, strict) else {
                continue;
            };
            match node {
                Node::Any(parts) if is_word && !strict => words.extend(parts),
                Node::Text(text) if is_word && !strict => {
                    words.push(Node::Text(text));
                    words.extend(self.parts(text));
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
    fn parts(&mut self, text: usize) -> Vec<Node> {
        let whole = &self.texts[text];
        let says = |w: &QueryWord| is_capital_key(&w.key) || w.key.chars().count() > 2;
        if whole.words.len() < 2 || !whole.words.iter().all(says) {
            return Vec::new();
        }
        let at = whole.at;
        let parts: Vec<_> = whole
            .words
            .iter()
            .filter(|w| !is_stop_word(&w.key))
            .cloned()
            .collect();
        let first = self.texts.len();
        self.texts.extend(parts.into_iter().map(|word| QueryText {
            typed: word.typed.clone(),
            at,
            quoted: false,
            exact: false,
            words: vec![QueryWord {
                glue: Glue::Apart,
                ..word
            }],
        }));
        (first..self.texts.len()).map(Node::Text).collect()
    }

    /// A row without its stop words, unless it has nothing else to find.
    fn without_stop_words(&self, row: Vec<Draft>) -> Vec<Draft> {
        let is_stop = |draft: &Draft| match draft {
            Draft::Text(text) => self.texts[*text].is_stop_word(),
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
}

impl QueryText {
    /// A word or phrase as typed; `None` without a letter or digit.
    pub fn new(typed: &str, at: usize, quoted: bool) -> Option<Self> {
        let words: Vec<QueryWord> = units(typed, &tokens(typed))
            .iter()
            .map(|unit| QueryWord {
                typed: unit.span.slice(typed).to_owned(),
                key: key(unit.span.slice(typed)),
                glue: unit.glue,
                prefix: typed[unit.span.end as usize..].starts_with('*'),
            })
            .filter(|word| !word.key.is_empty())
            .collect();
        let beside = words.iter().skip(1).any(|w| w.glue == Glue::Beside);
        (!words.is_empty()).then(|| Self {
            typed: typed.trim().to_owned(),
            at,
            quoted,
            exact: quoted || beside,
            words,
        })
    }

    fn is_stop_word(&self) -> bool {
        !self.exact && self.words.iter().all(|w| !w.prefix && is_stop_word(&w.key))
    }
}

/// Whether a tree finds anything by itself.
fn seeks(node: &Node) -> bool {
    match node {
        Node::Text(_) | Node::Filter(_) => true,
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A tree in brackets: texts by what was typed, "?" before what is only liked.
    fn show(query: &Query, node: &Node) -> String {
        let row = |mark: &str, parts: &[Node]| {
            let parts: Vec<_> = parts.iter().map(|part| show(query, part)).collect();
            format!("{mark}[{}]", parts.join(" "))
        };
        match node {
            Node::Text(text) => query.texts[*text].typed.clone(),
            Node::Filter(_) => "filter".into(),
            Node::All(parts) => row("all", parts),
            Node::Any(parts) => row("any", parts),
            Node::Optional(parts) => row("?", parts),
            Node::Not(inner) => format!("-{}", show(query, inner)),
        }
    }

    fn check(typed: &str, tree: &str, codes: &[&str]) {
        let query = Query::parse(typed);
        let found = query
            .root
            .as_ref()
            .map_or(String::new(), |root| show(&query, root));
        assert_eq!(found, tree, "{typed:?}");
        let found: Vec<_> = query
            .remarks
            .iter()
            .map(|(_, remark)| remark.code)
            .collect();
        assert_eq!(found, codes, "{typed:?}");
    }

    #[test]
    fn words_and_operators() {
        check("", "", &[]);
        check("  ", "", &[]);
        check("treaty", "treaty", &[]);
        check("the mutual treaty", "any[mutual treaty]", &[]);
        check("to be or not", "any[to be or not]", &[]);
        check("Russia AND Iran", "all[Russia Iran]", &[]);
        check("North Korea AND Iran", "all[all[North Korea] Iran]", &[]);
        check("a1 AND b1 OR c1", "any[all[a1 b1] c1]", &[]);
        check("(a1 OR b1) AND c1", "all[any[a1 b1] c1]", &[]);
        check("arms -Iran", "all[arms -Iran]", &[]);
        check("arms NOT \"South Korea\"", "all[arms -South Korea]", &[]);
        check(
            "\"without delay\" treaty",
            "all[?[treaty] without delay]",
            &[],
        );
        check("+treaty arms", "all[?[arms] treaty]", &[]);
        check("us US", "US", &[]);
        check("publisher:NPR arms", "all[arms filter]", &[]);
        check(
            "military-technical",
            "any[military-technical military technical]",
            &[],
        );
        check("co-operation", "co-operation", &[]);
        check("安保理", "安保理", &[]);
    }

    #[test]
    fn malformed_queries_are_remarked() {
        check("\"without delay", "without delay", &["unclosed-phrase"]);
        check("\"\"", "", &["empty-phrase"]);
        check("()", "", &["empty-parentheses"]);
        check("(treaty", "treaty", &["unbalanced-parenthesis"]);
        check("treaty)", "treaty", &["unbalanced-parenthesis"]);
        check("AND treaty", "treaty", &["stray-operator"]);
        check("treaty OR", "treaty", &["stray-operator"]);
        check("NOT", "", &["stray-operator"]);
        check("-Iran", "", &["only-excluded"]);
        check("Iran OR -Russia", "Iran", &["only-excluded"]);
        check("outlet:NPR", "any[outlet NPR]", &["unknown-field"]);
        check(
            "https://npr.org 12:30",
            "any[https //npr.org npr org 12 30]",
            &[],
        );
        check("date:June arms", "arms", &["bad-date"]);
        check("in:footer arms", "arms", &["unknown-part"]);
        check("title: arms", "arms", &["empty-field"]);
        check("* arms", "arms", &["wildcard"]);
        check("mun*tion", "mun*", &["wildcard"]);
        check("— & 😀", "", &["no-words"]);
    }

    #[test]
    fn deep_parentheses_do_not_overflow() {
        let query = Query::parse(&"(".repeat(100_000));
        assert!(query.root.is_none());
        assert!(Query::parse(&"NOT ".repeat(100_000)).root.is_none());
        let long = Query::parse(&"arms ".repeat(100_000));
        assert_eq!(long.remarks[0].1.code, "too-long");
        let phrase = Query::parse(&format!("\"{}\"", "the ".repeat(10_000)));
        assert_eq!(phrase.texts[0].words.len(), 300);
        assert_eq!(phrase.remarks[0].1.code, "too-long");
        let after = Query::parse(&format!("{} \"treaty\"", "word ".repeat(300)));
        assert_eq!(
            after.remarks.len(),
            1,
            "a phrase left out is not an empty one"
        );
    }
}
