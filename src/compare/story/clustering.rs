//! Which articles belong together? A clustering by mean similarity: the most similar pairs come first,
//! and two clusters join if their articles are alike on the average, so that a chain of pairs does
//! not join what its ends do not share.

use std::cmp::Reverse;

use super::neighbour::{A_DAY, DAYS, Pair, days_between, pairs};
use super::sketch::{Sketch, term};
use super::vector::{Vector, percent};
use super::vocabulary::Vocabulary;
use super::{SharedWord, Story};
use crate::document::{DocId, Document};
use crate::order;
use crate::text::fold::without_possessive;
use crate::text::{EnglishStemmer, TokenKind, tokens};

/// The least mean cosine between the articles of two clusters of one day.
const TOGETHER: u64 = percent(16);
/// How many words of a story are named.
const WORDS: usize = 6;

/// The stories of a corpus, those of most articles first, then in order of their first articles;
/// `sketches` are those of all `documents`. Each article is in one story at most.
pub fn stories(documents: &[Document], sketches: &[Sketch]) -> Vec<Story> {
    let terms = Vocabulary::new(sketches);
    let vectors: Vec<Vector> = sketches.iter().map(|s| Vector::new(s, &terms)).collect();
    let mut clusters = Clusters::new(sketches, &vectors);
    for pair in pairs(sketches, &vectors, &terms) {
        clusters.join(&pair);
    }
    let several = clusters.all.iter().filter(|one| one.articles.len() > 1);
    let story = |cluster: &Cluster| {
        let mut articles: Vec<u32> = cluster.articles.clone();
        order::sort_by_key(&mut articles, |&n| (sketches[n as usize].day, n));
        let closeness = |n: u32| {
            let products = vectors[n as usize].products(&cluster.sum);
            products.map(|(_, product)| product).sum::<u64>()
        };
        let central = articles.iter().max_by_key(|&&n| (closeness(n), Reverse(n)));
        Story {
            central: DocId(central.copied().unwrap_or_default()),
            words: words(documents, &terms, &vectors, cluster),
            articles: articles.into_iter().map(DocId).collect(),
        }
    };
    let mut stories: Vec<Story> = several.map(story).collect();
    order::sort_by_key(&mut stories, |story| {
        (
            Reverse(story.articles.len()),
            story.articles.iter().min().copied(),
        )
    });
    stories
}

/// Articles that belong together.
#[derive(Default)]
struct Cluster {
    articles: Vec<u32>,
    /// The sum of their vectors.
    sum: Vector,
    /// The first and the last of their days.
    days: Option<(i64, i64)>,
}

struct Clusters {
    all: Vec<Cluster>,
    /// For each article, its cluster.
    of: Vec<u32>,
}

impl Clusters {
    /// Each article for itself.
    fn new(sketches: &[Sketch], vectors: &[Vector]) -> Self {
        let own = |((n, sketch), vector): ((u32, &Sketch), &Vector)| Cluster {
            articles: vec![n],
            sum: vector.clone(),
            days: sketch.day.map(|day| (day, day)),
        };
        Self {
            all: (0..).zip(sketches).zip(vectors).map(own).collect(),
            of: (0..sketches.len() as u32).collect(),
        }
    }

    /// Joins the clusters of two articles, if they belong together.
    fn join(&mut self, pair: &Pair) {
        let [a, b] = [pair.first, pair.second].map(|n| self.of[n as usize] as usize);
        if a == b || !self.all[a].belongs_to(&self.all[b]) {
            return;
        }
        let is_larger = self.all[a].articles.len() >= self.all[b].articles.len();
        let (large, small) = if is_larger { (a, b) } else { (b, a) };
        let gone = std::mem::take(&mut self.all[small]);
        for &article in &gone.articles {
            self.of[article as usize] = large as u32;
        }
        self.all[large].take(gone);
    }
}

impl Cluster {
    fn belongs_to(&self, other: &Self) -> bool {
        let pairs = (self.articles.len() * other.articles.len()) as u64;
        let days = self.days_to(other);
        days <= DAYS as u64 && self.sum.similarity(&other.sum, pairs) >= TOGETHER + days * A_DAY
    }

    /// The days between the nearest ends of two clusters; 0 if they overlap or one is not dated.
    fn days_to(&self, other: &Self) -> u64 {
        let both = self.days.zip(other.days);
        both.map_or(0, |((from, to), (first, last))| {
            if to < first || last < from {
                days_between(Some(to), Some(first)).min(days_between(Some(from), Some(last)))
            } else {
                0
            }
        })
    }

    fn take(&mut self, other: Self) {
        self.articles.extend(other.articles);
        self.sum.add(&other.sum);
        self.days = match (self.days, other.days) {
            (Some((a, b)), Some((c, d))) => Some((a.min(c), b.max(d))),
            (own, theirs) => own.or(theirs),
        };
    }
}

/// The words of most weight that several articles of a cluster share.
fn words(
    documents: &[Document],
    terms: &Vocabulary,
    vectors: &[Vector],
    cluster: &Cluster,
) -> Vec<SharedWord> {
    let mut weighty = cluster.sum.0.clone();
    order::sort_by_key(&mut weighty, |&(number, weight)| (Reverse(weight), number));
    let having = |number: u32| {
        let articles = cluster.articles.iter().copied();
        articles.filter(move |&n| {
            vectors[n as usize]
                .0
                .iter()
                .any(|(other, _)| *other == number)
        })
    };
    let shared = weighty.into_iter().map(|(number, _)| number);
    let shared = shared.filter(|&number| having(number).nth(1).is_some());
    let word = |number: u32| {
        let mut articles = having(number);
        Some(SharedWord {
            articles: having(number).count() as u32,
            word: articles.find_map(|n| written(&documents[n as usize], terms, number))?,
        })
    };
    shared.filter_map(word).take(WORDS).collect()
}

/// The word of a document with a certain term, as it is most often written there; the first of
/// several.
fn written(document: &Document, terms: &Vocabulary, number: u32) -> Option<String> {
    let stemmer = EnglishStemmer::new();
    let tokens = tokens(&document.text);
    let words = tokens.iter().filter(|t| t.kind == TokenKind::Word);
    let is_it = |word: &str| term(&stemmer, word).and_then(|key| terms.number(key)) == Some(number);
    let words = words.map(|token| document.slice(token.span));
    let forms: Vec<&str> = words
        .filter(|word| is_it(word))
        .map(without_possessive)
        .collect();
    let often = |form: &&str| forms.iter().filter(|other| *other == form).count();
    let most = forms.iter().copied().max_by_key(|form| {
        (
            often(form),
            Reverse(forms.iter().position(|other| other == form)),
        )
    });
    most.map(str::to_owned)
}
