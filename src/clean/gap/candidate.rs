//! Can this paragraph have a gap at all? A prefilter over adjacent words, which rejects nearly all.
//!
//! It accepts every paragraph in which a rule may fire, and a few more. Only accepted paragraphs
//! are split into sentences and words.

use super::words::WordClass;

/// The classes of a word that the rules distinguish, one bit each.
type Classes = u16;

const ARTICLE: Classes = 1;
/// "a", "an".
const INDEFINITE: Classes = 1 << 1;
/// Never precedes "of", "to" or "against".
const GOVERNING: Classes = 1 << 2;
/// Never follows such a word.
const GOVERNED: Classes = 1 << 3;
/// Never follows an article.
const NEVER: Classes = 1 << 4;
/// Opens the rest of a sentence whose verb is missing.
const LEFT: Classes = 1 << 5;
const AND: Classes = 1 << 6;
const OR: Classes = 1 << 7;
const OF: Classes = 1 << 8;
const THAT: Classes = 1 << 9;
/// Ends like the name of a day.
const DAY: Classes = 1 << 10;

/// The classes of a word.
#[inline]
fn classes(word: &[u8]) -> Classes {
    match word {
        b"a" | b"an" => ARTICLE | INDEFINITE,
        b"its" | b"my" | b"our" | b"the" | b"their" | b"your" => ARTICLE,
        b"of" => GOVERNING | GOVERNED | NEVER | LEFT | OF,
        b"to" => GOVERNING | GOVERNED | LEFT,
        b"against" => GOVERNING | GOVERNED | NEVER | LEFT,
        b"into" | b"between" => GOVERNING | NEVER | LEFT,
        b"with" | b"during" => GOVERNING | NEVER,
        b"by" | b"for" | b"without" => GOVERNING,
        b"about" => LEFT,
        b"among" | b"from" | b"which" | b"was" | b"were" | b"has" | b"are" | b"is" => NEVER,
        b"and" => AND,
        b"or" => OR,
        b"that" => THAT,
        _ if word.ends_with(b"day") => DAY,
        _ => 0,
    }
}

/// Whether any rule examines two adjacent words; `lower` is the second in lower case.
pub fn may_part(last: &str, word: &str, lower: &str) -> bool {
    let (before, of) = (classes(last.as_bytes()), classes(lower.as_bytes()));
    matches!(word, "," | ".")
        || before & ARTICLE != 0
        || of & (AND | OR | THAT | DAY) != 0
        || before & GOVERNING != 0 && of & GOVERNED != 0
        || before & AND != 0 && of & OF != 0
        || last == "," && of & LEFT != 0
}

/// The text between two spaces.
#[derive(Clone, Copy, Default)]
struct RoughWord<'a> {
    text: &'a str,
    /// Its leading letters and their classes.
    head: (&'a str, Classes),
    /// The classes of its trailing letters.
    tail: Classes,
}

impl<'a> RoughWord<'a> {
    /// The next part from `at` on; moves `at` to its end. Empty at the end of the text.
    #[inline]
    fn next(text: &'a str, at: &mut usize) -> Self {
        let bytes = text.as_bytes();
        while bytes.get(*at) == Some(&b' ') {
            *at += 1;
        }
        let start = *at;
        // The first byte that is not a letter, and the offset after the last such byte.
        let (mut first, mut behind) = (None, start);
        while let Some(&byte) = bytes.get(*at)
            && byte != b' '
        {
            if !byte.is_ascii_alphabetic() {
                first = first.or(Some(*at));
                behind = *at + 1;
            }
            *at += 1;
        }
        let part = &text[start..*at];
        let Some(first) = first else {
            let whole = classes(part.as_bytes());
            return Self {
                text: part,
                head: (part, whole),
                tail: whole,
            };
        };
        let letter = |c: Option<char>| c.is_some_and(is_letter);
        let head = match letter(text[first..].chars().next()) {
            false => &text[start..first],
            true => part.split(|c| !is_letter(c)).next().unwrap_or_default(),
        };
        let tail = match letter(text[..behind].chars().next_back()) {
            false => &text[behind..*at],
            true => last_letters(part),
        };
        Self {
            text: part,
            head: (head, classes(head.as_bytes())),
            tail: classes(tail.as_bytes()),
        }
    }
}

/// Whether a rule may find a gap in a paragraph.
pub fn may_have_gap(text: &str) -> bool {
    let mut at = 0;
    let mut last = RoughWord::default();
    let mut part = RoughWord::next(text, &mut at);
    let mut clause = None;
    while !part.text.is_empty() {
        let next = RoughWord::next(text, &mut at);
        if may_stand_apart(&last, &part, &next) {
            return true;
        }
        // "The town, which has a lake, to the plan."
        if part.head.1 & LEFT != 0
            && last.text.ends_with(',')
            && *clause.get_or_insert_with(|| text.contains(", which") || text.contains(", who"))
        {
            return true;
        }
        (last, part) = (part, next);
    }
    false
}

/// Whether there may be a gap between two parts separated by a space, or inside the second.
#[inline]
fn may_stand_apart(last: &RoughWord, part: &RoughWord, next: &RoughWord) -> bool {
    let bytes = part.text.as_bytes();
    let (Some(&first), Some(&end)) = (bytes.first(), bytes.last()) else {
        return false;
    };
    // "says , a mayor", "bread and ."
    if matches!(first, b',' | b'.') {
        return true;
    }
    // "and the.", "bread and."
    if !end.is_ascii_alphanumeric() && end != b',' && ends_open(part.text) {
        return true;
    }
    let (word, of) = part.head;
    if last.tail & ARTICLE != 0 {
        // "a between", "an grey", "a published Tuesday".
        let consonant = || word.starts_with(|c: char| "bcdfgjklmnpqrstvwz".contains(c));
        return of & NEVER != 0
            || last.tail & INDEFINITE != 0
                && (last.text.ends_with('n') && consonant()
                    || word.ends_with("ed") && is_day_or_by(next.head.0));
    }
    if last.tail & GOVERNING != 0 {
        return of & GOVERNED != 0;
    }
    of & OF != 0 && last.tail & AND != 0
        || of & (AND | OR) != 0 && matches!(last.text, "—" | "–" | "-")
        || of & (THAT | DAY) != 0 && after_name(last.text, word, next.head.0)
}

/// Whether a word may follow a participle whose noun is missing.
fn is_day_or_by(word: &str) -> bool {
    word == "by"
        || word.eq_ignore_ascii_case("today")
        || word.len() >= 6 && word.to_ascii_lowercase().ends_with("day")
}

/// "the Mayor that the town", "Mayor Jane Doe Tuesday".
fn after_name(last: &str, word: &str, next: &str) -> bool {
    if word != "that" {
        return word.starts_with(char::is_uppercase) && is_name(last);
    }
    let clause = WordClass::SubjectOpener.has(next);
    is_name(last) && (clause || next.starts_with(char::is_uppercase))
}

/// Whether a part contains a capital letter.
fn is_name(part: &str) -> bool {
    part.bytes().any(|b| b.is_ascii_uppercase())
        || !part.is_ascii() && part.chars().any(char::is_uppercase)
}

/// "the.", "and.", perhaps followed by quotation marks.
fn ends_open(part: &str) -> bool {
    let bare = part.trim_end_matches(['”', '"', '’', ')', ']']);
    let Some(word) = bare.strip_suffix('.') else {
        return false;
    };
    classes(last_letters(word).as_bytes()) & (ARTICLE | AND | OR) != 0
}

/// The trailing letters of a part.
fn last_letters(part: &str) -> &str {
    part.rsplit(|c| !is_letter(c)).next().unwrap_or_default()
}

/// Whether a character is a letter; common typographic marks skip the table lookup.
fn is_letter(c: char) -> bool {
    !matches!(c, '\u{2000}'..='\u{206f}') && c.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::gap::sentence::Sentence;
    use crate::clean::gap::sentence::Spacing;
    use crate::clean::gap::sentence::words;
    use crate::text::Span;
    use crate::text::sentences;
    use crate::text::tokens;
    use proptest::prelude::*;

    /// Whether a rule fires anywhere in a paragraph.
    fn has_gap(text: &str) -> bool {
        let tokens = tokens(text);
        let spacing = Spacing::new("");
        sentences(text, &tokens, Span::new(0, text.len()))
            .into_iter()
            .any(|span| {
                let words = words(text, &tokens, span);
                let sentence = Sentence {
                    words: &words,
                    spacing: &spacing,
                };
                (0..words.len()).any(|at| sentence.gap_before(at).is_some())
            })
    }

    #[test]
    fn plain_paragraphs_are_passed_over() {
        assert!(!may_have_gap(
            "It rained all day in the north, and in the evening it rained there too."
        ));
        assert!(may_have_gap("They burn it in the , in barns."));
        assert!(!may_have_gap(""));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3_000))]
        #[test]
        fn no_gap_is_passed_over(parts in prop::collection::vec(prop::sample::select(vec![
            "a", "an", "the", "their", "and", "or", "of", "to", "with", "that", "which", "while", "Ohio", "Jane", "Doe’s", "Tuesday",
            "U.N.", "published", "grey", "used", "between", "against", "says", "is", "it", "it.", "and.", "the.", "the.”", "“It", "rains,”",
            "Ohio,", ",", ".", "—", "-", "town", "Mayor", "well-known", "about", "of.", "by", "which,", "has", "(the", "was)",
        ]), 0..14)) {
            let text = parts.join(" ");
            prop_assert!(!has_gap(&text) || may_have_gap(&text), "{}", text);
        }
    }
}
