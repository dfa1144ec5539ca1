//! Which language is a text written in? A classifier by function words and trigrams.
//!
//! Trigrams are counted by whatlang, after Cavnar and Trenkle, "N-Gram-Based Text Categorization"
//! (1994).

use std::sync::OnceLock;

/// Words that mark a text as English, one per line, sorted.
const MARKERS: &str = include_str!("english.txt");

/// The languages that whatlang detects: ISO 639-3 code and BCP 47 tag, one per line, sorted.
const TAGS: &str = include_str!("languages.tsv");

/// The most words of a text that are read to detect English.
const READ: usize = 300;

/// The longest of the markers, in bytes.
const LONGEST: usize = 5;

/// The most bytes of a text that are read to detect other languages; trigrams converge by then.
const SAMPLE: usize = 1_200;

/// The fewest letters from which trigrams can detect a language.
const LETTERS: usize = 60;

/// A language that was detected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// Its BCP 47 tag.
    pub tag: &'static str,
    /// How it was detected, in kebab case.
    pub rule: &'static str,
}

/// The language of a text; `None` if no method is certain.
pub fn language(text: &str) -> Option<Language> {
    if is_english(text) {
        return Some(Language {
            tag: "en",
            rule: "function-words",
        });
    }
    let end = (0..=SAMPLE.min(text.len())).rfind(|&at| text.is_char_boundary(at))?;
    let sample = &text[..end];
    if sample.chars().filter(|c| c.is_alphabetic()).count() < LETTERS {
        return None;
    }
    let found = whatlang::detect(sample).filter(whatlang::Info::is_reliable)?;
    Some(Language {
        tag: tag(found.lang().code())?,
        rule: "trigrams",
    })
}

/// Whether the share of English function words is beyond doubt.
fn is_english(text: &str) -> bool {
    // With this many markers, their share suffices whatever follows.
    const ENOUGH: usize = READ / 5;
    let (mut words, mut known) = (0usize, 0usize);
    for word in text
        .split(|c: char| matches!(c, '\u{2000}'..='\u{206f}') || !c.is_alphabetic())
        .filter(|w| !w.is_empty())
        .take(READ)
    {
        words += 1;
        known += usize::from(is_marker(word));
        if known >= ENOUGH {
            return true;
        }
    }
    words >= 12 && known * 100 >= words * 20
}

/// Whether a word, in any ASCII case, is one of the markers.
fn is_marker(word: &str) -> bool {
    let mut lower = [0; LONGEST];
    let Some(lower) = lower.get_mut(..word.len()) else {
        return false;
    };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    static SET: OnceLock<Vec<&str>> = OnceLock::new();
    let markers = SET.get_or_init(|| MARKERS.lines().filter(|l| !l.starts_with('#')).collect());
    markers
        .binary_search_by(|marker| marker.as_bytes().cmp(lower))
        .is_ok()
}

/// The BCP 47 tag of an ISO 639-3 code.
fn tag(code: &str) -> Option<&'static str> {
    TAGS.lines()
        .find_map(|line| line.strip_prefix(code)?.strip_prefix('\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages() {
        for (text, expected) in [
            (
                "The cat sat on the mat and it was not happy with the state of it.",
                Some("en"),
            ),
            (
                "Der Hund lief durch den Wald und war am Ende nicht mehr zu sehen, obwohl alle nach ihm riefen und suchten.",
                Some("de"),
            ),
            (
                "Президент посетил город впервые за двадцать четыре года, сообщили журналистам в администрации.",
                Some("ru"),
            ),
            (
                "대통령은 이십사 년 만에 처음으로 이 도시를 방문했다고 정부 관계자들이 기자들에게 말했다. 조약은 어제 서명되었으며 두 나라의 지도자가 참석했다.",
                Some("ko"),
            ),
            ("Too short.", None),
            ("", None),
        ] {
            assert_eq!(language(text).map(|found| found.tag), expected, "{text}");
        }
    }

    #[test]
    fn every_language_has_a_tag() {
        for lang in whatlang::Lang::all() {
            assert!(
                tag(lang.code()).is_some_and(|tag| (2..=3).contains(&tag.len())),
                "{lang}"
            );
        }
    }
}
