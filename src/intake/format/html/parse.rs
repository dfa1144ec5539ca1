//! Which elements does this markup make? The parser of the HTML standard, held to a depth and a size.
//!
//! What a page nests deeper than [`DEPTH`] loses its tags and keeps its text, so that no page costs
//! more than its length. Drawings are left out; formulas keep their text alone.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{ElemName, TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName, Namespace, QualName};

/// How many elements may be open that only their end tag closes.
const DEPTH: usize = 256;
/// How many of them may be formats of text; each paragraph opens all of them anew.
const FORMATS: usize = 32;
/// How many attributes of a tag are read.
const ATTRIBUTES: usize = 256;
/// How many bytes the parser is given at a time; between two, the size of the tree is looked at.
const PIECE: usize = 1 << 16;

/// The ordinal of a node among those that were made.
pub(super) type Id = usize;

/// No node.
pub(super) const NONE: Id = usize::MAX;

/// A node as the parser leaves it: linked, in no order.
pub(super) struct Raw {
    pub parent: Id,
    pub first: Id,
    pub last: Id,
    pub previous: Id,
    pub next: Id,
    pub content: Content,
}

/// What a node is.
pub(super) enum Content {
    /// The root, a comment, or what stands in templates.
    Other,
    /// An element.
    Element(QualName, Vec<Attribute>),
    /// Characters.
    Text(String),
}

/// The nodes of a page, the root first, and whether some of its end was left out.
pub(super) fn parse(text: &str) -> (Vec<Raw>, bool) {
    let text = tamed(text);
    let sink = Sink::default();
    let opts = TreeBuilderOpts {
        drop_doctype: true,
        ..TreeBuilderOpts::default()
    };
    let gate = Gate {
        builder: TreeBuilder::new(sink, opts),
        open: Cell::default(),
        formats: Cell::default(),
        dropped: RefCell::default(),
        foreign: RefCell::default(),
    };
    let tokenizer = Tokenizer::new(gate, TokenizerOpts::default());
    let queue = BufferQueue::default();
    let most = 100_000 + text.len() / 8;
    let mut rest = &*text;
    while !rest.is_empty() && tokenizer.sink.builder.sink.len() < most {
        let end = (0..=PIECE.min(rest.len()))
            .rev()
            .find(|&end| rest.is_char_boundary(end));
        let (piece, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        queue.push_back(StrTendril::from_slice(piece));
        // A script asks for a pause each time; nothing is run here.
        while !matches!(tokenizer.feed(&queue), html5ever::TokenizerResult::Done) {}
    }
    tokenizer.end();
    (tokenizer.sink.builder.sink.finish(), !rest.is_empty())
}

/// The text with the attributes of monstrous tags cut: the parser compares each with all before it.
fn tamed(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut kept = String::new();
    let (mut copied, mut at) = (0, 0);
    while let Some(open) = find(bytes, at, b'<') {
        at = open + 1;
        if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let (end, cut) = tag_end(bytes, at);
        if let Some(cut) = cut {
            kept.push_str(&text[copied..cut]);
            copied = end;
        }
        at = end;
        for raw in ["script", "style"] {
            let name = bytes.get(open + 1..open + 1 + raw.len());
            if name.is_some_and(|name| name.eq_ignore_ascii_case(raw.as_bytes())) {
                at = find_end_tag(bytes, at, raw.as_bytes());
            }
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    kept.push_str(&text[copied..]);
    Cow::Owned(kept)
}

fn find(bytes: &[u8], from: usize, byte: u8) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.iter().position(|&b| b == byte).map(|n| from + n)
}

/// Where the element of raw text that is open at `from` is closed.
fn find_end_tag(bytes: &[u8], from: usize, name: &[u8]) -> usize {
    let mut at = from;
    while let Some(open) = find(bytes, at, b'<') {
        at = open + 1;
        let rest = bytes[at..].strip_prefix(b"/");
        let found = rest.and_then(|rest| rest.get(..name.len()));
        if found.is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return open;
        }
    }
    bytes.len()
}

/// Where the tag whose name begins at `from` ends, and where it has had attributes enough.
fn tag_end(bytes: &[u8], from: usize) -> (usize, Option<usize>) {
    let (mut attributes, mut cut, mut quote) = (0, None, None);
    let mut before = b' ';
    for (n, &byte) in bytes[from..].iter().enumerate() {
        match quote {
            Some(mark) if byte == mark => quote = None,
            Some(_) => continue,
            None if byte == b'>' => return (from + n, cut),
            None if matches!(byte, b'"' | b'\'') && before == b'=' => quote = Some(byte),
            None if byte.is_ascii_whitespace() || byte == b'/' => {
                attributes += 1;
                if attributes == ATTRIBUTES {
                    cut = Some(from + n);
                }
            }
            None => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    (bytes.len(), cut)
}

/// What stands between the tokens of a page and the builder of its tree.
struct Gate {
    builder: TreeBuilder<Id, Sink>,
    /// How many elements are open that only their end tag closes.
    open: Cell<usize>,
    /// How many of them are formats of text.
    formats: Cell<usize>,
    /// How many start tags of a name were dropped, and still have their end tags before them.
    dropped: RefCell<HashMap<LocalName, usize>>,
    /// The drawing or formula that is open, and how many of its name are.
    foreign: RefCell<Option<(LocalName, usize)>>,
}

impl TokenSink for Gate {
    type Handle = Id;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Id> {
        let passes = match &token {
            Token::TagToken(tag) => self.passes_foreign(tag) && self.passes(tag),
            Token::CharacterTokens(_) => !self.in_drawing(),
            Token::CommentToken(_) => false,
            _ => true,
        };
        if passes {
            self.builder.process_token(token, line)
        } else {
            TokenSinkResult::Continue
        }
    }

    fn end(&self) {
        self.builder.end();
    }
}

impl Gate {
    fn in_drawing(&self) -> bool {
        matches!(&*self.foreign.borrow(), Some((name, _)) if &**name == "svg")
    }

    /// Whether a tag stands outside of drawings and formulas; a tag of text ends both.
    fn passes_foreign(&self, tag: &Tag) -> bool {
        let mut foreign = self.foreign.borrow_mut();
        match &mut *foreign {
            Some((name, count)) if *name == tag.name => {
                match tag.kind {
                    TagKind::StartTag => *count += usize::from(!tag.self_closing),
                    TagKind::EndTag => *count -= 1,
                }
                if *count == 0 {
                    *foreign = None;
                }
                false
            }
            Some(_) if ends_foreign(&tag.name) => {
                *foreign = None;
                true
            }
            Some(_) => false,
            None if matches!(&*tag.name, "svg" | "math") => {
                if tag.kind == TagKind::StartTag && !tag.self_closing {
                    *foreign = Some((tag.name.clone(), 1));
                }
                false
            }
            None => true,
        }
    }

    /// Whether a tag is not too deep; an end tag goes with its start tag.
    fn passes(&self, tag: &Tag) -> bool {
        if closes_itself(&tag.name) {
            return true;
        }
        let format = usize::from(is_format(&tag.name));
        let (open, formats) = (self.open.get(), self.formats.get());
        let mut dropped = self.dropped.borrow_mut();
        match tag.kind {
            TagKind::StartTag if open >= DEPTH || format == 1 && formats >= FORMATS => {
                *dropped.entry(tag.name.clone()).or_default() += 1;
                false
            }
            TagKind::StartTag => {
                self.open.set(open + 1);
                self.formats.set(formats + format);
                true
            }
            TagKind::EndTag => match dropped.get_mut(&tag.name) {
                Some(count @ 1..) => {
                    *count -= 1;
                    false
                }
                _ => {
                    self.open.set(open.saturating_sub(1));
                    self.formats.set(formats.saturating_sub(format));
                    true
                }
            },
        }
    }
}

/// Elements that others close, that hold nothing, or whose content is raw text.
fn closes_itself(name: &str) -> bool {
    matches!(
        name,
        "a" | "area"
            | "base"
            | "body"
            | "br"
            | "col"
            | "dd"
            | "dt"
            | "embed"
            | "head"
            | "hr"
            | "html"
            | "iframe"
            | "img"
            | "input"
            | "li"
            | "link"
            | "meta"
            | "noembed"
            | "noframes"
            | "noscript"
            | "optgroup"
            | "option"
            | "p"
            | "param"
            | "plaintext"
            | "script"
            | "source"
            | "style"
            | "tbody"
            | "td"
            | "textarea"
            | "tfoot"
            | "th"
            | "thead"
            | "title"
            | "tr"
            | "track"
            | "wbr"
            | "xmp"
    )
}

/// Elements that a paragraph opens anew when the one before it left them open.
fn is_format(name: &str) -> bool {
    matches!(
        name,
        "b" | "big"
            | "code"
            | "em"
            | "font"
            | "i"
            | "nobr"
            | "s"
            | "small"
            | "strike"
            | "strong"
            | "tt"
            | "u"
    )
}

/// Elements of text that do not stand in drawings and formulas.
fn ends_foreign(name: &str) -> bool {
    matches!(
        name,
        "article"
            | "aside"
            | "blockquote"
            | "body"
            | "div"
            | "dl"
            | "figure"
            | "footer"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "head"
            | "header"
            | "hr"
            | "li"
            | "main"
            | "nav"
            | "ol"
            | "p"
            | "section"
            | "table"
            | "ul"
    )
}

/// The name of an element, apart from the nodes.
#[derive(Debug)]
struct Name(QualName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

/// The nodes made so far: the root, the place of all that stands in templates, the others.
struct Sink(RefCell<Vec<Raw>>);

impl Default for Sink {
    fn default() -> Self {
        let sink = Self(RefCell::default());
        sink.make(Content::Other);
        sink.make(Content::Other);
        sink
    }
}

impl Sink {
    fn len(&self) -> usize {
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

    /// Puts a node before `next`, or last under `parent` when that is none.
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
            for attribute in attributes.into_iter().take(ATTRIBUTES) {
                if own.len() < ATTRIBUTES && own.iter().all(|a| a.name != attribute.name) {
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
