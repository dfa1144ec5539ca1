//! Is this a street, mail or web address? A recognizer.

use super::fold::folded;
use super::shape::ends_sentence;
use super::vocabulary::Vocabulary;

/// Whether a line is nothing but a street, mail or web address.
pub fn is_contact(line: &str) -> bool {
    let parts: Vec<&str> = line.split_whitespace().collect();
    if parts.is_empty() || parts.len() > 14 || ends_sentence(line) {
        return false;
    }
    let lone = |p: &str| {
        p.starts_with("http://")
            || p.starts_with("https://")
            || p.starts_with("www.")
            || p.contains('@') && p.contains('.') && !p.starts_with('@')
    };
    if parts.len() <= 2
        && parts
            .iter()
            .all(|p| lone(p) || folded(p) == "email" || folded(p) == "e-mail")
        && parts.iter().any(|p| lone(p))
    {
        return true;
    }
    is_address(&parts, line)
}

fn is_address(parts: &[&str], line: &str) -> bool {
    let number = |p: &str| {
        p.trim_matches(',')
            .chars()
            .all(|c| c.is_ascii_digit() || c == '-')
    };
    let street = parts.iter().any(|p| Vocabulary::Street.has(&folded(p)));
    let code = parts
        .last()
        .is_some_and(|p| number(p) && (5..=10).contains(&p.len()));
    let commas = line.matches(',').count();
    let small = |p: &&str| p.starts_with(char::is_lowercase);
    let opens = parts[0].chars().all(|c| c.is_ascii_digit()) || folded(parts[0]) == "p.o";
    opens && !parts.iter().any(small) && (street && commas >= 1 || code && commas >= 2)
}
