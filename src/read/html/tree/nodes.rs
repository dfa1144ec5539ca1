//! What stands where on the page? Its elements and texts in the order of the page.

use html5ever::{Attribute, LocalName};

use super::sink::{Content, NONE, Raw};

/// An element or a text. The nodes inside node `n` are those from `n + 1` to its end.
pub struct Node {
    /// The element's name; empty for a text.
    pub tag: LocalName,
    attributes: Vec<Attribute>,
    /// The characters of a text.
    pub text: String,
    /// The element that holds it; itself for the root.
    pub parent: usize,
    /// The first node behind all that stand inside it.
    pub end: usize,
}

/// A page; node 0 is its root.
pub struct Tree {
    pub nodes: Vec<Node>,
}

impl Tree {
    /// The nodes that a reader of the page could see, or that say something of it.
    pub fn new(mut raw: Vec<Raw>) -> Self {
        let mut nodes: Vec<Node> = Vec::new();
        let (mut at, mut parent) = (0, 0);
        loop {
            let down = enter(&mut raw[at], parent)
                .map(|node| nodes.push(node))
                .is_some();
            if down && raw[at].first != NONE {
                parent = nodes.len() - 1;
                at = raw[at].first;
                continue;
            }
            if down && let Some(node) = nodes.last_mut() {
                node.end = usize::MAX;
            }
            close(&mut nodes);
            while at != 0 && raw[at].next == NONE {
                at = raw[at].parent;
                let count = nodes.len();
                nodes[parent].end = count;
                parent = nodes[parent].parent;
            }
            if at == 0 {
                let count = nodes.len();
                nodes[0].end = count;
                return Self { nodes };
            }
            at = raw[at].next;
        }
    }

    /// The name of an element; empty for a text.
    pub fn tag(&self, at: usize) -> &str {
        &self.nodes[at].tag
    }

    /// The value of an attribute.
    pub fn attribute(&self, at: usize, name: &str) -> Option<&str> {
        let attributes = &self.nodes[at].attributes;
        let found = attributes.iter().find(|a| &*a.name.local == name)?;
        Some(&found.value)
    }

    /// The value of an attribute as its words in lower case stand in it.
    pub fn has_word(&self, at: usize, name: &str, word: &str) -> bool {
        self.attribute(at, name).is_some_and(|value| {
            value
                .split_ascii_whitespace()
                .any(|w| w.eq_ignore_ascii_case(word))
        })
    }

    /// A node and the elements that hold it, the root last.
    pub fn ancestors(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(at), |&at| (at > 0).then(|| self.nodes[at].parent))
    }

    /// The elements of a name.
    pub fn elements<'a>(&'a self, name: &'a str) -> impl Iterator<Item = usize> + 'a {
        (0..self.nodes.len()).filter(move |&at| self.tag(at) == name)
    }

    /// The first characters inside a node.
    pub fn beginning(&self, at: usize, chars: usize) -> String {
        let inside = self.nodes[at..self.nodes[at].end].iter().take(4 * chars);
        inside
            .flat_map(|node| node.text.chars())
            .take(chars)
            .collect()
    }

    /// The characters inside a node, blanks made single.
    pub fn text(&self, at: usize) -> String {
        let inside = &self.nodes[at..self.nodes[at].end];
        let whole: String = inside.iter().map(|node| node.text.as_str()).collect();
        whole.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The last node holds nothing.
fn close(nodes: &mut [Node]) {
    let count = nodes.len();
    if let Some(node) = nodes.last_mut().filter(|node| node.end == usize::MAX) {
        node.end = count;
    }
}

/// What becomes of a raw node; `None` when neither it nor what it holds is on the page.
fn enter(raw: &mut Raw, parent: usize) -> Option<Node> {
    let node = |tag, attributes, text| Node {
        tag,
        attributes,
        text,
        parent,
        end: 0,
    };
    match &mut raw.content {
        Content::Text(text) => Some(node(LocalName::default(), Vec::new(), std::mem::take(text))),
        Content::Element(name, attributes) => {
            let json = attributes.iter().any(|a| {
                &*a.name.local == "type" && a.value.to_ascii_lowercase().contains("ld+json")
            });
            let gone = match &*name.local {
                "script" => !json,
                name => is_unseen(name),
            };
            (!gone).then(|| {
                node(
                    name.local.clone(),
                    std::mem::take(attributes),
                    String::new(),
                )
            })
        }
        Content::Other => {
            (raw.parent == NONE).then(|| node(LocalName::from("#root"), Vec::new(), String::new()))
        }
    }
}

/// Elements whose text is no text of the page.
fn is_unseen(name: &str) -> bool {
    matches!(
        name,
        "audio"
            | "canvas"
            | "datalist"
            | "iframe"
            | "noembed"
            | "noframes"
            | "noscript"
            | "rp"
            | "rt"
            | "select"
            | "style"
            | "template"
            | "textarea"
            | "video"
    )
}
