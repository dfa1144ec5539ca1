//! How is XML written? An accumulator: elements are opened, filled and closed in turn; quick-xml
//! escapes and indents.

use quick_xml::Writer;
use quick_xml::escape::escape;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use quick_xml::name::QName;

use crate::text::Span;

/// An XML document in writing. An element that holds no text has its elements on lines of their
/// own.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
    /// The elements that are open, outermost first.
    open: Vec<&'static str>,
}

impl Xml {
    /// A document of nothing but its declaration.
    pub fn new() -> Self {
        let mut xml = Self {
            writer: Writer::new_with_indent(Vec::new(), b' ', 2),
            open: Vec::new(),
        };
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    /// Opens an element.
    pub fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        let mut start = BytesStart::new(name);
        for (key, value) in attributes {
            // Escaped as text is: one function less in an engine that a page loads.
            start.push_attribute(Attribute {
                key: QName(key),
                value: escape(allowed(value)),
            });
        }
        self.write(Event::Start(start));
        self.open.push(name);
    }

    /// Writes text; even an empty one keeps what comes next on the same line.
    pub fn text(&mut self, text: &str) {
        self.write(Event::Text(BytesText::new(&allowed(text))));
    }

    /// Closes the innermost element that is open.
    pub fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.write(Event::End(BytesEnd::new(name)));
        }
    }

    /// Writes an element that holds only text.
    pub fn element(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.text(text);
        self.close();
    }

    /// The document as text, with what is open closed.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        let mut bytes = self.writer.into_inner();
        bytes.push(b'\n');
        // Only strings were written.
        String::from_utf8(bytes).unwrap_or_default()
    }

    fn write(&mut self, event: Event) {
        // Writing to memory cannot fail.
        let _ = self.writer.write_event(event);
    }
}

/// Text as XML 1.0 can hold it: it has no place for most control characters. Line breaks and tabs
/// become blanks.
fn allowed(text: &str) -> String {
    let allowed = |c| match c {
        '\t' | '\n' | '\r' => ' ',
        '\0'..'\u{20}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        c => c,
    };
    text.chars().map(allowed).collect()
}

/// An element around a stretch of a text.
pub(super) struct Mark {
    pub span: Span,
    pub name: &'static str,
    pub attributes: Vec<(&'static str, String)>,
}

/// Whether a span and the stretch from `start` to `end` overlap without one containing the other.
pub(super) fn crosses(span: Span, start: u32, end: u32) -> bool {
    span.start < start && start < span.end && span.end < end
        || start < span.start && span.start < end && end < span.end
}

/// Writes a stretch of a text with elements in it, which are in order and nested.
pub(super) fn write_marked(xml: &mut Xml, text: &str, block: Span, marks: &[Mark]) {
    let mut ends: Vec<u32> = Vec::new();
    let mut at = block.start as usize;
    let mut upto = |xml: &mut Xml, end: u32| {
        let end = (end as usize).max(at);
        xml.text(&text[at..end]);
        at = end;
    };
    for mark in marks {
        while let Some(end) = ends.pop_if(|end| *end <= mark.span.start) {
            upto(xml, end);
            xml.close();
        }
        upto(xml, mark.span.start);
        let attributes = mark.attributes.iter();
        let attributes = attributes.map(|(key, value)| (*key, value.as_str()));
        xml.open(mark.name, &attributes.collect::<Vec<_>>());
        ends.push(mark.span.end);
    }
    while let Some(end) = ends.pop() {
        upto(xml, end);
        xml.close();
    }
    upto(xml, block.end);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_no_markup() {
        let mut xml = Xml::new();
        xml.open("a", &[("b", "\"'\n<")]);
        xml.element("c", &[], "A & <b>\n\u{1}é");
        let expected = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&quot;&apos; &lt;\">\n  <c>A &amp; &lt;b&gt; \u{fffd}é</c>\n</a>\n";
        assert_eq!(xml.finish(), expected);
    }

    #[test]
    fn marks_add_no_space() {
        let mark = |start, end, name| Mark {
            span: Span::new(start, end),
            name,
            attributes: Vec::new(),
        };
        let mut xml = Xml::new();
        xml.open("p", &[]);
        let marks = [mark(0, 2, "a"), mark(0, 1, "b"), mark(2, 3, "c")];
        write_marked(&mut xml, "xyz", Span::new(0, 3), &marks);
        let xml = xml.finish();
        assert!(xml.ends_with("<p><a><b>x</b>y</a><c>z</c></p>\n"), "{xml}");
    }
}
