//! In which contexts does a word occur? A concordance: every match with the words on both sides, in
//! order, and counts for each outlet.

use std::collections::HashMap;

use fixedbitset::FixedBitSet;

use super::matched::Matched;
use crate::document::{DocId, Document};
use crate::order;
use crate::search::filter::Selection;
use crate::search::index::Index;
use crate::search::schema::{Documents, OUTLET};
use crate::search::term::IndexToken;
use crate::text::Span;
use crate::text::fold::fold;

/// The order of the lines of a concordance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineSort {
    /// By document, then by position.
    #[default]
    Position,
    /// By the words before the match, nearest first.
    Left,
    /// By the words after the match.
    Right,
}

/// Options of [`Index::concordance`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineOptions {
    /// The maximum number of words on each side of a match.
    pub window: usize,
    /// The order of the lines.
    pub sort: LineSort,
    /// If not empty, the lines are ordered by these words instead of `sort`: 1 is the first after
    /// the match, −1 the first before it, 0 the match itself. The words need not be shown.
    pub by: Vec<i32>,
    /// Whether lines are grouped by outlet, in the order of the groups.
    pub group: bool,
    /// The number of lines to skip.
    pub offset: usize,
    /// The maximum number of lines.
    pub limit: usize,
    /// The articles to search.
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

/// The concordance of a query.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Concordance {
    /// The counts of all outlets together.
    pub total: Group,
    /// The counts of each outlet of the selected articles: by descending number of matches; among
    /// equals, unknown outlets last, the others by name.
    pub groups: Vec<Group>,
    /// The requested lines.
    pub lines: Vec<Line>,
}

/// Counts of matches in some articles.
///
/// Words are counted as the index counts them, in all blocks of the text: a hyphenated compound
/// counts as its parts. Conditions in the query itself do not reduce the number of articles.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// The outlet; `None` for unknown outlets, and for the total.
    pub publisher: Option<String>,
    /// The number of matches.
    pub matches: usize,
    /// The number of articles with a match: the range.
    pub articles: usize,
    /// The number of articles, with or without a match.
    pub of: usize,
    /// The number of words in these articles.
    pub words: usize,
}

impl Group {
    /// Matches per 1,000 words; 0 without words.
    pub fn per_thousand(&self) -> f64 {
        self.matches as f64 * 1000.0 / self.words.max(1) as f64
    }
}

/// A line of a concordance: a match with its context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The document.
    pub doc: DocId,
    /// Index of the block.
    pub block: usize,
    /// The words before it, within the block.
    pub left: Span,
    /// The match.
    pub node: Span,
    /// The words after it, within the block.
    pub right: Span,
}

impl Index {
    /// Every match of `query` with the words on both sides, and counts for each outlet. Marks that
    /// are separated by at most a space or hyphen form one match.
    pub fn concordance(
        &self,
        documents: &dyn Documents,
        query: &str,
        options: &LineOptions,
    ) -> Concordance {
        let admitted = self.admitted(documents, &options.filter);
        let mut found = Vec::new();
        for matched in self.matched(documents, query, admitted.as_ref()) {
            let Some(document) = documents.document(matched.doc.0) else {
                continue;
            };
            for (node, words) in &matched.nodes {
                let line = line(&matched, *node, words.clone(), options.window);
                found.push((key(&document, &matched, words, options), line));
            }
        }
        let lines: Vec<&Line> = found.iter().map(|(_, line)| line).collect();
        let (total, groups) = self.groups(documents, &lines, admitted.as_ref());
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

    /// The total and the groups; `lines` must be in document order.
    fn groups(
        &self,
        documents: &dyn Documents,
        lines: &[&Line],
        admitted: Option<&FixedBitSet>,
    ) -> (Group, Vec<Group>) {
        let mut groups: HashMap<Option<&str>, Group> = HashMap::new();
        let mut total = Group::default();
        let words = self.words_of_documents();
        for number in 0..documents.count() {
            if admitted.is_some_and(|admitted| !admitted.contains(number as usize)) {
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

    /// For each document, the number of words in its blocks.
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

/// The folded words by which a line is ordered; a missing word sorts first.
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
