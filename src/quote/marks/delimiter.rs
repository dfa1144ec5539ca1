//! Which quotation marks belong together? A scanner that pairs marks, block by block.
//!
//! Marks are paired by shape and by the characters beside them: an opening mark precedes a word, a
//! closing mark follows one. A pair may mix shapes, as typing and scraping leave them. Single marks
//! count only as a pair within one block, so that apostrophes stay apostrophes. A block whose last
//! opening mark is never closed is quoted to its end; the next block may reopen it.

use crate::order;
use crate::text::Span;

/// A quoted span of one block; nested pairs are part of the outermost one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quoted {
    /// The span with its marks.
    pub outer: Span,
    /// The span without its marks, trimmed.
    pub inner: Span,
    /// Whether the block contains its closing mark.
    pub closed: bool,
}

/// An opening mark without a partner so far.
struct Open {
    mark: char,
    start: usize,
    end: usize,
}

/// A quotation mark and the roles that its neighbours allow.
struct Mark {
    mark: char,
    start: usize,
    end: usize,
    /// May open: text follows, and a space, bracket, dash or mark precedes it.
    opens: bool,
    /// May close: text precedes it, and no word follows.
    closes: bool,
}

/// The most marks that may be open at once; the oldest is dropped.
const DEEPEST: usize = 16;

/// How far ahead, in bytes, a better closing single mark is searched for.
const LOOK_AHEAD: usize = 240;

/// The quoted spans of `text[block]`, in order and without overlaps. `continued` means that the
/// previous block ended inside a quotation, so that an initial closing mark closes it.
pub fn quoted(text: &str, block: Span, continued: bool) -> Vec<Quoted> {
    let marks = marks(text, block);
    let mut pairs: Vec<(Span, Span, bool)> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let first = marks.iter().find(|m| !is_single(m.mark));
    if continued
        && first.is_some_and(|m| m.closes && !m.opens && !matches!(m.mark, '“' | '„' | '«'))
    {
        let start = block.start as usize;
        open.push(Open {
            mark: '“',
            start,
            end: start,
        });
    }
    for (i, mark) in marks.iter().enumerate() {
        if let Some(depth) = partner(text, &open, &marks, i) {
            if let Some(opening) = open.drain(depth..).next() {
                let outer = Span::new(opening.start, mark.end);
                pairs.push((outer, Span::new(opening.end, mark.start), true));
            }
        } else if is_opening(mark, &open) {
            if mark.mark == '"' {
                // Straight marks do not nest: the earlier one was never closed.
                open.retain(|o| o.mark != '"');
            }
            if open.len() >= DEEPEST {
                open.remove(0);
            }
            open.push(Open {
                mark: mark.mark,
                start: mark.start,
                end: mark.end,
            });
        }
    }
    let last = open.iter().rfind(|o| !is_single(o.mark));
    if let Some(last) = last.filter(|l| {
        pairs
            .iter()
            .all(|(outer, _, _)| (outer.start as usize) < l.start || is_inner(text, *outer))
    }) {
        let end = block.end as usize;
        pairs.push((Span::new(last.start, end), Span::new(last.end, end), false));
    }
    outermost(text, pairs)
}

/// The pairs that are inside no other, ordered, with trimmed content.
fn outermost(text: &str, mut pairs: Vec<(Span, Span, bool)>) -> Vec<Quoted> {
    order::sort_by_key(&mut pairs, |(outer, _, _)| {
        (outer.start, std::cmp::Reverse(outer.end))
    });
    let mut quoted: Vec<Quoted> = Vec::new();
    for (outer, inner, closed) in pairs {
        if quoted.last().is_some_and(|q| outer.start < q.outer.end) {
            continue;
        }
        let inner = inner.trimmed(text);
        if inner.slice(text).chars().any(char::is_alphanumeric) {
            quoted.push(Quoted {
                outer: outer.trimmed(text),
                inner,
                closed,
            });
        }
    }
    quoted
}

fn is_single(mark: char) -> bool {
    matches!(mark, '\'' | '‘' | '’' | '‚' | '‹' | '›')
}

/// Whether a pair has single marks, which occur inside double ones.
fn is_inner(text: &str, outer: Span) -> bool {
    outer.slice(text).chars().next().is_some_and(is_single)
}

fn marks(text: &str, block: Span) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut previous = ' ';
    let mut chars = block.slice(text).char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, c)| *c);
        if is_mark(c)
            && !is_apostrophe(
                c,
                previous,
                next,
                &text[block.start as usize + at..block.end as usize],
            )
        {
            let start = block.start as usize + at;
            let free = previous.is_whitespace()
                || matches!(previous, '(' | '[' | '{' | '—' | '–' | '-' | '/')
                || is_mark(previous);
            marks.push(Mark {
                mark: c,
                start,
                end: start + c.len_utf8(),
                opens: free && !next.is_whitespace(),
                closes: !previous.is_whitespace()
                    && (!next.is_alphanumeric()
                        || !is_single(c) && previous.is_ascii_punctuation()),
            });
        }
        previous = c;
    }
    marks
}

/// Whether a character can be a quotation mark.
pub fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '\'' | '‘' | '’' | '‚'
    )
}

/// Whether a single mark is an apostrophe, judged by its neighbours: don’t, ’90s, ’em.
fn is_apostrophe(c: char, previous: char, next: char, rest: &str) -> bool {
    if !matches!(c, '\'' | '’' | '‘') {
        return false;
    }
    if previous.is_alphanumeric() && next.is_alphanumeric() || previous.is_numeric() {
        return true;
    }
    let mut after = rest.chars().skip(1);
    let word: String = after
        .by_ref()
        .take_while(|c| c.is_alphanumeric())
        .take(6)
        .collect();
    !previous.is_alphanumeric()
        && (next.is_numeric() && word.ends_with('s')
            || matches!(
                word.to_lowercase().as_str(),
                "em" | "til" | "tis" | "twas" | "cause" | "n" | "bout"
            ))
}

/// The index in `open` of the mark that mark `i` closes.
fn partner(text: &str, open: &[Open], marks: &[Mark], i: usize) -> Option<usize> {
    let mark = &marks[i];
    if !mark.closes {
        // “ closes „ anywhere, and a lone ” or " between spaces closes what is open.
        let lone = matches!(mark.mark, '”' | '»' | '"') && !mark.opens;
        if !lone {
            return None;
        }
    }
    let depth = open.iter().rposition(|o| closes(o.mark, mark.mark))?;
    if is_single(mark.mark) {
        let plural = text[..mark.start].ends_with('s')
            && marks[i + 1..]
                .iter()
                .take_while(|m| m.start < mark.start + LOOK_AHEAD)
                .take(8)
                .any(|m| m.closes && !m.opens && closes(open[depth].mark, m.mark));
        let blank = text[mark.end..].starts_with(' ');
        return (depth + 1 == open.len() && !(plural && blank)).then_some(depth);
    }
    // “ opens if it can, except that it closes „.
    let opener = mark.mark == '“' && open[depth].mark != '„' && mark.opens;
    let straight = mark.mark == '"' && mark.opens && open[depth].mark != '"';
    (!opener && !straight).then_some(depth)
}

/// Whether `close` can end what `open` began.
fn closes(open: char, close: char) -> bool {
    match open {
        '“' => matches!(close, '”' | '"' | '“' | '»'),
        '"' => matches!(close, '"' | '”' | '“'),
        '„' => matches!(close, '“' | '”' | '"'),
        '”' => matches!(close, '”' | '"'),
        '«' => matches!(close, '»' | '"'),
        '»' => close == '«',
        '‹' => close == '›',
        '‘' => matches!(close, '’' | '\'' | '‘'),
        '\'' => matches!(close, '\'' | '’'),
        '‚' => matches!(close, '‘' | '’' | '\''),
        _ => false,
    }
}

fn is_opening(mark: &Mark, open: &[Open]) -> bool {
    match mark.mark {
        '“' | '„' | '«' => true,
        '"' | '‘' | '\'' | '‚' | '‹' => mark.opens,
        '”' | '»' => mark.opens && open.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = quoted(text, Span::new(0, text.len()), false)
            .iter()
            .map(|q| q.inner.slice(text))
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn shapes() {
        check("He said “one” and \"two\".", &["one", "two"]);
        check("Il dit « oui » et „nein“.", &["oui", "nein"]);
        check("»Ja«, sagte er.", &["Ja"]);
        check("She said ‘no’ to 'yes'.", &["no", "yes"]);
    }

    #[test]
    fn mixed_shapes() {
        check(
            "It is “closed by a straight\" mark.",
            &["closed by a straight"],
        );
        check("It is \"closed by a curly” mark.", &["closed by a curly"]);
        check("It is “closed by another“ mark.", &["closed by another"]);
    }

    #[test]
    fn nested() {
        check("“He said ‘no’ to me,” she said.", &["He said ‘no’ to me,"]);
        check("“The “new” line,” she said.", &["The “new” line,"]);
        check("\"A 'b' c,\" he said. \"D.\"", &["A 'b' c,", "D."]);
    }

    #[test]
    fn apostrophes() {
        check("don’t the boys’ game of the ’90s 'em", &[]);
        check("the boys' game isn't Jones' either", &[]);
        check(
            "‘The boys’ game isn’t bad,’ he said.",
            &["The boys’ game isn’t bad,"],
        );
        check("'I don't know,' he said.", &["I don't know,"]);
    }

    #[test]
    fn unclosed() {
        check("“It goes on", &["It goes on"]);
        check("\"It goes on", &["It goes on"]);
        check("5\" of rain and 6\" of snow", &[]);
        check("a ‘lone mark", &[]);
        check("", &[]);
    }
}
