//! How long does a corpus take to open and to change? A benchmark in milliseconds: of articles that
//! are analysed, against the same articles opened with what was found in them; and of changes.
//!
//! The articles come from the file that `ARTICLES` names, such as JSON Lines with `id` and `text`;
//! without it, from the default corpus, repeated.
//!
//! `ARTICLES=news.jsonl cargo bench --bench corpus`

use std::env;
use std::fs;
use std::time::Instant;

use corpus_explorer::corpus::{Corpus, Treatment};
use corpus_explorer::decision::{Act, Address};
use corpus_explorer::document::{Article, Given};
use corpus_explorer::read::{Options, Reader};

/// How often the default corpus is repeated.
const TIMES: usize = 200;

fn articles() -> Vec<Article> {
    if let Some(path) = env::var_os("ARTICLES") {
        let mut reader = Reader::new(Options::default());
        reader.add(&path.to_string_lossy(), &fs::read(&path).unwrap());
        return reader.finish().articles;
    }
    let corpus = Corpus::embedded().unwrap();
    let all = (0..TIMES).flat_map(|n| {
        let documents = corpus.documents().iter();
        documents.map(move |document| Article::new(format!("{}-{n}", document.id), &*document.text))
    });
    all.collect()
}

/// The result of some work, whose time is printed.
fn timed<T>(what: &str, work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let result = work();
    let milliseconds = start.elapsed().as_secs_f64() * 1e3;
    println!("{what:<44} {milliseconds:>10.1} ms");
    (result, milliseconds)
}

fn search(corpus: &Corpus, query: &str) -> usize {
    let options = corpus_explorer::search::Options::default();
    corpus.index().search(corpus, query, &options).total
}

fn main() {
    let articles = articles();
    let characters: usize = articles.iter().map(|a| a.text.chars().count()).sum();
    println!("{} articles, {characters} characters", articles.len());
    let (corpus, derived) = timed("clean and analyse", || {
        Corpus::from_articles(&articles, Treatment::default()).unwrap()
    });
    let (bytes, _) = timed("save", || corpus.save().unwrap());
    let (mut corpus, carried) = timed("open", || Corpus::open(bytes).unwrap());
    println!(
        "{:<44} {:>10.1}",
        "analysing, as a multiple of opening",
        derived / carried
    );
    timed("first search", || search(&corpus, "treaty"));
    timed("second search", || search(&corpus, "agreement"));
    let id = corpus.documents()[0].id.clone();
    let given = |publisher: Option<&str>, title: Option<&str>| Given {
        publisher: publisher.map(str::to_owned),
        title: title.map(str::to_owned),
        ..Given::default()
    };
    timed("edit an outlet", || {
        corpus.give(&id, &given(Some("The Globe"), None)).unwrap()
    });
    timed("edit a title", || {
        corpus.give(&id, &given(None, Some("Treaty"))).unwrap()
    });
    let merge = Act::Merge {
        entity: Address::of(&corpus.entities()[1]),
        into: Address::of(&corpus.entities()[0]),
    };
    timed("merge two names", || {
        corpus.decide(merge).map(drop).unwrap()
    });
    timed("search after it", || search(&corpus, "treaty"));
    timed("remove an article", || corpus.remove(&[&id]));
    let one = Corpus::from_articles(&articles[..1], Treatment::default()).unwrap();
    timed("add an article", || corpus.append(one));
}
