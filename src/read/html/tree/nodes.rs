//! What is on the page? A tree of its elements and texts, in page order.

use html5ever::{Attribute, LocalName};

use super::sink::{Content, NONE, Raw};

/// An element or a text. The nodes inside node `n` are those from `n + 1` to its `end`.
pub struct Node {
    /// The element's name; empty for a text.
    pub tag: LocalName,
    attributes: Vec<Attribute>,
    /// The characters of a text.
    pub text: String,
    /// The element that contains it; the root is its own parent.
    pub parent: usize,
    /// The node after the last one inside it.
    pub end: usize,
}

/// A page in page order; node 0 is its root.
pub struct Tree {
    pub nodes: Vec<Node>,
}

impl Tree {
    /// The tree of the nodes that a person could see, or that state something about the page.
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

    /// The value of an attribute; `None` if it is missing.
    pub fn attribute(&self, at: usize, name: &str) -> Option<&str> {
        let attributes = &self.nodes[at].attributes;
        let found = attributes.iter().find(|a| &*a.name.local == name)?;
        Some(&found.value)
    }

    /// Whether the value of an attribute contains a word, ignoring ASCII case.
    pub fn has_word(&self, at: usize, name: &str, word: &str) -> bool {
        self.attribute(at, name).is_some_and(|value| {
            value
                .split_ascii_whitespace()
                .any(|w| w.eq_ignore_ascii_case(word))
        })
    }

    /// A node and the elements that contain it, from the inside out.
    pub fn ancestors(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(at), |&at| (at > 0).then(|| self.nodes[at].parent))
    }

    /// The elements with a name, in page order.
    pub fn elements<'a>(&'a self, name: &'a str) -> impl Iterator<Item = usize> + 'a {
        (0..self.nodes.len()).filter(move |&at| self.tag(at) == name)
    }

    /// The first `chars` characters inside a node.
    pub fn beginning(&self, at: usize, chars: usize) -> String {
        let inside = self.nodes[at..self.nodes[at].end].iter().take(4 * chars);
        inside
            .flat_map(|node| node.text.chars())
            .take(chars)
            .collect()
    }

    /// The characters inside a node, with single spaces.
    pub fn text(&self, at: usize) -> String {
        let inside = &self.nodes[at..self.nodes[at].end];
        let whole: String = inside.iter().map(|node| node.text.as_str()).collect();
        whole.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Ends the last node, which contains nothing more.
fn close(nodes: &mut [Node]) {
    let count = nodes.len();
    if let Some(node) = nodes.last_mut().filter(|node| node.end == usize::MAX) {
        node.end = count;
    }
}

/// The node for a raw node; `None` if neither it nor its content is on the page.
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

/// Whether the text of an element is not part of the page.
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
