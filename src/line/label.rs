//! Which kind of article does a line state? A recognizer of labels.

use super::date::stamps;

/// What sites call an article, in lower case, and the kind that it is.
const KINDS: &[(&str, &str)] = &[
    ("analysis", "analysis"),
    ("column", "column"),
    ("commentary", "opinion"),
    ("editorial", "editorial"),
    ("explained", "explainer"),
    ("explainer", "explainer"),
    ("fact check", "fact-check"),
    ("factbox", "factbox"),
    ("for immediate release", "press release"),
    ("interview", "interview"),
    ("letters", "letter"),
    ("news analysis", "analysis"),
    ("obituary", "obituary"),
    ("op-ed", "opinion"),
    ("opinion", "opinion"),
    ("our view", "editorial"),
    ("press release", "press release"),
    ("review", "review"),
    ("timeline", "timeline"),
    ("transcript", "transcript"),
];

/// The kind stated by a label, or by the start of a headline: "Opinion: …", "Analysis | …".
pub fn kind(line: &str) -> Option<&'static str> {
    let label = line
        .split([':', '|', '–', '—'])
        .next()
        .unwrap_or("")
        .trim()
        .to_lowercase();
    KINDS
        .iter()
        .find(|(name, _)| *name == label)
        .map(|(_, kind)| *kind)
}

/// Of "FOR IMMEDIATE RELEASE: May 5, 2020", the kind that the label states and the date's offset.
pub fn dated_label(line: &str) -> Option<(&'static str, usize)> {
    KINDS.iter().find_map(|(name, kind)| {
        let (label, rest) = line.split_at_checked(name.len())?;
        let date = rest.trim_start_matches([' ', ',', ':', '|', '-', '–', '—']);
        let is_label = label.eq_ignore_ascii_case(name) && date.len() < rest.len();
        (is_label && !stamps(date).is_empty()).then_some((*kind, line.len() - date.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        assert_eq!(kind("Opinion | Why it rains"), Some("opinion"));
        assert_eq!(kind("Editorials matter"), None);
        let line = "Press release – May 5, 2020";
        let (kind, start) = dated_label(line).unwrap();
        assert_eq!((kind, &line[start..]), ("press release", "May 5, 2020"));
        assert_eq!(dated_label("Timeline: what happened"), None);
    }
}
