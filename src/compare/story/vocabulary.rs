//! How rare is a term? The terms of a corpus, numbered, with the number of articles that have each.

use rustc_hash::FxHashMap;

use super::sketch::Sketch;

/// How many articles of other news are assumed beside those of the corpus, so that in a small corpus,
/// all of whose articles may report one event, its words are not taken for common ones.
const OTHERS: f64 = 1000.0;
/// In how many of these articles each term is assumed.
const AMONG_OTHERS: f64 = 5.0;
/// A term in at most this many articles is rare, however small the corpus is.
const RARE: u32 = 12;
/// In a larger corpus, a term is rare in at most one article of so many.
const RARE_SHARE: usize = 100;

/// The terms of a corpus.
pub(super) struct Vocabulary {
    numbers: FxHashMap<u64, u32>,
    /// For each term, the number of articles that have it.
    articles: Vec<u32>,
    count: usize,
}

impl Vocabulary {
    pub fn new(sketches: &[Sketch]) -> Self {
        let mut vocabulary = Self {
            numbers: FxHashMap::default(),
            articles: Vec::new(),
            count: sketches.len(),
        };
        for (key, _) in sketches.iter().flat_map(|sketch| &sketch.terms) {
            let next = vocabulary.articles.len() as u32;
            let number = *vocabulary.numbers.entry(*key).or_insert(next);
            if number == next {
                vocabulary.articles.push(0);
            }
            vocabulary.articles[number as usize] += 1;
        }
        vocabulary
    }

    /// The number of a term.
    pub fn number(&self, key: u64) -> Option<u32> {
        self.numbers.get(&key).copied()
    }

    /// Whether few articles have a term.
    pub fn is_rare(&self, number: u32) -> bool {
        let most = RARE.max((self.count / RARE_SHARE) as u32);
        self.articles[number as usize] <= most
    }

    /// The inverse document frequency of a term (Spärck Jones 1972), with other news beside the
    /// corpus; always above 0.
    pub fn rarity(&self, number: u32) -> f64 {
        let articles = f64::from(self.articles[number as usize]);
        ((self.count as f64 + OTHERS) / (articles + AMONG_OTHERS)).ln()
    }
}
