//! Files of every format through the reader: what they hold, and how what they hide is refused.

use corpus_explorer::document::{BlockKind, Format};
use corpus_explorer::intake::{Article, Options, Reader, Reading, normalize};

/// Reads files twice, and holds the second reading against the first.
fn read_with(options: &Options, files: &[(&str, &[u8])]) -> Reading {
    let reading = || {
        let mut reader = Reader::new(options.clone());
        for (name, bytes) in files {
            reader.add(name, bytes);
        }
        reader.finish()
    };
    let first = reading();
    assert_eq!(first, reading(), "the same bytes, another reading");
    for article in &first.articles {
        let lines = article.text.lines().filter(|line| !line.trim().is_empty());
        if !article.layout.is_empty() {
            assert_eq!(lines.count(), article.layout.len(), "{:?}", article.text);
        }
        assert!(normalize(article).is_sound());
    }
    first
}

fn read(files: &[(&str, &[u8])]) -> Reading {
    read_with(&Options::default(), files)
}

/// Reads files and checks ids and texts, and a part of each refusal, in order.
#[track_caller]
fn check(files: &[(&str, &[u8])], articles: &[(&str, &str)], refused: &[&str]) -> Vec<Article> {
    let reading = read(files);
    let found: Vec<(&str, &str)> = reading
        .articles
        .iter()
        .map(|article| (article.id.as_str(), article.text.as_str()))
        .collect();
    let messages: Vec<String> = reading.refused.iter().map(ToString::to_string).collect();
    assert_eq!(found, articles, "{messages:?}");
    assert_eq!(messages.len(), refused.len(), "{messages:?}");
    for (message, part) in messages.iter().zip(refused) {
        assert!(message.contains(part), "{message}, wanted {part}");
    }
    reading.articles
}

const RAIN: &[u8] = b"It rained all day.";

#[test]
fn text() {
    check(
        &[("in/a.txt", RAIN)],
        &[("in/a", "It rained all day.")],
        &[],
    );
    check(&[("a.txt", b"")], &[], &["a.txt: holds no text"]);
    check(&[("a.txt", b" \r\n")], &[], &["holds no text"]);
    let found = check(
        &[(
            "a.txt",
            b"---\r\ntitle: Rain\r\ndate: 5 March 2024\r\n---\r\n\r\nIt rained.",
        )],
        &[("a", "It rained.")],
        &[],
    );
    assert_eq!(found[0].given.published.as_deref(), Some("2024-03-05"));
    let encoding = found[0].source.encoding.as_ref().unwrap();
    assert_eq!(encoding.name, "utf-8");
    assert_eq!(found[0].source.file.as_deref(), Some("a.txt"));
}

#[test]
fn tables_of_plain_text() {
    let rain = "It rained all day in the north, and in the evening it rained there too.";
    let rows = |text: &str| {
        let record = normalize(&Article::new(
            "a",
            format!("Rain\n\n{rain}\n\n{text}\n\n{rain}"),
        ));
        let tables = record
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Table);
        let rows = tables.map(|block| block.span.slice(&record.text).to_owned());
        rows.collect::<Vec<_>>()
    };
    assert_eq!(
        rows("Town\tRain\tSnow\nOslo\t12\t\nBergen\t\t4"),
        ["Town | Rain | Snow", "Oslo | 12 |", "Bergen | | 4"]
    );
    assert_eq!(
        rows("Town\tRain\nOslo\t12\nBergen\t40"),
        ["Town | Rain", "Oslo | 12", "Bergen | 40"]
    );
    assert!(rows("1.\tOslo\n2.\tBergen\n3.\tHamar").is_empty());
    assert!(rows("Rain\tsnow").is_empty());
}

#[test]
fn names_and_bytes_that_disagree() {
    check(&[("a.pdf", RAIN)], &[], &["another format"]);
    check(
        &[("a.doc", b"{\\rtf1 It rained}")],
        &[],
        &["is RTF; save it"],
    );
    check(
        &[("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")],
        &[],
        &["old Word"],
    );
    check(&[("a.txt", b"\x89PNG\r\n\x1a\n")], &[], &["picture"]);
    check(
        &[("a.exe", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\0\0\0\0")],
        &[],
        &["program"],
    );
    check(&[("a.mhtml", b"From: x")], &[], &["HTML only"]);
    check(&[("a.xyz", RAIN)], &[], &["no known format"]);
    check(&[("a", RAIN)], &[("a", "It rained all day.")], &[]);
}

#[test]
fn markdown() {
    let found = check(
        &[(
            "a.md",
            "---\ntags: [rain]\n---\n# Rain\n\nIt *rained*\nall day.\n\n- one\n".as_bytes(),
        )],
        &[("a", "Rain\n\nIt rained all day.\n\none")],
        &[],
    );
    let kinds: Vec<BlockKind> = found[0].layout.iter().map(|l| l.kind).collect();
    assert_eq!(
        kinds,
        [BlockKind::Title, BlockKind::Paragraph, BlockKind::Item]
    );
    assert_eq!(found[0].given.tags, ["rain"]);
}

#[test]
fn json() {
    let found = check(
        &[("n.json", br#"{"status": "ok", "articles": [{"title": "Rain", "content": "It rained.", "source": {"id": null, "name": "The Bugle"}, "authors": [{"name": "Ann Lee"}, "Bo Ek"], "publishedAt": "2024-03-05T10:00:00Z"}, {"title": "No text"}, 3]}"#)],
        &[("n-1", "It rained.")],
        &["n.json:2: this row holds no text", "n.json:3: no object"],
    );
    let given = &found[0].given;
    assert_eq!(given.publisher.as_deref(), Some("The Bugle"));
    assert_eq!(given.author.as_deref(), Some("Ann Lee, Bo Ek"));
    assert_eq!(given.published.as_deref(), Some("2024-03-05T10:00:00Z"));
    assert_eq!(found[0].source.file.as_deref(), Some("n.json:1"));
    check(
        &[("n.json", br#"{"id": 7, "text": "It rained."}"#)],
        &[("7", "It rained.")],
        &[],
    );
    check(
        &[(
            "n.json",
            br#"{"data": {"items": [{"text": "a"}, {"text": "b"}]}}"#,
        )],
        &[("n-1", "a"), ("n-2", "b")],
        &[],
    );
    check(
        &[("n.json", br#"{"data": {"text": "a"}}"#)],
        &[("n-1", "a")],
        &[],
    );
    check(
        &[("n.json", b"[{\"text\": \"a\"},\n{\"text\"")],
        &[("n-1", "a")],
        &["n.json:2: no JSON"],
    );
    check(&[("n.json", b"[]")], &[], &["holds no article"]);
    check(&[("n.json", b"")], &[], &["no JSON"]);
    check(
        &[(
            "n.jsonl",
            b"{\"text\": \"a\"}\r\n\r\n{broken\n{\"text\": [\"b\", \"c\"]}",
        )],
        &[("n-1", "a"), ("n-3", "b\n\nc")],
        &["n.jsonl:3: no JSON: key must be a string at column 2"],
    );
    check(
        &[("n.json", br#"{"text": "It rained.", "items": [1, 2]}"#)],
        &[("n-1", "It rained.")],
        &[],
    );
    let deep = "[".repeat(100_000);
    check(&[("n.json", deep.as_bytes())], &[], &["recursion limit"]);
}

#[test]
fn tables() {
    let found = check(
        &[("n.csv", "\u{feff}Headline;Body;Outlet;Date;Keywords\n\"Rain; wind\";\"It rained.\n\nAll day.\";Bugle;March 5, 2024;rain, wind\n;;;;\nSun;It shone.;Bugle;soon\n".as_bytes())],
        &[("n-1", "It rained.\n\nAll day."), ("n-3", "It shone.")],
        &["n.csv:5: this row holds no text"],
    );
    assert_eq!(found[0].given.title.as_deref(), Some("Rain; wind"));
    assert_eq!(found[0].given.published.as_deref(), Some("2024-03-05"));
    assert_eq!(found[0].given.tags, ["rain", "wind"]);
    assert_eq!(found[0].source.format, Format::Csv);
    assert_eq!(found[1].source.file.as_deref(), Some("n.csv:6"));
    assert_eq!(
        found[1].source.warnings,
        [
            "\"soon\" is no date that can be read",
            "its row has 4 fields, the first row 5"
        ]
    );
    check(
        &[("n.tsv", b"id\ttext\nx\ta, b\nx\tc\n")],
        &[("x", "a, b"), ("x-2", "c")],
        &[],
    );
    check(
        &[("n.csv", b"a,b\n1,2\n")],
        &[],
        &["no column is known to hold the text"],
    );
    check(&[("n.csv", b"text\n")], &[], &["no row below"]);
    check(&[("n.csv", b"")], &[], &["holds no row"]);
}

#[test]
fn addresses_of_pages_are_kept() {
    for (name, bytes) in [
        (
            "n.csv",
            b"text,url\nIt rained all day.,https://example.org/rain".as_slice(),
        ),
        (
            "n.json",
            br#"[{"text": "It rained all day.", "link": "https://example.org/rain"}]"#,
        ),
        (
            "n.txt",
            b"---\ntitle: Rain\nurl: https://example.org/rain\n---\nIt rained all day.",
        ),
    ] {
        let article = read(&[(name, bytes)]).articles.remove(0);
        let record = normalize(&article);
        assert_eq!(
            record.source.address.as_deref(),
            Some("https://example.org/rain"),
            "{name}"
        );
    }
    let beside = read(&[
        ("a.txt", RAIN),
        ("corpus.csv", b"file,url\na.txt,https://example.org/a"),
    ]);
    let source = &beside.articles[0].source;
    assert_eq!(source.address.as_deref(), Some("https://example.org/a"));
    let words = read(&[("n.csv", b"text,link\nIt rained all day.,Read more")]);
    assert_eq!(words.articles[0].source.address, None);
}

#[test]
fn fields_of_other_names() {
    let columns = [("text", "corpo"), ("title", "text")];
    let columns = columns.map(|(field, column)| (field.to_owned(), column.to_owned()));
    let options = Options {
        columns: columns.into(),
        ..Options::default()
    };
    let reading = read_with(&options, &[("n.csv", b"corpo,text\nIt rained.,Rain\n")]);
    assert_eq!(reading.articles[0].text, "It rained.");
    assert_eq!(reading.articles[0].given.title.as_deref(), Some("Rain"));
    let wrong = Options {
        columns: [("txet".to_owned(), "a".to_owned())].into(),
        ..Options::default()
    };
    assert!(
        wrong
            .checked()
            .unwrap_err()
            .to_string()
            .contains("no field is called \"txet\"")
    );
}

#[test]
fn tables_of_given_values() {
    let table = b"file,title,outlet,views\na,Rain,Bugle,3\nin/B.txt,Wind,,\nc.txt,Sun,,\n";
    let found = check(
        &[
            ("corpus.csv", table),
            ("a.txt", RAIN),
            ("in/b.txt", b"It blew."),
        ],
        &[("a", "It rained all day."), ("in/b", "It blew.")],
        &[
            "corpus.csv:1: no field of an article is called \"views\"",
            "corpus.csv:4: no article was read from a file called \"c.txt\"",
        ],
    );
    assert_eq!(found[0].given.publisher.as_deref(), Some("Bugle"));
    assert_eq!(found[1].given.title.as_deref(), Some("Wind"));
    check(
        &[("corpus.csv", b"title,text\nRain,It rained.\n")],
        &[("corpus-1", "It rained.")],
        &[],
    );
}

#[cfg(feature = "readers")]
mod packed {
    use std::io::Write;

    use rawzip::path::EntryPath;
    use rawzip::{CompressionMethod, ZipArchiveWriter};

    use super::*;

    /// An archive of files, each packed by DEFLATE.
    fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut archive = ZipArchiveWriter::new(Vec::new());
        for (name, bytes) in files {
            let path = EntryPath::verbatim(name.as_bytes());
            let packed = miniz_oxide::deflate::compress_to_vec(bytes, 6);
            let file = archive
                .new_file(path)
                .compression_method(CompressionMethod::DEFLATE);
            let (mut entry, config) = file.start().unwrap();
            // Sizes and checksum are of what comes out, the bytes of what goes in.
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
                "n.zip/c.xyz: is of no known format",
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
            "in\\a.txt",
            "a\0.txt",
        ];
        let mut files: Vec<(&str, &[u8])> = names.iter().map(|name| (*name, RAIN)).collect();
        files.push(("a..b.txt", RAIN));
        check(
            &[("n.zip", &zip(&files))],
            &[("a..b", "It rained all day.")],
            &[
                "n.zip/../a.txt: has a name that leads out",
                "leads out",
                "n.zip//a.txt: has a name that is an absolute path",
                "absolute path",
                "has a backslash",
                "n.zip/a\\0.txt: has a zero",
            ],
        );
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
        // A gigabyte of zeros that its header admits, and one that it denies.
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
                .contains("holds more than 2 entries")
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
        check(&[("n.zip", b"PK\x05\x06")], &[], &["no ZIP archive"]);
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
        // A document is no archive inside an archive, and a wrong extension deceives nobody.
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
            &["no Word document"],
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
            &["no PDF, or a damaged one"],
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
}
