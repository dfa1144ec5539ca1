//! Which kind of article does a line state? A recognizer of labels.

use std::sync::OnceLock;

use super::date::stamps;
use crate::text::lexicon::entries;

/// Labels with their kind; the format is described at the head of the file.
const LIST: &str = include_str!("kinds.tsv");

/// What sites call an article, in lower case, and the kind that it is, sorted.
fn kinds() -> &'static [(&'static str, &'static str)] {
    static KINDS: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    KINDS.get_or_init(|| {
        entries(LIST)
            .filter_map(|row| row.split_once('\t'))
            .collect()
    })
}

/// The kind stated by a label, or by the start of a headline: "Opinion: …", "Analysis | …".
pub fn kind(line: &str) -> Option<&'static str> {
    let label = line
        .split([':', '|', '–', '—'])
        .next()
        .unwrap_or("")
        .trim()
        .to_lowercase();
    kinds()
        .iter()
        .find(|(name, _)| *name == label)
        .map(|(_, kind)| *kind)
}

/// Of "FOR IMMEDIATE RELEASE: May 5, 2020", the kind that the label states and the date's offset.
pub fn dated_label(line: &str) -> Option<(&'static str, usize)> {
    kinds().iter().find_map(|(name, kind)| {
        let (label, rest) = line.split_at_checked(name.len())?;
        let date = rest.trim_start_matches([' ', ',', ':', '|', '-', '–', '—']);
        let is_label = label.eq_ignore_ascii_case(name) && date.len() < rest.len();
        (is_label && !stamps(date).is_empty()).then_some((*kind, line.len() - date.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::check_list;

    #[test]
    fn the_list_is_sorted_and_whole() {
        check_list(LIST, &[]);
        assert_eq!(kinds().len(), entries(LIST).count());
    }

    #[test]
    fn labels() {
        assert_eq!(kind("Opinion | Why it rains"), Some("opinion"));
        assert_eq!(kind("Editorials matter"), None);
        let line = "Press release – May 5, 2020";
        let (kind, start) = dated_label(line).unwrap();
        assert_eq!((kind, &line[start..]), ("press release", "May 5, 2020"));
        assert_eq!(dated_label("Timeline: what happened"), None);
    }
}
