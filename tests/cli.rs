//! How does the command line behave? Tests from outside: input, output and exit codes.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_corpus-explorer"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(input.as_bytes())
        .unwrap();
    child.wait_with_output().unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A new, empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(path.join("inner")).unwrap();
    path
}

const SPEECH: &str = "“We agree,” Ann Lee said. “So does Bo.”";

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
fn a_query_may_open_with_a_minus() {
    let output = run(&["search", "-nuclear treaty", "--json"], "");
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    assert_eq!(lines(&output)[0]["query"], "-nuclear treaty");
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
fn search_answers_from_the_default_articles_and_from_a_folder() {
    let output = run(&["search", "\"without delay\"", "--json"], "");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(lines(&output)[0]["total"], 4);

    let folder = folder("search");
    fs::write(
        folder.join("inner/one.txt"),
        "The harbour was closed on Monday after the storm.",
    )
    .unwrap();
    fs::write(
        folder.join("two.txt"),
        "Nothing happened in the town at all that day.",
    )
    .unwrap();
    let output = run(
        &["search", "harbour", "--corpus", folder.to_str().unwrap()],
        "",
    );
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        text.contains("1 article for harbour") && text.contains("inner/one ¶"),
        "{text}"
    );
}

#[test]
fn every_command_numbers_the_paragraphs_of_the_page() {
    let folder = folder("paragraphs");
    let text = "Boats are back\n\nIt rained all day in the north.\n\n“The harbour is full of boats,” Ann Lee said.\n";
    fs::write(folder.join("a.txt"), text).unwrap();
    let path = folder.to_str().unwrap();
    let said = |args: &[&str]| {
        let output = run(args, "");
        assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    // The index counts from 0, but people read numbers from 1.
    let json = run(&["search", "harbour", "--corpus", path, "--json"], "");
    assert_eq!(lines(&json)[0]["hits"][0]["passages"][0]["block"], 2);
    let search = said(&["search", "harbour", "--corpus", path]);
    assert!(search.contains("a ¶ 3:"), "{search}");
    let concordance = said(&["concordance", "harbour", "--corpus", path]);
    assert!(concordance.trim_end().ends_with("a ¶ 3"), "{concordance}");
    let quotes = said(&["quotes", path, "--format", "csv"]);
    assert!(quotes.contains(",3,direct,"), "{quotes}");
    let tei = said(&["quotes", path, "--format", "tei"]);
    assert!(tei.contains("<p n=\"3\">"), "{tei}");
}

#[test]
fn numbers_outside_of_their_range_are_refused_as_in_the_console() {
    for (args, expected) in [
        (
            &["concordance", "treaty", "--window", "0"],
            "window: expected a whole number from 1 to 100, found 0",
        ),
        (
            &["collocations", "treaty", "--min", "0"],
            "min: expected a whole number from 1 to 4294967295, found 0",
        ),
    ] {
        let output = run(args, "");
        assert_eq!(output.status.code(), Some(2));
        assert!(errors(&output).contains(expected), "{}", errors(&output));
    }
}

#[test]
fn search_explains_and_analyses_where_a_field_asks_for_it() {
    let output = run(&["search", "treaty NEAR/5 mutual", "--explain"], "");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        text.starts_with("near 5\n  word treaty [5] treaty\n") && text.contains(" coverage\n"),
        "{text}"
    );

    let folder = folder("speakers");
    fs::write(folder.join("one.txt"), "“We agree,” said Ann Lee.").unwrap();
    let path = folder.to_str().unwrap();
    let output = run(&["search", "speaker:lee", "--corpus", path], "");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.starts_with("1 article for speaker:lee"), "{text}");
}

#[test]
fn concordance_prints_lines_counts_and_tables() {
    let output = run(
        &[
            "concordance",
            "treaty",
            "--limit",
            "3",
            "--json",
            "--by",
            "-1,1",
        ],
        "",
    );
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let found = lines(&output);
    assert_eq!(found.len(), 3);
    assert!(
        found[0]["node"]
            .as_str()
            .unwrap()
            .to_lowercase()
            .contains("treat")
    );

    let output = run(
        &["concordance", "treaty", "--counts", "--csv", "--no-bom"],
        "",
    );
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let rows: Vec<&str> = text.split("\r\n").filter(|row| !row.is_empty()).collect();
    assert_eq!(rows[0], "publisher,matches,articles,of,words,perThousand");
    assert_eq!((rows.len(), rows[2].starts_with("NPR,7,1,1,")), (4, true));

    let output = run(&["concordance", "treaty", "--group", "--limit", "2"], "");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        text.contains("in 5 of 5 articles") && text.contains(" ¶ "),
        "{text}"
    );
    assert_eq!(text.lines().count(), 3, "{text}");
}

#[test]
fn collocations_print_words_in_company() {
    let query = [
        "collocations",
        "north",
        "--measure",
        "log-dice",
        "--limit",
        "4",
    ];
    let output = run(&[&query[..], &["--json"]].concat(), "");
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let found = lines(&output);
    assert_eq!(found[0]["word"], "Korea");
    let dice = |row: &serde_json::Value| row["logDice"].as_f64().unwrap();
    assert!(found.windows(2).all(|two| dice(&two[0]) >= dice(&two[1])));

    let output = run(&[&query[..], &["--csv", "--no-bom"]].concat(), "");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        text.starts_with("word,observed,left,right,expected,"),
        "{text}"
    );
    let output = run(&query, "");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("logDice") && text.contains("Korea"), "{text}");
    let output = run(&["collocations", "x", "--csv", "--json"], "");
    assert_eq!(output.status.code(), Some(2));
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
fn wrong_calls_say_what_is_wrong() {
    assert_eq!(run(&["search"], "").status.code(), Some(2));
    assert_eq!(run(&[], "").status.code(), Some(2));
    let output = run(&["search", "x", "--corpus", "/nowhere"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(errors(&output).contains("/nowhere"));
    for command in [
        "normalize",
        "analyze",
        "search",
        "concordance",
        "collocations",
        "build",
    ] {
        let help = run(&[command, "--help"], "");
        assert!(
            String::from_utf8_lossy(&help.stdout).contains("Example"),
            "{command}"
        );
    }
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

#[test]
fn every_table_begins_with_a_byte_order_mark() {
    let folder = meeting("mark");
    let path = folder.to_str().unwrap();
    for command in [
        &["concordance", "Chile", "--corpus", path, "--csv"][..],
        &[
            "concordance",
            "Chile",
            "--corpus",
            path,
            "--counts",
            "--csv",
        ],
        &[
            "collocations",
            "Chile",
            "--corpus",
            path,
            "--min",
            "1",
            "--csv",
        ],
        &["compare", path, "--csv"],
        &["graph", path, "--csv"],
        &["quotes", path, "--format", "csv"],
    ] {
        let marked = run(command, "").stdout;
        let plain = run(&[command, &["--no-bom"]].concat(), "").stdout;
        assert!(
            plain.first().is_some_and(u8::is_ascii_alphabetic),
            "{command:?}"
        );
        assert_eq!(
            marked,
            [b"\xef\xbb\xbf", &plain[..]].concat(),
            "{command:?}"
        );
    }
    for command in [
        &["graph", path, "--json"][..],
        &["quotes", path, "--format", "tei"],
        &["mentions", path, "--conll"],
        &["concordance", "Chile", "--corpus", path, "--json"],
    ] {
        let text = run(command, "").stdout;
        assert!(text.first().is_some_and(u8::is_ascii), "{command:?}");
    }
}

/// A folder with two articles that name the same people.
fn meeting(name: &str) -> PathBuf {
    let folder = folder(name);
    let one = "Pact signed\n\nAna Paz met Bo Lund in Chile. Ana Paz left.\n\nBo Lund and Ana Paz wrote to Peru.\n";
    fs::write(folder.join("one.txt"), one).unwrap();
    fs::write(folder.join("two.txt"), "Talks\n\nAna Paz called Bo Lund.\n").unwrap();
    folder
}

fn decisions(folder: &std::path::Path, list: &str) -> String {
    let path = folder.join("decisions.json.txt");
    let text = format!(
        r#"{{"format": "corpus-explorer/decisions", "version": 1, "decisions": [{list}]}}"#
    );
    fs::write(&path, text).unwrap();
    // The name must not make it an article of the folder.
    let hidden = folder.join(".decisions");
    fs::rename(path, &hidden).unwrap();
    hidden.to_str().unwrap().to_owned()
}

#[test]
fn a_graph_is_a_table_an_object_and_graphml() {
    let folder = meeting("graph");
    let path = folder.to_str().unwrap();
    let output = run(
        &["graph", path, "--by", "sentence", "--csv", "--no-bom"],
        "",
    );
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    let table = String::from_utf8(output.stdout).unwrap();
    let rows: Vec<&str> = table.lines().collect();
    assert!(rows[0].starts_with("source,source_name,source_kind,target,"));
    assert!(
        rows[1].starts_with("ana-paz,Ana Paz,person,bo-lund,Bo Lund,person,3,"),
        "{table}"
    );
    assert_eq!(rows.len(), 2);
    let output = run(
        &["graph", path, "--by", "article", "--min", "1", "--json"],
        "",
    );
    let graph: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(graph["by"], "article");
    assert_eq!(graph["units"], 2);
    assert_eq!(graph["nodes"].as_array().unwrap().len(), 4);
    let output = run(&["graph", path, "--kind", "person", "--graphml"], "");
    let xml = String::from_utf8(output.stdout).unwrap();
    assert!(
        xml.contains("<edge source=\"ana-paz\" target=\"bo-lund\">"),
        "{xml}"
    );
    let output = run(&["graph", path, "--entity", "peru", "--min", "1"], "");
    let words = String::from_utf8(output.stdout).unwrap();
    assert!(words.starts_with("3 names in 2 pairs, from "), "{words}");
    let wrong = run(&["graph", path, "--csv", "--json"], "");
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn a_comparison_is_words_a_table_and_an_object() {
    let words = String::from_utf8(run(&["compare"], "").stdout).unwrap();
    for heading in [
        "Quoted words of each speaker",
        "Reported by several articles",
        "About one document or event",
        "Shared word for word",
    ] {
        assert!(words.contains(heading), "{words}");
    }
    let table = String::from_utf8(run(&["compare", "--csv", "--no-bom"], "").stdout).unwrap();
    assert!(table.starts_with("kind,id,label,article,publisher,places,words,share,text\r\n"));
    assert!(table.contains("\r\nspeaker,jens-stoltenberg,Jens Stoltenberg,001_"));
    let output = run(&["compare", "--json", "--min", "6"], "");
    let all: Value = serde_json::from_slice(&output.stdout).unwrap();
    for key in ["articles", "rows", "points", "groups", "shared", "timeline"] {
        assert!(!all[key].as_array().unwrap().is_empty(), "{key}");
    }
    let id = |n: usize| all["articles"][n]["id"].as_str().unwrap();
    let two = format!("{},{}", id(0), id(1));
    let output = run(&["compare", "--json", "--articles", &two], "");
    let few: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(few["articles"].as_array().unwrap().len(), 2);
    let wrong = run(&["compare", "--articles", "none"], "");
    assert_eq!(wrong.status.code(), Some(2));
    assert!(errors(&wrong).contains("articles[0]: expected the id of an article"));
}

#[test]
fn mentions_are_conll_and_annotations() {
    let folder = meeting("mentions");
    let path = folder.to_str().unwrap();
    let output = run(&["mentions", path, "--conll"], "");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.starts_with("# global.columns = ID FORM START END NER ENTITY\n# newdoc id = one\n")
    );
    assert!(
        text.contains("1\tAna\t13\t16\tB-PER\tana-paz\n2\tPaz\t17\t20\tI-PER\tana-paz\n"),
        "{text}"
    );
    let output = run(&["mentions", path, "--json-ld"], "");
    let all: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(all["@context"], "http://www.w3.org/ns/anno.jsonld");
    let items = all["first"]["items"].as_array().unwrap();
    assert_eq!(all["total"], items.len());
    assert_eq!(items[0]["target"]["selector"][0]["exact"], "Ana Paz");
    assert_eq!(run(&["mentions", path], "").status.code(), Some(2));
}

#[test]
fn quotes_are_tables_and_documents() {
    let folder = meeting("quotes");
    let path = folder.to_str().unwrap();
    fs::write(
        folder.join("@sum.txt"),
        "“=1+1 is two, as we all know,” said Ana Paz. =1+1 is odd.",
    )
    .unwrap();
    let text = |args: &[&str]| String::from_utf8(run(args, "").stdout).unwrap();
    let quotes = |form| text(&["quotes", path, "--format", form, "--no-bom"]);
    let csv = quotes("csv");
    assert!(csv.starts_with("id,article,title,"), "{csv}");
    assert!(csv.contains(",\"'=1+1 is two, as we all know,\","), "{csv}");
    let list: Value = serde_json::from_str(&quotes("json")).unwrap();
    assert_eq!(list[0]["speaker"]["entity"], "ana-paz");
    assert!(quotes("tei").contains(" who=\"#ana-paz\" direct=\"true\""));
    let all: Value = serde_json::from_str(&quotes("json-ld")).unwrap();
    assert_eq!(all["total"], list.as_array().unwrap().len());
    let none = text(&["quotes", path, "--format", "json", "--speaker", "nobody"]);
    assert_eq!(none, "[]\n");
    assert_eq!(run(&["quotes", path], "").status.code(), Some(2));
    // In other tables, too, no spreadsheet runs what an article says as a formula.
    let lines = text(&["concordance", "odd", "--corpus", path, "--csv"]);
    assert!(lines.contains("\r\n'@sum,"), "{lines}");
}

#[test]
fn decisions_are_replayed_by_every_command_that_analyses() {
    let folder = meeting("decisions");
    let path = folder.to_str().unwrap();
    let file = decisions(
        &folder,
        r#"{"action": "merge", "entity": "bo-lund", "into": "ana-paz"},
           {"action": "rename", "entity": {"id": "ann-lee", "name": "Ann Lee"}, "name": "A. Lee"}"#,
    );
    let said = |output: &Output| {
        assert_eq!(output.status.code(), Some(0), "{}", errors(output));
        errors(output)
    };
    let output = run(&["graph", path, "--min", "1", "--decisions", &file], "");
    assert!(said(&output).contains("decision d2: its name is not in these articles"));
    assert!(!String::from_utf8_lossy(&output.stdout).contains("Bo Lund"));
    let query = ["search", "entity:\"Bo Lund\"", "--json", "--corpus", path];
    let output = run(&[&query[..], &["--decisions", &file]].concat(), "");
    said(&output);
    assert_eq!(lines(&output)[0]["total"], 2);
    let input = serde_json::json!({"id": "a", "text": SPEECH}).to_string();
    let output = run(&["analyze", "--decisions", &file], &input);
    let remarks = said(&output);
    assert!(
        remarks.contains("decision d1") && !remarks.contains("d2"),
        "{remarks}"
    );
    assert_eq!(lines(&output)[0]["entities"][0]["name"], "A. Lee");
    let output = run(&["graph", path, "--decisions", path], "");
    assert_eq!(output.status.code(), Some(2));
    let bad = decisions(&folder, "\n{\"action\": \"mege\"}");
    let output = run(&["graph", path, "--decisions", &bad], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        errors(&output).contains(".decisions: decisions[0].action: expected"),
        "{}",
        errors(&output)
    );
}
