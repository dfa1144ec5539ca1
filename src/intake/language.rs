//! Which language is a text written in? English, or one that nothing here tells.

use std::sync::OnceLock;

/// Words that mark a text as English, one a line, sorted.
const MARKERS: &str = include_str!("english.txt");

/// How many words of a text are read.
const READ: usize = 300;

/// The longest of the markers, in bytes.
const LONGEST: usize = 5;

/// "en" when a text's function words say so beyond doubt.
pub(super) fn language(text: &str) -> Option<&'static str> {
    let (mut words, mut known) = (0usize, 0usize);
    for word in text
        .split(|c: char| !c.is_alphabetic())
        .filter(|w| !w.is_empty())
        .take(READ)
    {
        words += 1;
        known += usize::from(word.len() <= LONGEST && is_marker(&word.to_ascii_lowercase()));
    }
    (words >= 12 && known * 100 >= words * 20).then_some("en")
}

fn is_marker(word: &str) -> bool {
    static SET: OnceLock<Vec<&str>> = OnceLock::new();
    let markers = SET.get_or_init(|| MARKERS.lines().filter(|l| !l.starts_with('#')).collect());
    markers.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages() {
        assert_eq!(
            language("The cat sat on the mat and it was not happy with the state of it."),
            Some("en")
        );
        assert_eq!(
            language("Der Hund lief durch den Wald und war am Ende nicht mehr zu sehen."),
            None
        );
        assert_eq!(language("Too short."), None);
    }
}
