//! Where are the paragraphs of a plain text? A pass over its lines that returns the spans between
//! blank lines.

use crate::text::Span;

/// The trimmed span of each run of lines without a blank one, in order; none for a blank text.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut offset = 0;
    let mut is_open = false;
    for line in text.split_inclusive('\n') {
        let span = Span::new(offset, offset + line.len()).trimmed(text);
        offset += line.len();
        match paragraphs.last_mut() {
            _ if span.is_empty() => is_open = false,
            Some(last) if is_open => last.end = span.end,
            _ => {
                paragraphs.push(span);
                is_open = true;
            }
        }
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_part_paragraphs() {
        let text = "One\nline two\n\n \nThree\r\n";
        let found: Vec<_> = paragraphs(text).iter().map(|p| p.slice(text)).collect();
        assert_eq!(found, ["One\nline two", "Three"]);
        assert!(paragraphs(" \n\n").is_empty());
    }
}
