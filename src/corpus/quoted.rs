//! Which words of a document are quoted? A scanner: direct quotations in full, and the words
//! between marks of mixed ones.

use crate::order;
use crate::quote::{Quotation, QuotationKind};
use crate::text::Span;

/// The quoted spans of a text, in order and without overlaps.
pub(super) fn quoted(text: &str, quotations: &[Quotation]) -> Vec<Span> {
    let mut quoted: Vec<Span> = Vec::new();
    for quotation in quotations {
        for &span in &quotation.spans {
            match quotation.kind {
                QuotationKind::Direct => quoted.push(span),
                QuotationKind::Mixed => quoted.extend(between_marks(text, span)),
                QuotationKind::Indirect => {}
            }
        }
    }
    order::sort(&mut quoted);
    // A quotation that overlaps another is joined to it.
    quoted.dedup_by(|inner, outer| {
        let within = inner.start <= outer.end;
        outer.end = outer.end.max(if within { inner.end } else { outer.end });
        within
    });
    quoted
}

/// The parts of `span` in quotation marks, which may also directly surround it; all of `span` if
/// there are none. A mark that is never closed quotes to the end.
fn between_marks(text: &str, span: Span) -> Vec<Span> {
    let (start, end) = (span.start as usize, span.end as usize);
    let before = text[..start].chars().next_back();
    let mut open = before.filter(|c| opens(*c)).map(|mark| (mark, start));
    let mut last = before;
    let mut found = Vec::new();
    let mut marks = open.is_some();
    for (at, c) in text[start..end].char_indices() {
        let at = start + at;
        let next = text[at + c.len_utf8()..].chars().next();
        match open {
            Some((mark, from)) if closes(mark, c, next) => {
                found.push(Span::new(from, at));
                open = None;
            }
            None if opens(c) && !is_letter(last) && next.is_some_and(|n| !n.is_whitespace()) => {
                marks = true;
                open = Some((c, at + c.len_utf8()));
            }
            _ => {}
        }
        last = Some(c);
    }
    found.extend(open.map(|(_, from)| Span::new(from, end)));
    if marks { found } else { vec![span] }
}

fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(char::is_alphanumeric)
}

fn opens(c: char) -> bool {
    matches!(
        c,
        '“' | '„' | '«' | '‹' | '"' | '‘' | '‚' | '\'' | '”' | '»' | '「' | '『'
    )
}

/// Whether `c` closes what `mark` opened; an apostrophe inside a word does not.
fn closes(mark: char, c: char, next: Option<char>) -> bool {
    match mark {
        '“' | '"' | '”' => matches!(c, '”' | '"'),
        '„' => matches!(c, '“' | '”' | '"'),
        '«' => c == '»',
        '»' => c == '«' || c == '»',
        '‹' => c == '›',
        '「' => c == '」',
        '『' => c == '』',
        _ => matches!(c, '’' | '\'') && !is_letter(next),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the quoted parts of the text between "[" and "]".
    fn check(marked: &str, expected: &[&str]) {
        let start = marked.find('[').unwrap();
        let end = marked.find(']').unwrap() - 1;
        let text = marked.replace(['[', ']'], "");
        let parts = between_marks(&text, Span::new(start, end));
        let parts: Vec<&str> = parts.iter().map(|part| part.slice(&text)).collect();
        assert_eq!(parts, expected, "{marked}");
    }

    #[test]
    fn words_between_marks() {
        check("She [is “out of reach” now].", &["out of reach"]);
        check("She “[is out],” he said", &["is out"]);
        check("“[No” or “yes” is] wrong", &["No", "yes"]);
        check(
            "the [\"old pact\" is 'dead' and 'don't ask'].",
            &["old pact", "dead", "don't ask"],
        );
        check("the [dogs’ ‘den isn’t’ here]", &["den isn’t"]);
        check(
            "of [„schlecht“ and «mal» and »gut«]",
            &["schlecht", "mal", "gut"],
        );
        check("that [he “went home]", &["went home"]);
        check("that [he went home]", &["he went home"]);
        check("[]", &[""]);
    }
}
