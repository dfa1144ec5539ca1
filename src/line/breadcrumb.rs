//! Does a line show the path to an article through its site? A recognizer.

use super::shape::words;

/// Whether a line is a breadcrumb trail: "Home > World > Asia".
pub fn is_breadcrumb(line: &str) -> bool {
    let parts: Vec<&str> = [" > ", " » ", " › "]
        .iter()
        .map(|mark| line.split(*mark).collect())
        .find(|p: &Vec<_>| p.len() > 1)
        .unwrap_or_default();
    !line.contains(['<', '@'])
        && parts.len() >= 2
        && words(line) <= 20
        && parts
            .iter()
            .all(|p| words(p) <= 4 || Some(p) == parts.last())
        && words(parts[0]) >= 1
}
