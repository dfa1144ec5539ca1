//! Can this paragraph lack words at all? Nearly none can, and a look at neighbouring words tells.
//!
//! Says yes wherever a rule may fire, and here and there besides; only then is a paragraph parted into
//! sentences and words.

/// Whether one of the rules may see a gap in a paragraph.
pub(super) fn may_have_gap(text: &str) -> bool {
    let mut parts = text.split(' ').filter(|part| !part.is_empty()).peekable();
    let mut last = "";
    let mut clause = None;
    while let Some(part) = parts.next() {
        let next = parts.peek().copied().unwrap_or_default();
        if may_stand_apart(last, part, next) {
            return true;
        }
        // "The town, which has a lake, to the plan."
        let preposition = || {
            matches!(
                head(part),
                "to" | "of" | "against" | "about" | "into" | "between"
            )
        };
        if last.ends_with(',')
            && preposition()
            && *clause.get_or_insert_with(|| text.contains(", which") || text.contains(", who"))
        {
            return true;
        }
        last = part;
    }
    false
}

/// Whether a gap may lie between two parts of a text that a blank divides, or inside the second.
fn may_stand_apart(last: &str, part: &str, next: &str) -> bool {
    let bytes = part.as_bytes();
    let Some(&first) = bytes.first() else {
        return false;
    };
    // "says , a mayor", "bread and ."
    if matches!(first, b',' | b'.') {
        return true;
    }
    // "and the.", "bread and."
    if ends_open(part) {
        return true;
    }
    let word = head(part);
    match tail(last) {
        "a" | "an" | "its" | "my" | "our" | "the" | "their" | "your" => {
            after_article(tail(last), word, next)
        }
        "of" | "to" | "with" | "by" | "for" | "against" | "into" | "between" | "during"
        | "without" => {
            matches!(word, "to" | "of" | "against")
        }
        "and" if word == "of" => true,
        _ => after_other(last, word, next),
    }
}

/// "a between", "an grey", "a published Tuesday".
fn after_article(article: &str, word: &str, next: &str) -> bool {
    let never = matches!(
        word,
        "among"
            | "against"
            | "between"
            | "during"
            | "from"
            | "into"
            | "of"
            | "with"
            | "which"
            | "was"
            | "were"
            | "has"
            | "are"
            | "is"
    );
    let consonant = || word.starts_with(|c: char| "bcdfgjklmnpqrstvwz".contains(c));
    never
        || article == "an" && consonant()
        || article.starts_with('a') && word.ends_with("ed") && is_day_or_by(head(next))
}

/// What follows a participle whose noun is lost.
fn is_day_or_by(word: &str) -> bool {
    word == "by"
        || word.eq_ignore_ascii_case("today")
        || word.len() >= 6 && word.to_ascii_lowercase().ends_with("day")
}

/// After a name or a dash.
fn after_other(last: &str, word: &str, next: &str) -> bool {
    let after_dash = matches!(last, "—" | "–" | "-");
    match word {
        "and" | "or" => after_dash,
        "that" => {
            let next = head(next);
            let clause = matches!(
                next,
                "the"
                    | "a"
                    | "an"
                    | "it"
                    | "they"
                    | "he"
                    | "she"
                    | "we"
                    | "his"
                    | "her"
                    | "their"
                    | "its"
                    | "there"
            );
            is_name(last) && (clause || next.starts_with(char::is_uppercase))
        }
        _ => word.ends_with("day") && word.starts_with(char::is_uppercase) && is_name(last),
    }
}

/// Whether a part has a word with a capital.
fn is_name(part: &str) -> bool {
    part.bytes().any(|b| b.is_ascii_uppercase())
        || !part.is_ascii() && part.chars().any(char::is_uppercase)
}

/// "the.", "and.", with or without quotation marks behind.
fn ends_open(part: &str) -> bool {
    let bare = part.trim_end_matches(['”', '"', '’', ')', ']']);
    let Some(word) = bare.strip_suffix('.') else {
        return false;
    };
    matches!(
        tail(word),
        "a" | "an" | "its" | "my" | "our" | "the" | "their" | "your" | "and" | "or"
    )
}

/// The letters that a part starts with.
fn head(part: &str) -> &str {
    match part.bytes().position(|b| !b.is_ascii_alphabetic()) {
        None => part,
        Some(at) if part.as_bytes()[at].is_ascii() => &part[..at],
        Some(_) => part
            .split(|c: char| !c.is_alphabetic())
            .next()
            .unwrap_or_default(),
    }
}

/// The letters that a part ends with.
fn tail(part: &str) -> &str {
    match part.bytes().rposition(|b| !b.is_ascii_alphabetic()) {
        None => part,
        Some(at) if part.as_bytes()[at].is_ascii() => &part[at + 1..],
        Some(_) => part
            .rsplit(|c: char| !c.is_alphabetic())
            .next()
            .unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::gap::sentence::{Sentence, Spacing, words};
    use crate::text::{Span, sentences, tokens};
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
