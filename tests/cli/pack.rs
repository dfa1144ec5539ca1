//! Does a pack stand in for the articles it was made of?

use std::fs;
use std::path::Path;

use crate::{SPEECH, errors, folder, run};

/// Two articles in a folder.
fn articles(name: &str) -> std::path::PathBuf {
    let folder = folder(name);
    fs::write(folder.join("a.txt"), SPEECH).unwrap();
    fs::write(folder.join("inner/b.txt"), "Ann Lee left on 3 May 2021.").unwrap();
    folder
}

fn said(arguments: &[&str], path: &Path) -> String {
    let arguments: Vec<&str> = [arguments, &[path.to_str().unwrap()]].concat();
    let output = run(&arguments, "");
    assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_command_answers_from_a_pack_as_from_its_folder() {
    let folder = articles("packed");
    let pack = folder.with_extension("cxpk");
    let packing = ["pack", "-o", pack.to_str().unwrap()];
    said(&packing, &folder);
    let bytes = fs::read(&pack).unwrap();
    for question in [
        &["search", "speaker:lee agree", "--corpus"][..],
        &["search", "lee", "--corpus"],
        &["concordance", "lee", "--corpus"],
        &["collocations", "lee", "--csv", "--corpus"],
        &["compare", "--json"],
        &["graph", "--min", "1"],
        &["mentions", "--conll"],
        &["quotes", "--format", "csv"],
        &["normalize"],
    ] {
        assert_eq!(
            said(question, &pack),
            said(question, &folder),
            "{question:?}"
        );
    }
    // A pack of a pack is the same pack.
    said(&packing, &pack);
    assert!(fs::read(&pack).unwrap() == bytes);
}

#[test]
fn a_damaged_pack_is_refused_by_name() {
    let pack = folder("damaged").join("cut.cxpk");
    fs::write(&pack, b"CXPK\x04\0\0\0").unwrap();
    let output = run(&["quotes", "--format", "csv", pack.to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(2));
    let said = errors(&output);
    assert!(
        said.contains("cut.cxpk: ") && said.contains("end inside the header"),
        "{said}"
    );
}
