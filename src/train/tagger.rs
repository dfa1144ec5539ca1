//! How is the tagger trained? A trainer on Universal Dependencies treebanks, with their words as
//! tokens.

use std::io::{self, Read};

use super::crf::{Grammar, Options, Sentence, train};
use super::recogniser::pack;
use crate::language::{Packed, Piece, Room, Sequence, Tag, tag_features, tags_by};
use crate::text::Span;

/// The treebanks used for training.
pub const TREEBANKS: [&str; 2] = ["ewt-train", "gum-train"];
/// The treebank used for evaluation.
pub const HELD: &str = "ewt-dev";

/// The options of training.
pub const OPTIONS: Options = Options {
    epochs: 10,
    averaged: 4,
    rate: 0.05,
    penalty: 2.5e-5,
    dropout: 0.1,
    least: 2,
    worth: 0.0,
    steps: 12.0,
    seed: 7,
};

/// A sentence of a treebank.
pub struct Tree {
    /// Its running text.
    pub text: String,
    /// The spans of its words.
    pub spans: Vec<Span>,
    /// Their tags.
    pub tags: Vec<Tag>,
    /// Their lemmas.
    pub lemmas: Vec<String>,
}

/// The sentences of a gzipped CoNLL-U file.
pub fn read(gzipped: &[u8]) -> io::Result<Vec<Tree>> {
    let mut lines = String::new();
    flate2::read::GzDecoder::new(gzipped).read_to_string(&mut lines)?;
    Ok(lines
        .split("\n\n")
        .map(tree)
        .filter(|tree| !tree.spans.is_empty())
        .collect())
}

/// Reads a sentence; the words of a contraction follow each other without spaces.
fn tree(rows: &str) -> Tree {
    let mut tree = Tree {
        text: String::new(),
        spans: Vec::new(),
        tags: Vec::new(),
        lemmas: Vec::new(),
    };
    // The last word of a contraction, and whether a space follows it.
    let mut contraction: Option<(&str, bool)> = None;
    for row in rows.lines().filter(|row| !row.starts_with('#')) {
        let columns: Vec<&str> = row.split('\t').collect();
        let [id, form, lemma, tag, .., misc] = columns[..] else {
            continue;
        };
        let spaced = !misc.contains("SpaceAfter=No");
        if let Some((_, last)) = id.split_once('-') {
            contraction = Some((last, spaced));
            continue;
        }
        let Some(tag) = Tag::ALL
            .iter()
            .find(|t| t.name() == tag)
            .filter(|_| !id.contains('.'))
        else {
            continue;
        };
        let start = tree.text.len();
        tree.text.push_str(form);
        tree.spans.push(Span::new(start, tree.text.len()));
        tree.tags.push(*tag);
        tree.lemmas.push(lemma.to_owned());
        let spaced = match contraction {
            Some((last, spaced)) if last == id => {
                contraction = None;
                spaced
            }
            Some(_) => false,
            None => spaced,
        };
        if spaced {
            tree.text.push(' ');
        }
    }
    tree
}

impl Tree {
    /// Its words as the models read them.
    pub fn pieces(&self) -> Vec<Piece> {
        self.spans
            .iter()
            .map(|span| Piece::new(&self.text, *span))
            .collect()
    }
}

/// Trains a model on sentences; `log` receives the number and the loss of each pass.
pub fn fit(trees: &[Tree], options: Options, log: &mut dyn FnMut(usize, f64)) -> Packed {
    let sentence = |tree: &Tree| {
        let pieces = tree.pieces();
        let mut sentence = Sentence {
            allowed: tree.tags.iter().map(|tag| 1 << *tag as u32).collect(),
            weight: 1.0,
            ..Sentence::default()
        };
        for at in 0..pieces.len() {
            tag_features(&pieces, at, &mut |feature| sentence.features.push(feature));
            sentence.ends.push(sentence.features.len() as u32);
        }
        sentence
    };
    let all = (1 << Tag::ALL.len()) - 1;
    let grammar = Grammar {
        labels: Tag::ALL.len(),
        after: vec![all; Tag::ALL.len()],
        first: all,
        last: all,
    };
    let sentences: Vec<Sentence> = trees.iter().map(sentence).collect();
    pack(
        &train(&sentences, &grammar, options, None, log),
        &grammar,
        options.steps,
    )
}

/// The share of words that a model tags like the treebank.
pub fn accuracy(model: &Sequence, trees: &[Tree]) -> f64 {
    let mut room = Room::default();
    let (mut right, mut all) = (0, 0);
    for tree in trees {
        let found = tags_by(model, &tree.pieces(), &mut room);
        right += found.iter().zip(&tree.tags).filter(|(a, b)| a == b).count();
        all += found.len();
    }
    right as f64 / all.max(1) as f64
}
