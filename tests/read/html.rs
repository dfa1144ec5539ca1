//! Which lines of a web page are its article, and what does its markup state? Pages in the styles
//! of news sites, with the expected lines.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use corpus_explorer::document::Article;
use corpus_explorer::read::{Options, Reader, Reading};

fn read(bytes: &[u8]) -> Reading {
    let mut reader = Reader::new(Options::default());
    reader.add("page.html", bytes);
    reader.finish()
}

fn article(page: &str) -> Article {
    let reading = read(page.as_bytes());
    assert!(reading.refused.is_empty(), "{:?}", reading.refused);
    reading.articles.into_iter().next().unwrap()
}

/// The lines of an article with their roles; those outside it only if `outside` is true.
fn lines(article: &Article, outside: bool) -> Vec<String> {
    let lines: Vec<&str> = article
        .text
        .lines()
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(lines.len(), article.layout.len(), "one layout a line");
    let named = lines
        .iter()
        .zip(&article.layout)
        .filter(|(_, layout)| layout.outside == outside);
    named
        .map(|(line, layout)| {
            let kind = format!("{:?}", layout.kind).to_lowercase();
            let level = if layout.level > 0 {
                format!(" {}", layout.level)
            } else {
                String::new()
            };
            format!("{kind}{level}: {line}")
        })
        .collect()
}

/// The strongest statement of each field, in field order.
fn stated(article: &Article) -> Vec<String> {
    let mut first = BTreeMap::new();
    for statement in &article.statements {
        first.entry(statement.field).or_insert(statement);
    }
    let fields = first.into_values();
    fields
        .map(|s| format!("{:?} = {} | {}", s.field, s.value, s.tag))
        .map(|line| line[..1].to_lowercase() + &line[1..])
        .collect()
}

fn pages() -> Vec<(String, String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/html");
    let mut pages = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "html") {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let gold = fs::read_to_string(path.with_extension("txt")).unwrap();
            pages.push((name, fs::read_to_string(&path).unwrap(), gold));
        }
    }
    pages.sort();
    pages
}

#[test]
fn pages_give_their_articles() {
    let pages = pages();
    assert!(pages.len() >= 12);
    for (name, page, gold) in pages {
        let (body, facts) = gold.split_once("\n\n").unwrap();
        let article = article(&page);
        assert_eq!(lines(&article, false).join("\n"), body, "{name}");
        assert_eq!(stated(&article).join("\n"), facts.trim_end(), "{name}");
    }
}

#[test]
fn text_is_laid_out_as_agreed() {
    for (name, page, _) in pages() {
        let text = article(&page).text;
        assert!(!text.contains("\n\n\n") && !text.contains("  "), "{name}");
        assert!(text.lines().all(|line| line == line.trim()), "{name}");
    }
}

#[test]
fn what_is_shown_outside_of_the_article_is_kept() {
    let (_, page, _) = pages()
        .into_iter()
        .find(|(name, ..)| name == "comments")
        .unwrap();
    let outside = lines(&article(&page), true).join("\n");
    assert!(
        outside.contains("When I was young it cost ten pence"),
        "{outside}"
    );
}

#[test]
fn an_empty_cell_leaves_one_blank() {
    let page = "<table><tr><td>Rain<td><td>Wind<tr><td><td>1<td>2</table><p>It rained all day in the north of the county.</p>";
    let text = article(page).text;
    assert!(text.contains("Rain | | Wind"), "{text}");
}

/// Reads a page with a stack as small as that of an engine in a browser.
#[test]
fn a_heading_over_text_is_no_invitation() {
    let rain = "<p>It rained all day in the north, and in the evening it rained there too.</p>";
    let page = format!(
        "<article><h1>A trial of drugs</h1>{rain}{rain}<h2>Sign up for the trial</h2>{rain}{rain}\
         <h2>Sign up for the newsletter</h2><form><input></form></article>"
    );
    let found = lines(&article(&page), false);
    assert!(
        found.contains(&"heading 2: Sign up for the trial".to_owned()),
        "{found:?}"
    );
    assert!(
        !found.iter().any(|line| line.contains("newsletter")),
        "{found:?}"
    );
}

fn read_with_little_stack(page: String) -> Reading {
    let small = std::thread::Builder::new().stack_size(256 * 1024);
    let thread = small.spawn(move || read(page.as_bytes())).unwrap();
    thread.join().unwrap()
}

#[test]
fn hostile_pages_are_read() {
    const MANY: usize = 10_000;
    let told = "<p>Nothing in this page is as it should be, and yet this sentence is read.</p>";
    let numbered = |each: &dyn Fn(usize) -> String| (0..MANY).map(each).collect::<String>();
    let pages = [
        format!("{}{told}", "<div>".repeat(10 * MANY)),
        format!("{}{told}", "<div class=share><ul><li>".repeat(MANY / 3)),
        format!("{}{told}", "<b>".repeat(MANY)),
        format!("{}{told}", "<table><tr><td>".repeat(MANY / 3)),
        format!("{}{}{told}", "<svg>".repeat(MANY), "<g>".repeat(MANY)),
        format!("{}{told}", "<a href=x><i>".repeat(MANY)),
        format!("{told}{}", "<template><p>".repeat(MANY / 10)),
        format!("{told}{}", numbered(&|n| format!("<font color=c{n}><p>x"))),
        format!("<div {}>{told}", numbered(&|n| format!("a{n}=1 "))),
        format!("<div class=\"{}\">{told}", "share ".repeat(MANY)),
        format!("{told}{}", numbered(&|n| format!("<x{n}>"))),
        format!("{told}{}", "<".repeat(10 * MANY)),
        format!("{told}{}", "<!--".repeat(MANY)),
        format!("{told}{}", "\0".repeat(MANY)),
        format!("{told}{}", "<p>Related</p>".repeat(MANY)),
        format!("{told}{}", "<time>now</time>".repeat(MANY)),
        format!(
            "{told}<script type='application/ld+json'>{}",
            "[".repeat(MANY)
        ),
        format!(
            "{told}<script type='application/ld+json'>{}",
            "{\"a\":// x".repeat(MANY)
        ),
        format!("{told}{}", "&amp".repeat(MANY)),
    ];
    for page in pages {
        let start: String = page.chars().take(60).collect();
        let reading = read_with_little_stack(page);
        let text = &reading
            .articles
            .first()
            .unwrap_or_else(|| panic!("{start}"))
            .text;
        assert!(text.contains("this sentence is read."), "{start}");
    }
}

#[test]
fn a_page_without_text_is_refused() {
    for page in [
        "",
        "<html>",
        "<script>let a = 1;</script>",
        "\0\0",
        "<img src=x>",
    ] {
        let reading = read(page.as_bytes());
        assert!(reading.articles.is_empty(), "{page}");
        assert!(
            reading.refused[0].to_string().contains("shows no text"),
            "{page}"
        );
    }
}
