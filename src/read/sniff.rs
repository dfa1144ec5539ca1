//! What is the format of a file? A detector by first bytes and extension; the bytes win.

use crate::document::Format;

/// Extensions of the formats that are read.
const KNOWN: &[(&str, Format)] = &[
    ("txt", Format::Text),
    ("text", Format::Text),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("xhtml", Format::Html),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("json", Format::Json),
    ("jsonl", Format::JsonLines),
    ("ndjson", Format::JsonLines),
    ("csv", Format::Csv),
    ("tsv", Format::Tsv),
    ("docx", Format::Docx),
    ("pdf", Format::Pdf),
    ("zip", Format::Zip),
];

/// Extensions of formats that may contain articles but are not read, each with advice.
const FOREIGN: &[(&str, &str)] = &[
    (
        "doc",
        "is an old Word document; save it as .docx and add that",
    ),
    ("rtf", "is RTF; save it as .docx or .txt and add that"),
    (
        "odt",
        "is an OpenDocument text; save it as .docx or .txt and add that",
    ),
    (
        "mht",
        "is a web archive; save the page as \"HTML only\" and add that",
    ),
    (
        "mhtml",
        "is a web archive; save the page as \"HTML only\" and add that",
    ),
    (
        "epub",
        "is an e-book; save it as .html or .txt and add that",
    ),
    ("xls", "is a workbook; save its sheet as .csv and add that"),
    ("xlsx", "is a workbook; save its sheet as .csv and add that"),
];

/// The first bytes of other kinds of files, and what these are.
const SIGNS: &[(&[u8], &str)] = &[
    (b"{\\rtf", "is RTF; save it as .docx or .txt and add that"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "is an old Word or Office document; save it as .docx and add that",
    ),
    (b"\x89PNG\r\n", "is a picture; only text is read"),
    (b"\xff\xd8\xff", "is a picture; only text is read"),
    (b"GIF87a", "is a picture; only text is read"),
    (b"GIF89a", "is a picture; only text is read"),
    (b"II*\0", "is a picture; only text is read"),
    (b"MM\0*", "is a picture; only text is read"),
    (b"\x7fELF", "is a program; only text is read"),
    (b"\xcf\xfa\xed\xfe", "is a program; only text is read"),
    (b"\0asm", "is a program; only text is read"),
    (
        b"\x1f\x8b\x08",
        "is a gzip archive; unpack it and add its files",
    ),
    (
        b"7z\xbc\xaf\x27\x1c",
        "is a 7z archive; unpack it and add its files",
    ),
    (
        b"Rar!\x1a\x07",
        "is a RAR archive; unpack it and add its files",
    ),
    (
        b"\xfd7zXZ\0",
        "is an xz archive; unpack it and add its files",
    ),
    (
        b"SQLite format 3\0",
        "is a database; export a table as .csv and add that",
    ),
];

/// The most entries of an archive that are examined to find out what it is.
#[cfg(feature = "readers")]
const PARTS: usize = 1000;

/// The format of a file, or the reason why it is not read.
pub fn format(name: &str, bytes: &[u8]) -> Result<Format, String> {
    let extension = extension(name);
    if let Some((_, what)) = SIGNS.iter().find(|(sign, _)| bytes.starts_with(sign)) {
        return Err((*what).to_owned());
    }
    if is_program(bytes) {
        return Err("is a program or a picture; only text is read".to_owned());
    }
    if is_pdf(bytes, &extension) {
        return Ok(Format::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return packed(bytes);
    }
    let known = KNOWN.iter().find(|(e, _)| *e == extension);
    match known.map(|(_, format)| *format) {
        Some(Format::Pdf | Format::Docx | Format::Zip) => Err(format!(
            "has the extension .{extension}, but its content is damaged or in another format"
        )),
        Some(said @ (Format::Json | Format::JsonLines)) => Ok(json(bytes, said)),
        Some(said @ (Format::Csv | Format::Tsv)) => Ok(said),
        Some(format) if is_html(bytes) => Ok(match format {
            // HTML inside Markdown is Markdown.
            Format::Markdown if !is_document(bytes) => format,
            _ => Format::Html,
        }),
        Some(format) => Ok(format),
        None if is_document(bytes) => Ok(Format::Html),
        None if extension.is_empty() => Ok(match bytes.trim_ascii_start().first() {
            Some(b'{' | b'[') if json_value(bytes) => json(bytes, Format::Json),
            _ => Format::Text,
        }),
        None => Err(foreign(&extension)),
    }
}

/// Whether a name suggests a format that is read.
pub fn is_readable(name: &str) -> bool {
    let extension = extension(name);
    KNOWN.iter().any(|(known, _)| *known == extension)
}

/// The extension of a name in lower case, without its full stop; empty if there is none.
fn extension(name: &str) -> String {
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let extension = base.rsplit_once('.').filter(|(stem, _)| !stem.is_empty());
    extension.map_or(String::new(), |(_, extension)| {
        extension.to_ascii_lowercase()
    })
}

fn foreign(extension: &str) -> String {
    match FOREIGN.iter().find(|(known, _)| *known == extension) {
        Some((_, what)) => (*what).to_owned(),
        None => format!("has no known format; .{extension} files are not read"),
    }
}

/// A PDF may have other bytes before its signature, and a text may mention the signature.
fn is_pdf(bytes: &[u8], extension: &str) -> bool {
    let head = &bytes[..bytes.len().min(1024)];
    bytes.starts_with(b"%PDF-") || extension == "pdf" && contains(head, b"%PDF-")
}

/// A signature of two letters may also start a text: it counts only with many zeros.
fn is_program(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(256)];
    let zeros = head.iter().filter(|b| **b == 0).count();
    zeros > 8
        && [&b"MZ"[..], b"BM", b"ID3", b"RIFF"]
            .iter()
            .any(|sign| head.starts_with(sign))
        || head.get(4..8) == Some(b"ftyp")
}

/// What a ZIP archive is, by the names of its entries.
fn packed(bytes: &[u8]) -> Result<Format, String> {
    for name in names(bytes) {
        match name.as_str() {
            "word/document.xml" | "word/styles.xml" => return Ok(Format::Docx),
            "xl/workbook.xml" => return Err(foreign("xlsx")),
            "META-INF/container.xml" => return Err(foreign("epub")),
            "META-INF/manifest.xml" => return Err(foreign("odt")),
            "ppt/presentation.xml" => {
                return Err("is a presentation; save its text as .txt and add that".to_owned());
            }
            _ => {}
        }
    }
    Ok(Format::Zip)
}

/// The names of the first entries of an archive; none if it is damaged.
#[cfg(feature = "readers")]
fn names(bytes: &[u8]) -> Vec<String> {
    let Some(package) = super::package::Package::open(bytes) else {
        return Vec::new();
    };
    let names = package.entries().take(PARTS);
    names
        .map(|entry| String::from_utf8_lossy(entry.file_path().as_bytes()).into_owned())
        .collect()
}

/// Without the readers, no archive is opened.
#[cfg(not(feature = "readers"))]
fn names(_bytes: &[u8]) -> Vec<String> {
    Vec::new()
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// The start of a text in lower case, without non-ASCII bytes and zeros.
fn head(bytes: &[u8]) -> String {
    let head = bytes.iter().filter(|b| b.is_ascii() && **b != 0).take(512);
    let head: String = head.map(|b| char::from(b.to_ascii_lowercase())).collect();
    head.trim_start().to_owned()
}

/// Whether a text starts like an HTML document.
fn is_document(bytes: &[u8]) -> bool {
    let head = head(bytes);
    let body = match head.strip_prefix("<?xml") {
        Some(rest) => rest
            .split_once("?>")
            .map_or("", |(_, body)| body)
            .trim_start(),
        None => head.as_str(),
    };
    ["<!doctype html", "<html", "<head", "<body"]
        .iter()
        .any(|tag| body.starts_with(tag))
}

/// Whether a text starts with an HTML tag.
fn is_html(bytes: &[u8]) -> bool {
    let head = head(bytes);
    let tags = [
        "<p>", "<p ", "<div", "<article", "<meta", "<title", "<section", "<main", "<table", "<h1",
        "<!--",
    ];
    is_document(bytes) || tags.iter().any(|tag| head.starts_with(tag))
}

/// JSON or JSON Lines, whichever the bytes show.
fn json(bytes: &[u8], said: Format) -> Format {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut lines = text
        .split(|b| *b == b'\n')
        .map(<[u8]>::trim_ascii)
        .filter(|l| !l.is_empty());
    let (first, second) = (lines.next().unwrap_or_default(), lines.next());
    let object = |line: &[u8]| line.starts_with(b"{") && line.ends_with(b"}");
    match said {
        Format::JsonLines if first.starts_with(b"[") || first == b"{" => Format::Json,
        Format::Json if object(first) && second.is_some_and(|line| line.starts_with(b"{")) => {
            Format::JsonLines
        }
        _ => said,
    }
}

/// Whether a text of unknown format starts with a JSON value.
fn json_value(bytes: &[u8]) -> bool {
    let mut values =
        serde_json::Deserializer::from_slice(bytes).into_iter::<serde::de::IgnoredAny>();
    matches!(values.next(), Some(Ok(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, bytes: &[u8], expected: Result<Format, &str>) {
        match (format(name, bytes), expected) {
            (Ok(found), Ok(format)) => assert_eq!(found, format, "{name}"),
            (Err(found), Err(part)) => assert!(found.contains(part), "{name}: {found}"),
            (found, _) => panic!("{name}: {found:?}, wanted {expected:?}"),
        }
    }

    #[test]
    fn names_tell() {
        check("a.txt", b"It rained.", Ok(Format::Text));
        check("a.MD", b"# It", Ok(Format::Markdown));
        check("a.json", b" [{}]", Ok(Format::Json));
        check("a.json", b"{\n\"a\": 1}", Ok(Format::Json));
        check("a.csv", b"<p>,b", Ok(Format::Csv));
        check("a", b"It rained.", Ok(Format::Text));
        check("a.xyz", b"It rained.", Err("no known format"));
        check("a.pdf", b"It rained.", Err("another format"));
        check("a.mhtml", b"From: x", Err("HTML only"));
    }

    #[test]
    fn bytes_know_better() {
        check("a.txt", b"\n<!DOCTYPE html><p>It", Ok(Format::Html));
        check("a.txt", b"\xff\xfe<\0h\0t\0m\0l\0>\0", Ok(Format::Html));
        check("a.doc", b"<html xmlns:o='x'>", Ok(Format::Html));
        check("a.txt", b"<3 rain", Ok(Format::Text));
        check("a.txt", b"%PDF-1.7", Ok(Format::Pdf));
        check("a.doc", b"{\\rtf1 It}", Err("RTF"));
        check(
            "a.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            Err("old Word"),
        );
        check("a.txt", b"\x89PNG\r\n\x1a\n", Err("picture"));
        check("a.txt", b"MZ is a name.", Ok(Format::Text));
        check("a.json", b"{\"a\":1}\n{\"a\":2}\n", Ok(Format::JsonLines));
        check("a.json", b"{\"data\":[]}\n", Ok(Format::Json));
        check("a.jsonl", b"[{}]", Ok(Format::Json));
        check("a.jsonl", b"not json\n{}", Ok(Format::JsonLines));
    }
}
