//! Which elements does this markup make? The parser of the HTML standard, within limits.
//!
//! Elements nested deeper than [`DEPTH`] lose their tags and keep their text, so that no page costs
//! more than its length. Drawings are left out; formulas keep only their text.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use html5ever::LocalName;
use html5ever::interface::TreeSink;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};

use super::sink::{Id, Raw, Sink};
use super::tame::tamed;

/// The most open elements that only their end tag closes.
const DEPTH: usize = 128;
/// The most open formatting elements; each paragraph reopens all of them.
const FORMATS: usize = 32;
/// The number of bytes that the parser gets at a time; in between, the size of the tree is checked.
const PIECE: usize = 1 << 16;

/// The nodes of a page, the root first, and whether its end was left out.
pub fn parse(text: &str) -> (Vec<Raw>, bool) {
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
        // Every script requests a pause; none is run here.
        while !matches!(tokenizer.feed(&queue), html5ever::TokenizerResult::Done) {}
    }
    tokenizer.end();
    (tokenizer.sink.builder.sink.finish(), !rest.is_empty())
}

/// A filter between the tokens of a page and the builder of its tree.
struct Gate {
    builder: TreeBuilder<Id, Sink>,
    /// The number of open elements that only their end tag closes.
    open: Cell<usize>,
    /// The number of these that are formatting elements.
    formats: Cell<usize>,
    /// For each name, the number of dropped start tags whose end tags are still to come.
    dropped: RefCell<HashMap<LocalName, usize>>,
    /// The name of the open drawing or formula, and the number of open elements with this name.
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

    /// Whether a tag is outside drawings and formulas; a tag of running text ends both.
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

    /// Whether a tag is not nested too deeply; an end tag is treated like its start tag.
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

/// Whether an element is closed by others, is empty, or contains raw text.
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

/// Whether an element is reopened in the next paragraph if it was left open.
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

/// Whether an element of running text cannot occur in drawings and formulas.
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
