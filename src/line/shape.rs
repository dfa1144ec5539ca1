//! What form does a line have? Measures: its words, and whether it is a sentence or a headline.

/// Whether a character is a letter or digit; common typographic marks skip the table lookup.
pub fn is_letter_or_digit(c: char) -> bool {
    !matches!(c, '\u{2000}'..='\u{206f}') && c.is_alphanumeric()
}

/// The number of words of a line: parts between spaces that contain a letter or digit.
pub fn words(line: &str) -> usize {
    let bytes = line.as_bytes();
    let (mut count, mut at) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        let letter = byte.is_ascii_alphanumeric();
        if !letter && byte.is_ascii() {
            at += 1;
            continue;
        }
        // One part, counted once: an ASCII letter or digit suffices, else all of it is searched.
        let mut rest = bytes[at..].iter();
        let blank = rest.position(|byte| *byte <= b' ' && byte.is_ascii_whitespace());
        let end = blank.map_or(bytes.len(), |len| at + len);
        count += usize::from(letter || line[at..end].contains(is_letter_or_digit));
        at = end;
    }
    count
}

/// Marks that close a quotation or a parenthesis.
const CLOSING: &[char] = &['”', '"', '’', '\'', ')', ']', '»', '」', '』'];

/// Marks that end a sentence, in any script.
const STOPS: &[char] = &['.', '!', '?', '。', '！', '？', '।', '؟', '۔', '።'];

/// Whether a line ends as a sentence does, ignoring closing marks; "..." counts as cut short.
pub fn ends_sentence(line: &str) -> bool {
    let text = line.trim_end_matches(|c| c == ' ' || CLOSING.contains(&c));
    text.ends_with(STOPS) && !line.ends_with("...")
}

/// Whether a line is complete: a sentence, or ended by a colon or an ellipsis.
#[cfg(feature = "readers")]
pub fn is_closed(line: &str) -> bool {
    let text = line.trim_end_matches(CLOSING);
    ends_sentence(line) || text.ends_with(['…', ':']) || text.ends_with("...")
}

/// Whether a line may be a headline of at most `most_words` words: it opens like a title and does
/// not end like a sentence.
pub fn is_headline(line: &str, most_words: usize) -> bool {
    let first = line
        .trim_start_matches(['“', '"', '‘', '\'', '(', '[', '«', '¿', '¡'])
        .chars()
        .next();
    let opens = first.is_some_and(|c| c.is_numeric() || c.is_alphabetic() && !c.is_lowercase());
    let ends = line.ends_with(['.', ',', ';', ':', '…', '—', '–']);
    let (count, letters) = (words(line), line.chars().any(char::is_alphabetic));
    opens
        && letters
        && (1..=most_words).contains(&count)
        && (!ends || line.ends_with("U.S.") || line.ends_with("U.N."))
}
