//! How fast are articles cleaned? A benchmark in megabytes of raw text per second on one core: all
//! of cleaning and its steps, on clean text, on text damaged by wrong decoding, and on one long
//! text; compared with ftfy if Python has it.
//!
//! `cargo bench --bench clean`

use std::fs;
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use corpus_explorer::clean::{Steps, normalize, repair};
use corpus_explorer::document::Article;
use corpus_explorer::read::{decode, decode_as};

/// How often each figure is measured; the best is shown, since noise only slows.
const ROUNDS: usize = 5;

/// `count` clean texts: those of the five articles, repeated.
fn clean(count: usize) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/articles");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let read = |path| normalize(&Article::new("a", decode(&fs::read(path).unwrap()).text)).text;
    let texts: Vec<String> = paths.iter().map(read).collect();
    (0..count).map(|n| texts[n % texts.len()].clone()).collect()
}

/// UTF-8 read as windows-1252, in which every byte has a character.
fn damaged(text: &str) -> String {
    let table = |b: u8| {
        decode_as(&[b], Some("windows-1252"))
            .text
            .chars()
            .next()
            .unwrap_or('?')
    };
    text.bytes()
        .map(|b| if b < 0x80 { char::from(b) } else { table(b) })
        .collect()
}

fn rate(name: &str, texts: &[String], work: impl Fn(&str)) -> f64 {
    let bytes: usize = texts.iter().map(String::len).sum();
    let best = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            texts.iter().for_each(|text| work(text));
            start.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min);
    let rate = bytes as f64 / best / 1e6;
    println!(
        "{name:<44} {rate:>8.1} MB/s   ({:.1} MB)",
        bytes as f64 / 1e6
    );
    rate
}

/// The rate of ftfy on the same texts; `None` if it is not installed.
fn ftfy(texts: &[String]) -> Option<f64> {
    let script = "import sys,time,ftfy\ntexts=sys.stdin.read().split('\\0')\ns=time.perf_counter()\nfor t in texts: ftfy.fix_text(t)\nprint(time.perf_counter()-s)";
    let mut child = Command::new("python3")
        .args(["-c", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    child
        .stdin
        .take()?
        .write_all(texts.join("\0").as_bytes())
        .ok()?;
    let output = child.wait_with_output().ok()?;
    let seconds: f64 = String::from_utf8(output.stdout).ok()?.trim().parse().ok()?;
    let bytes: usize = texts.iter().map(String::len).sum();
    Some(bytes as f64 / seconds / 1e6)
}

fn main() {
    let clean = clean(2_000);
    let damaged: Vec<String> = clean.iter().map(|text| damaged(text)).collect();
    let long = vec![clean.join("\n\n")];
    let whole = |text: &str| {
        black_box(normalize(&Article::new("a", text)));
    };
    let steps = |text: &str| {
        black_box(repair(text, Steps::default()));
    };
    rate("all steps, clean articles", &clean, whole);
    rate("all steps, damaged articles", &damaged, whole);
    rate("all steps, one long text", &long, whole);
    let own = rate("characters alone, clean articles", &clean, steps);
    let own_damaged = rate("characters alone, damaged articles", &damaged, steps);
    match (ftfy(&clean[..200]), ftfy(&damaged[..200])) {
        (Some(first), Some(second)) => {
            println!(
                "{:<44} {first:>8.1} MB/s   ours is {:.0} times as fast",
                "ftfy, clean articles",
                own / first
            );
            println!(
                "{:<44} {second:>8.1} MB/s   ours is {:.0} times as fast",
                "ftfy, damaged articles",
                own_damaged / second
            );
        }
        _ => println!("ftfy is not installed: pip install ftfy"),
    }
}
