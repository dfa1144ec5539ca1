//! How does the command line behave? Tests from outside: input, output and exit codes.

mod pack;
mod reading;
mod search;
mod tables;

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
        "pack",
    ] {
        let help = run(&[command, "--help"], "");
        assert!(
            String::from_utf8_lossy(&help.stdout).contains("Example"),
            "{command}"
        );
    }
}
