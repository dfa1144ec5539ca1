//! Where do sentences end? A segmentation: spans of sentences within one block of text.
//!
//! A full stop, question mark or exclamation mark ends a sentence if white space and then a likely
//! start (a capital, a digit, an opening mark) follow. Closing quotation marks and brackets stay
//! with the sentence they close. A full stop does not end a sentence after an initial or after an
//! abbreviation that precedes a name ("Gen. Kim", "N. Korea").

use super::token::{Token, TokenKind};
use crate::text::Span;
use crate::text::lexicon::WordClasses;

/// Words with the classes in [`NAMES`].
const LIST: &str = include_str!("sentence_words.tsv");

/// Abbreviations that precede a name; abbreviations only before a number; words that after an
/// acronym far more often open a sentence than continue it.
const NAMES: &[&str] = &["before-name", "before-number", "opener"];

static WORDS: WordClasses = WordClasses::new(LIST, NAMES);

fn stands_before_name(abbreviation: &str) -> bool {
    WORDS.has(abbreviation, 0)
}

fn stands_before_number(abbreviation: &str) -> bool {
    WORDS.has(abbreviation, 1)
}

fn is_opener(word: &str) -> bool {
    WORDS.has(word, 2)
}

/// The maximum number of tokens scanned for the next word. Without a limit, text that consists of
/// marks would be scanned again for each of them.
const AHEAD: usize = 64;

/// The sentences of `text[block]` in order, trimmed; `tokens` are those of the whole text.
///
/// Every word of the block lies in exactly one sentence. A blank block has none.
pub fn sentences(text: &str, tokens: &[Token], block: Span) -> Vec<Span> {
    let first = tokens.partition_point(|t| t.span.end <= block.start);
    let last = tokens.partition_point(|t| t.span.start < block.end);
    let tokens = &tokens[first..last];
    let mut sentences = Vec::new();
    let mut start = block.start as usize;
    for (i, token) in tokens.iter().enumerate() {
        if token.kind != TokenKind::Space || !ends_before(text, &tokens[..i], &tokens[i + 1..]) {
            continue;
        }
        push(
            &mut sentences,
            text,
            Span::new(start, token.span.start as usize),
        );
        start = token.span.end as usize;
    }
    push(&mut sentences, text, Span::new(start, block.end as usize));
    sentences
}

fn push(sentences: &mut Vec<Span>, text: &str, span: Span) {
    let span = span.trimmed(text);
    if !span.is_empty() {
        sentences.push(span);
    }
}

/// Whether a sentence ends at the space between `before` and `after`.
fn ends_before(text: &str, before: &[Token], after: &[Token]) -> bool {
    let mut back = before.iter().rev().peekable();
    while back.next_if(|t| is_closing(t.span.slice(text))).is_some() {}
    let closed = back.len() < before.len();
    let Some(stop) = back.next() else {
        return false;
    };
    let stop_text = stop.span.slice(text);
    if !stop_text.ends_with(['.', '?', '!', '…', '。', '！', '？']) {
        return false;
    }
    let Some(next) = after.iter().find(|t| t.kind != TokenKind::Space) else {
        return false;
    };
    let follows = after
        .iter()
        .take(AHEAD)
        .find(|t| t.is_word())
        .map_or("", |t| t.span.slice(text));
    let starts = starts_sentence(follows);
    match stop_text {
        "?" | "!" | "…" | "。" | "！" | "？" => starts || !next.is_word(),
        "." => {
            let word = back.next().map_or("", |t| t.span.slice(text));
            starts && (closed || !is_abbreviation(word, follows))
        }
        // An acronym with dots may end a sentence or precede a name. Only a word that seldom
        // continues a sentence decides.
        _ if stop_text.ends_with('.') => starts && (closed || is_opener(follows)),
        _ => false,
    }
}

fn is_closing(mark: &str) -> bool {
    matches!(mark, "”" | "’" | "\"" | "'" | "»" | ")" | "]" | "“")
}

fn starts_sentence(word: &str) -> bool {
    word.chars().next().is_some_and(|c| {
        c.is_uppercase() || c.is_numeric() || !c.is_lowercase() && c.is_alphabetic()
    })
}

fn is_abbreviation(word: &str, follows: &str) -> bool {
    let lower = word.to_lowercase();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase) && word != "I";
    let number = follows.starts_with(|c: char| c.is_ascii_digit());
    initial && !number
        || lower == "no" && number
        || lower != "no" && stands_before_name(&lower)
        || number && stands_before_number(&lower)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::check_list;
    use crate::text::tokens;

    fn check(text: &str, expected: &[&str]) {
        let spans = sentences(text, &tokens(text), Span::new(0, text.len()));
        let found: Vec<_> = spans.iter().map(|s| s.slice(text)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn the_list_is_sorted_and_whole() {
        check_list(LIST, NAMES);
    }

    #[test]
    fn plain() {
        check("One. Two? Three!", &["One.", "Two?", "Three!"]);
        check("", &[]);
        check("no end", &["no end"]);
    }

    #[test]
    fn abbreviations() {
        check(
            "Russia, N. Korea met Gen. Kim. It ended.",
            &["Russia, N. Korea met Gen. Kim.", "It ended."],
        );
        check(
            "The U.N. Charter. The U.S. The end.",
            &["The U.N. Charter.", "The U.S.", "The end."],
        );
        check(
            "It was No. 5 of 6. Say no. Then go.",
            &["It was No. 5 of 6.", "Say no.", "Then go."],
        );
    }

    #[test]
    fn quotation_marks() {
        check("“It is so.” He left.", &["“It is so.”", "He left."]);
        check(
            "“It is so,” he said. “It is.”",
            &["“It is so,” he said.", "“It is.”"],
        );
        check("“Why?” he said.", &["“Why?” he said."]);
    }
}
