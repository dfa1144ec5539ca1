//! May these characters be adjacent? A scoring of damage by the characters around it.
//!
//! Every decoding is scored twice: how odd the damaged wording would be if someone had written it
//! ([`oddness`]), and how well the repair fits its neighbours ([`fit`]). The points were weighed by
//! hand on clean and damaged text in 75 languages.

use super::class::{Class, Look, Script, class, is_letter, is_lower, look, script};

/// How odd it is that `b` follows `a` in someone's own wording, in points.
pub fn oddness(a: char, b: char) -> i32 {
    use Look::*;
    let letters = script(a).zip(script(b));
    let clash = letters.is_some_and(|(x, y)| x != y && (x == Script::Latin || y == Script::Latin));
    let points = match (look(a), look(b)) {
        (_, Control) => 3,
        (Control, Upper | Lower | Odd) => 1,
        (Odd, Odd) if is_box(a) && is_box(b) => 0,
        (Lower, Upper) => 2,
        (Digit, Upper | Lower) if !b.is_ascii() => 1,
        (Upper | Lower, Odd) if !(a.is_ascii() && matches!(b, 'ª' | 'º' | '²' | '³')) => 2,
        (Odd, Odd) => 2,
        (Lost, Lower) => 1,
        (Odd, Upper | Lower | Closing | Opening) | (Closing | Opening, Odd) => 1,
        (Either, Odd) if a == '·' => 1,
        (Closing, Upper | Lower) | (Upper | Lower, Opening) => 2,
        (Closing, Opening) | (Opening, Closing) => 1,
        (Upper | Lower, Closing) if b == '€' => 2,
        _ => 0,
    };
    points + if clash { 2 } else { 0 }
}

/// How odd `b` is within a word, in points.
pub fn oddness_within(a: char, b: char, c: char) -> i32 {
    if !is_letter(a) || !is_letter(c) {
        return 0;
    }
    match b {
        '”' | '“' | '»' | '«' | '›' | '‹' => 2,
        _ if look(b) == Look::Odd => 1,
        _ => 0,
    }
}

fn is_box(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{259f}')
}

/// How well `c` fits between its neighbours, in points; negative if it does not.
pub fn fit(before: Option<char>, c: char, after: Option<char>) -> i32 {
    match class(c) {
        Class::Letter(Script::Latin) => fit_latin(before, c, after),
        Class::Letter(own) => {
            let joined = |c: Option<char>| c.and_then(script) == Some(own);
            let clash = |c: Option<char>| c.and_then(script).is_some_and(|s| s != Script::Latin);
            match own {
                _ if joined(before)
                    && c.is_uppercase()
                    && before.is_some_and(char::is_lowercase) =>
                {
                    -2
                }
                _ if joined(before) || joined(after) => 1,
                _ if clash(before) || clash(after) => -4,
                // Scientific texts contain single Greek letters.
                Script::Greek if matches!(c, 'α'..='ω' | 'Δ' | 'Σ' | 'Ω') => 0,
                Script::Other(_) => 0,
                _ => -2,
            }
        }
        Class::Sign if matches!(c, '¿' | '¡') => {
            let opens = before.is_none_or(|c| c.is_whitespace())
                && after.is_some_and(|c| c.is_alphabetic());
            1 + 2 * i32::from(opens)
        }
        Class::Mark => fit_mark(before, c, after),
        Class::Sign => 1,
        Class::Symbol if matches!(c, '\u{2600}'..='\u{27bf}' | '\u{2800}') => 2,
        Class::Symbol => 0,
        Class::Emoji => 3,
        Class::Trace => 1,
        Class::Combining => 1,
        Class::Control => -1,
        Class::Plain => -2,
        Class::Rare => -6,
    }
}

fn fit_latin(before: Option<char>, c: char, after: Option<char>) -> i32 {
    let latin = |c: &char| script(*c) == Some(Script::Latin);
    let (before, after) = (before.filter(latin), after.filter(latin));
    let rare = matches!(u32::from(c), 0x17f..=0x2bc) && !matches!(c, 'ș' | 'ț' | 'Ș' | 'Ț');
    let lower = is_lower(c);
    let points = match (before, after) {
        (None, None) if matches!(c, 'à' | 'À' | 'ó' | 'ú' | 'í' | 'å' | 'Å' | 'é' | 'ö' | 'ő') => {
            1
        }
        (None, None) => 0,
        (Some(b), _) if !lower && is_lower(b) => -2,
        // "Tę", but not "AHř": only the whole text can distinguish them.
        (Some(b), None) if lower && b.is_uppercase() => 1,
        (Some(b), Some(a)) if lower && b.is_uppercase() && a.is_uppercase() => -2,
        (None, Some(a)) if lower && a.is_uppercase() => -1,
        _ => 2,
    };
    if rare { points - 2 } else { points }
}

fn fit_mark(before: Option<char>, c: char, after: Option<char>) -> i32 {
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let sits = match c {
        '’' => word(before) || word(after),
        '“' | '‘' | '„' => !blank(after),
        '”' => !blank(before),
        '–' | '—' => blank(before) == blank(after) || word(before) == word(after),
        _ => true,
    };
    1 + i32::from(sits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn oddness_of_pairs() {
        for (a, b, expected) in [
            ('f', 'Ã', 2),
            ('Ã', '©', 2),
            ('É', '…', 0),
            ('é', '\u{a0}', 0),
            ('Ã', '”', 0),
            ('”', 'ö', 0),
            ('г', 'ó', 2),
            ('a', '\u{93}', 3),
        ] {
            assert_eq!(oddness(a, b), expected, "{a}{b}");
        }
    }

    #[test]
    fn fit_of_characters() {
        for (before, c, after, expected) in [
            (Some('f'), 'é', None, 2),
            (Some('f'), 'É', None, -2),
            (Some('H'), 'ř', None, 1),
            (Some('t'), '’', Some('s'), 2),
            (None, 'и', Some(' '), -2),
            (Some('п'), 'и', Some(' '), 1),
            (None, '\u{e000}', None, -6),
        ] {
            assert_eq!(fit(before, c, after), expected, "{before:?}{c}{after:?}");
        }
    }
}
