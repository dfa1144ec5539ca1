//! How is the recogniser of names trained? A trainer on all corpora at once, each with the kinds it
//! annotates.

use super::crf::{Grammar, Options, Sentence, Weights, train, worthy};
use super::data::{Case, Example, joined};
use crate::entity::ModelInput;
use crate::entity::bilou::{Bilou, CoarseKind, LABELS, label, read};
use crate::entity::features;
use crate::language::{KEY_BITS, NEVER, Packed, Piece, mix};
use crate::text::Span;

/// The corpora in the data folder: name, whether it annotates other names, weight.
///
/// Edited news and web text have the highest weights. The names of the Georgetown corpus were
/// derived from nested mentions by rule, and encyclopedias are not news.
pub const CORPORA: [(&str, bool, f32); 9] = [
    ("gmb-train", true, 1.0),
    ("gum-train", true, 0.4),
    ("uner-ewt-devtest", false, 2.0),
    ("crossner-politics", true, 0.7),
    ("crossner-literature", true, 0.7),
    ("crossner-music", true, 0.7),
    ("crossner-science", true, 0.7),
    ("crossner-ai", true, 0.7),
    ("btc", false, 1.0),
];

/// The options of training. Rate, penalty and dropout gave the best mean over the four held-out
/// parts.
pub const OPTIONS: Options = Options {
    epochs: 8,
    averaged: 3,
    rate: 0.05,
    penalty: 5e-6,
    dropout: 0.2,
    least: 2,
    worth: 0.08,
    steps: 8.0,
    seed: 8,
};

/// The penalty when the useful weights are trained again.
const PENALTY_AGAIN: f32 = 1e-6;

/// The lowest bit of a feature marks the copy for one corpus.
const OWN: u64 = 1;

/// Splits a corpus into a training part and a held-out part: the last tenth of gmb, every second
/// news text of gum, every second newsgroup or weblog text of ewt, a fifth of politics.
pub fn split(corpus: &str, examples: Vec<Example>) -> (Vec<Example>, Vec<Example>) {
    let count = examples.len();
    let mut seen = 0;
    let held = |n: usize, example: &Example| match corpus {
        "gmb-train" => n >= count * 9 / 10,
        "gum-train" => every_second(example.id.contains("news"), &mut seen),
        "uner-ewt-devtest" => {
            let edited = example.id.contains("newsgroup") || example.id.contains("weblog");
            every_second(edited, &mut seen)
        }
        "crossner-politics" => n.is_multiple_of(5),
        _ => false,
    };
    let mut held = held;
    let (mut learned, mut out) = (Vec::new(), Vec::new());
    for (n, example) in examples.into_iter().enumerate() {
        if held(n, &example) {
            out.push(example);
        } else {
            learned.push(example);
        }
    }
    (learned, out)
}

fn every_second(counts: bool, seen: &mut usize) -> bool {
    *seen += usize::from(counts);
    counts && *seen % 2 == 1
}

/// Prepares the texts of the corpora: consecutive single sentences are joined to documents, except
/// in half of gmb, where document boundaries are unknown. An eighth is added in capitals, an eighth
/// in headline case, a sixteenth in lower case.
pub fn prepared(corpora: Vec<(&str, Vec<Example>)>) -> Vec<Example> {
    let mut all = Vec::new();
    for (corpus, mut examples) in corpora {
        if corpus == "gmb-train" {
            let rest = examples.split_off(examples.len() / 2);
            all.extend(joined(examples, 8));
            all.extend(rest);
        } else if corpus.starts_with("crossner") {
            all.extend(joined(examples, 4));
        } else {
            all.extend(examples);
        }
    }
    let copy = |(n, example): (usize, &Example)| match n % 16 {
        1 | 9 => example.recased(Case::Capitals),
        3 | 11 => example.recased(Case::Headline),
        5 => example.recased(Case::Small),
        _ => None,
    };
    let copies: Vec<Example> = all.iter().enumerate().filter_map(copy).collect();
    all.extend(copies);
    all
}

/// Trains a model on prepared examples; `log` receives the number and the loss of each pass.
///
/// In the first training, each corpus also has its own copy of each feature ([Daumé 2007]), which
/// takes up the habits of that corpus, so that the shared weights keep what holds in all corpora.
/// The useful shared weights are then trained again, alone.
///
/// [Daumé 2007]: https://aclanthology.org/P07-1033/
pub fn fit(examples: &[Example], options: Options, log: &mut dyn FnMut(usize, f64)) -> Packed {
    let grammar = grammar();
    let all = |with_own: bool| -> Vec<Sentence> {
        let of = |example| sentences(example, with_own);
        examples.iter().flat_map(of).collect()
    };
    let found = train(&all(true), &grammar, options, None, log);
    let mut support = worthy(&found, options);
    support.retain(|feature, _| feature & OWN == 0);
    let again = Options {
        penalty: PENALTY_AGAIN,
        seed: options.seed + 1,
        ..options
    };
    let weights = train(&all(false), &grammar, again, Some(&support), log);
    pack(&weights, &grammar, options.steps)
}

/// The sentences of an example: the features of words, with the copies for their corpus if
/// `with_own`, and the labels that words may have.
fn sentences(example: &Example, with_own: bool) -> Vec<Sentence> {
    let reading = ModelInput::new(&example.document());
    let sentence = |read: &crate::entity::InputSentence| {
        let mut sentence = Sentence {
            allowed: allowed(&read.pieces, example),
            weight: example.weight,
            ..Sentence::default()
        };
        for at in 0..read.pieces.len() {
            features(&read.pieces, &read.known, at, &mut |feature| {
                sentence.features.push(feature & !OWN);
                if with_own {
                    sentence.features.push(mix(feature, example.corpus) | OWN);
                }
            });
            sentence.ends.push(sentence.features.len() as u32);
        }
        sentence
    };
    reading.sentences.iter().map(sentence).collect()
}

/// The labels that each piece may have, one bit each.
fn allowed(pieces: &[Piece], example: &Example) -> Vec<u32> {
    let others = Bilou::ALL.iter().fold(0, |bits, place| {
        bits | 1 << label(CoarseKind::Other, *place)
    });
    let outside = if example.has_other { 1 } else { 1 | others };
    let mut allowed = vec![outside; pieces.len()];
    for (span, kind) in &example.names {
        let first = pieces.partition_point(|piece| piece.span.end <= span.start);
        let end = pieces.partition_point(|piece| piece.span.start < span.end);
        let count = end.saturating_sub(first);
        for (n, allowed) in allowed[first..first + count].iter_mut().enumerate() {
            *allowed = 1 << label(*kind, Bilou::between(n == 0, n + 1 == count));
        }
    }
    allowed
}

/// Which labels may follow each other: a name that has begun must continue, and one that has not
/// cannot.
pub fn grammar() -> Grammar {
    let mask = |may: &dyn Fn(u8) -> bool| {
        (0..LABELS as u8)
            .filter(|l| may(*l))
            .fold(0, |bits, l| bits | 1 << l)
    };
    let opens = |label: u8| read(label).is_none_or(|(_, place)| place.starts());
    let after = |before: u8| match read(before) {
        Some((kind, place)) if place.goes_on() => {
            mask(&|label| read(label).is_some_and(|(k, p)| k == kind && !p.starts()))
        }
        _ => mask(&opens),
    };
    Grammar {
        labels: LABELS,
        after: (0..LABELS as u8).map(after).collect(),
        first: mask(&opens),
        last: mask(&|label| read(label).is_none_or(|(_, place)| !place.goes_on())),
    }
}

/// Packs weights as integers. Features whose weights all round to zero are dropped; of two features
/// with the same key, the one with larger weights is kept.
pub fn pack(weights: &Weights, grammar: &Grammar, steps: f32) -> Packed {
    let whole = |weight: &f32| (weight * steps).round().clamp(-127.0, 127.0) as i8;
    let size = |row: &[(u8, i8)]| row.iter().map(|(_, w)| i32::from(*w).abs()).sum::<i32>();
    let mut rows: Vec<(u32, Vec<(u8, i8)>)> = weights
        .rows
        .iter()
        .map(|(feature, row)| {
            let row = (0u8..)
                .zip(row.iter().map(whole))
                .filter(|(_, weight)| *weight != 0);
            ((feature >> (64 - KEY_BITS)) as u32, row.collect::<Vec<_>>())
        })
        .filter(|(_, row)| !row.is_empty())
        .collect();
    rows.sort_by_key(|(key, row)| (*key, -size(row)));
    rows.dedup_by_key(|(key, _)| *key);
    let transition = |n: usize| {
        let (a, b) = (n / grammar.labels, n % grammar.labels);
        let may = grammar.after[a] >> b & 1 == 1;
        if may {
            (weights.transitions[n] * steps).round() as i16
        } else {
            NEVER
        }
    };
    let mut end = 0;
    Packed {
        labels: grammar.labels,
        first: grammar.first,
        last: grammar.last,
        transitions: (0..grammar.labels * grammar.labels)
            .map(transition)
            .collect(),
        keys: rows.iter().map(|(key, _)| *key).collect(),
        ends: rows
            .iter()
            .map(|(_, row)| {
                end += row.len() as u32;
                end
            })
            .collect(),
        weights: rows.into_iter().flat_map(|(_, row)| row).collect(),
    }
}

/// The counts of wanted, found and correct names in a set of texts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Score {
    /// Names in the truth.
    pub wanted: usize,
    /// Names that were found.
    pub found: usize,
    /// Names that were found with the correct span and type.
    pub right: usize,
}

impl Score {
    /// The harmonic mean of precision and recall, in per cent.
    pub fn f1(&self) -> f64 {
        200.0 * self.right as f64 / (self.wanted + self.found).max(1) as f64
    }
}

/// Scores found names by exact span and type of people, organisations and places; a leading article
/// and a possessive ending are ignored.
pub fn score(examples: &[Example], find: impl Fn(&Example) -> Vec<(Span, CoarseKind)>) -> Score {
    let mut score = Score::default();
    for example in examples {
        let counted = |names: Vec<(Span, CoarseKind)>| -> Vec<(Span, CoarseKind)> {
            let kept = names
                .into_iter()
                .filter(|(_, kind)| *kind != CoarseKind::Other);
            kept.map(|(span, kind)| (trimmed(&example.text, span), kind))
                .collect()
        };
        let wanted = counted(example.names.clone());
        let found = counted(find(example));
        score.wanted += wanted.len();
        score.found += found.len();
        score.right += found.iter().filter(|name| wanted.contains(name)).count();
    }
    score
}

fn trimmed(text: &str, span: Span) -> Span {
    let name = span.slice(text);
    let bare = ["the ", "The ", "a ", "A ", "an ", "An "]
        .iter()
        .find_map(|article| name.strip_prefix(article));
    let bare = bare.unwrap_or(name);
    let start = span.start as usize + name.len() - bare.len();
    let bare = ["'s", "’s"]
        .iter()
        .find_map(|end| bare.strip_suffix(end))
        .unwrap_or(bare);
    Span::new(start, start + bare.len())
}
