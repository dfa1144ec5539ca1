//! Which scripts write words without spaces? Tables of character ranges, and a function that cuts
//! such words into characters.

/// Ranges (first and last character, ascending) of scripts that do not separate words by spaces.
/// Hangul is included because queries omit the endings of its words.
const UNSPACED: &[(char, char)] = &[
    // Thai and Lao, without the baht sign and digits.
    ('\u{e01}', '\u{e3a}'),
    ('\u{e40}', '\u{e4e}'),
    ('\u{e81}', '\u{ecf}'),
    ('\u{edc}', '\u{eff}'),
    // Myanmar, without digits.
    ('\u{1000}', '\u{103f}'),
    ('\u{1050}', '\u{108f}'),
    // Hangul letters.
    ('\u{1100}', '\u{11ff}'),
    // Khmer, without digits; Tai Le and New Tai Lue.
    ('\u{1780}', '\u{17d7}'),
    ('\u{1950}', '\u{19cf}'),
    // Han numerals and the iteration mark.
    ('\u{3005}', '\u{3007}'),
    ('\u{3021}', '\u{3029}'),
    // Hiragana, Katakana without the dot between names, Bopomofo, Hangul letters.
    ('\u{3041}', '\u{309f}'),
    ('\u{30a1}', '\u{30fa}'),
    ('\u{30fc}', '\u{318e}'),
    ('\u{31f0}', '\u{31ff}'),
    // Han, Hangul syllables, Han compatibility ideographs.
    ('\u{3400}', '\u{4dbf}'),
    ('\u{4e00}', '\u{9fff}'),
    ('\u{a960}', '\u{a97c}'),
    ('\u{aa60}', '\u{aa7f}'),
    ('\u{ac00}', '\u{d7fb}'),
    ('\u{f900}', '\u{faff}'),
    // Half-width Katakana and Hangul.
    ('\u{ff66}', '\u{ff9d}'),
    ('\u{ffa1}', '\u{ffdc}'),
    // Han beyond the Basic Multilingual Plane.
    ('\u{20000}', '\u{3ffff}'),
];

/// Marks that belong to the character before them in any script: a subset of the grapheme extenders
/// of UAX #29, whose full table is far larger.
const MARKS: &[(char, char)] = &[
    ('\u{300}', '\u{36f}'),
    ('\u{e31}', '\u{e31}'),
    ('\u{e33}', '\u{e3a}'),
    ('\u{e47}', '\u{e4e}'),
    ('\u{eb1}', '\u{eb1}'),
    ('\u{eb3}', '\u{ebc}'),
    ('\u{ec8}', '\u{ece}'),
    ('\u{102d}', '\u{1037}'),
    ('\u{1039}', '\u{103e}'),
    ('\u{1056}', '\u{1059}'),
    ('\u{105e}', '\u{1060}'),
    ('\u{1071}', '\u{1074}'),
    ('\u{1082}', '\u{1082}'),
    ('\u{1084}', '\u{1086}'),
    ('\u{108d}', '\u{108d}'),
    ('\u{109d}', '\u{109d}'),
    ('\u{17b4}', '\u{17d3}'),
    ('\u{17dd}', '\u{17dd}'),
    ('\u{200c}', '\u{200d}'),
    ('\u{302a}', '\u{302f}'),
    ('\u{3099}', '\u{309a}'),
    ('\u{aa7c}', '\u{aa7c}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{fe20}', '\u{fe2f}'),
    ('\u{ff9e}', '\u{ff9f}'),
    ('\u{e0100}', '\u{e01ef}'),
];

/// Whether a character belongs to a script that writes words without spaces.
pub fn is_unspaced(c: char) -> bool {
    is_in(UNSPACED, c)
}

fn is_in(ranges: &[(char, char)], c: char) -> bool {
    let at = ranges.partition_point(|&(_, last)| last < c);
    ranges.get(at).is_some_and(|&(first, _)| first <= c)
}

/// Whether `c` is part of the character before it: a mark, or a later jamo of a Korean syllable.
fn joins(before: char, c: char) -> bool {
    let is_korean = matches!(before, '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7a3}');
    is_in(MARKS, c) || is_korean && matches!(c, '\u{1160}'..='\u{11ff}')
}

/// Cuts a word into pieces, whose concatenation is the word. Each character of a script without
/// spaces is a piece, with its marks; the text between such characters is one piece.
pub fn characters(word: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<(char, bool)> = None;
    for (at, c) in word.char_indices() {
        let goes_on = before
            .is_some_and(|(before, is_alone)| joins(before, c) || !is_alone && !is_unspaced(c));
        if !goes_on && start < at {
            pieces.push(&word[start..at]);
            start = at;
        }
        let is_alone = match before {
            Some((_, is_alone)) if goes_on => is_alone,
            _ => is_unspaced(c),
        };
        before = Some((c, is_alone));
    }
    if start < word.len() {
        pieces.push(&word[start..]);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_segmentation::UnicodeSegmentation;

    #[test]
    fn pieces() {
        for (word, expected) in [
            ("KBS뉴스", &["KBS", "뉴", "스"][..]),
            ("3월", &["3", "월"]),
            ("ミサイル", &["ミ", "サ", "イ", "ル"]),
            ("ที่", &["ที่"]),
            ("น้ำ", &["น้ำ"]),
            ("カ\u{3099}ｶﾞ", &["カ\u{3099}", "ｶﾞ"]),
            (
                "\u{1112}\u{1161}\u{11ab}국",
                &["\u{1112}\u{1161}\u{11ab}", "국"],
            ),
            ("e\u{301}한x", &["e\u{301}", "한", "x"]),
            ("plain", &["plain"]),
            ("", &[]),
        ] {
            assert_eq!(characters(word), expected);
        }
    }

    /// The marks of these scripts that extend a grapheme cluster also extend a character here.
    #[test]
    fn marks() {
        for c in ('\u{80}'..=char::MAX).filter(|&c| is_unspaced(c) || is_in(MARKS, c)) {
            let after = format!("泰{c}");
            let clusters: Vec<&str> = after.graphemes(true).collect();
            assert_eq!(characters(&after), clusters, "{:x}", u32::from(c));
        }
    }

    #[test]
    fn scripts() {
        for c in "日本かカーノ한ㄱ泰ไทลาខမ㐀々ｶ𠀀".chars() {
            assert!(is_unspaced(c), "{c}");
        }
        for c in "aéжα١אब3・、฿๓ ".chars() {
            assert!(!is_unspaced(c), "{c}");
        }
    }

    #[test]
    fn the_list_is_sorted() {
        for list in [UNSPACED, MARKS] {
            assert!(list.iter().all(|(first, last)| first <= last));
            assert!(list.windows(2).all(|w| w[0].1 < w[1].0));
        }
    }
}
