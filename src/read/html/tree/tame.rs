//! Which tags would cost more than their length? A filter for tags with too many attributes.

use std::borrow::Cow;

/// The most attributes of a tag that are read.
const ATTRIBUTES: usize = 256;

/// The text of a page, without the attributes of oversized tags after the first [`ATTRIBUTES`].
pub fn tamed(text: &str) -> Cow<'_, str> {
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

/// The offset at which the raw text element that is open at `from` is closed.
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

/// The end of the tag whose name starts at `from`, and where its attributes are cut off, if so.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &str, expected: &str) {
        assert_eq!(tamed(page), expected, "{}", &page[..page.len().min(60)]);
    }

    #[test]
    fn attributes() {
        check("<p a=1 b='>'>x", "<p a=1 b='>'>x");
        check("1 < 2 <", "1 < 2 <");
        let many = |count| " a=1".repeat(count);
        check(
            &format!("<p{}>x</p>", many(255)),
            &format!("<p{}>x</p>", many(255)),
        );
        check(
            &format!("<p{}>x</p>", many(1000)),
            &format!("<p{}>x</p>", many(255)),
        );
        let script = format!("<script>if (1 <p{}) {{}}</script><p>x", many(1000));
        check(&script, &script);
    }
}
