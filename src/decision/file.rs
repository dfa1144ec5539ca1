//! The file of decisions: JSON in, JSON out. Its schema is told in `docs/decisions.md`.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Decision, Written, next_id};
use crate::error::{ReadError, ReadErrorKind};

/// What the file says that it is.
const FORMAT: &str = "corpus-explorer/decisions";
/// The layout that this build writes, and the only one that it reads.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    version: u32,
    decisions: Vec<Written>,
}

/// Only what tells whether the rest can be read.
#[derive(Deserialize)]
struct Head {
    format: Option<String>,
    version: Option<u32>,
}

/// The decisions of a file called `label`, in their order. One without an id gets one.
///
/// # Errors
/// [`ReadErrorKind::Json`] with the line where the text is no JSON or not of this shape, or the
/// number of the decision that is not complete; [`ReadErrorKind::Format`] for a file of another
/// format or version; [`ReadErrorKind::DuplicateId`] when two decisions share an id.
pub fn read(text: &str, label: &str) -> Result<Vec<Decision>, ReadError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let json = |e: serde_json::Error| {
        let message = e.to_string();
        let what = message.split(" at line ").next().unwrap_or_default();
        let message = format!("{what}, at column {}", e.column());
        ReadError::new(ReadErrorKind::Json, label, message).at_line(e.line().max(1))
    };
    let refuse = |kind, message: String| Err(ReadError::new(kind, label, message));
    let head: Head = serde_json::from_str(text).map_err(json)?;
    if head.format.as_deref() != Some(FORMAT) {
        let message = format!("this is no file of decisions (no \"format\": \"{FORMAT}\" in it)");
        return refuse(ReadErrorKind::Format, message);
    }
    if head.version != Some(VERSION) {
        let found = head.version.map_or("none".to_owned(), |v| v.to_string());
        let message = format!("decisions of version {found}; this build reads {VERSION}");
        return refuse(ReadErrorKind::Format, message);
    }
    let file: File = serde_json::from_str(text).map_err(json)?;
    let mut decisions: Vec<Decision> = Vec::new();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut nameless = Vec::new();
    for (n, mut written) in file.decisions.into_iter().enumerate() {
        let id = written.id.take().filter(|id| !id.trim().is_empty());
        let named = id.as_ref().map_or(String::new(), |id| format!(" ({id})"));
        let act = match written.act() {
            Ok(act) => act,
            Err(message) => {
                let message = format!("decision {}{named}: {message}", n + 1);
                return refuse(ReadErrorKind::Json, message);
            }
        };
        match &id {
            Some(id) if !taken.insert(id.clone()) => {
                let message = format!("decision {}{named}: an earlier one has this id", n + 1);
                return refuse(ReadErrorKind::DuplicateId, message);
            }
            Some(_) => {}
            None => nameless.push(n),
        }
        let id = id.unwrap_or_default();
        decisions.push(Decision { id, act });
    }
    for n in nameless {
        decisions[n].id = next_id(&decisions);
    }
    Ok(decisions)
}

/// The file of some decisions; [`read`] gives them back.
pub fn write(decisions: &[Decision]) -> String {
    let file = File {
        format: FORMAT.into(),
        version: VERSION,
        decisions: decisions.iter().map(Written::from).collect(),
    };
    // Strings and numbers alone: their serialisation cannot fail.
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(decisions: &str) -> String {
        format!("{{\"format\": \"{FORMAT}\",\n\"version\": 1,\n\"decisions\": [\n{decisions}]}}")
    }

    #[test]
    fn round_trip() {
        let text = file(
            r#"{"id": "x", "action": "merge", "entity": {"id": "a", "name": "“A”", "kind": "place"}, "into": "b"},
               {"action": "split", "entity": "a", "mentions": [{"article": "é", "start": 1, "end": 3, "text": "😀"}]},
               {"id": "d7", "action": "rename", "entity": "a", "name": "New\u2028name"},
               {"action": "kind", "entity": "a", "kind": "person"},
               {"action": "ignore", "entity": "a"},
               {"action": "ignore", "mentions": [{"article": "a", "start": 0, "end": 3}]}"#,
        );
        let decisions = read(&format!("\u{feff}{text}"), "f").unwrap();
        let ids: Vec<_> = decisions.iter().map(|d| d.id.as_str()).collect();
        assert_eq!(ids, ["x", "d8", "d7", "d9", "d10", "d11"]);
        let written = write(&decisions);
        assert_eq!(read(&written, "f").unwrap(), decisions);
        assert_eq!(write(&read(&written, "f").unwrap()), written);
        assert_eq!(read(&file(""), "f").unwrap(), []);
    }

    #[test]
    fn bad_files_say_what_and_where() {
        let one = |decision: &str| file(decision);
        for (text, kind, words) in [
            ("", ReadErrorKind::Json, "f:1: EOF"),
            ("[]", ReadErrorKind::Json, "f:1: "),
            ("{}", ReadErrorKind::Format, "no file of decisions"),
            ("{\"format\": 3}", ReadErrorKind::Json, "expected a string"),
            (
                &file("").replace(": 1", ": 2"),
                ReadErrorKind::Format,
                "version 2",
            ),
            (&one("{\"action\": 1}"), ReadErrorKind::Json, "f:4: "),
            (
                &one("\n{\"action\": \"mege\"}"),
                ReadErrorKind::Json,
                "f:5: unknown variant `mege`",
            ),
            (
                &one("{\"aktion\": \"merge\"}"),
                ReadErrorKind::Json,
                "f:4: unknown field `aktion`",
            ),
            (
                &one("{\"action\": \"rename\", \"entity\": 3}"),
                ReadErrorKind::Json,
                "the id of an entity",
            ),
            (
                &one("{}"),
                ReadErrorKind::Json,
                "decision 1: there is no “action”",
            ),
            (
                &one("{\"id\": \"x\", \"action\": \"merge\", \"entity\": \"a\"}"),
                ReadErrorKind::Json,
                "decision 1 (x): “into” is missing",
            ),
            (
                &one("{\"action\": \"rename\", \"entity\": \"a\", \"name\": \" \"}"),
                ReadErrorKind::Json,
                "“name” is empty",
            ),
            (
                &one("{\"action\": \"ignore\", \"entity\": \"a\", \"into\": \"b\"}"),
                ReadErrorKind::Json,
                "takes no into",
            ),
            (
                &one("{\"action\": \"split\", \"entity\": \"a\", \"mentions\": []}"),
                ReadErrorKind::Json,
                "“mentions” is empty",
            ),
            (
                &one(
                    "{\"action\": \"ignore\", \"mentions\": [{\"article\": \"a\", \"start\": 4, \"end\": 2}]}",
                ),
                ReadErrorKind::Json,
                "runs backwards",
            ),
            (
                &one(
                    "{\"id\": \"x\", \"action\": \"ignore\", \"entity\": \"a\"}, {\"id\": \"x\", \"action\": \"ignore\", \"entity\": \"b\"}",
                ),
                ReadErrorKind::DuplicateId,
                "decision 2 (x)",
            ),
        ] {
            let error = read(text, "f").unwrap_err();
            assert_eq!(error.kind(), kind, "{text}: {error}");
            assert!(error.to_string().contains(words), "{text}: {error}");
        }
    }
}
