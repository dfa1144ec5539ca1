//! Trains the models: `cargo run --release --features train --bin train -- MODEL --data FOLDER`.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use clap::{Parser, ValueEnum};
use corpus_explorer::entity::MentionKind;
use corpus_explorer::entity::{bilou::CoarseKind, mentions_by};
use corpus_explorer::language::Sequence;
use corpus_explorer::train::{Options, cluster, data, lemma, recogniser, tagger};

/// Trains the models of Corpus Explorer; src/language/models/MODELS.md describes the data.
#[derive(Parser)]
struct Args {
    /// The model to train.
    model: Model,
    /// The folder with the annotated texts (NAME.jsonl.gz).
    #[arg(long)]
    data: PathBuf,
    /// Word vectors as JSON: {"words": [WORD, …], "vectors": {WORD: [NUMBER, …]}}; for `cluster`.
    #[arg(long)]
    vectors: Option<PathBuf>,
    /// Holds out the parts for evaluation and reports on them; needs --out to write the recogniser.
    #[arg(long)]
    hold_out: bool,
    /// The file to write, instead of the one in the source.
    #[arg(long)]
    out: Option<PathBuf>,
    /// The L1 penalty.
    #[arg(long)]
    penalty: Option<f32>,
    /// The least worth of a weight that is kept (recogniser only).
    #[arg(long)]
    worth: Option<f32>,
    /// The number of integer steps per unit of weight.
    #[arg(long)]
    steps: Option<f32>,
    /// The seed of the order of sentences.
    #[arg(long)]
    seed: Option<u64>,
    /// Passes over the data.
    #[arg(long)]
    epochs: Option<usize>,
}

impl Args {
    /// The options of a model, with those given on the command line replaced.
    fn options(&self, usual: Options) -> Options {
        Options {
            penalty: self.penalty.unwrap_or(usual.penalty),
            worth: self.worth.unwrap_or(usual.worth),
            steps: self.steps.unwrap_or(usual.steps),
            seed: self.seed.unwrap_or(usual.seed),
            epochs: self.epochs.unwrap_or(usual.epochs),
            ..usual
        }
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum Model {
    /// Classes of words (src/language/models/cluster.bin).
    Cluster,
    /// The recogniser of names (src/entity/models/recogniser.bin).
    Recogniser,
    /// The tagger of parts of speech (src/language/models/tagger.bin).
    Tagger,
    /// The list of endings that give lemmas (src/language/lemma.tsv).
    Lemma,
}

fn main() -> Result<(), Box<dyn Error>> {
    let args = Args::parse();
    match args.model {
        Model::Cluster => train_cluster(&args),
        Model::Recogniser => train_recogniser(&args),
        Model::Tagger => train_tagger(&args),
        Model::Lemma => list_lemmas(&args),
    }
}

/// The corpora: the training parts and the held-out parts.
fn corpora(args: &Args) -> Result<(Corpora, Corpora), Box<dyn Error>> {
    let (mut learned, mut held) = (Vec::new(), Vec::new());
    for (number, (corpus, has_other, weight)) in (0..).zip(recogniser::CORPORA) {
        let file = args.data.join(format!("{corpus}.jsonl.gz"));
        let bytes = fs::read(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        let examples = data::read(&bytes, number, has_other, weight)?;
        if args.hold_out {
            let (learn, hold) = recogniser::split(corpus, examples);
            learned.push((corpus, learn));
            held.push((corpus, hold));
        } else {
            learned.push((corpus, examples));
        }
    }
    Ok((learned, held))
}

type Corpora = Vec<(&'static str, Vec<data::Example>)>;

fn train_cluster(args: &Args) -> Result<(), Box<dyn Error>> {
    let path = args.vectors.as_deref().ok_or("--vectors FILE is wanted")?;
    let (learned, _) = corpora(args)?;
    let examples: Vec<data::Example> = learned
        .into_iter()
        .flat_map(|(_, examples)| examples)
        .collect();
    let words = vectors(path)?;
    let bytes = cluster::classes(&words, &cluster::counts(&examples), 1);
    write(args, "src/language/models/cluster.bin", &bytes)
}

#[derive(serde::Deserialize)]
struct Vectors {
    words: Vec<String>,
    vectors: std::collections::HashMap<String, Vec<f32>>,
}

/// Words by descending frequency, with their vectors.
type Words = Vec<(String, Vec<f32>)>;

/// The vectors of the most frequent words with a lower-case letter, cut to a hundred numbers.
fn vectors(path: &Path) -> Result<Words, Box<dyn Error>> {
    let mut read: Vectors = serde_json::from_slice(&fs::read(path)?)?;
    let mut words = Vec::new();
    for word in read.words {
        if words.len() < cluster::WORDS
            && word.chars().any(|c| c.is_ascii_lowercase())
            && let Some(mut vector) = read.vectors.remove(&word)
        {
            vector.truncate(100);
            words.push((word, vector));
        }
    }
    Ok(words)
}

fn train_recogniser(args: &Args) -> Result<(), Box<dyn Error>> {
    let (learned, held) = corpora(args)?;
    let options = args.options(recogniser::OPTIONS);
    let examples = recogniser::prepared(learned);
    let model = recogniser::fit(&examples, options, &mut |epoch, loss| {
        eprintln!("pass {epoch}: loss {loss:.0}")
    });
    println!(
        "{} features, {} weights",
        model.keys.len(),
        model.weights.len()
    );
    let bytes = model.write();
    report(&bytes, &held);
    if args.hold_out && args.out.is_none() {
        return Ok(());
    }
    write(args, "src/entity/models/recogniser.bin", &bytes)
}

fn train_tagger(args: &Args) -> Result<(), Box<dyn Error>> {
    let learned = trees(args, &tagger::TREEBANKS)?;
    let model = tagger::fit(
        &learned,
        args.options(tagger::OPTIONS),
        &mut |epoch, loss| eprintln!("pass {epoch}: loss {loss:.0}"),
    );
    println!(
        "{} features, {} weights",
        model.keys.len(),
        model.weights.len()
    );
    let bytes = model.write();
    let held = trees(args, &[tagger::HELD])?;
    println!(
        "{}: {:.2} % of words",
        tagger::HELD,
        tagger::accuracy(&Sequence::read(&bytes), &held) * 100.0
    );
    write(args, "src/language/models/tagger.bin", &bytes)
}

fn list_lemmas(args: &Args) -> Result<(), Box<dyn Error>> {
    let list = lemma::list(&trees(args, &tagger::TREEBANKS)?);
    println!(
        "{}: {:.2} % of words with the list of this build",
        tagger::HELD,
        lemma::accuracy(&trees(args, &[tagger::HELD])?) * 100.0
    );
    write(args, "src/language/lemma.tsv", list.as_bytes())
}

fn trees(args: &Args, names: &[&str]) -> Result<Vec<tagger::Tree>, Box<dyn Error>> {
    let mut trees = Vec::new();
    for name in names {
        let file = args.data.join(format!("{name}.conllu.gz"));
        let bytes = fs::read(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        trees.extend(tagger::read(&bytes)?);
    }
    Ok(trees)
}

/// Prints how well a model finds the names of the held-out parts.
fn report(bytes: &[u8], held: &Corpora) {
    let model = Sequence::read(bytes);
    let mut sum = 0.0;
    let parts = held.iter().filter(|(_, examples)| !examples.is_empty());
    let count = parts.clone().count();
    for (corpus, examples) in parts {
        let score = recogniser::score(examples, |example| {
            let kind = |kind| match kind {
                MentionKind::Person => CoarseKind::Person,
                MentionKind::Organisation => CoarseKind::Organisation,
                MentionKind::Place => CoarseKind::Place,
                _ => CoarseKind::Other,
            };
            let found = mentions_by(&model, &example.document());
            found
                .iter()
                .map(|mention| (mention.span, kind(mention.kind)))
                .collect()
        });
        sum += score.f1();
        println!("{corpus}: F1 {:.2} ({score:?})", score.f1());
    }
    if count > 0 {
        println!("mean {:.2}", sum / count as f64);
    }
}

fn write(args: &Args, path: &str, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    let path = args.out.clone().unwrap_or_else(|| path.into());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&path, bytes)?;
    println!("{}: {} bytes", path.display(), bytes.len());
    Ok(())
}
