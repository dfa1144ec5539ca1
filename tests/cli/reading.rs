//! Does the command line read, clean and analyse files, and report on them?

use std::fs;

use crate::{SPEECH, errors, folder, lines, run};

#[test]
fn analyze_streams_and_skips_bad_lines() {
    let good = |id: &str| serde_json::json!({"id": id, "text": SPEECH}).to_string();
    let input = format!(
        "{}\nnot json\n\n{{\"id\":\"no text\"}}\n{}\n",
        good("a"),
        good("b")
    );
    let output = run(&["analyze"], &input);
    assert_eq!(output.status.code(), Some(1));
    let ids: Vec<_> = lines(&output).iter().map(|l| l["id"].clone()).collect();
    assert_eq!(ids, ["a", "b"]);
    let said = errors(&output);
    assert!(
        said.contains("line 2:") && said.contains("line 4:"),
        "{said}"
    );
}

#[test]
fn analyze_passes_over_a_byte_order_mark() {
    let line = serde_json::json!({"id": "a", "text": SPEECH}).to_string();
    let output = run(&["analyze"], &format!("\u{feff}{line}\r\n"));
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    assert_eq!(lines(&output).len(), 1);
}

#[test]
fn analyze_counts_in_the_unit_asked_for() {
    let text = "😀 “Nous sommes là,” said Ann Lee of Kenya. “Now.”";
    let input = serde_json::json!({"id": "a", "text": text}).to_string();
    for (unit, width) in [("utf8", 4), ("utf16", 2), ("scalar", 1)] {
        let output = run(&["analyze", "--as-is", "--offsets", unit], &input);
        let line = &lines(&output)[0];
        assert_eq!(line["text"], text);
        let start = line["quotes"][0]["spans"][0][0].as_u64().unwrap();
        let mark = if unit == "utf8" { 3 } else { 1 };
        assert_eq!(start, width + 1 + mark, "{unit}");
    }
}

#[test]
fn normalize_prints_the_shape_of_an_article() {
    let folder = folder("normalize");
    let path = folder.join("story.txt");
    fs::write(&path, "A headline\n\nA first sentence of the story.\n").unwrap();
    let output = run(&["normalize", path.to_str().unwrap(), "/nowhere.txt"], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("/nowhere.txt"));
    let article = &lines(&output)[0];
    assert_eq!(article["id"], "story");
    assert!(
        article["text"]
            .as_str()
            .unwrap()
            .contains("A first sentence")
    );
    for key in [
        "blocks",
        "evidence",
        "removed",
        "repairs",
        "gaps",
        "words",
        "publisher",
    ] {
        assert!(article.get(key).is_some(), "{key}");
    }
}

#[test]
fn folders_of_all_formats_are_read() {
    let folder = folder("formats");
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
    write("inner/a.md", "# Rain\n\nThe harbour was closed on Monday.");
    write(
        "b.jsonl",
        "{\"text\": \"The harbour opened again.\"}\n{broken\n",
    );
    write("corpus.csv", "file,outlet\ninner/a,The Bugle\n");
    write("notes.xyz", "not read");
    write(".hidden.txt", "not read");
    write("c.pdf", "not a PDF");
    let output = run(&["normalize", folder.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(1));
    let said = errors(&output);
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(
        said.contains("b.jsonl:2: expected JSON") && said.contains("c.pdf: has the extension .pdf"),
        "{said}"
    );
    let articles = lines(&output);
    let ids: Vec<&str> = articles.iter().filter_map(|a| a["id"].as_str()).collect();
    assert_eq!(ids, ["b-1", "inner/a"]);
    assert_eq!(articles[1]["publisher"], "The Bugle");
}

#[test]
fn a_table_is_a_corpus() {
    let folder = folder("table");
    let path = folder.join("news.csv");
    fs::write(
        &path,
        "corpo,head\nThe harbour was closed on Monday.,Rain\n",
    )
    .unwrap();
    let path = path.to_str().unwrap();
    let output = run(&["search", "harbour", "--corpus", path], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        errors(&output).contains("no column is known"),
        "{}",
        errors(&output)
    );
    let output = run(
        &[
            "search",
            "harbour",
            "--corpus",
            path,
            "--map",
            "text=corpo,title=head",
            "--json",
        ],
        "",
    );
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    assert_eq!(lines(&output)[0]["total"], 1);
    let output = run(
        &["search", "harbour", "--corpus", path, "--map", "txet=corpo"],
        "",
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(
        errors(&output).contains("columns: expected the fields "),
        "{}",
        errors(&output)
    );
}

#[test]
fn build_makes_a_page_of_a_folder() {
    let folder = folder("build");
    fs::write(
        folder.join("story.txt"),
        "The harbour was closed on Monday.",
    )
    .unwrap();
    let page = folder.join("page.html");
    let output = run(
        &[
            "build",
            folder.to_str().unwrap(),
            "-o",
            page.to_str().unwrap(),
        ],
        "",
    );
    if cfg!(feature = "release") {
        assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
        let html = fs::read_to_string(&page).unwrap();
        assert!(html.contains("id=\"corpus\"") && html.contains("id=\"engine\""));
    } else {
        assert_eq!(output.status.code(), Some(2));
        assert!(errors(&output).contains("make release"));
    }
}

#[test]
fn repair_gives_operations_that_make_the_text() {
    let raw = "It鈥檚 so,&nbsp;â€œfineâ€\u{9d}\r\nok";
    let input = serde_json::json!({"id": 7, "text": raw}).to_string();
    let output = run(
        &["repair", "--offsets", "utf8"],
        &format!("{input}\n{{\"id\":8}}\n"),
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("line 2:"), "{}", errors(&output));
    let line = &lines(&output)[0];
    assert_eq!(
        (&line["id"], line["text"].as_str()),
        (&7.into(), Some("It’s so, “fine”\nok"))
    );
    let (mut text, mut at) = (String::new(), 0);
    for operation in line["operations"].as_array().unwrap() {
        let offset = |key: &str| operation[key].as_u64().unwrap() as usize;
        let part = |key: &str| operation[key].as_str().unwrap();
        assert_eq!(&raw[offset("rawStart")..offset("rawEnd")], part("before"));
        text += &raw[at..offset("rawStart")];
        text += part("after");
        at = offset("rawEnd");
    }
    assert_eq!(Some((text + &raw[at..]).as_str()), line["text"].as_str());
    let only = |step| lines(&run(&["repair", "--only", step], &input))[0]["text"].clone();
    assert_eq!(only("characters"), "It鈥檚 so, â€œfineâ€\nok");
    assert_eq!(only("mojibake"), "It’s so,&nbsp;“fine”\r\nok");
}

#[test]
fn a_report_says_what_was_done_and_what_values_rest_on() {
    let folder = folder("report");
    let text = "River rises\n\nBy Jane Doe\n\nIt鈥檚 raining in the north, and in the evening it will rain in the south of the county too.\n\nAdvertisement\n";
    fs::write(folder.join("a.txt"), text).unwrap();
    fs::write(folder.join("corpus.csv"), "file,outlet\na.txt,The Bugle\n").unwrap();
    let output = run(&["normalize", "--report", folder.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let said = String::from_utf8(output.stdout).unwrap();
    for part in [
        "1 article read, 0 files, entries or lines not read\n\n",
        "a.txt · text · utf-8 (valid)",
        "The Bugle (given)",
        "Jane Doe (byline: “By Jane Doe”)",
        "published  not stated",
        "1 mojibake-gbk",
        "1 advertisement",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn a_report_says_what_was_not_read() {
    let folder = folder("unread");
    let path = folder.to_str().unwrap();
    for n in 0..5 {
        fs::write(folder.join(format!("{n}.txt")), " ").unwrap();
    }
    fs::write(folder.join("n.json"), "[]").unwrap();
    let unread = "0.txt, 1.txt, 2.txt and 2 more: contains no text";
    let report = |code| {
        let output = run(&["normalize", "--report", path], "");
        assert_eq!(output.status.code(), Some(code), "{}", errors(&output));
        assert_eq!(
            errors(&output).matches("contains no text; skipped").count(),
            1
        );
        String::from_utf8(output.stdout).unwrap()
    };
    let none = report(2);
    assert!(
        none.starts_with("0 articles read, 6 files, entries or lines not read\n"),
        "{none}"
    );
    assert!(
        none.contains(unread) && none.contains("n.json: contains no article"),
        "{none}"
    );
    fs::write(folder.join("rain.txt"), "Rain\n\nIt rained all day.").unwrap();
    let some = report(1);
    assert!(
        some.starts_with("1 article read, 6 files, entries or lines not read\n"),
        "{some}"
    );
    assert!(
        some.contains(unread) && some.contains("rain.txt · text"),
        "{some}"
    );
    let missing = run(&["normalize", "none-a.txt", "none-b.txt"], "");
    assert_eq!(missing.status.code(), Some(2));
    let said = errors(&missing);
    assert!(
        said.contains("none-a.txt, none-b.txt: No such file"),
        "{said}"
    );
}
