//! Is this the credit or caption of a picture? A recognizer.

use super::shape::{ends_sentence, words};

/// Agencies and picture libraries named in photo credits, one folded name a line.
const AGENCIES: &str = include_str!("agencies.txt");

/// Whether a line is short and names who took a picture.
pub fn is_photo_credit(line: &str) -> bool {
    if !(1..=12).contains(&words(line)) || ends_sentence(line) {
        return false;
    }
    let lower = line.to_lowercase();
    let opens = [
        "image source, ",
        "image copyright",
        "photo credit: ",
        "photo credits: ",
        "image credit: ",
        "photo courtesy of ",
        "image courtesy of ",
        "picture credit: ",
    ];
    let by = [
        "photo by ",
        "photos by ",
        "photograph by ",
        "image by ",
        "illustration by ",
    ];
    let name = by
        .iter()
        .find(|by| lower.starts_with(**by))
        .and_then(|by| line.get(by.len()..));
    // "Photo by photo, the story unfolds" credits nobody.
    let signed = name.is_some_and(|name| name.starts_with(|c: char| c.is_uppercase() || c == '@'));
    if signed || lower == "getty images" || opens.iter().any(|open| lower.starts_with(open)) {
        return true;
    }
    let lower = ["photo: ", "image: ", "credit: ", "picture: ", "photos: "]
        .iter()
        .find_map(|open| lower.strip_prefix(open))
        .unwrap_or(&lower);
    let parts: Vec<&str> = lower
        .split(['/', '|'])
        .flat_map(|part| part.split(" via "))
        .map(str::trim)
        .collect();
    let short = parts
        .iter()
        .all(|part| words(part) <= 4 && !part.is_empty());
    let (named, labelled) = (
        parts.iter().any(|part| is_agency(part)),
        lower.len() < line.len(),
    );
    short && named && (parts.len() > 1 || labelled)
}

/// Whether a lower-case text names an agency or picture library.
pub fn is_agency(part: &str) -> bool {
    let part = part.trim_matches(|c: char| !c.is_alphanumeric());
    let part = part.trim_end_matches(" photo").trim_end_matches(" file");
    AGENCIES.lines().any(|agency| agency == part)
}

/// Whether a line ends with the credit of a picture in brackets, or says that it is a caption.
pub fn is_caption(line: &str) -> bool {
    if [
        "FILE - ",
        "Image caption, ",
        "Media caption, ",
        "FILE – ",
        "FILE — ",
        "FILE PHOTO: ",
        "File photo: ",
    ]
    .iter()
    .any(|open| line.starts_with(open))
    {
        return true;
    }
    let Some(open) = line
        .strip_suffix([')', ']'])
        .and_then(|rest| rest.rfind(['(', '[']))
    else {
        return false;
    };
    let inner = &line[open + 1..line.len() - 1];
    let lower = inner.to_lowercase();
    let says = [
        "photo by ",
        "photo: ",
        "ap photo",
        "file photo",
        "image: ",
        "photograph: ",
        "image credit: ",
        "photo courtesy",
    ];
    let words_before = words(&line[..open]);
    (4..=90).contains(&words_before)
        && (says.iter().any(|s| lower.starts_with(s)) || is_photo_credit(inner))
}
