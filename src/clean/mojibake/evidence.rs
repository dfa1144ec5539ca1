//! How certain is it that nobody wrote this? A scoring of decodings with a single-byte table.

use super::decoding::{Decoding, Misread};
use super::wording::class::{Class, Script, class, is_letter, is_lower, script};
use super::wording::neighbor::{fit, oddness, oddness_within};

/// How certain a decoding is, in points.
pub fn points(text: &str, decoding: &Decoding) -> i32 {
    let (Some(first), Some(last)) = (decoding.misreads.first(), decoding.misreads.last()) else {
        return 0;
    };
    let damaged = &text[first.start..last.end];
    let before = text[..first.start].chars().next_back();
    let after = text[last.end..].chars().next();
    let around = before.into_iter().chain(damaged.chars()).chain(after);
    let (mut odd, mut last, mut last_but_one) = (0, None, None);
    for c in around {
        odd += last.map_or(0, |last| oddness(last, c));
        let within = last_but_one.zip(last);
        odd += within.map_or(0, |(a, b)| oddness_within(a, b, c));
        (last_but_one, last) = (last, Some(c));
    }
    let several = i32::from(decoding.misreads.len() > 1);
    let short =
        decoding.misreads.len() < 3 || damaged.chars().count() > 2 * decoding.misreads.len();
    let signs: i32 = decoding
        .misreads
        .iter()
        .map(|misread| signature(text, misread))
        .sum();
    let own = 3 * i32::from(stands_among_its_own(text, decoding));
    let points = odd + signs + several + fits(decoding, before, after) - own;
    // If the wording is not odd at all, only the rest of the text can prove the decoding.
    if odd + signs == 0 && short {
        points.min(1)
    } else {
        points
    }
}

/// Whether a decoding of Cyrillic or Greek characters adjoins more of them: a misreading leaves
/// such characters only in decodings.
fn stands_among_its_own(text: &str, decoding: &Decoding) -> bool {
    let lead = text[decoding.start()..].chars().next().and_then(script);
    let own = |c: Option<char>| c.and_then(script) == lead;
    let foreign = matches!(lead, Some(Script::Cyrillic | Script::Greek));
    foreign
        && (own(text[..decoding.start()].chars().next_back())
            || own(text[decoding.end()..].chars().next()))
}

/// How well the characters of a decoding fit their context, in points.
fn fits(decoding: &Decoding, before: Option<char>, after: Option<char>) -> i32 {
    let said = |at: usize| decoding.misreads.get(at).map(|misread| misread.says.char());
    let mut points = 0;
    let mut last = before;
    for (at, misread) in decoding.misreads.iter().enumerate() {
        let c = misread.says.char();
        points += fit(last, c, said(at + 1).or(after));
        last = Some(c);
    }
    points
}

/// Points for a start that hardly anything but a misreading has.
fn signature(text: &str, misread: &Misread) -> i32 {
    let c = misread.says.char();
    let mut chars = text[misread.start..misread.end].chars();
    let (Some(first), Some(second)) = (chars.next(), chars.next()) else {
        return 0;
    };
    let before = text[..misread.start].chars().next_back();
    let mut ahead = text[misread.end..].chars();
    let (after, later) = (ahead.next(), ahead.next());
    let begins = !before.is_some_and(is_letter);
    let word = after.is_some_and(is_letter);
    let lower = after.is_some_and(is_lower);
    let within = word || !begins;
    let dash = matches!(second, '–' | '—' | '…') || second == '’' && after != Some('s');
    let possessive = second == '’' && after == Some('s');
    let latin = !possessive && after.is_some_and(|c| c.is_ascii_alphabetic());
    match (first, second) {
        _ if class(c) == Class::Mark && u32::from(c) >= 0x2000 => 2,
        _ if class(c) == Class::Emoji => 2,
        _ if c == 'à' => alone(text, misread, second),
        ('Ã', '™') if !word => 2 * i32::from(ends_ou(&text[..misread.start])),
        ('Ã' | 'Â' | 'Ă' | 'Ć', '’' | '–' | '—' | '…') => {
            2 * i32::from(dash && lower && begins)
        }
        ('Ã', '‘' | '“' | '”' | '•' | '»' | '«' | '\u{a0}') => 2 * i32::from(word),
        ('Ã', _) => 2,
        ('Â', '‘' | '“' | '”' | '•' | '\u{a0}') => 2 * i32::from(word),
        ('Â', 'Ş' | 'ş') => 0,
        ('Â', _) => 2,
        // Romanian has "Ăştia" and "AŞTEPTĂŞI", Slovak "DĹŽKA".
        ('Ă', 'ş') if begins => 0,
        ('Ă', 'Ş') | ('Ĺ', 'Ž' | 'Ť' | 'Š') => 2 * i32::from(lower),
        ('Ă' | 'Ĺ', _) if is_letter(second) => 2,
        ('Å', 'Æ' | 'æ' | 'Ø' | 'ø') => 0,
        ('Ä' | 'Å', _) if is_letter(second) => 2,
        ('â', 'œ' | 'š' | 'ž' | '™' | '˜' | '†') => 2,
        ('√', _) if is_letter(second) => 2 * i32::from(within),
        ('├', '\u{2500}'..='\u{259f}') => 2 * i32::from(lower && later.is_some_and(is_lower)),
        ('├' | '┬', _) => 2 * i32::from(within),
        _ if script(first) != Some(Script::Latin) && is_letter(first) && latin => 2,
        _ => 0,
    }
}

/// Points for a decoding to "à" that occurs as that word; after "Ã" also within a word, except at
/// the end of one in capitals.
fn alone(text: &str, misread: &Misread, second: char) -> i32 {
    let mut back = text[..misread.start].chars().rev();
    let (before, earlier) = (back.next(), back.next());
    let after = text[misread.end..].chars().next();
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    if blank(before) && blank(after) {
        return if second == '\u{a0}' { 3 } else { 2 };
    }
    // "Ã is" with a no-break space may be about a letter.
    let inside = before.is_some_and(is_letter)
        && !earlier.is_some_and(is_letter)
        && after.is_some_and(is_lower);
    2 * i32::from(inside)
}

/// Whether a text ends with the start of "OÙ", the only French word of its kind.
fn ends_ou(before: &str) -> bool {
    let mut back = before.chars().rev();
    back.next() == Some('O') && !back.next().is_some_and(is_letter)
}

#[cfg(test)]
mod tests {
    use crate::clean::mojibake::decoding::SURE;
    use crate::clean::mojibake::single;
    use crate::clean::mojibake::table::tables;

    /// Checks whether the decoding with a table that starts at `lead` is certain by itself.
    fn check(text: &str, lead: char, table: usize, expected: bool) {
        let at = text.find(lead).unwrap();
        let found = single::decoding(tables(), text, at, table);
        let sure = found.is_some_and(|decoding| decoding.points >= SURE);
        assert_eq!(sure, expected, "{text}");
    }

    #[test]
    fn damage_is_told_from_wording() {
        for (text, lead, table, expected) in [
            ("cafÃ©", 'Ã', 0, true),
            ("HÃ”TEL", 'Ã', 0, true),
            ("OÃ™ ET QUAND?", 'Ã', 0, true),
            ("einer Ã–lpest", 'Ã', 0, true),
            ("MANHÃ—hoje", 'Ã', 0, false),
            ("a lot of Ã’s", 'Ã', 0, false),
            ("AHÅ™, the sofa", 'Å', 0, false),
            ("a radius of 10 Å—", 'Å', 0, false),
            ("Ăştia", 'Ă', 1, false),
            ("DĹŽKA", 'Ĺ', 1, false),
            ("rГ©gion", 'Г', 2, true),
            ("ВІКІ", 'В', 2, false),
            ("gâteau √© ", '√', 3, false),
            ("r√©gime", '√', 3, true),
            ("├┤a┼┐a", '├', 4, false),
            ("такая", 'т', 9, false),
        ] {
            check(text, lead, table, expected);
        }
    }
}
