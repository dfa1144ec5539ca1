//! Do concordance and collocations count correctly? A comparison with a slow and obvious count on
//! random small corpora.

use std::collections::{BTreeMap, BTreeSet};

use crate::random::Random;
use corpus_explorer::document::Document;
use corpus_explorer::search::{
    Collocate, CollocationOptions, Index, LineOptions, Measure, Selection,
};

/// Words without common stems; "the" is a stop word.
const WORDS: [&str; 9] = [
    "harbour", "storm", "pact", "quay", "moon", "lamp", "fog", "gull", "the",
];
const OUTLETS: [Option<&str>; 3] = [Some("Alpha"), Some("Beta"), None];

/// For each document, its outlet and the words of each block.
type Articles = Vec<(Option<&'static str>, Vec<Vec<&'static str>>)>;

fn articles(random: &mut Random) -> Articles {
    let block = |random: &mut Random| {
        let length = 1 + random.below(24);
        (0..length)
            .map(|_| WORDS[random.below(9).min(random.below(9))])
            .collect()
    };
    (0..1 + random.below(5))
        .map(|_| {
            let outlet = OUTLETS[random.below(3)];
            let blocks = 1 + random.below(3);
            (outlet, (0..blocks).map(|_| block(random)).collect())
        })
        .collect()
}

fn documents(articles: &Articles) -> Vec<Document> {
    let document = |(at, (outlet, blocks)): (usize, &(Option<&str>, Vec<Vec<&str>>))| {
        let blocks: Vec<String> = blocks.iter().map(|words| words.join(" ")).collect();
        let mut document = Document::from_text(&at.to_string(), &blocks.join("\n\n"));
        document.publisher = outlet.map(Into::into);
        document
    };
    articles.iter().enumerate().map(document).collect()
}

/// For each word of a block, whether it is in a match of `phrase`.
fn lit(block: &[&str], phrase: &[&str]) -> Vec<bool> {
    let mut lit = vec![false; block.len()];
    for (at, words) in block.windows(phrase.len()).enumerate() {
        if words == phrase {
            lit[at..at + phrase.len()].fill(true);
        }
    }
    lit
}

/// The number of matches: runs of matching words.
fn matches(lit: &[bool]) -> usize {
    (0..lit.len())
        .filter(|&at| lit[at] && (at == 0 || !lit[at - 1]))
        .count()
}

#[derive(Default)]
struct Slow {
    matches: usize,
    words: usize,
    near: usize,
    /// Word → count before, count after, frequency, articles.
    company: BTreeMap<&'static str, (usize, usize, usize, BTreeSet<usize>)>,
}

fn slow(
    articles: &Articles,
    phrase: &[&str],
    left: usize,
    right: usize,
    only: Option<&str>,
) -> Slow {
    let mut slow = Slow::default();
    for (number, (outlet, blocks)) in articles.iter().enumerate() {
        if only.is_some() && *outlet != only {
            continue;
        }
        for block in blocks {
            let lit = lit(block, phrase);
            slow.matches += matches(&lit);
            for (at, word) in block.iter().enumerate().filter(|(at, _)| !lit[*at]) {
                slow.words += 1;
                let met = slow.company.entry(word).or_default();
                met.2 += 1;
                let after = (1..=right).find(|n| at >= *n && lit[at - n]);
                let before = (1..=left).find(|n| at + n < block.len() && lit[at + n]);
                match (before, after) {
                    (None, None) => continue,
                    (Some(before), Some(after)) if before < after => met.0 += 1,
                    (Some(_), None) => met.0 += 1,
                    _ => met.1 += 1,
                }
                slow.near += 1;
                met.3.insert(number);
            }
        }
    }
    slow
}

/// G² by entropies: Σ n·ln n over cells, rows, columns and the total.
fn log_likelihood(observed: usize, near: usize, frequency: usize, words: usize) -> f64 {
    let sum = |counts: &[usize]| -> f64 {
        let parts = counts.iter().filter(|n| **n > 0);
        parts.map(|&n| n as f64 * (n as f64).ln()).sum()
    };
    let rest = words + observed - near - frequency;
    let cells = [observed, near - observed, frequency - observed, rest];
    2.0 * (sum(&cells) + sum(&[words])
        - sum(&[near, words - near])
        - sum(&[frequency, words - frequency]))
}

#[test]
fn collocations_are_counted_as_by_hand() {
    let mut kept = 0;
    for seed in 0..400 {
        let mut random = Random(seed);
        let articles = articles(&mut random);
        let documents = documents(&articles);
        let index = Index::build(&documents);
        let phrase: Vec<&str> = (0..1 + random.below(2))
            .map(|_| WORDS[random.below(4)])
            .collect();
        let query = match phrase.as_slice() {
            [word] => (*word).to_owned(),
            words => format!("\"{}\"", words.join(" ")),
        };
        let only = [None, Some("Alpha")][random.below(2)];
        let options = CollocationOptions {
            left: random.below(6),
            right: random.below(6),
            measure: [Measure::LogLikelihood, Measure::LogDice][random.below(2)],
            min: 1 + random.below(3),
            stop_words: random.below(2) == 0,
            filter: Selection {
                values: only
                    .map(|o| ("publisher".into(), o.into()))
                    .into_iter()
                    .collect(),
                ..Selection::default()
            },
            ..CollocationOptions::default()
        };
        let found = index.collocations(&documents, &query, &options);
        let slow = slow(&articles, &phrase, options.left, options.right, only);
        let case = format!("seed {seed}, {query}, {options:?}");
        if slow.matches == 0 {
            // A word that is not in the corpus may be corrected to one that is.
            continue;
        }
        assert_eq!(
            (found.matches, found.words, found.near),
            (slow.matches, slow.words, slow.near),
            "{case}"
        );
        let mut expected: Vec<Collocate> = Vec::new();
        for (word, (left, right, frequency, articles)) in &slow.company {
            let observed = left + right;
            let by_chance = slow.near as f64 * *frequency as f64 / slow.words as f64;
            if observed < options.min
                || observed as f64 <= by_chance
                || *word == "the" && !options.stop_words
            {
                continue;
            }
            let dice = 2.0 * observed.min(slow.matches) as f64 / (slow.matches + frequency) as f64;
            expected.push(Collocate {
                word: (*word).to_owned(),
                left: *left,
                right: *right,
                expected: by_chance,
                frequency: *frequency,
                articles: articles.len(),
                log_likelihood: log_likelihood(observed, slow.near, *frequency, slow.words),
                log_dice: 14.0 + dice.log2(),
            });
        }
        let measure = |c: &Collocate| match options.measure {
            Measure::LogLikelihood => c.log_likelihood,
            Measure::LogDice => c.log_dice,
        };
        assert_eq!(found.total, expected.len(), "{case}");
        assert!(
            found
                .collocates
                .windows(2)
                .all(|two| measure(&two[0]) >= measure(&two[1])),
            "{case}"
        );
        for wanted in expected {
            let c = found.collocates.iter().find(|c| c.word == wanted.word);
            let c = c.unwrap_or_else(|| panic!("{} in {case}", wanted.word));
            let exact = |c: &Collocate| (c.left, c.right, c.frequency, c.articles);
            assert_eq!(exact(c), exact(&wanted), "{} in {case}", wanted.word);
            for (one, other) in [
                (c.expected, wanted.expected),
                (c.log_likelihood, wanted.log_likelihood),
                (c.log_dice, wanted.log_dice),
            ] {
                assert!(
                    (one - other).abs() < 1e-6,
                    "{} in {case}: {one} {other}",
                    c.word
                );
            }
            kept += 1;
        }
    }
    assert!(kept > 300, "the cases are too poor: {kept}");
}

#[test]
fn outlets_are_counted_as_by_hand() {
    for seed in 0..300 {
        let mut random = Random(seed);
        let articles = articles(&mut random);
        let documents = documents(&articles);
        let index = Index::build(&documents);
        let word = WORDS[random.below(4)];
        let count = |blocks: &[Vec<&str>]| -> usize {
            blocks.iter().map(|b| matches(&lit(b, &[word]))).sum()
        };
        if articles.iter().all(|(_, blocks)| count(blocks) == 0) {
            continue;
        }
        let mut slow: BTreeMap<Option<&str>, [usize; 4]> = BTreeMap::new();
        for (outlet, blocks) in &articles {
            let group = slow.entry(*outlet).or_default();
            let found = count(blocks);
            group[0] += found;
            group[1] += usize::from(found > 0);
            group[2] += 1;
            group[3] += blocks.iter().map(Vec::len).sum::<usize>();
        }
        let options = LineOptions {
            group: true,
            ..LineOptions::default()
        };
        let found = index.concordance(&documents, word, &options);
        let groups: BTreeMap<Option<&str>, [usize; 4]> = found
            .groups
            .iter()
            .map(|g| {
                (
                    g.publisher.as_deref(),
                    [g.matches, g.articles, g.of, g.words],
                )
            })
            .collect();
        assert_eq!(groups, slow, "seed {seed}, {word}");
        assert_eq!(found.lines.len(), found.total.matches);
        let order: Vec<Option<&str>> = found
            .lines
            .iter()
            .map(|line| documents[line.doc.0 as usize].publisher.as_deref())
            .collect();
        let expected: Vec<Option<&str>> = found
            .groups
            .iter()
            .flat_map(|g| std::iter::repeat_n(g.publisher.as_deref(), g.matches))
            .collect();
        assert_eq!(order, expected, "seed {seed}, {word}");
    }
}
