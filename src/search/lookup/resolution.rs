//! Which words of the corpus does a query match? A pass that looks up its texts and corrects those
//! that the corpus lacks.

use rustc_hash::FxHashMap;

use super::correction::{correction, fuzzy_remark, is_known, remark};
use super::expansion::{Expansion, expansions};
use super::leaf::Leaf;
use super::leaves::leaves;
use crate::search::index::Index;
use crate::search::query::{Node, Query, QueryText, Remark};
use crate::search::schema::Documents;

/// A text of the query that counts towards the score, with its weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clause {
    /// Its number in the query.
    pub text: usize,
    /// How often it was typed.
    pub weight: f32,
}

/// A query, resolved in a corpus.
#[derive(Debug, Default)]
pub struct Resolution {
    /// For each segment, the leaf of each text of the query.
    pub leaves: Vec<Vec<Leaf>>,
    /// The required and optional texts in the order of the query, without duplicates.
    pub clauses: Vec<Clause>,
    /// The whole query with a misspelt phrase corrected; `None` if there is no correction.
    pub mended: Option<String>,
}

impl Resolution {
    /// Looks up every text of a query; adds remarks on corrections, missing words and synonyms.
    pub fn new(
        query: &mut Query,
        typed: &str,
        (index, documents): (&Index, &dyn Documents),
        with_synonyms: bool,
    ) -> Self {
        let mut resolution = Self::default();
        let mut sought = Vec::new();
        if let Some(root) = &query.root {
            collect_sought(root, &mut sought);
        }
        let others = if with_synonyms {
            expansions(query, typed, &sought, (index, documents))
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
        let mut each = vec![vec![Leaf::default(); index.live.len()]; query.texts.len()];
        for number in used {
            let text = &query.texts[number];
            // A repeated word has the same leaves unless it is part of a name.
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
                let both = leaves.into_iter().zip(&other.alternatives);
                leaves = both.map(|(leaf, others)| leaf.or(others)).collect();
            }
            if sought.contains(&number) {
                resolution.settle(text, typed, &mut leaves, index, &mut query.remarks);
            }
            each[number] = leaves;
        }
        for other in &others {
            let (at, remark) = synonym_remark(query, typed, other);
            query.remarks.push((at, remark));
        }
        resolution.clauses = clauses(sought, &each);
        resolution.leaves = vec![Vec::with_capacity(each.len()); index.live.len()];
        for leaf in each {
            for (leaves, leaf) in resolution.leaves.iter_mut().zip(leaf) {
                leaves.push(leaf);
            }
        }
        resolution
    }

    /// Corrects a text that the corpus lacks, and adds remarks on that and on fuzzy words.
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

/// The searched texts, ascending. Texts with the same leaves become one clause, weighted by their
/// number.
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

/// The remark on a name that was also searched under other names.
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
    let said =
        format!("Also searched: {names}; to search only for “{name}”, put it in quotation marks");
    (
        first.at,
        Remark::new("synonyms", &said).changed(name, &names),
    )
}

/// The texts that a tree requires or prefers, in its order.
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
