//! What do archives, DOCX and PDF contain, and how is hidden damage refused? Tests through the
//! reader.

use std::io::Write;

use proptest::prelude::*;
use rawzip::path::EntryPath;
use rawzip::{CompressionMethod, ZipArchiveWriter};

use crate::reading::{RAIN, check, read, read_with};
use corpus_explorer::document::BlockKind;
use corpus_explorer::read::Options;

/// An archive of files, each compressed with DEFLATE.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for (name, bytes) in files {
        let path = EntryPath::verbatim(name.as_bytes());
        let packed = miniz_oxide::deflate::compress_to_vec(bytes, 6);
        let file = archive
            .new_file(path)
            .compression_method(CompressionMethod::DEFLATE);
        let (mut entry, config) = file.start().unwrap();
        // Size and checksum are those of the uncompressed bytes, but the written bytes are
        // compressed.
        let mut counted = config.wrap(std::io::sink());
        counted.write_all(bytes).unwrap();
        let (_, output) = counted.finish().unwrap();
        entry.write_all(&packed).unwrap();
        entry.finish(output).unwrap();
    }
    archive.finish().unwrap()
}

#[test]
fn archives() {
    let archive = zip(&[
        ("in/", b""),
        ("in/bäume.txt", RAIN),
        (
            "corpus.csv",
            b"file,title\nn/../a.md,Rain\nin/b\xc3\xa4ume.txt,Trees\n",
        ),
        ("__MACOSX/in/._a.txt", b"x"),
        (".DS_Store", b"x"),
        ("in/.hidden.txt", b"x"),
        ("n.csv", b"text\nIt blew.\n"),
        ("c.xyz", b"x"),
    ]);
    let found = check(
        &[("n.zip", &archive)],
        &[("in/bäume", "It rained all day."), ("n-1", "It blew.")],
        &[
            "n.zip/c.xyz: has no known format",
            "n.zip/corpus.csv:2: no article",
        ],
    );
    assert_eq!(found[0].given.title.as_deref(), Some("Trees"));
    assert_eq!(found[0].source.file.as_deref(), Some("n.zip/in/bäume.txt"));
    assert_eq!(found[1].source.file.as_deref(), Some("n.zip/n.csv:2"));
}

#[test]
fn paths_that_lead_elsewhere() {
    let names = [
        "../a.txt",
        "in/../../a.txt",
        "/a.txt",
        "C:/a.txt",
        "in\\..\\..\\a.txt",
        "\\a.txt",
        "a\0.txt",
    ];
    let mut files: Vec<(&str, &[u8])> = names.iter().map(|name| (*name, RAIN)).collect();
    files.push(("a..b.txt", RAIN));
    check(
        &[("n.zip", &zip(&files))],
        &[("a..b", "It rained all day.")],
        &[
            "n.zip/../a.txt, n.zip/in/../../a.txt, n.zip/in/../../a.txt: has a name that leads out",
            "n.zip//a.txt, n.zip/C:/a.txt, n.zip//a.txt: has a name that is an absolute path",
            "n.zip/a\\0.txt: has a null character",
        ],
    );
}

#[test]
fn names_with_backslashes_are_paths() {
    let archive = zip(&[
        ("in\\", b""),
        ("in\\deep\\a.txt", RAIN),
        ("in\\.hidden.txt", RAIN),
        ("in\\corpus.csv", b"file,title\ndeep\\a.txt,Rain\n"),
    ]);
    let found = check(
        &[("n.zip", &archive)],
        &[("in/deep/a", "It rained all day.")],
        &[],
    );
    assert_eq!(found[0].source.file.as_deref(), Some("n.zip/in/deep/a.txt"));
    assert_eq!(found[0].given.title.as_deref(), Some("Rain"));
}

#[test]
fn archives_without_articles_say_so() {
    let nothing = "n.zip: contains no file of a known format";
    for files in [
        vec![],
        vec!["in/", "in/deep/"],
        vec!["in\\"],
        vec![".hidden.txt", "__MACOSX/a.txt", "Thumbs.db"],
    ] {
        let files: Vec<(&str, &[u8])> = files.iter().map(|name| (*name, &b""[..])).collect();
        check(&[("n.zip", &zip(&files))], &[], &[nothing]);
    }
    let outer = zip(&[("inner.zip", &zip(&[("in/", b"")])), ("a.txt", RAIN)]);
    let options = Options {
        depth: 2,
        ..Options::default()
    };
    let reading = read_with(&options, &[("n.zip", &outer)]);
    assert_eq!(reading.articles.len(), 1);
    let refused: Vec<String> = reading.refused.iter().map(ToString::to_string).collect();
    assert_eq!(
        refused,
        ["n.zip/inner.zip: contains no file of a known format"]
    );
    let sidecar = zip(&[("corpus.csv", b"file,title\n")]);
    check(
        &[("n.zip", &sidecar)],
        &[],
        &["contains no row below the header"],
    );
}

proptest! {
    /// Every archive yields an article or a reason, whatever its entries are called.
    #[test]
    fn every_archive_ends_in_an_article_or_a_reason(
        names in prop::collection::vec("(__MACOSX/|in/|in\\\\|\\.|\\.\\./|C:)?[a-c]?[/\\\\]?(\\.txt|\\.csv|\\.zip|\\.json|corpus\\.csv)?", 0..4),
        bytes in prop::sample::select(vec![&b""[..], b" ", b"It rained.", b"[]", b"file\n", b"PK\x05\x06", b"text\n"]),
        depth in 0..3_usize,
    ) {
        let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), bytes)).collect();
        let inner = zip(&files);
        let outer = zip(&[("inner.zip", &inner)]);
        for archive in [inner, outer] {
            let options = Options { depth, ..Options::default() };
            let reading = read_with(&options, &[("n.zip", &archive)]);
            prop_assert!(reading.articles.len() + reading.refused.len() >= 1, "{names:?}");
        }
    }
}

#[test]
fn archives_inside_archives() {
    let inner = zip(&[("a.txt", RAIN)]);
    let outer = zip(&[("inner.zip", &inner), ("b.txt", RAIN)]);
    check(
        &[("n.zip", &outer)],
        &[("b", "It rained all day.")],
        &["n.zip/inner.zip: is an archive inside an archive"],
    );
    let options = Options {
        depth: 2,
        ..Options::default()
    };
    let reading = read_with(&options, &[("n.zip", &outer)]);
    assert_eq!(
        reading.articles[0].source.file.as_deref(),
        Some("n.zip/inner.zip/a.txt")
    );
}

#[test]
fn bombs() {
    // An archive that expands enormously, with an honest header and with a false one.
    let zeros = vec![0; 30_000_000];
    let mut bomb = zip(&[("a.txt", &zeros)]);
    check(&[("n.zip", &bomb)], &[], &["expands more than 250-fold"]);
    let claimed = 30_000_000_u32.to_le_bytes();
    for at in 0..bomb.len() - 4 {
        if bomb[at..at + 4] == claimed {
            bomb[at..at + 4].copy_from_slice(&1_u32.to_le_bytes());
        }
    }
    check(&[("n.zip", &bomb)], &[], &["expands more than 250-fold"]);
    let options = Options {
        expanded: 1000,
        ..Options::default()
    };
    let text = "It rained all day. ".repeat(40);
    let files = ["a.txt", "b.txt", "c.txt"].map(|name| (name, text.as_bytes()));
    let reading = read_with(&options, &[("n.zip", &zip(&files))]);
    assert_eq!(reading.articles.len(), 1);
    assert!(
        reading.refused[0]
            .to_string()
            .contains("n.zip/b.txt: expands to more than 1000 bytes")
    );
    let options = Options {
        entries: 2,
        ..Options::default()
    };
    let reading = read_with(&options, &[("n.zip", &zip(&files))]);
    assert!(
        reading.refused[0]
            .to_string()
            .contains("contains more than 2 entries")
    );
}

#[test]
fn entries_that_share_their_bytes() {
    let mut archive = zip(&[("a.txt", RAIN), ("b.txt", RAIN)]);
    // The second header of the directory points to the first entry.
    let headers: Vec<usize> = (0..archive.len() - 4)
        .filter(|at| archive[*at..*at + 4] == *b"PK\x01\x02")
        .collect();
    archive[headers[1] + 42..headers[1] + 46].copy_from_slice(&[0; 4]);
    check(
        &[("n.zip", &archive)],
        &[("a", "It rained all day.")],
        &["n.zip/b.txt: shares its bytes"],
    );
}

#[test]
fn damaged_and_encrypted() {
    let whole = zip(&[("a.txt", RAIN)]);
    check(&[("n.zip", &whole[..whole.len() - 10])], &[], &["damaged"]);
    let mut encrypted = whole.clone();
    let header = encrypted
        .windows(4)
        .position(|w| w == b"PK\x01\x02")
        .unwrap();
    encrypted[header + 8] |= 1;
    check(
        &[("n.zip", &encrypted)],
        &[],
        &["n.zip/a.txt: is encrypted"],
    );
    let mut flipped = whole.clone();
    let data = flipped.windows(5).position(|w| w == b"a.txt").unwrap() + 8;
    flipped[data] ^= 0xff;
    check(&[("n.zip", &flipped)], &[], &["n.zip/a.txt: is damaged"]);
    check(&[("n.zip", b"PK\x05\x06")], &[], &["not a ZIP archive"]);
}

fn docx(parts: &[(&str, &str)]) -> Vec<u8> {
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, xml)| (*name, xml.as_bytes()))
        .collect();
    zip(&parts)
}

const STYLED: &str = "<w:document><w:body>\
    <w:p><w:pPr><w:pStyle w:val=\"Titel\"/></w:pPr><w:r><w:t>Rain &amp; wind</w:t></w:r></w:p>\
    <w:p><w:r><w:t xml:space=\"preserve\">It </w:t></w:r><w:ins><w:r><w:t>rained</w:t></w:r></w:ins><w:del><w:r><w:delText> not</w:delText></w:r></w:del><w:r><w:t>.</w:t></w:r></w:p>\
    </w:body></w:document>";

#[test]
fn archives_that_are_documents() {
    for (part, reason) in [
        ("xl/workbook.xml", "workbook"),
        ("META-INF/container.xml", "e-book"),
    ] {
        check(&[("a.zip", &zip(&[(part, b"x")]))], &[], &[reason]);
    }
}

#[test]
fn word() {
    let file = docx(&[
        ("word/document.xml", STYLED),
        (
            "word/styles.xml",
            "<w:styles><w:style w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style></w:styles>",
        ),
        (
            "word/footnotes.xml",
            "<w:footnotes><w:footnote w:type=\"separator\"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote><w:footnote><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>",
        ),
        (
            "docProps/core.xml",
            "<cp:coreProperties><dc:title>Rain</dc:title><dc:creator>Ann Lee</dc:creator><dcterms:created>2020-01-01T00:00:00Z</dcterms:created></cp:coreProperties>",
        ),
    ]);
    let found = check(
        &[("a.docx", &file)],
        &[("a", "Rain & wind\n\nIt rained.\n\nA note.")],
        &[],
    );
    assert_eq!(found[0].layout[0].kind, BlockKind::Title);
    let stated: Vec<&str> = found[0]
        .statements
        .iter()
        .map(|s| s.value.as_str())
        .collect();
    assert_eq!(stated, ["Rain", "Ann Lee"]);
    // A document in an archive is not read as an archive, whatever its extension.
    check(
        &[("n.zip", &zip(&[("a.doc", &file)]))],
        &[("a", "Rain & wind\n\nIt rained.\n\nA note.")],
        &[],
    );
    let cut = docx(&[("word/document.xml", "<w:p><w:t>It rained")]);
    let found = check(&[("a.docx", &cut)], &[("a", "It rained")], &[]);
    assert_eq!(found[0].source.warnings.len(), 1);
    check(
        &[("a.docx", &docx(&[("word/styles.xml", "")]))],
        &[],
        &["not a Word document"],
    );
    let zeros = " ".repeat(3_000_000);
    check(
        &[("a.docx", &docx(&[("word/document.xml", &zeros)]))],
        &[],
        &["250-fold"],
    );
}

fn pdf(name: &str) -> Vec<u8> {
    std::fs::read(format!(
        "{}/tests/data/pdf/{name}",
        env!("CARGO_MANIFEST_DIR")
    ))
    .unwrap()
}

#[test]
fn pdfs() {
    let found = check(
        &[("a.pdf", &pdf("tiny.pdf"))],
        &[("a", "A tiny page of one line.")],
        &[],
    );
    assert_eq!(found[0].statements[0].value, "Tiny title");
    check(
        &[("a.pdf", &pdf("owner.pdf"))],
        &[("a", "Words that anybody may read.")],
        &[],
    );
    check(
        &[("a.pdf", &pdf("encrypted.pdf"))],
        &[],
        &["is encrypted; remove its password"],
    );
    check(&[("a.pdf", &pdf("image.pdf"))], &[], &["has no text layer"]);
    check(
        &[("a.pdf", b"%PDF-1.7\n")],
        &[],
        &["not a PDF, or is damaged"],
    );
}

#[test]
fn a_report_of_pages() {
    let reading = read(&[("a.pdf", &pdf("plain.pdf"))]);
    let article = &reading.articles[0];
    let lines: Vec<&str> = article
        .text
        .lines()
        .filter(|line| !line.is_empty())
        .collect();
    let outside: Vec<&str> = lines
        .iter()
        .zip(&article.layout)
        .filter(|(_, l)| l.outside)
        .map(|(line, _)| *line)
        .collect();
    assert!(
        outside.contains(&"Page 1") && outside.contains(&"The Lake Gazette — Monday edition"),
        "{outside:?}"
    );
    assert_eq!(
        (lines[0], article.layout[0].kind),
        ("Harbour closed after storm", BlockKind::Title)
    );
    assert_eq!(
        (lines[1], article.layout[1].kind),
        ("Part 1 of the story", BlockKind::Heading)
    );
    assert!(
        lines[2].starts_with("The harbour of Kisumu") && lines[2].ends_with("lost two boats."),
        "{}",
        lines[2]
    );
}

#[test]
fn columns() {
    let reading = read(&[("a.pdf", &pdf("columns.pdf"))]);
    let text = &reading.articles[0].text;
    let starts: Vec<usize> = (0..16)
        .map(|n| text.find(&format!("Paragraph {n} begins")).unwrap())
        .collect();
    assert!(starts.is_sorted(), "{text}");
}

#[test]
fn damaged_pdfs() {
    for name in ["tiny.pdf", "columns.pdf", "owner.pdf"] {
        let whole = pdf(name);
        for cut in (0..whole.len()).step_by(97) {
            read(&[("a.pdf", &whole[..cut])]);
        }
    }
}
