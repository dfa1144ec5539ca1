//! Does the committed corpus equal the result of cleaning, and is that what a reader expects?
//!
//! `corpus/corpus.jsonl` is compared with fresh records, and rewritten under `UPDATE_GOLDEN=1`. The
//! records are compared with `corpus/gold`: no word may be lost or invented.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use corpus_explorer::clean::normalize;
use corpus_explorer::document::Article;
use corpus_explorer::document::{BlockKind, Field, Record, apply};
use corpus_explorer::read::decode;
use serde_json::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// The records of all articles, sorted by id.
fn records() -> Vec<Record> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder().join("articles"))
        .unwrap()
        .map(|f| f.unwrap().path())
        .collect();
    files.retain(|file| file.extension().is_some_and(|e| e == "txt"));
    files.sort();
    files
        .iter()
        .map(|file| {
            let id = file.file_stem().unwrap().to_str().unwrap();
            normalize(&Article::new(id, decode(&fs::read(file).unwrap()).text))
        })
        .collect()
}

/// The text of an article as received.
fn received(id: &str) -> String {
    decode(&fs::read(folder().join("articles").join(format!("{id}.txt"))).unwrap()).text
}

fn record(gold_id: &str) -> Record {
    records()
        .into_iter()
        .find(|record| record.id.starts_with(gold_id))
        .unwrap()
}

fn gold(name: &str) -> Value {
    serde_json::from_slice(&fs::read(folder().join("gold").join(name)).unwrap()).unwrap()
}

/// All gold articles: the complete ones, and the one that is only partly known.
fn gold_articles() -> Vec<Value> {
    let gold = gold("articles.json");
    let complete = gold["articles"].as_array().unwrap();
    complete
        .iter()
        .chain(gold["partial"].as_array().unwrap())
        .cloned()
        .collect()
}

fn id(gold: &Value) -> &str {
    gold["id"].as_str().unwrap()
}

fn list<'a>(gold: &'a Value, key: &str) -> &'a [Value] {
    gold[key].as_array().map_or(&[], Vec::as_slice)
}

/// The kind, level and text that the product should give a gold block.
fn block(gold: &Value) -> (BlockKind, u8, String) {
    let (kind, level) = match gold["kind"].as_str().unwrap() {
        "title" => (BlockKind::Title, 0),
        "heading" => (BlockKind::Heading, 1),
        "item" => (BlockKind::Item, 1),
        "subitem" => (BlockKind::Item, 2),
        "caption" => (BlockKind::Caption, 0),
        "meta" => (BlockKind::Meta, 0),
        _ => (BlockKind::Paragraph, 0),
    };
    (kind, level, gold["text"].as_str().unwrap().to_owned())
}

fn blocks(record: &Record) -> Vec<(BlockKind, u8, String)> {
    record
        .blocks
        .iter()
        .map(|b| (b.kind, b.level, b.span.slice(&record.text).to_owned()))
        .collect()
}

#[test]
fn the_committed_corpus_is_fresh() {
    let path = folder().join("corpus.jsonl");
    let fresh: String = records()
        .iter()
        .map(|r| serde_json::to_string(r).unwrap() + "\n")
        .collect();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &fresh).unwrap();
    }
    let stored = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        stored == fresh,
        "corpus.jsonl is stale: UPDATE_GOLDEN=1 cargo test --test clean records::"
    );
    for (line, record) in stored.lines().zip(records()) {
        assert_eq!(serde_json::from_str::<Record>(line).unwrap(), record);
    }
}

#[test]
fn blocks_are_those_of_the_gold() {
    for gold in gold_articles() {
        let expected: Vec<_> = list(&gold, "blocks").iter().map(block).collect();
        let mut found = blocks(&record(id(&gold)));
        if gold["seed"].is_null() {
            found.truncate(expected.len());
        }
        assert_eq!(found, expected, "{}", id(&gold));
    }
}

#[test]
fn texts_are_those_of_the_gold() {
    let marks = ["# ", "## ", "  - ", "- ", "[caption] ", "[meta] "];
    for gold in gold_articles() {
        let name = gold["text_file"].as_str().map_or(
            format!("{}.txt", gold["stem"].as_str().unwrap()),
            str::to_owned,
        );
        let text = fs::read_to_string(folder().join("gold").join(name)).unwrap();
        let plain = |line: &str| {
            marks
                .iter()
                .find_map(|mark| line.strip_prefix(mark))
                .unwrap_or(line)
                .to_owned()
        };
        let lines: Vec<String> = text
            .lines()
            .filter(|l| !l.trim().is_empty())
            .map(plain)
            .collect();
        let found: Vec<String> = blocks(&record(id(&gold)))
            .into_iter()
            .map(|b| b.2)
            .collect();
        let found = if gold["seed"].is_null() {
            &found[..lines.len()]
        } else {
            &found[..]
        };
        assert_eq!(found, lines, "{}", id(&gold));
    }
}

#[test]
fn removed_lines_are_those_of_the_gold() {
    for gold in gold_articles()
        .iter()
        .filter(|gold| !gold["removed"].is_null())
    {
        let expected: Vec<(u64, &str)> = list(gold, "removed")
            .iter()
            .map(|r| {
                (
                    r["raw_byte_start"].as_u64().unwrap(),
                    r["raw_text"].as_str().unwrap(),
                )
            })
            .collect();
        let record = record(id(gold));
        let removed = record.removed();
        let found: Vec<_> = removed
            .iter()
            .map(|r| (u64::from(r.raw.start), r.text.as_str()))
            .collect();
        assert_eq!(found, expected, "{}", id(gold));
    }
}

#[test]
fn repairs_are_those_of_the_gold() {
    for gold in gold_articles() {
        let expected: BTreeSet<_> = list(&gold, "repairs")
            .iter()
            .filter(|r| r["in_text"] == true)
            .map(|r| {
                // The product’s text has no list markers.
                let mark = r["kind"] == "list-marker";
                let fixed = if mark {
                    ""
                } else {
                    r["fixed"].as_str().unwrap()
                };
                let text = |key: &str| r[key].as_str().unwrap().to_owned();
                (
                    r["raw_byte_start"].as_u64().unwrap() as u32,
                    text("raw"),
                    fixed.to_owned(),
                    text("kind"),
                )
            })
            .collect();
        let record = record(id(&gold));
        let last = list(&gold, "repairs")
            .last()
            .map_or(0, |r| r["raw_byte_end"].as_u64().unwrap() as u32);
        let partial = gold["seed"].is_null();
        let found: BTreeSet<_> = record
            .repairs()
            .into_iter()
            .filter(|r| !partial || r.raw.end <= last)
            .map(|r| {
                (
                    r.raw.start,
                    r.before.clone(),
                    r.after.clone(),
                    r.rule.clone(),
                )
            })
            .collect();
        assert_eq!(found, expected, "{}", id(&gold));
    }
}

#[test]
fn gaps_are_those_of_the_gold() {
    for gold in gold_articles() {
        let record = record(id(&gold));
        let known = list(&gold, "blocks").len();
        let found: BTreeSet<(usize, usize)> = record
            .gaps
            .iter()
            .map(|gap| {
                let block = record
                    .blocks
                    .iter()
                    .rposition(|b| b.span.start <= gap.at)
                    .unwrap();
                let before =
                    &record.text[record.blocks[block].span.start as usize..gap.at as usize];
                (block, before.chars().count())
            })
            .filter(|(block, _)| *block < known)
            .collect();
        let place = |lacuna: &Value| {
            let block = lacuna["block"].as_u64().unwrap() as usize;
            let start = list(&gold, "blocks")[block]["text_start"].as_u64().unwrap();
            (block, (lacuna["offset"].as_u64().unwrap() - start) as usize)
        };
        let certain = list(&gold, "lacunae")
            .iter()
            .filter(|l| l["certainty"] == "certain");
        let expected: BTreeSet<_> = certain.map(place).collect();
        let possible: BTreeSet<_> = list(&gold, "lacunae").iter().map(place).collect();
        assert!(
            expected.is_subset(&found),
            "{}: {found:?} lacks {expected:?}",
            id(&gold)
        );
        assert!(
            found.is_subset(&possible),
            "{}: {found:?} exceeds {possible:?}",
            id(&gold)
        );
    }
}

#[test]
fn metadata_is_that_of_the_gold() {
    for gold in gold_articles()
        .iter()
        .filter(|gold| !gold["seed"].is_null())
    {
        let record = record(id(gold));
        let text = |value: &Value| value.as_str().map(str::to_owned);
        assert_eq!(record.title, text(&gold["title"]));
        assert_eq!(record.publisher, text(&gold["publisher"]["name"]));
        assert_eq!(record.author, text(&gold["author"]));
        assert_eq!(record.published, text(&gold["published"]["iso"]));
        assert_eq!(record.updated, text(&gold["updated"]["iso"]));
        let proofs = [
            (
                Field::Publisher,
                &gold["publisher"]["evidence_norm"]["text"],
            ),
            (Field::Author, &gold["author_evidence_raw"]["text"]),
            (
                Field::Published,
                &gold["published"]["evidence_norm"]["text"],
            ),
        ];
        for (field, proof) in proofs {
            assert_eq!(
                record.proof(field).map(|e| e.text.clone()),
                text(proof),
                "{} {field:?}",
                id(gold)
            );
        }
    }
}

#[test]
fn records_hold_together() {
    for record in records() {
        let joined: Vec<&str> = record
            .blocks
            .iter()
            .map(|b| b.span.slice(&record.text))
            .collect();
        assert_eq!(joined.join("\n\n"), record.text);
        let raw = record.raw();
        assert_eq!(raw, received(&record.id), "undone, byte for byte");
        assert_eq!(apply(&raw, &record.operations).as_ref(), Some(&record.text));
        for repair in record.repairs() {
            assert_eq!(repair.raw.slice(&raw), repair.before);
            assert_eq!(repair.span.slice(&record.text), repair.after);
        }
        for gap in &record.gaps {
            assert!(record.text[..gap.at as usize].ends_with(&gap.before));
            assert!(record.text[gap.at as usize..].starts_with(&gap.after));
        }
        let again = normalize(&Article::new(record.id.as_str(), record.text.as_str()));
        assert_eq!(again.text, record.text, "{} again", record.id);
    }
}

#[test]
fn the_search_knows_speakers_entities_and_names() {
    let corpus = corpus_explorer::corpus::Corpus::embedded().unwrap();
    let search = |query: &str| {
        let options = corpus_explorer::search::Options {
            by: corpus_explorer::search::HitUnit::Passage,
            limit: 1000,
            ..Default::default()
        };
        corpus.index().search(&corpus, query, &options)
    };
    let answer = search("speaker:stoltenberg");
    assert!(answer.total > 0 && answer.remarks.is_empty());
    for hit in &answer.hits {
        let block = corpus.document(hit.doc).blocks[hit.passages[0].block].span;
        let quoted = corpus.quotations(hit.doc).iter().any(|quotation| {
            quotation.spans.iter().any(|span| block.contains(*span))
                && quotation
                    .speaker
                    .as_ref()
                    .and_then(|s| s.mention)
                    .is_some_and(|mention| {
                        let id = corpus.entity_of(hit.doc, mention);
                        id.is_some_and(|id| {
                            corpus.entities()[id.0 as usize].id == "jens-stoltenberg"
                        })
                    })
        });
        assert!(quoted, "block {}", hit.passages[0].block);
    }
    let (one, other) = (search("DPRK"), search("\"DPRK\""));
    assert!(one.total > other.total);
    assert_eq!(one.remarks[0].code, "synonyms");
    assert!(search("entity:north-korea").total > 0 && search("cue:said").total > 0);
}
