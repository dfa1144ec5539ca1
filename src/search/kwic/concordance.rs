//! In what company does a word stand? A concordance: every match with the words on both sides, ordered, and how
//! often each outlet has one.

use std::collections::HashMap;

use super::matched::Matched;
use crate::document::{DocId, Document};
use crate::order;
use crate::search::filter::Selection;
use crate::search::index::Index;
use crate::search::schema::{Documents, OUTLET};
use crate::search::term::IndexToken;
use crate::text::Span;
use crate::text::fold::fold;

/// How lines of a concordance are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineSort {
    /// By document, then by place.
    #[default]
    Position,
    /// By the words before, nearest first.
    Left,
    /// By the words after.
    Right,
}

/// What is asked of a concordance besides the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineOptions {
    /// How many words stand on each side of a match at the most.
    pub window: usize,
    /// The order of the lines.
    pub sort: LineSort,
    /// If not empty, the order of the lines in place of `sort`: by these words in turn, 1 the first
    /// after the match, -1 the first before it, 0 the match itself. They need not be shown.
    pub by: Vec<i32>,
    /// Whether the lines of each outlet stand together, in the order of the groups.
    pub group: bool,
    /// How many lines to leave out at the start.
    pub offset: usize,
    /// How many lines at the most.
    pub limit: usize,
    /// Which articles are asked.
    pub filter: Selection,
}

impl Default for LineOptions {
    fn default() -> Self {
        Self {
            window: 8,
            sort: LineSort::default(),
            by: Vec::new(),
            group: false,
            offset: 0,
            limit: usize::MAX,
            filter: Selection::default(),
        }
    }
}

/// The matches of a query.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Concordance {
    /// The counts of all outlets together.
    pub total: Group,
    /// The counts of each outlet of the articles asked: most matches first, then by name, articles
    /// without an outlet last.
    pub groups: Vec<Group>,
    /// The lines asked for.
    pub lines: Vec<Line>,
}

/// How often some articles have a match.
///
/// Words are counted as the index counts them, in all blocks of the text: a compound with a hyphen
/// is as many as its parts. Conditions that stand in the query itself do not make the articles fewer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// The outlet; `None` for articles of an unknown one, and for the total.
    pub publisher: Option<String>,
    /// How many matches there are.
    pub matches: usize,
    /// In how many articles: the range.
    pub articles: usize,
    /// Of how many articles.
    pub of: usize,
    /// How many words those have, with or without a match.
    pub words: usize,
}

impl Group {
    /// Matches for every 1,000 words; 0 where there are no words.
    pub fn per_thousand(&self) -> f64 {
        self.matches as f64 * 1000.0 / self.words.max(1) as f64
    }
}

/// A line of a concordance: a match with its neighbourhood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The document.
    pub doc: DocId,
    /// Index of the block.
    pub block: usize,
    /// The words before, inside the block.
    pub left: Span,
    /// What matched.
    pub node: Span,
    /// The words after, inside the block.
    pub right: Span,
}

impl Index {
    /// Every match of `query` with the words on both sides, and how often each outlet has one.
    /// Marks that only a blank or hyphen parts are one match.
    pub fn concordance(
        &self,
        documents: &dyn Documents,
        query: &str,
        options: &LineOptions,
    ) -> Concordance {
        let admitted = self.admitted(documents, &options.filter);
        let mut found = Vec::new();
        for matched in self.matched(documents, query, admitted.as_deref()) {
            let Some(document) = documents.document(matched.doc.0) else {
                continue;
            };
            for (node, words) in &matched.nodes {
                let line = line(&matched, *node, words.clone(), options.window);
                found.push((key(&document, &matched, words, options), line));
            }
        }
        let lines: Vec<&Line> = found.iter().map(|(_, line)| line).collect();
        let (total, groups) = self.groups(documents, &lines, admitted.as_deref());
        if options.group {
            let rank: HashMap<Option<&str>, usize> = groups
                .iter()
                .map(|g| g.publisher.as_deref())
                .zip(0..)
                .collect();
            let outlet = |line: &Line| outlet(documents, line.doc.0);
            order::sort_by(&mut found, |(a, one), (b, other)| {
                let ranks = (rank.get(&outlet(one)), rank.get(&outlet(other)));
                ranks.0.cmp(&ranks.1).then_with(|| a.cmp(b))
            });
        } else {
            order::sort_by(&mut found, |(a, _), (b, _)| a.cmp(b));
        }
        let shown = found.into_iter().skip(options.offset).take(options.limit);
        Concordance {
            total,
            groups,
            lines: shown.map(|(_, line)| line).collect(),
        }
    }

    /// The total and the groups of lines that are in the order of the documents.
    fn groups(
        &self,
        documents: &dyn Documents,
        lines: &[&Line],
        admitted: Option<&[bool]>,
    ) -> (Group, Vec<Group>) {
        let mut groups: HashMap<Option<&str>, Group> = HashMap::new();
        let mut total = Group::default();
        let words = self.words_of_documents();
        for number in 0..documents.count() {
            if admitted.is_some_and(|admitted| !admitted[number as usize]) {
                continue;
            }
            let before = |line: &&Line| line.doc.0 < number;
            let from = lines.partition_point(|line| before(line));
            let matches = lines[from..]
                .iter()
                .take_while(|line| line.doc.0 == number)
                .count();
            let group = groups.entry(outlet(documents, number)).or_default();
            for counted in [group, &mut total] {
                counted.matches += matches;
                counted.articles += usize::from(matches > 0);
                counted.of += 1;
                counted.words += words[number as usize];
            }
        }
        let mut groups: Vec<Group> = groups
            .into_iter()
            .map(|(publisher, group)| Group {
                publisher: publisher.map(str::to_owned),
                ..group
            })
            .collect();
        let rank = |g: &Group| (std::cmp::Reverse(g.matches), g.publisher.is_none());
        order::sort_by(&mut groups, |a, b| {
            let ordered = rank(a).cmp(&rank(b));
            ordered.then_with(|| a.publisher.cmp(&b.publisher))
        });
        (total, groups)
    }

    /// For each document the number of words in its blocks.
    fn words_of_documents(&self) -> Vec<usize> {
        let mut words = vec![0; self.count as usize];
        for live in &self.live {
            let segment = &live.segment;
            for local in 0..segment.documents {
                let Some(document) = live.document(local) else {
                    continue;
                };
                let shown = segment
                    .blocks_of(local)
                    .filter(|&b| self.is_shown(segment, b));
                let lengths = shown.map(|b| segment.block_length(local, b) as usize);
                words[document as usize] = lengths.sum();
            }
        }
        words
    }
}

/// The outlet of a document.
fn outlet(documents: &dyn Documents, number: u32) -> Option<&str> {
    documents.values(number, OUTLET).first().copied()
}

fn line(matched: &Matched, node: Span, words: std::ops::Range<usize>, window: usize) -> Line {
    let tokens = &matched.tokens;
    let left = &tokens[words.start.saturating_sub(window)..words.start];
    let right = &tokens[words.end..words.end.saturating_add(window).min(tokens.len())];
    let edge = |tokens: &[IndexToken], empty: u32| match tokens {
        [start, ..] => Span {
            start: start.span.start,
            end: tokens[tokens.len() - 1].span.end,
        },
        [] => Span {
            start: empty,
            end: empty,
        },
    };
    Line {
        doc: matched.doc,
        block: matched.block,
        left: edge(left, node.start),
        node,
        right: edge(right, node.end),
    }
}

/// The folded words that a line is ordered by; a word that is not there comes first.
fn key(
    document: &Document,
    matched: &Matched,
    node: &std::ops::Range<usize>,
    options: &LineOptions,
) -> Vec<String> {
    let tokens = &matched.tokens;
    let text = |token: &IndexToken| fold(token.span.slice(&document.text)).to_lowercase();
    let at = |place: i32| -> String {
        let distance = place.unsigned_abs() as usize;
        let found = match place {
            0 => {
                return tokens[node.clone()]
                    .iter()
                    .map(text)
                    .collect::<Vec<_>>()
                    .join(" ");
            }
            1.. => tokens.get(node.end.saturating_add(distance - 1)),
            _ => node
                .start
                .checked_sub(distance)
                .and_then(|at| tokens.get(at)),
        };
        found.map(text).unwrap_or_default()
    };
    if !options.by.is_empty() {
        return options.by.iter().map(|&place| at(place)).collect();
    }
    let first = node.start.saturating_sub(options.window);
    let last = node.end.saturating_add(options.window).min(tokens.len());
    match options.sort {
        LineSort::Position => Vec::new(),
        LineSort::Left => tokens[first..node.start].iter().rev().map(text).collect(),
        LineSort::Right => tokens[node.end..last].iter().map(text).collect(),
    }
}
