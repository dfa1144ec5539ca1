//! Does the command line write tables and documents for other programs?

use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::Output;

use crate::{SPEECH, errors, folder, lines, run};

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
