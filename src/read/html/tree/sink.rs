//! Where does the parser put its nodes? A tree sink that links them, in order of creation.

use std::borrow::Cow;
use std::cell::RefCell;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tree_builder::ElemName;
use html5ever::{Attribute, LocalName, Namespace, QualName};

/// The most attributes that an element gets after its creation.
const MOST: usize = 256;

/// The index of a node in order of creation.
pub type Id = usize;

/// No node.
pub const NONE: Id = usize::MAX;

/// A node as the parser leaves it: linked to others, in order of creation.
pub struct Raw {
    pub parent: Id,
    pub first: Id,
    pub last: Id,
    pub previous: Id,
    pub next: Id,
    pub content: Content,
}

/// What a node is.
pub enum Content {
    /// The root, a comment, or the container of template contents.
    Other,
    /// An element.
    Element(QualName, Vec<Attribute>),
    /// Characters.
    Text(String),
}

/// The name of an element, copied out of the nodes.
#[derive(Debug)]
pub struct Name(QualName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

/// The nodes created so far: the root, the container of template contents, all others.
pub struct Sink(RefCell<Vec<Raw>>);

impl Default for Sink {
    fn default() -> Self {
        let sink = Self(RefCell::default());
        sink.make(Content::Other);
        sink.make(Content::Other);
        sink
    }
}

impl Sink {
    /// The number of nodes.
    pub fn len(&self) -> usize {
        self.0.borrow().len()
    }

    fn make(&self, content: Content) -> Id {
        let mut nodes = self.0.borrow_mut();
        nodes.push(Raw {
            parent: NONE,
            first: NONE,
            last: NONE,
            previous: NONE,
            next: NONE,
            content,
        });
        nodes.len() - 1
    }

    /// Links a node before `next`, or as the last child of `parent` if `next` is [`NONE`].
    fn link(&self, parent: Id, next: Id, child: Id) {
        self.remove_from_parent(&child);
        let mut nodes = self.0.borrow_mut();
        let previous = if next == NONE {
            nodes[parent].last
        } else {
            nodes[next].previous
        };
        let node = &mut nodes[child];
        (node.parent, node.previous, node.next) = (parent, previous, next);
        match previous {
            NONE => nodes[parent].first = child,
            _ => nodes[previous].next = child,
        }
        match next {
            NONE => nodes[parent].last = child,
            _ => nodes[next].previous = child,
        }
    }

    fn insert(&self, parent: Id, next: Id, child: NodeOrText<Id>) {
        match child {
            NodeOrText::AppendNode(child) => self.link(parent, next, child),
            NodeOrText::AppendText(text) => {
                let mut nodes = self.0.borrow_mut();
                let previous = if next == NONE {
                    nodes[parent].last
                } else {
                    nodes[next].previous
                };
                if let Some(Content::Text(before)) = nodes.get_mut(previous).map(|n| &mut n.content)
                {
                    before.push_str(&text);
                    return;
                }
                drop(nodes);
                let child = self.make(Content::Text(text.to_string()));
                self.link(parent, next, child);
            }
        }
    }
}

impl TreeSink for Sink {
    type Handle = Id;
    type Output = Vec<Raw>;
    type ElemName<'a> = Name;

    fn finish(self) -> Vec<Raw> {
        self.0.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        0
    }

    fn elem_name(&self, target: &Id) -> Name {
        match &self.0.borrow()[*target].content {
            Content::Element(name, _) => Name(name.clone()),
            _ => Name(QualName::new(
                None,
                Namespace::default(),
                LocalName::default(),
            )),
        }
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Id {
        self.make(Content::Element(name, attributes))
    }

    fn create_comment(&self, _: StrTendril) -> Id {
        self.make(Content::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.make(Content::Other)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        self.insert(*parent, NONE, child);
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        let parent = self.0.borrow()[*element].parent;
        if parent == NONE {
            self.insert(*previous, NONE, child);
        } else {
            self.insert(parent, *element, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, _: &Id) -> Id {
        1
    }

    fn same_node(&self, one: &Id, other: &Id) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        let parent = self.0.borrow()[*sibling].parent;
        if parent != NONE {
            self.insert(parent, *sibling, child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Id, attributes: Vec<Attribute>) {
        if let Content::Element(_, own) = &mut self.0.borrow_mut()[*target].content {
            for attribute in attributes.into_iter().take(MOST) {
                if own.len() < MOST && own.iter().all(|a| a.name != attribute.name) {
                    own.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Id) {
        let mut nodes = self.0.borrow_mut();
        let node = &mut nodes[*target];
        let (parent, previous, next) = (node.parent, node.previous, node.next);
        (node.parent, node.previous, node.next) = (NONE, NONE, NONE);
        if parent == NONE {
            return;
        }
        match previous {
            NONE => nodes[parent].first = next,
            _ => nodes[previous].next = next,
        }
        match next {
            NONE => nodes[parent].last = previous,
            _ => nodes[next].previous = previous,
        }
    }

    fn reparent_children(&self, node: &Id, parent: &Id) {
        loop {
            let child = self.0.borrow()[*node].first;
            if child == NONE {
                return;
            }
            self.link(*parent, NONE, child);
        }
    }
}
