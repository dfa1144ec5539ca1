//! What do text files contain, and how is hidden damage refused? Tests through the reader.

use crate::reading::{RAIN, check, read, read_with};
use corpus_explorer::clean::normalize;
use corpus_explorer::document::Article;
use corpus_explorer::document::{BlockKind, Format};
use corpus_explorer::read::Options;
use proptest::prelude::*;

#[test]
fn text() {
    check(
        &[("in/a.txt", RAIN)],
        &[("in/a", "It rained all day.")],
        &[],
    );
    check(&[("a.txt", b"")], &[], &["a.txt: contains no text"]);
    check(&[("a.txt", b" \r\n")], &[], &["contains no text"]);
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
        &["n.json:2: this row contains no text", "n.json:3: expected one object per article"],
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
        &["n.json:2: expected JSON, found the end of the text"],
    );
    check(&[("n.json", b"[]")], &[], &["contains no article"]);
    check(&[("n.json", b"")], &[], &["expected JSON"]);
    check(
        &[(
            "n.jsonl",
            b"{\"text\": \"a\"}\r\n\r\n{broken\n{\"text\": [\"b\", \"c\"]}",
        )],
        &[("n-1", "a"), ("n-3", "b\n\nc")],
        &["n.jsonl:3: expected JSON, found something else at column 2"],
    );
    check(
        &[("n.json", br#"{"text": "It rained.", "items": [1, 2]}"#)],
        &[("n-1", "It rained.")],
        &[],
    );
    let deep = "[".repeat(100_000);
    check(
        &[("n.json", deep.as_bytes())],
        &[],
        &["too many nested levels"],
    );
}

#[test]
fn tables() {
    let found = check(
        &[("n.csv", "\u{feff}Headline;Body;Outlet;Date;Keywords\n\"Rain; wind\";\"It rained.\n\nAll day.\";Bugle;March 5, 2024;rain, wind\n;;;;\nSun;It shone.;Bugle;soon\n".as_bytes())],
        &[("n-1", "It rained.\n\nAll day."), ("n-3", "It shone.")],
        &["n.csv:5: this row contains no text"],
    );
    assert_eq!(found[0].given.title.as_deref(), Some("Rain; wind"));
    assert_eq!(found[0].given.published.as_deref(), Some("2024-03-05"));
    assert_eq!(found[0].given.tags, ["rain", "wind"]);
    assert_eq!(found[0].source.format, Format::Csv);
    assert_eq!(found[1].source.file.as_deref(), Some("n.csv:6"));
    assert_eq!(
        found[1].source.warnings,
        [
            "\"soon\" is not a date that can be read",
            "its row has 4 fields, but the header has 5"
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
        &["no column is known to contain the text"],
    );
    check(&[("n.csv", b"text\n")], &[], &["no row below"]);
    check(&[("n.csv", b"")], &[], &["contains no row"]);
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
            .contains("found “txet”")
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
            "corpus.csv:1: articles have no field \"views\"",
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

#[test]
fn files_without_articles_say_so() {
    for (name, bytes, reason) in [
        (
            "n.csv",
            &b"text,title\n"[..],
            "contains no row below the header",
        ),
        (
            "corpus.csv",
            b"file,title\n",
            "contains no row below the header",
        ),
        (
            "corpus.csv",
            b"file,title\na.txt,Rain\n",
            "no article was read",
        ),
        ("n.json", b"[]", "contains no article"),
        ("n.json", b"{}", "contains no article"),
        ("n.json", b"{\"articles\": []}", "contains no article"),
        ("n.jsonl", b"\n \n\t\n", "contains no line"),
        ("n.md", b"---\ntitle: Rain\n---\n", "contains no text"),
        ("n.html", b"<p> </p>", "shows no text"),
    ] {
        check(&[(name, bytes)], &[], &[reason]);
    }
}

/// Names of all kinds, including those of tables of given values.
fn name() -> impl Strategy<Value = String> {
    let ending = "(\\.(txt|md|html|json|jsonl|csv|tsv|docx|pdf|zip|xyz))?";
    prop_oneof![
        ending.prop_map(|ending| format!("a{ending}")),
        Just("corpus.csv".to_owned()),
        "\\PC{0,8}",
    ]
}

/// Bytes of all kinds, some of which begin like real files.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let opening = prop::sample::select(vec![
        &b""[..],
        b"PK\x03\x04",
        b"PK\x05\x06",
        b"%PDF-1.7",
        b"<!doctype html>",
        b"[",
        b"{\"text\": ",
        b"[{\"text\": \"a\"}]",
        b"text\n",
        b"file,title\n",
        b"---\n",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"# ",
        b"\n\n",
    ]);
    let rest = prop_oneof![
        Just(Vec::new()),
        prop::collection::vec(any::<u8>(), 0..40),
        "[a ,;\"\\n\\[\\]{}<>/:-]{0,40}".prop_map(String::into_bytes),
    ];
    (opening, rest).prop_map(|(opening, rest)| [opening, &rest].concat())
}

proptest! {
    /// Every file yields an article or a reason, whatever its name and content.
    #[test]
    fn every_file_ends_in_an_article_or_a_reason(name in name(), bytes in bytes()) {
        let reading = read(&[(&name, &bytes)]);
        prop_assert!(reading.articles.len() + reading.refused.len() >= 1, "{name:?} {bytes:?}");
    }
}
