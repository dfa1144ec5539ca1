//! Which words of the corpus does a query mean? Its texts looked up, and corrected where the
//! corpus lacks them.

use super::Index;
use super::answer::Remark;
use super::choice::Choice;
use super::leaf::Leaf;
use super::lexicon::Lexicon;
use super::query::{Node, Query, QueryText, QueryWord};
use super::rank::Clause;
use super::spell::{correct, split};
use super::synonym::{Expansion, expansions};
use super::term::Glue;
use crate::text::EnglishStemmer;

/// How many of the words found by like spelling a remark names.
const SHOWN: usize = 8;

/// What a query means in a corpus.
#[derive(Debug, Default)]
pub struct Lookup {
    /// For each text of the query, where to look for it; empty when the corpus lacks it.
    pub leaves: Vec<Leaf>,
    /// The texts that are sought or liked, in the order of the query, each once.
    pub clauses: Vec<Clause>,
    /// What the whole query would be with a misspelt phrase corrected.
    pub mended: Option<String>,
}

/// A text with other words than were typed.
struct Correction {
    leaf: Leaf,
    shown: String,
}

impl Lookup {
    /// Looks up every text of a query; what is corrected or missing is remarked.
    pub fn new(query: &mut Query, typed: &str, index: &Index, with_synonyms: bool) -> Self {
        let stemmer = EnglishStemmer::new();
        let choice = Choice {
            lexicon: &index.lexicon,
            names: &index.names,
            stemmer: &stemmer,
        };
        let mut lookup = Self::default();
        let mut sought = Vec::new();
        if let Some(root) = &query.root {
            collect_sought(root, &mut sought);
        }
        let others = if with_synonyms {
            expansions(query, typed, &sought, index, &choice)
        } else {
            Vec::new()
        };
        for (number, text) in query.texts.iter().enumerate() {
            let mut leaf = Leaf::new(text, &choice);
            if let Some(other) = others.iter().find(|other| other.texts.contains(&number)) {
                leaf.readings.extend(other.readings.iter().cloned());
            }
            if leaf.is_empty() && sought.contains(&number) {
                let correction = correction(text, index, &choice);
                query
                    .remarks
                    .push((text.at, remark(text, correction.as_ref())));
                match correction {
                    Some(correction) if text.exact => {
                        lookup.mended = Some(typed.replacen(&text.typed, &correction.shown, 1));
                    }
                    Some(correction) => leaf = correction.leaf,
                    None => {}
                }
            }
            if sought.contains(&number)
                && let Some(remark) = fuzzy_remark(text, &leaf, &index.lexicon)
            {
                query.remarks.push((text.at, remark));
            }
            lookup.leaves.push(leaf);
        }
        for other in &others {
            let (at, remark) = synonym_remark(query, typed, other);
            query.remarks.push((at, remark));
        }
        sought.sort_unstable();
        for text in sought {
            let leaf = &lookup.leaves[text];
            let same = |c: &&mut Clause| lookup.leaves[c.text] == *leaf && !leaf.is_empty();
            match lookup.clauses.iter_mut().find(same) {
                Some(clause) => clause.weight += 1.0,
                None => lookup.clauses.push(Clause { text, weight: 1.0 }),
            }
        }
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
fn fuzzy_remark(text: &QueryText, leaf: &Leaf, lexicon: &Lexicon) -> Option<Remark> {
    let is_fuzzy = text.words.iter().any(|word| word.edits > 0);
    let found = leaf.readings.first().filter(|_| is_fuzzy)?;
    let words = found.slots.concat();
    let mut words: Vec<_> = words
        .iter()
        .map(|&id| &lexicon.words()[id as usize])
        .collect();
    words.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.key.cmp(&b.key)));
    let shown: Vec<&str> = words
        .iter()
        .take(SHOWN)
        .map(|word| &*word.surface)
        .collect();
    let (typed, shown) = (&text.typed, shown.join(", "));
    let said = match words.len().saturating_sub(SHOWN) {
        0 => format!("“{typed}” of like spelling: {shown}"),
        more => format!("“{typed}” of like spelling: {shown} and {more} more"),
    };
    Some(Remark::new("fuzzy", &said).changed(typed, &shown))
}

/// The nearest words of the corpus for those of a text that it lacks: of like spelling, or two
/// that were run together; `None` when a word has none near.
fn correction(text: &QueryText, index: &Index, choice: &Choice) -> Option<Correction> {
    let lexicon = &index.lexicon;
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
        if !Leaf::new(&alone, choice).is_empty() {
            shown.push(word.typed.clone());
            words.push(word);
            continue;
        }
        if word.prefix || word.edits > 0 {
            return None;
        }
        let found = match correct(&word.key, lexicon) {
            Some(id) => vec![id],
            None => split(&word.key, lexicon).map(|(left, right)| vec![left, right])?,
        };
        for id in found {
            let found = &lexicon.words()[id as usize];
            shown.push(found.surface.to_string());
            words.push(QueryWord {
                typed: found.surface.to_string(),
                key: found.key.to_string(),
                glue: Glue::Apart,
                prefix: false,
                edits: 0,
            });
        }
    }
    let leaf = Leaf::new(
        &QueryText {
            words,
            ..text.clone()
        },
        choice,
    );
    let stands = !leaf.entries(&index.postings).is_empty();
    stands.then(|| Correction {
        leaf,
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
