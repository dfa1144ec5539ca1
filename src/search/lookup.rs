//! Which words of the corpus does a query mean? Its texts looked up, and corrected where the
//! corpus lacks them.

use super::Index;
use super::answer::Remark;
use super::index::posting::END;
use super::leaf::Leaf;
use super::query::{Clause, Node, Query, QueryText, QueryWord};
use super::spell::{correct, split};
use super::stream::Fields;
use super::term::Glue;
use crate::text::EnglishStemmer;

/// What a query means in a corpus.
#[derive(Debug, Default)]
pub struct Lookup {
    /// For each segment and each text of the query, where to look for it.
    pub leaves: Vec<Vec<Leaf>>,
    /// The texts that are sought or liked, in the order of the query, each once.
    pub clauses: Vec<Clause>,
    /// What the whole query would be with a misspelt phrase corrected.
    pub mended: Option<String>,
}

/// A text with other words than were typed.
struct Correction {
    leaves: Vec<Leaf>,
    shown: String,
}

impl Lookup {
    /// Looks up every text of a query; what is corrected or missing is remarked.
    pub fn new(query: &mut Query, typed: &str, index: &Index) -> Self {
        let stemmer = EnglishStemmer::new();
        let mut lookup = Self::default();
        let mut sought = Vec::new();
        if let Some(root) = &query.root {
            collect_sought(root, &mut sought);
        }
        let mut each = Vec::new();
        for (number, text) in query.texts.iter().enumerate() {
            let mut leaves = leaves(text, index, &stemmer);
            if !stands(&leaves, index) && sought.contains(&number) {
                let correction = correction(text, index, &stemmer);
                query
                    .remarks
                    .push((text.at, remark(text, correction.as_ref())));
                match correction {
                    Some(correction) if text.exact => {
                        lookup.mended = Some(typed.replacen(&text.typed, &correction.shown, 1));
                    }
                    Some(correction) => leaves = correction.leaves,
                    None => {}
                }
            }
            each.push(leaves);
        }
        sought.sort_unstable();
        for text in sought {
            let leaves = &each[text];
            let is_empty = leaves.iter().all(Leaf::is_empty);
            let same = |c: &&mut Clause| each[c.text] == *leaves && !is_empty;
            match lookup.clauses.iter_mut().find(same) {
                Some(clause) => clause.weight += 1.0,
                None => lookup.clauses.push(Clause { text, weight: 1.0 }),
            }
        }
        lookup.leaves = (0..index.parts.len())
            .map(|segment| each.iter().map(|leaves| leaves[segment].clone()).collect())
            .collect();
        lookup
    }
}

/// What is said of a text that the corpus lacks. A phrase is never replaced, only offered.
fn remark(text: &QueryText, correction: Option<&Correction>) -> Remark {
    let typed = &text.typed;
    match correction {
        Some(Correction { shown, .. }) if !text.exact => {
            let text = format!("No “{typed}”; showing “{shown}”");
            Remark::new("corrected", &text).changed(typed, shown)
        }
        _ => Remark {
            from: Some(typed.clone()),
            ..Remark::new("not-found", &format!("No “{typed}” in these articles"))
        },
    }
}

/// The nearest words of the corpus for those of a text that it lacks: of like spelling, or two
/// that were run together; `None` when a word has none near.
fn correction(text: &QueryText, index: &Index, stemmer: &EnglishStemmer) -> Option<Correction> {
    let mut better = text.clone();
    if !text.exact && text.words.len() > 1 {
        better.words.truncate(1);
        better.words[0].key = text.words.iter().map(|w| w.key.to_lowercase()).collect();
    }
    let mut shown = Vec::new();
    let mut words = Vec::new();
    for word in better.words {
        let alone = QueryText {
            words: vec![word.clone()],
            ..text.clone()
        };
        if stands(&leaves(&alone, index, stemmer), index) {
            shown.push(word.typed.clone());
            words.push(word);
            continue;
        }
        if word.prefix {
            return None;
        }
        let found = match correct(&word.key, index) {
            Some(key) => vec![key],
            None => split(&word.key, index).map(|(left, right)| vec![left.into(), right.into()])?,
        };
        for key in found {
            let look = index.look(&key);
            shown.push(look.clone());
            words.push(QueryWord {
                typed: look,
                key,
                glue: Glue::Apart,
                prefix: false,
            });
        }
    }
    let leaves = leaves(
        &QueryText {
            words,
            ..text.clone()
        },
        index,
        stemmer,
    );
    stands(&leaves, index).then(|| Correction {
        leaves,
        shown: shown.join(" "),
    })
}

/// A text of the query in each segment.
fn leaves(text: &QueryText, index: &Index, stemmer: &EnglishStemmer) -> Vec<Leaf> {
    index
        .segments()
        .map(|segment| Leaf::new(text, segment, stemmer))
        .collect()
}

/// Whether a word stands in an article that is there, or all words of a phrase do.
fn stands(leaves: &[Leaf], index: &Index) -> bool {
    index.parts.iter().zip(leaves).any(|(part, leaf)| {
        if leaf.slot().is_none() || part.is_whole {
            return !leaf.is_empty();
        }
        let mut places = leaf.places(&part.segment, Fields::ALL, 0);
        while places.document() != END && part.document(places.document()).is_none() {
            places.advance();
        }
        places.document() != END
    })
}

/// The texts that a tree seeks or likes, in its order.
fn collect_sought(node: &Node, texts: &mut Vec<usize>) {
    match node {
        Node::Text(text) => texts.push(*text),
        Node::All(parts) | Node::Any(parts) | Node::Optional(parts) => {
            parts.iter().for_each(|part| collect_sought(part, texts));
        }
        Node::Filter(_) | Node::Not(_) => {}
    }
}
