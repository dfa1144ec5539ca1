//! Which words of the corpus does a query mean? Its texts looked up, and corrected where the
//! corpus lacks them.

use super::Index;
use super::answer::Remark;
use super::choice::Choice;
use super::index::posting::END;
use super::leaf::Leaf;
use super::query::{Clause, Node, Query, QueryText, QueryWord};
use super::spell::{correct, split};
use super::stream::Fields;
use super::synonym::{Expansion, expansions};
use super::term::Glue;
use crate::text::EnglishStemmer;
use rustc_hash::FxHashMap;

/// How many of the words found by like spelling a remark names.
const SHOWN: usize = 8;

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
    pub fn new(query: &mut Query, typed: &str, index: &Index, with_synonyms: bool) -> Self {
        let mut lookup = Self::default();
        let mut sought = Vec::new();
        if let Some(root) = &query.root {
            collect_sought(root, &mut sought);
        }
        let others = if with_synonyms {
            expansions(query, typed, &sought, index)
        } else {
            Vec::new()
        };
        let mut used = sought.clone();
        if let Some(root) = &query.root {
            collect_excluded(root, &mut used);
        }
        used.sort_unstable();
        let expansion = |text: usize| others.iter().find(|other| other.texts.contains(&text));
        let mut firsts: FxHashMap<&str, usize> = FxHashMap::default();
        let mut each = vec![vec![Leaf::default(); index.parts.len()]; query.texts.len()];
        for number in used {
            let text = &query.texts[number];
            // A word that was typed before means the same again, if it is not part of a name.
            let first = *firsts.entry(&text.typed).or_insert(number);
            let is_same = first < number
                && query.texts[first].means(text)
                && expansion(first).is_none()
                && expansion(number).is_none();
            if is_same {
                each[number] = each[first].clone();
                continue;
            }
            let mut leaves = leaves(text, index);
            if let Some(other) = expansion(number) {
                let both = leaves.into_iter().zip(&other.readings);
                leaves = both.map(|(leaf, others)| leaf.or(others)).collect();
            }
            if sought.contains(&number) {
                lookup.settle(text, typed, &mut leaves, index, &mut query.remarks);
            }
            each[number] = leaves;
        }
        for other in &others {
            let (at, remark) = synonym_remark(query, typed, other);
            query.remarks.push((at, remark));
        }
        lookup.clauses = clauses(sought, &each);
        lookup.leaves = vec![Vec::with_capacity(each.len()); index.parts.len()];
        for leaf in each {
            for (leaves, leaf) in lookup.leaves.iter_mut().zip(leaf) {
                leaves.push(leaf);
            }
        }
        lookup
    }

    /// Corrects a text that the corpus lacks, and remarks on that and on words of like spelling.
    fn settle(
        &mut self,
        text: &QueryText,
        typed: &str,
        leaves: &mut Vec<Leaf>,
        index: &Index,
        remarks: &mut Vec<(usize, Remark)>,
    ) {
        if !is_known(leaves, index) {
            let correction = correction(text, index);
            remarks.push((text.at, remark(text, correction.as_ref())));
            match correction {
                Some(correction) if text.exact => {
                    self.mended = Some(typed.replacen(&text.typed, &correction.shown, 1));
                }
                Some(correction) => *leaves = correction.leaves,
                None => {}
            }
        }
        if let Some(remark) = fuzzy_remark(text, leaves, index) {
            remarks.push((text.at, remark));
        }
    }
}

/// The texts that are sought, ascending, each meaning once; it weighs as often as it was typed.
fn clauses(mut sought: Vec<usize>, leaves: &[Vec<Leaf>]) -> Vec<Clause> {
    sought.sort_unstable();
    let mut clauses: Vec<Clause> = Vec::new();
    for text in sought {
        let is_empty = leaves[text].iter().all(Leaf::is_empty);
        let same = |c: &&mut Clause| leaves[c.text] == leaves[text] && !is_empty;
        match clauses.iter_mut().find(same) {
            Some(clause) => clause.weight += 1.0,
            None => clauses.push(Clause { text, weight: 1.0 }),
        }
    }
    clauses
}

/// A text of the query in each segment.
pub fn leaves(text: &QueryText, index: &Index) -> Vec<Leaf> {
    let stemmer = &EnglishStemmer::new();
    let choice = |segment| Choice {
        index,
        segment,
        stemmer,
    };
    let segments = index.segments();
    segments
        .map(|segment| Leaf::new(text, &choice(segment)))
        .collect()
}

/// Whether a word stands in an article that is there, or all words of a phrase in some.
fn is_known(leaves: &[Leaf], index: &Index) -> bool {
    let is_phrase = |leaf: &Leaf| leaf.words().is_none();
    leaves.iter().any(is_phrase) || stands(leaves, index)
}

/// Whether a word or phrase stands in an article that is there.
pub fn stands(leaves: &[Leaf], index: &Index) -> bool {
    index.parts.iter().zip(leaves).any(|(part, leaf)| {
        if leaf.words().is_some() && part.is_whole {
            return !leaf.is_empty();
        }
        let mut places = leaf.places(&part.segment, Fields::ALL, 0);
        while places.document() != END && part.document(places.document()).is_none() {
            places.advance();
        }
        places.document() != END
    })
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

/// What is said of a name that was sought by others too.
fn synonym_remark(query: &Query, typed: &str, other: &Expansion) -> (usize, Remark) {
    let (first, last) = (
        &query.texts[other.texts.start],
        &query.texts[other.texts.end - 1],
    );
    let end = last.at + last.typed.len();
    let (name, names) = (
        typed.get(first.at..end).unwrap_or(""),
        other.names.join(", "),
    );
    let said = format!("Also searched: {names}; for “{name}” alone put it in quotation marks");
    (
        first.at,
        Remark::new("synonyms", &said).changed(name, &names),
    )
}

/// What is said of a word that was sought by like spelling: the words found, most frequent first.
fn fuzzy_remark(text: &QueryText, leaves: &[Leaf], index: &Index) -> Option<Remark> {
    if !text.words.iter().any(|word| word.edits > 0) {
        return None;
    }
    let words = index.words_of(leaves);
    let shown: Vec<&str> = words.iter().take(SHOWN).map(String::as_str).collect();
    if words.is_empty() {
        return None;
    }
    let (typed, shown) = (&text.typed, shown.join(", "));
    let said = match words.len().saturating_sub(SHOWN) {
        0 => format!("“{typed}” of like spelling: {shown}"),
        more => format!("“{typed}” of like spelling: {shown} and {more} more"),
    };
    Some(Remark::new("fuzzy", &said).changed(typed, &shown))
}

/// The nearest words of the corpus for those of a text that it lacks: of like spelling, or two
/// that were run together; `None` when a word has none near.
fn correction(text: &QueryText, index: &Index) -> Option<Correction> {
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
        if leaves(&alone, index).iter().any(|leaf| !leaf.is_empty()) {
            shown.push(word.typed.clone());
            words.push(word);
            continue;
        }
        if word.prefix || word.edits > 0 {
            return None;
        }
        let found = match correct(&word.key, index) {
            Some(key) => vec![key],
            None => split(&word.key, index).map(|(left, right)| vec![left.into(), right.into()])?,
        };
        for key in found {
            let typed = index.look(&key);
            shown.push(typed.clone());
            words.push(QueryWord {
                typed,
                key,
                glue: Glue::Apart,
                prefix: false,
                edits: 0,
            });
        }
    }
    let better = QueryText {
        words,
        ..text.clone()
    };
    let leaves = leaves(&better, index);
    stands(&leaves, index).then(|| Correction {
        leaves,
        shown: shown.join(" "),
    })
}

/// The texts that a tree seeks or likes, in its order.
fn collect_sought(node: &Node, texts: &mut Vec<usize>) {
    match node {
        Node::Text(text) => texts.push(*text),
        Node::All(parts) | Node::Any(parts) | Node::Optional(parts) => {
            parts.iter().for_each(|part| collect_sought(part, texts));
        }
        Node::Near { parts, .. } => texts.extend(parts.iter().flatten()),
        Node::Filter(_) | Node::Not(_) => {}
    }
}

/// The texts that a tree excludes.
fn collect_excluded(node: &Node, texts: &mut Vec<usize>) {
    match node {
        Node::Not(inner) => collect_all(inner, texts),
        Node::All(parts) | Node::Any(parts) | Node::Optional(parts) => {
            parts.iter().for_each(|part| collect_excluded(part, texts));
        }
        Node::Text(_) | Node::Near { .. } | Node::Filter(_) => {}
    }
}

/// All texts of a tree.
fn collect_all(node: &Node, texts: &mut Vec<usize>) {
    collect_sought(node, texts);
    collect_excluded(node, texts);
}
