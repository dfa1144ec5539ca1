//! How are names of files and fields compared? Helpers that normalize keys and paths.

/// The letters and digits of a text in lower case, by which names and titles are compared.
pub fn letters(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// A name as a path with slashes: Windows uses backslashes.
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
