//! Does the command line search, list concordances and collocations as the console does?

use std::fs;

use crate::{errors, folder, lines, run};

#[test]
fn a_query_may_open_with_a_minus() {
    let output = run(&["search", "-nuclear treaty", "--json"], "");
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    assert_eq!(lines(&output)[0]["query"], "-nuclear treaty");
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
fn collocations_print_collocates() {
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
