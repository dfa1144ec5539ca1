//! Where do the treebanks split words? A tokenizer that cuts a sentence into the words of Universal
//! Dependencies.
//!
//! Search and counts use tokens after UAX #29. The models were trained on treebanks, where clitics
//! are words ("Putin|’s", "do|n't", "can|not"), an abbreviation keeps its full stop ("Gen.", "J."),
//! a run of one mark is one piece ("...", "--") and an address is never split.

use crate::text::lexicon::WordList;
use crate::text::{Span, Token, TokenKind};

/// Lower-case words that keep the full stop after them, as initials do.
static ABBREVIATIONS: WordList = WordList::new(include_str!("abbreviation.txt"));

/// Clitics that are words of their own, without their apostrophe.
const CLITICS: &[&str] = &["s", "re", "ve", "ll", "d", "m"];

/// Appends the pieces of a sentence to `pieces` in text order, without white space. `tokens` are
/// the tokens of the sentence in `text`.
pub fn cut(text: &str, tokens: &[Token], pieces: &mut Vec<Span>) {
    let from = pieces.len();
    let mut at = 0;
    while at < tokens.len() {
        let token = tokens[at];
        at += 1;
        match token.kind {
            TokenKind::Space => {}
            TokenKind::Word | TokenKind::Number if opens_address(text, tokens, at - 1) => {
                let end = tokens[at..].iter().position(|t| t.kind == TokenKind::Space);
                at = end.map_or(tokens.len(), |n| at + n);
                let span = token.span.start as usize..tokens[at - 1].span.end as usize;
                let bare = text[span.clone()]
                    .trim_end_matches(['.', ',', ')', ';', ':', '!', '?', '”', '"']);
                let cut = span.start + bare.len();
                pieces.push(Span::new(span.start, cut));
                pieces.extend((cut < span.end).then(|| Span::new(cut, span.end)));
            }
            TokenKind::Word | TokenKind::Number => word(text, token.span, pieces),
            TokenKind::Mark => mark(text, token.span, &tokens[at..], from, pieces),
        }
    }
}

/// Whether a web or e-mail address starts at a token.
fn opens_address(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = tokens[at].span.slice(text);
    let is_mark = |n: usize, mark: &str| {
        tokens
            .get(at + n)
            .is_some_and(|t| t.span.slice(text) == mark)
    };
    match word {
        "http" | "https" | "ftp" => is_mark(1, ":") && is_mark(2, "/"),
        _ => {
            word.starts_with("www.")
                || is_mark(1, "@") && tokens.get(at + 2).is_some_and(Token::is_word)
        }
    }
}

fn word(text: &str, span: Span, pieces: &mut Vec<Span>) {
    let word = span.slice(text);
    let start = span.start as usize;
    let cut = cannot(word).or_else(|| clitic(word));
    match cut {
        Some(cut) => pieces.extend([
            Span::new(start, start + cut),
            Span::new(start + cut, start + word.len()),
        ]),
        None => pieces.push(span),
    }
}

/// The offset at which "cannot" is split.
fn cannot(word: &str) -> Option<usize> {
    word.eq_ignore_ascii_case("cannot").then_some(3)
}

/// The offset in bytes at which a word is split from its clitic.
fn clitic(word: &str) -> Option<usize> {
    let (mark, apostrophe) = word
        .char_indices()
        .rev()
        .find(|(_, c)| matches!(c, '\'' | '’'))?;
    let (before, after) = (&word[..mark], &word[mark + apostrophe.len_utf8()..]);
    if after.eq_ignore_ascii_case("t") && before.ends_with(['n', 'N']) && before.len() > 1 {
        return Some(mark - 1);
    }
    let known = CLITICS.iter().any(|c| after.eq_ignore_ascii_case(c));
    (known && !before.is_empty()).then_some(mark)
}

fn mark(text: &str, span: Span, after: &[Token], from: usize, pieces: &mut Vec<Span>) {
    let mark = span.slice(text);
    let Some(last) = pieces[from..]
        .last()
        .copied()
        .filter(|last| last.end == span.start)
    else {
        return pieces.push(span);
    };
    let before = last.slice(text);
    let joins = match mark {
        "." if before.ends_with('.') => before.chars().all(|c| c == '.'),
        "." => keeps_stop(before, after.is_empty()),
        "-" | "=" | "!" | "?" | "*" | "_" | "~" | "+" => {
            before.chars().all(|c| c == '!' || c == '?') && "!?".contains(mark)
                || before.chars().all(|c| mark.starts_with(c))
        }
        _ => false,
    };
    match pieces.last_mut() {
        Some(last) if joins => last.end = span.end,
        _ => pieces.push(span),
    }
}

/// Whether a word keeps the full stop after it. A single letter at the end of a sentence does not:
/// it may end the sentence.
fn keeps_stop(word: &str, ends: bool) -> bool {
    let mut chars = word.chars();
    let initial =
        matches!((chars.next(), chars.next()), (Some(c), None) if c.is_uppercase() && c != 'I');
    initial && !ends || word.len() < 7 && ABBREVIATIONS.contains(&word.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::check_list;
    use crate::text::tokens;

    fn check(text: &str, expected: &str) {
        let mut pieces = Vec::new();
        cut(text, &tokens(text), &mut pieces);
        let found: Vec<&str> = pieces.iter().map(|p| p.slice(text)).collect();
        assert_eq!(found.join("|"), expected);
    }

    #[test]
    fn the_list_is_sorted() {
        check_list(include_str!("abbreviation.txt"), &[]);
    }

    #[test]
    fn clitics() {
        check(
            "Putin’s men don't. We cannot!",
            "Putin|’s|men|do|n't|.|We|can|not|!",
        );
        check(
            "Workers’ rights, rock 'n' roll",
            "Workers|’|rights|,|rock|'|n|'|roll",
        );
        check("O’Brien's", "O’Brien|'s");
    }

    #[test]
    fn stops() {
        check("Gen. J. Kim of Apple Inc.", "Gen.|J.|Kim|of|Apple|Inc.");
        check(
            "The U.S.-led force ... so -- no",
            "The|U.S.|-|led|force|...|so|--|no",
        );
        check("Why?!", "Why|?!");
        check("It was plan B.", "It|was|plan|B|.");
        check("", "");
    }

    #[test]
    fn addresses() {
        check(
            "See http://a.org/b?c=1. Or a.b@c.org, now",
            "See|http://a.org/b?c=1|.|Or|a.b@c.org|,|now",
        );
    }
}
