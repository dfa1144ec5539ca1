//! Which typographic mark lost its last byte? What a reader dropped, told from the context.

use super::hanzi;

/// How many bytes of a line around a lost mark tell which mark it was: more than a long paragraph,
/// so that the quotation it closes is seen; bounded, because a whole file may be one line.
const CONTEXT: usize = 8_192;

/// The first [`CONTEXT`] bytes of a text, cut at a character.
pub(super) fn head_of(text: &str) -> &str {
    let cut = (0..=CONTEXT.min(text.len())).rfind(|&at| text.is_char_boundary(at));
    &text[..cut.unwrap_or(0)]
}

/// The last [`CONTEXT`] bytes of a text, cut at a character.
pub(super) fn tail_of(text: &str) -> &str {
    let cut =
        (text.len().saturating_sub(CONTEXT)..text.len()).find(|&at| text.is_char_boundary(at));
    &text[cut.unwrap_or(text.len())..]
}

/// Which mark lost its last byte, given the repaired line before it and the rest after it.
pub(super) fn lost_mark(head: [u8; 2], before: &str, after: &str) -> (char, f64) {
    match head[1] {
        0x82 => return ('€', 0.9),
        0x84 => return ('™', 0.8),
        _ => {}
    }
    let last = before.chars().next_back().filter(|c| !c.is_whitespace());
    let next = after.chars().next().filter(|c| !c.is_whitespace());
    let open = open_mark(before);
    match (last, next) {
        (None, None) => ('—', 0.85),
        (None, Some(c)) if c.is_ascii_digit() && is_decade(after) => ('’', 0.8),
        (None, Some(_)) => ('“', 0.7),
        (Some(a), Some(b)) if a.is_ascii_digit() && b.is_ascii_digit() => ('–', 0.9),
        (Some(c), _) if !c.is_alphanumeric() => match open {
            Some('‘') => ('’', 0.9),
            Some(_) => ('”', 0.95),
            None => ('”', 0.7),
        },
        (Some('s'), None) if open == Some('“') && closes_later(after) => ('’', 0.6),
        _ if open == Some('‘') => ('’', 0.85),
        _ if open.is_some() => ('”', 0.9),
        (Some('s'), _) => ('’', 0.85),
        _ => ('…', 0.4),
    }
}

/// The innermost quotation mark still open at the end of a text.
fn open_mark(text: &str) -> Option<char> {
    let mut open = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let inside = chars.peek().is_some_and(|c| c.is_alphanumeric());
        match c {
            '“' | '‘' => open.push(c),
            '”' if open.contains(&'“') => while open.pop() == Some('‘') {},
            '’' if open.last() == Some(&'‘') && !inside => {
                open.pop();
            }
            _ => {}
        }
    }
    open.pop()
}

/// Whether another cut mark comes before the next opening one: then this one closes nothing.
fn closes_later(after: &str) -> bool {
    let mut chars = after.chars().peekable();
    let lowercase = after.trim_start().starts_with(char::is_lowercase);
    while let Some(c) = chars.next() {
        if c == '鈥' {
            return lowercase
                && chars
                    .peek()
                    .is_none_or(|&next| hanzi::bytes(next).is_none());
        }
    }
    false
}

/// "90s", as after an apostrophe.
fn is_decade(text: &str) -> bool {
    let mut chars = text.chars();
    let digits = chars.by_ref().take(2).all(|c| c.is_ascii_digit());
    digits && chars.next() == Some('s')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(before: &str, after: &str, expected: char) {
        let (mark, confidence) = lost_mark([0xe2, 0x80], before, after);
        assert_eq!(mark, expected, "{before:?} {after:?}");
        assert!((0.0..=0.95).contains(&confidence), "{before:?} {after:?}");
    }

    #[test]
    fn contexts() {
        check("“So it is,", " he said", '”');
        check("“He said ‘no,", " and left", '’');
        check("Oslo ", " Rain", '—');
        check("the boys", " toys", '’');
        check("1990", "1995", '–');
        check("in the ", "90s it was", '’');
        check("some ", "5 of them", '“');
        check("", "", '—');
    }
}
