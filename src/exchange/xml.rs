//! How does a text stand in XML? Escaped, with elements around stretches of it.

use crate::text::Span;

/// Text as content or attribute of XML 1.0, which has no place for most controls; line breaks and tabs
/// become blanks.
pub(super) fn escaped(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\'' => xml.push_str("&apos;"),
            '\t' | '\n' | '\r' => xml.push(' '),
            '\0'..'\u{20}' | '\u{fffe}' | '\u{ffff}' => xml.push('\u{fffd}'),
            c => xml.push(c),
        }
    }
    xml
}

/// An element around a stretch of a text.
pub(super) struct Mark {
    pub span: Span,
    pub name: &'static str,
    /// Its attributes as they are written, each with a blank before it.
    pub attributes: String,
}

/// Whether a span and the stretch from `start` to `end` share a part of each, and a part of each is its own.
pub(super) fn crosses(span: Span, start: u32, end: u32) -> bool {
    span.start < start && start < span.end && span.end < end
        || start < span.start && span.start < end && end < span.end
}

/// A stretch of text with elements, which are in order and nested.
pub(super) fn written(text: &str, block: Span, marks: &[Mark]) -> String {
    let mut xml = String::new();
    let mut open: Vec<&Mark> = Vec::new();
    let mut at = block.start as usize;
    let mut upto = |xml: &mut String, end: u32| {
        let end = (end as usize).max(at);
        xml.push_str(&escaped(&text[at..end]));
        at = end;
    };
    for mark in marks {
        while let Some(last) = open.pop_if(|last| last.span.end <= mark.span.start) {
            upto(&mut xml, last.span.end);
            xml.push_str(&format!("</{}>", last.name));
        }
        upto(&mut xml, mark.span.start);
        xml.push_str(&format!("<{}{}>", mark.name, mark.attributes));
        open.push(mark);
    }
    while let Some(last) = open.pop() {
        upto(&mut xml, last.span.end);
        xml.push_str(&format!("</{}>", last.name));
    }
    upto(&mut xml, block.end);
    xml
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn text_is_no_markup() {
        assert_eq!(
            escaped("A & <b> \"c\"\n\u{1}é"),
            "A &amp; &lt;b&gt; &quot;c&quot; \u{fffd}é"
        );
    }
}
