//! What does a file of decisions look like? A reader and a writer of JSON; `docs/decisions.md`
//! describes the schema.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Decision, Written, next_id};
use crate::error::{ReadError, ReadErrorKind, quoted};
use crate::value::{Misfit, Value};

/// The value of `format` in the file.
const FORMAT: &str = "corpus-explorer/decisions";
/// The version that is written, and the only one that can be read.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    version: u32,
    decisions: Vec<Written>,
}

/// The fields that state whether the rest can be read.
#[derive(Deserialize)]
struct Head {
    format: Option<String>,
    version: Option<u32>,
}

/// The decisions of a file called `label`, in order. A decision without an id gets one.
///
/// # Errors
/// [`ReadErrorKind::Json`] with the line if the text is not JSON, with the path of a value of
/// another shape, or with the number of an incomplete decision; [`ReadErrorKind::Format`] for a
/// file of another format or version; [`ReadErrorKind::DuplicateId`] if two decisions share an id.
pub fn read(text: &str, label: &str) -> Result<Vec<Decision>, ReadError> {
    let refuse = |kind, message: String| Err(ReadError::new(kind, label, message));
    let unshaped = |misfit: Misfit| ReadError::new(ReadErrorKind::Json, label, misfit.to_string());
    let value = Value::parse(text, label)?;
    let head: Head = value.clone().fit().map_err(unshaped)?;
    if head.format.as_deref() != Some(FORMAT) {
        let found = head
            .format
            .map_or("none".to_owned(), |format| quoted(&format));
        let message =
            format!("expected a file of decisions of the format “{FORMAT}”, found {found}");
        return refuse(ReadErrorKind::Format, message);
    }
    if head.version != Some(VERSION) {
        let found = head.version.map_or("none".to_owned(), |v| v.to_string());
        let message = format!("expected decisions of version {VERSION}, found {found}");
        return refuse(ReadErrorKind::Format, message);
    }
    let file: File = value.fit().map_err(unshaped)?;
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
                let message = format!(
                    "decision {}{named}: expected a unique id, found the id of an earlier decision",
                    n + 1
                );
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

/// The file of some decisions, as [`read`] accepts it.
///
/// # Errors
/// [`ReadErrorKind::Json`] if a decision cannot be written as JSON.
pub fn write(decisions: &[Decision]) -> Result<String, ReadError> {
    let file = File {
        format: FORMAT.into(),
        version: VERSION,
        decisions: decisions.iter().map(Written::from).collect(),
    };
    let text = serde_json::to_string_pretty(&file).map_err(|error| {
        let message = format!("the decisions cannot be written: {error}");
        ReadError::new(ReadErrorKind::Json, "decisions", message)
    })?;
    Ok(text + "\n")
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
        let written = write(&decisions).unwrap();
        assert_eq!(read(&written, "f").unwrap(), decisions);
        assert_eq!(write(&read(&written, "f").unwrap()).unwrap(), written);
        assert_eq!(read(&file(""), "f").unwrap(), []);
    }

    #[test]
    fn bad_files_say_what_and_where() {
        let one = |decision: &str| file(decision);
        for (text, kind, words) in [
            ("", ReadErrorKind::Json, "f:1: expected JSON, found the end"),
            (
                "[]",
                ReadErrorKind::Json,
                "f: expected an object, found a list",
            ),
            ("{}", ReadErrorKind::Format, "expected a file of decisions"),
            ("{\"format\": 3}", ReadErrorKind::Json, "expected a string"),
            (
                &file("").replace(": 1", ": 2"),
                ReadErrorKind::Format,
                "version 1, found 2",
            ),
            (
                &one("{\"action\": 1}"),
                ReadErrorKind::Json,
                "f: decisions[0].action: expected “merge”",
            ),
            (
                &one("\n{\"action\": \"mege\"}"),
                ReadErrorKind::Json,
                "f: decisions[0].action: expected “merge”, “split”, “rename”, “kind” or “ignore”, found “mege”",
            ),
            (
                &one("{\"aktion\": \"merge\"}"),
                ReadErrorKind::Json,
                "f: decisions[0]: expected a known key (“id”, “action”, “entity”, “into”, “mentions”, “name” or “kind”), found “aktion”",
            ),
            (
                &one("{\"action\": \"rename\", \"entity\": 3}"),
                ReadErrorKind::Json,
                "the id of an entity",
            ),
            (
                &one("{}"),
                ReadErrorKind::Json,
                "decision 1: expected an “action”",
            ),
            (
                &one("{\"id\": \"x\", \"action\": \"merge\", \"entity\": \"a\"}"),
                ReadErrorKind::Json,
                "decision 1 (x): expected “into” with this action, found none",
            ),
            (
                &one("{\"action\": \"rename\", \"entity\": \"a\", \"name\": \" \"}"),
                ReadErrorKind::Json,
                "expected a “name” that is not empty",
            ),
            (
                &one("{\"action\": \"ignore\", \"entity\": \"a\", \"into\": \"b\"}"),
                ReadErrorKind::Json,
                "expected no “into” with this action",
            ),
            (
                &one("{\"action\": \"split\", \"entity\": \"a\", \"mentions\": []}"),
                ReadErrorKind::Json,
                "expected at least one of “mentions”",
            ),
            (
                &one(
                    "{\"action\": \"ignore\", \"mentions\": [{\"article\": \"a\", \"start\": 4, \"end\": 2}]}",
                ),
                ReadErrorKind::Json,
                "found 4 to 2",
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
