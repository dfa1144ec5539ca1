//! Which scripts write words without blanks between them? Their characters, one by one.

use unicode_segmentation::UnicodeSegmentation;

/// Blocks of scripts whose words are not parted by blanks, or (Hangul) carry endings that readers
/// leave out, as first and last character.
const UNSPACED: &[(char, char)] = &[
    // Thai and Lao, without the sign of the baht and the digits.
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
    // Han numerals and the sign of repetition.
    ('\u{3005}', '\u{3007}'),
    ('\u{3021}', '\u{3029}'),
    // Hiragana, Katakana without the dot between names, Bopomofo, Hangul letters.
    ('\u{3041}', '\u{309f}'),
    ('\u{30a1}', '\u{30fa}'),
    ('\u{30fc}', '\u{318e}'),
    ('\u{31f0}', '\u{31ff}'),
    // Han, Hangul syllables, Han of compatibility.
    ('\u{3400}', '\u{4dbf}'),
    ('\u{4e00}', '\u{9fff}'),
    ('\u{a960}', '\u{a97c}'),
    ('\u{aa60}', '\u{aa7f}'),
    ('\u{ac00}', '\u{d7fb}'),
    ('\u{f900}', '\u{faff}'),
    // Katakana and Hangul of half width.
    ('\u{ff66}', '\u{ff9d}'),
    ('\u{ffa1}', '\u{ffdc}'),
    // Han beyond the basic plane.
    ('\u{20000}', '\u{3ffff}'),
];

/// Whether a character belongs to a script that writes words without blanks.
pub fn is_unspaced(c: char) -> bool {
    let at = UNSPACED.partition_point(|&(_, last)| last < c);
    UNSPACED.get(at).is_some_and(|&(first, _)| first <= c)
}

/// The pieces of a word, which joined are the word: each character with its marks of a script
/// without blanks, and what stands between them whole.
pub fn characters(word: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = 0;
    for (at, grapheme) in word.grapheme_indices(true) {
        if grapheme.starts_with(is_unspaced) {
            if rest < at {
                pieces.push(&word[rest..at]);
            }
            pieces.push(grapheme);
            rest = at + grapheme.len();
        }
    }
    if rest < word.len() {
        pieces.push(&word[rest..]);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces() {
        for (word, expected) in [
            ("KBS뉴스", &["KBS", "뉴", "스"][..]),
            ("3월", &["3", "월"]),
            ("ミサイル", &["ミ", "サ", "イ", "ル"]),
            ("ที่", &["ที่"]),
            ("plain", &["plain"]),
            ("", &[]),
        ] {
            assert_eq!(characters(word), expected);
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
        assert!(UNSPACED.iter().all(|(first, last)| first <= last));
        assert!(UNSPACED.windows(2).all(|w| w[0].1 < w[1].0));
    }
}
