//! Does the page need anything besides itself? A test that its markup and style name no other
//! resource.

use std::fs;
use std::path::Path;

use corpus_explorer::page::{Parts, ReaderParts, build};

fn www(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("www").join(file)).unwrap()
}

/// The stylesheet with each file that it imports in the place of the import.
fn style() -> String {
    let whole = www("style.css");
    let lines = whole.lines().map(|line| {
        let import = line.strip_prefix("@import \"./");
        import.map_or(line.to_owned(), |rest| {
            www(rest.strip_suffix("\";").expect(line))
        })
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn built() -> String {
    build(&Parts {
        markup: &www("index.html"),
        style: &style(),
        glue: "let wasm_bindgen;",
        engine: b"\0asm",
        reader: ReaderParts {
            worker: "onmessage = read",
            glue: "let reader;",
            module: b"\0asm",
        },
        main: "start()",
        corpus: b"CXPK",
    })
    .unwrap()
}

#[test]
fn every_part_has_its_place() {
    let page = built();
    for part in [
        "<style>",
        "let wasm_bindgen;",
        "start()",
        "id=\"engine\">",
        "id=\"corpus\">",
        "id=\"worker\">",
        "id=\"reader-glue\">",
        "id=\"reader-module\">",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn nothing_is_external() {
    let page = built();
    for reach in [
        " src=",
        "url(http",
        "url(//",
        "@import",
        "@font-face",
        "<link rel=\"stylesheet",
        "<iframe",
        "href=\"http",
        "action=",
    ] {
        assert!(!page.contains(reach), "the page holds {reach}");
    }
}

#[test]
fn the_policy_allows_only_the_parts() {
    let page = built();
    let policy = page
        .split("Content-Security-Policy\" content=\"")
        .nth(1)
        .unwrap();
    let policy = policy.split('"').next().unwrap();
    for rule in [
        "default-src 'none'",
        "connect-src 'none'",
        "worker-src blob:",
        "trusted-types reader",
        "require-trusted-types-for 'script'",
        "'wasm-unsafe-eval'",
    ] {
        assert!(policy.contains(rule), "{rule}");
    }
    assert_eq!(policy.matches("'sha256-").count(), 3);
    assert!(!policy.contains("unsafe-inline") && !policy.contains("http"));
}

#[test]
fn markup_carries_no_inline_style_or_handler() {
    let markup = www("index.html");
    assert!(
        !markup.contains(" style=\"")
            && !markup.contains(" onclick=")
            && !markup.contains("javascript:")
    );
}
