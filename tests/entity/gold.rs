//! Are names found and resolved correctly? A comparison of the committed records with the hand-made
//! truth of `corpus/gold`.
//!
//! The truth counts code points of its own texts, including marks; a span is mapped through the
//! text of its block. Floors are the figures last measured: they may rise, never fall.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use corpus_explorer::document::{Document, Record};
use corpus_explorer::entity::{Mention, MentionKind, Resolution, mentions, resolve};
use serde_json::Value;

/// The least share of found mentions with the correct span and kind.
const PRECISION: f64 = 0.99;
/// The least share of true mentions that are found.
const RECALL: f64 = 0.99;
/// The least share of true entities that are resolved to exactly their mentions.
const ENTITIES: f64 = 0.95;
/// The least share of stated roles that are found.
const ROLES: f64 = 0.80;

/// Marks at the start of a block in the texts of the truth.
const MARKS: [&str; 6] = ["  - ", "[caption] ", "[meta] ", "## ", "# ", "- "];

fn path(relative: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(relative)
}

fn documents() -> Vec<Document> {
    let records = fs::read_to_string(path("corpus/corpus.jsonl")).unwrap();
    let records = records
        .lines()
        .map(|line| serde_json::from_str::<Record>(line).unwrap());
    records.map(|record| Document::new(&record)).collect()
}

/// The blocks of the truth: start of the text, in code points, and the text.
fn gold_blocks(article: &str) -> Vec<(usize, String)> {
    let file = fs::read_dir(path("corpus/gold"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|file| {
            let name = file.file_name().unwrap().to_str().unwrap();
            name.starts_with(article) && name.ends_with(".txt")
        });
    let text = fs::read_to_string(file.unwrap()).unwrap();
    let mut start = 0;
    let mut blocks = Vec::new();
    for block in text.trim_end().split("\n\n") {
        let mark = MARKS
            .iter()
            .find(|mark| block.starts_with(**mark))
            .map_or(0, |mark| mark.len());
        blocks.push((start + mark, block[mark..].to_owned()));
        start += block.chars().count() + 2;
    }
    blocks
}

/// Maps spans of an article’s truth to the document.
struct Ruler<'a> {
    document: &'a Document,
    blocks: Vec<(usize, String)>,
}

impl Ruler<'_> {
    /// The byte span in the document for a span in code points; `None` if its block is missing.
    fn span(&self, start: usize, end: usize) -> Option<(u32, u32)> {
        let (first, text) = self
            .blocks
            .iter()
            .rev()
            .find(|(first, _)| *first <= start)?;
        let block = self
            .document
            .blocks
            .iter()
            .find(|b| self.document.slice(b.span) == text)?;
        let byte = |at: usize| {
            text.char_indices()
                .nth(at - first)
                .map_or(text.len(), |(byte, _)| byte) as u32
        };
        Some((block.span.start + byte(start), block.span.start + byte(end)))
    }

    /// Whether the truth includes the block at an offset of the document.
    fn covers(&self, start: u32) -> bool {
        let block = self.document.blocks[self.document.block_at(start)].span;
        self.blocks
            .iter()
            .any(|(_, text)| text == self.document.slice(block))
    }
}

fn number(value: &Value, key: &str) -> usize {
    value[key].as_u64().unwrap() as usize
}

fn kind(entity: &str, form: &str) -> MentionKind {
    match entity {
        _ if form == "adj" => MentionKind::Nationality,
        "person" => MentionKind::Person,
        "organisation" => MentionKind::Organisation,
        "place" => MentionKind::Place,
        "event" => MentionKind::Event,
        "publication" => MentionKind::Publication,
        _ => MentionKind::Document,
    }
}

/// Everything that a comparison needs.
struct Comparison {
    gold: Value,
    documents: Vec<Document>,
    found: Vec<Vec<Mention>>,
    resolution: Resolution,
}

impl Comparison {
    fn new() -> Self {
        let documents = documents();
        let found: Vec<_> = documents.iter().map(mentions).collect();
        let resolution = resolve(&documents, &found);
        let gold = fs::read_to_string(path("corpus/gold/entities.json")).unwrap();
        Self {
            gold: serde_json::from_str(&gold).unwrap(),
            documents,
            found,
            resolution,
        }
    }

    /// The documents that the truth includes, each with its ruler.
    fn rulers(&self) -> BTreeMap<usize, Ruler<'_>> {
        let articles: BTreeSet<_> = self.gold["mentions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|m| m["article"].as_str().unwrap())
            .collect();
        articles
            .into_iter()
            .map(|article| {
                let at = self
                    .documents
                    .iter()
                    .position(|d| d.id.starts_with(article))
                    .unwrap();
                (
                    at,
                    Ruler {
                        document: &self.documents[at],
                        blocks: gold_blocks(article),
                    },
                )
            })
            .collect()
    }

    fn document_of(&self, value: &Value) -> usize {
        self.documents
            .iter()
            .position(|d| d.id.starts_with(value["article"].as_str().unwrap()))
            .unwrap()
    }
}

#[test]
fn mentions_and_entities() {
    let comparison = Comparison::new();
    let rulers = comparison.rulers();
    let kinds: BTreeMap<&str, &str> = comparison.gold["entities"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| (e["id"].as_str().unwrap(), e["type"].as_str().unwrap()))
        .collect();
    let mut truth = BTreeMap::new();
    let mut entities: BTreeMap<&str, BTreeSet<(usize, u32, u32)>> = BTreeMap::new();
    for mention in comparison.gold["mentions"].as_array().unwrap() {
        let document = comparison.document_of(mention);
        let span = rulers[&document].span(number(mention, "start"), number(mention, "end"));
        let (start, end) = span.unwrap_or_else(|| panic!("no block holds {mention}"));
        let entity = mention["entity"].as_str().unwrap();
        truth.insert(
            (document, start, end),
            kind(kinds[entity], mention["form"].as_str().unwrap()),
        );
        entities
            .entry(entity)
            .or_default()
            .insert((document, start, end));
    }
    let mut found = BTreeMap::new();
    let mut groups: BTreeMap<u32, BTreeSet<(usize, u32, u32)>> = BTreeMap::new();
    for (&document, ruler) in &rulers {
        for (i, mention) in comparison.found[document].iter().enumerate() {
            let key = (document, mention.span.start, mention.span.end);
            if ruler.covers(mention.span.start) {
                found.insert(key, mention.kind);
                if let Some(id) = comparison.resolution.of[document][i] {
                    groups.entry(id.0).or_default().insert(key);
                }
            }
        }
    }
    let right = found
        .iter()
        .filter(|(key, kind)| truth.get(key) == Some(kind))
        .count() as f64;
    let (precision, recall) = (right / found.len() as f64, right / truth.len() as f64);
    let whole = entities
        .values()
        .filter(|spans| groups.values().any(|group| group == *spans))
        .count();
    let share = whole as f64 / entities.len() as f64;
    println!(
        "precision {precision:.3}, recall {recall:.3}, entities {whole}/{}",
        entities.len()
    );
    assert!(
        precision >= PRECISION && recall >= RECALL,
        "precision {precision:.3}, recall {recall:.3}"
    );
    assert!(
        share >= ENTITIES,
        "only {whole} of {} entities right",
        entities.len()
    );
}

#[test]
fn names_inside_names_are_not_reported() {
    let comparison = Comparison::new();
    let rulers = comparison.rulers();
    for wrong in comparison.gold["false_nested"].as_array().unwrap() {
        let document = comparison.document_of(wrong);
        let Some((start, end)) =
            rulers[&document].span(number(wrong, "start"), number(wrong, "end"))
        else {
            continue;
        };
        let reported = comparison.found[document]
            .iter()
            .any(|m| m.span.start == start && m.span.end == end);
        assert!(!reported, "{wrong}");
    }
}

#[test]
fn roles() {
    let comparison = Comparison::new();
    let rulers = comparison.rulers();
    let (mut right, mut all) = (0, 0);
    for role in comparison.gold["entities"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|e| e["roles"].as_array().unwrap())
    {
        let document = comparison.document_of(role);
        let Some((start, end)) = rulers[&document].span(number(role, "start"), number(role, "end"))
        else {
            continue;
        };
        let stated = comparison.resolution.entities.iter().flat_map(|e| &e.roles);
        let found = stated
            .into_iter()
            .any(|(d, s)| d.0 as usize == document && (s.start, s.end) == (start, end));
        (right, all) = (right + usize::from(found), all + 1);
    }
    println!("roles {right}/{all}");
    assert!(
        f64::from(right as u32) >= ROLES * f64::from(all as u32),
        "roles {right}/{all}"
    );
}
