//! How are names of files and of fields compared? Keys and paths.

/// The letters and digits of a text in lower case, as names and titles are compared.
pub fn letters(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// A name as a path: archivers of Windows, and files there, part folders by backslashes.
pub fn slashed(name: &str) -> String {
    name.replace('\\', "/")
}

/// A name without its extension.
pub fn stem(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, extension)) if !extension.contains('/') && !stem.is_empty() => stem,
        _ => name,
    }
}
