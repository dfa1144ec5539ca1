//! How fast are quotations found and articles compared? A benchmark in millions of characters per
//! second on one core, on analysed text: for quotations, documents with mentions; for comparisons,
//! a whole corpus. The speed of finding mentions is shown too.
//!
//! It also measures the time for many articles on one event, which should grow linearly with their
//! number.
//!
//! `cargo bench --bench quote`

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use corpus_explorer::compare::{comparisons, groups, shared, table};
use corpus_explorer::corpus::Corpus;
use corpus_explorer::document::{Document, Record};
use corpus_explorer::entity::mentions;
use corpus_explorer::quote::quotations;

#[path = "../tests/random/event.rs"]
mod event;
#[path = "../tests/random/mod.rs"]
mod random;

/// How often each figure is measured; the best is shown, since noise only slows.
const ROUNDS: usize = 7;

/// How often the texts are read in one round.
const TIMES: usize = 20;

fn documents() -> Vec<Document> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/corpus.jsonl");
    let lines = fs::read_to_string(path).unwrap();
    let records = lines
        .lines()
        .map(|line| serde_json::from_str::<Record>(line).unwrap());
    records.map(|record| Document::new(&record)).collect()
}

fn rate(name: &str, chars: usize, work: impl Fn()) {
    let seconds = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            (0..TIMES).for_each(|_| work());
            start.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min);
    let rate = (chars * TIMES) as f64 / seconds / 1e6;
    println!("{name:<44} {rate:>8.1} M characters/s");
}

fn main() {
    let documents = documents();
    let chars = documents.iter().map(|d| d.text.chars().count()).sum();
    let found: Vec<_> = documents.iter().map(mentions).collect();
    rate("mentions", chars, || {
        documents.iter().for_each(|document| {
            black_box(mentions(document));
        });
    });
    rate("quotations", chars, || {
        documents
            .iter()
            .zip(&found)
            .for_each(|(document, mentions)| {
                black_box(quotations(document, mentions));
            });
    });
    let corpus = Corpus::embedded().unwrap();
    let accounts = corpus.accounts(&corpus.ids().collect::<Vec<_>>());
    let told = groups(&accounts);
    rate("statements told by several", chars, || {
        black_box(groups(&accounts));
    });
    rate("passages shared word for word", chars, || {
        black_box(shared(&accounts, 8));
    });
    rate("the table", chars, || {
        black_box(table(&accounts, &told));
    });
    for count in [3_000, 20_000] {
        on_one_event(count);
    }
}

/// Measures the statement groups of `count` articles, once.
fn on_one_event(count: usize) {
    let documents = event::articles(count, 60);
    let accounts = event::accounts(&documents);
    let start = Instant::now();
    let largest = groups(&accounts).iter().map(|g| g.members.len()).max();
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{:<44} {seconds:>8.1} s, {} comparisons, largest group {}",
        format!("statements of {count} articles on one event"),
        comparisons(&accounts),
        largest.unwrap_or(0),
    );
}
