//! What does a query find in this corpus? Its words looked up, corrected, matched and marked.

use std::cell::OnceCell;

use super::answer::{Hit, Options, Passage, Remark, Unit};
use super::leaf::{Entry, Leaf};
use super::query::{Node, Query, QueryText};
use super::rank::{Clause, Ranker, Scored, weights};
use super::select::{Mask, Selector};
use super::snippet::{Mark, snippet};
use super::spell::correct;
use super::term::{Glue, units};
use super::{Index, PASSAGES};
use crate::document::{DocId, Document};
use crate::text::fold::without_possessive;
use crate::text::{EnglishStemmer, Span};

/// A query with all that the corpus knows of it.
pub struct Plan<'a> {
    index: &'a Index,
    documents: &'a [Document],
    typed: &'a str,
    query: Query,
    leaves: Vec<Leaf>,
    entries: Vec<Vec<Entry>>,
    clauses: Vec<Clause>,
    /// Where clauses count; `None` for everywhere.
    mask: Option<Mask>,
    /// The blocks that match by themselves; `None` when all that hold a clause do.
    strict: Option<Vec<u32>>,
    /// What clauses weigh among passages, and among articles.
    weights: [OnceCell<Vec<f32>>; 2],
    /// What a whole query would be with its misspelt phrases corrected.
    mended: Option<String>,
}

impl<'a> Plan<'a> {
    /// The plan of a typed query.
    pub fn new(index: &'a Index, documents: &'a [Document], typed: &'a str) -> Self {
        let mut plan = Self {
            index,
            documents,
            typed,
            query: Query::parse(typed),
            leaves: Vec::new(),
            entries: Vec::new(),
            clauses: Vec::new(),
            mask: None,
            strict: None,
            weights: Default::default(),
            mended: None,
        };
        plan.look_up();
        plan.entries = plan
            .leaves
            .iter()
            .map(|leaf| leaf.entries(&index.postings))
            .collect();
        if let Some(root) = &plan.query.root
            && !is_plain(root)
        {
            let selector = plan.selector();
            let mask = match root {
                Node::All(parts) => selector.conditions(parts, None),
                _ => None,
            };
            let strict = selector.select(root, None, Unit::Passage);
            plan.mask = mask;
            plan.strict = Some(strict);
        }
        plan
    }

    /// The remarks on the query, in its order.
    pub fn remarks(&self) -> Vec<Remark> {
        let mut remarks = self.query.remarks.clone();
        remarks.sort_by_key(|(at, _)| *at);
        remarks.into_iter().map(|(_, remark)| remark).collect()
    }

    /// Everything the query finds; the first `sorted` best first, the others in any order.
    pub fn ranked(&self, unit: Unit, sorted: usize) -> Vec<Scored> {
        let Some(root) = &self.query.root else {
            return Vec::new();
        };
        let matched = match (&self.strict, unit) {
            (None, _) => None,
            (Some(blocks), Unit::Passage) => Some(blocks.clone()),
            (Some(_), Unit::Article) => Some(self.selector().select(root, None, unit)),
        };
        self.ranker(unit).rank(matched.as_deref(), unit, sorted)
    }

    /// The blocks that match, in order.
    pub fn blocks(&self) -> Vec<u32> {
        let mut blocks: Vec<u32> = self.ranked(Unit::Passage, 0).iter().map(|s| s.id).collect();
        blocks.sort_unstable();
        blocks
    }

    /// A hit with its passages.
    pub fn hit(&self, scored: Scored, options: &Options) -> Hit {
        let number = self.index.document_of(scored.id, options.by);
        let blocks = match options.by {
            Unit::Passage => vec![scored.id],
            Unit::Article => self.passages_of(number),
        };
        let passages = self
            .documents
            .get(number as usize)
            .map_or_else(Vec::new, |document| {
                blocks
                    .iter()
                    .map(|&block| self.passage(document, block, options.snippets))
                    .collect()
            });
        Hit {
            doc: DocId(number),
            score: f64::from(scored.score),
            passages,
        }
    }

    /// The best blocks of an article that match: by themselves, or else together; its first
    /// block when only its headline or a filter matched.
    fn passages_of(&self, number: u32) -> Vec<u32> {
        let range = self.index.table.blocks(number);
        let mut blocks: Vec<u32> = self
            .ranker(Unit::Article)
            .passages(number)
            .iter()
            .map(|s| s.id)
            .collect();
        if let Some(strict) = &self.strict {
            let is_strict = |block: &u32| strict.binary_search(block).is_ok();
            if range
                .clone()
                .any(|block| is_strict(&block) && self.index.table.is_shown(block))
            {
                blocks.retain(is_strict);
                if blocks.is_empty() {
                    blocks = range.clone().find(is_strict).into_iter().collect();
                }
            }
        }
        if blocks.is_empty() {
            blocks = range
                .into_iter()
                .find(|&block| self.index.table.is_shown(block))
                .into_iter()
                .collect();
        }
        blocks.truncate(PASSAGES);
        blocks
    }

    fn passage(&self, document: &Document, block: u32, with_snippet: bool) -> Passage {
        let local = self.index.table.local(block);
        let marks = self.marks(document, block);
        let span = document
            .blocks
            .get(local)
            .map(|b| b.span)
            .unwrap_or_default();
        Passage {
            block: local,
            marks: marks.iter().map(|m| m.span).collect(),
            snippet: with_snippet.then(|| snippet(document, span, &marks)),
        }
    }

    /// What matches in a block, in order and apart: words, and phrases as a whole.
    pub fn marks(&self, document: &Document, block: u32) -> Vec<Mark> {
        let Some(span) = document
            .blocks
            .get(self.index.table.local(block))
            .map(|b| b.span)
        else {
            return Vec::new();
        };
        let units = units(&document.text, document.tokens_in(span));
        let mut marks: Vec<Mark> = Vec::new();
        for clause in &self.clauses {
            for (first, end) in self.leaves[clause.text].places(block, &self.index.postings) {
                let (Some(first), Some(last)) = (
                    units.get(first as usize),
                    units.get((end as usize).saturating_sub(1)),
                ) else {
                    continue;
                };
                let length = without_possessive(last.span.slice(&document.text)).len() as u32;
                let span = Span {
                    start: first.span.start,
                    end: last.span.start + length,
                };
                marks.push(Mark {
                    span,
                    text: clause.text,
                });
            }
        }
        marks.sort_unstable();
        apart(marks)
    }

    /// A whole query that finds something, for one that finds nothing: with misspelt phrases
    /// corrected, or with its words alone.
    pub fn suggestion(&self) -> Option<String> {
        let finds = |query: &String| {
            let plan = Plan::new(self.index, self.documents, query);
            query != self.typed && !plan.ranked(Unit::Article, 0).is_empty()
        };
        let words: Vec<&str> = self
            .clauses
            .iter()
            .map(|c| self.query.texts[c.text].typed.as_str())
            .collect();
        [self.mended.clone(), Some(words.join(" "))]
            .into_iter()
            .flatten()
            .find(finds)
    }

    fn selector(&self) -> Selector<'_> {
        Selector {
            table: &self.index.table,
            documents: self.documents,
            entries: &self.entries,
        }
    }

    fn ranker(&self, unit: Unit) -> Ranker<'_> {
        let table = &self.index.table;
        let weights = self.weights[usize::from(unit == Unit::Article)]
            .get_or_init(|| weights(table, &self.entries, &self.clauses, unit));
        Ranker {
            table: &self.index.table,
            postings: &self.index.postings,
            leaves: &self.leaves,
            entries: &self.entries,
            clauses: &self.clauses,
            weights,
            mask: self.mask.as_ref(),
        }
    }

    /// Finds the words of every text in the lexicon and corrects those it lacks.
    fn look_up(&mut self) {
        let stemmer = EnglishStemmer::new();
        let mut positive = Vec::new();
        if let Some(root) = &self.query.root {
            collect_positive(root, &mut positive);
        }
        let texts = std::mem::take(&mut self.query.texts);
        for (number, text) in texts.iter().enumerate() {
            let mut leaf = Leaf::new(text, &self.index.lexicon, &stemmer);
            if leaf.is_empty() && positive.contains(&number) {
                leaf = self.mend(text, &stemmer);
            }
            self.leaves.push(leaf);
        }
        self.query.texts = texts;
        positive.sort_unstable();
        for text in positive {
            let twin = self
                .clauses
                .iter_mut()
                .find(|c| self.leaves[c.text] == self.leaves[text]);
            match twin {
                Some(clause) if !self.leaves[text].is_empty() => clause.weight += 1.0,
                _ => self.clauses.push(Clause { text, weight: 1.0 }),
            }
        }
    }

    /// The leaf of a text that the corpus lacks: of the nearest words for a word, with a remark;
    /// none for a phrase, whose correction is only offered.
    fn mend(&mut self, text: &QueryText, stemmer: &EnglishStemmer) -> Leaf {
        let lexicon = &self.index.lexicon;
        let mut better = text.clone();
        if !text.exact && text.words.len() > 1 {
            better.words.truncate(1);
            better.words[0].key = text.words.iter().map(|w| w.key.to_lowercase()).collect();
        }
        let mut shown = Vec::new();
        for word in &mut better.words {
            let alone = QueryText {
                words: vec![super::query::QueryWord {
                    glue: Glue::Apart,
                    ..word.clone()
                }],
                ..text.clone()
            };
            if word.prefix || !Leaf::new(&alone, lexicon, stemmer).is_empty() {
                shown.push(word.typed.clone());
            } else if let Some(id) = correct(&word.key, lexicon) {
                let found = &lexicon.words()[id as usize];
                word.key = found.key.to_string();
                shown.push(found.surface.to_string());
            } else {
                shown.push(word.typed.clone());
            }
        }
        let shown = shown.join(" ");
        let leaf = Leaf::new(&better, lexicon, stemmer);
        if text.exact || leaf.is_empty() {
            if !leaf.is_empty() {
                self.mended = Some(self.typed.replacen(&text.typed, &shown, 1));
            }
            let remark = Remark::new(
                "not-found",
                &format!("No “{}” in these articles", text.typed),
            );
            self.query.remarks.push((
                text.at,
                Remark {
                    from: Some(text.typed.clone()),
                    ..remark
                },
            ));
            return Leaf::default();
        }
        let remark = Remark::new(
            "corrected",
            &format!("No “{}”; showing “{shown}”", text.typed),
        );
        self.query
            .remarks
            .push((text.at, remark.changed(&text.typed, &shown)));
        leaf
    }
}

/// Whether everything that holds one of a tree's texts matches it.
fn is_plain(node: &Node) -> bool {
    match node {
        Node::Text(_) => true,
        Node::Any(parts) => parts.iter().all(is_plain),
        _ => false,
    }
}

/// The texts that a tree seeks or likes, in its order.
fn collect_positive(node: &Node, texts: &mut Vec<usize>) {
    match node {
        Node::Text(text) => texts.push(*text),
        Node::All(parts) | Node::Any(parts) | Node::Optional(parts) => {
            parts.iter().for_each(|part| collect_positive(part, texts));
        }
        Node::Filter(_) | Node::Not(_) => {}
    }
}

/// Sorted marks without overlaps: one that starts inside another is joined with it.
fn apart(marks: Vec<Mark>) -> Vec<Mark> {
    let mut out: Vec<Mark> = Vec::with_capacity(marks.len());
    for mark in marks {
        match out.last_mut() {
            Some(last) if last.span.overlaps(mark.span) => last.span = last.span.cover(mark.span),
            _ => out.push(mark),
        }
    }
    out
}
