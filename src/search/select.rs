//! Which blocks or articles match a query's tree? Set operations on sorted numbers.

use super::annotation::Annotations;
use super::answer::Unit;
use super::filter::Filter;
use super::leaf::{Entry, Leaf, Place};
use super::near::are_near;
use super::posting::Postings;
use super::query::Node;
use super::table::Table;
use crate::document::BlockKind;

/// What a tree is matched against.
pub struct Selector<'a> {
    /// The numbered blocks.
    pub table: &'a Table,
    /// For each text of the query, the blocks that hold it.
    pub entries: &'a [Vec<Entry>],
    /// The words of each text of the query.
    pub leaves: &'a [Leaf],
    /// Where words stand.
    pub postings: &'a Postings,
    /// What is known of blocks besides their words.
    pub annotations: Option<&'a Annotations>,
}

/// For each block, whether it may answer.
pub type Mask = Vec<bool>;

impl Selector<'_> {
    /// The blocks or articles that match, ascending.
    ///
    /// An article matches when its blocks do so together: "a AND b" may stand apart. What is
    /// excluded, and conditions on blocks, concern each block alone.
    pub fn select(&self, node: &Node, mask: Option<&Mask>, unit: Unit) -> Vec<u32> {
        match node {
            Node::Text(text) => {
                let blocks = self.entries[*text].iter().map(|e| e.block);
                self.gather(blocks.filter(|&b| mask.is_none_or(|m| m[b as usize])), unit)
            }
            Node::Near { distance, parts } => {
                let open = |block: &u32| mask.is_none_or(|m| m[*block as usize]);
                let blocks = self.blocks_near(*distance, parts);
                self.gather(blocks.into_iter().filter(open), unit)
            }
            Node::Filter(_) | Node::Not(_) => {
                let own = self.mask(std::slice::from_ref(node), mask);
                self.gather(
                    (0..)
                        .zip(&own)
                        .filter(|(_, open)| **open)
                        .map(|(block, _)| block),
                    unit,
                )
            }
            Node::Any(parts) => {
                let mut all: Vec<u32> = Vec::new();
                for part in parts {
                    all.extend(self.select(part, mask, unit));
                }
                all.sort_unstable();
                all.dedup();
                all
            }
            Node::All(parts) => self.select_all(parts, mask, unit),
            Node::Optional(_) => Vec::new(),
        }
    }

    /// The blocks where texts stand near each other, ascending.
    fn blocks_near(&self, distance: u32, parts: &[Vec<usize>]) -> Vec<u32> {
        let holds = |text: usize, block: u32| {
            let entries = &self.entries[text];
            entries.binary_search_by_key(&block, |e| e.block).is_ok()
        };
        let places = |texts: &Vec<usize>, block: u32| -> Vec<Place> {
            let held = texts.iter().filter(|&&text| holds(text, block));
            let of_text = |&text: &usize| self.leaves[text].places(block, self.postings);
            let mut places: Vec<Place> = held.flat_map(of_text).collect();
            places.sort_unstable();
            places
        };
        let Some(first) = parts.first() else {
            return Vec::new();
        };
        let mut blocks: Vec<u32> = Vec::new();
        for &text in first {
            blocks.extend(self.entries[text].iter().map(|e| e.block));
        }
        blocks.sort_unstable();
        blocks.dedup();
        blocks.retain(|&block| {
            let all = parts
                .iter()
                .all(|p| p.iter().any(|&text| holds(text, block)));
            let places = |texts| places(texts, block);
            all && are_near(&parts.iter().map(places).collect::<Vec<_>>(), distance)
        });
        blocks
    }

    fn select_all(&self, parts: &[Node], mask: Option<&Mask>, unit: Unit) -> Vec<u32> {
        let own = self.conditions(parts, mask);
        let mask = own.as_ref().or(mask);
        let aims = parts
            .iter()
            .filter(|p| !is_condition(p) && !matches!(p, Node::Optional(_)));
        let mut found: Option<Vec<u32>> = None;
        for aim in aims {
            let next = self.select(aim, mask, unit);
            found = Some(match found {
                Some(found) => found
                    .into_iter()
                    .filter(|id| next.binary_search(id).is_ok())
                    .collect(),
                None => next,
            });
        }
        found.unwrap_or_else(|| {
            let open = |block: &u32| mask.is_none_or(|m| m[*block as usize]);
            self.gather((0..self.table.documents.len() as u32).filter(open), unit)
        })
    }

    /// The blocks left open by the conditions among the parts of a conjunction; `None` when
    /// there are none among them.
    pub fn conditions(&self, parts: &[Node], mask: Option<&Mask>) -> Option<Mask> {
        parts
            .iter()
            .any(is_condition)
            .then(|| self.mask(parts, mask))
    }

    fn mask(&self, parts: &[Node], mask: Option<&Mask>) -> Mask {
        let mut open = mask
            .cloned()
            .unwrap_or_else(|| vec![true; self.table.documents.len()]);
        for part in parts.iter().filter(|p| is_condition(p)) {
            match part {
                Node::Filter(filter) => self.close_unfit(filter, &mut open),
                Node::Not(inner) => {
                    for block in self.select(inner, None, Unit::Passage) {
                        open[block as usize] = false;
                    }
                }
                other => {
                    keep(&self.select(other, None, Unit::Passage), &mut open);
                }
            }
        }
        open
    }

    fn close_unfit(&self, filter: &Filter, open: &mut Mask) {
        if let Filter::Annotated { kind, terms, .. } = filter {
            let known = self.annotations.map(|known| known.blocks(*kind, terms));
            return keep(&known.unwrap_or_default(), open);
        }
        for (number, head) in (0u32..).zip(&self.table.heads) {
            let admits = filter.admits(head);
            for block in self.table.blocks(number) {
                let kind = self.table.kinds[block as usize].unwrap_or(BlockKind::Title);
                open[block as usize] &= admits && filter.admits_block(kind);
            }
        }
    }

    /// Ascending blocks, or their documents.
    fn gather(&self, blocks: impl Iterator<Item = u32>, unit: Unit) -> Vec<u32> {
        match unit {
            Unit::Passage => blocks.collect(),
            Unit::Article => {
                let mut documents: Vec<u32> =
                    blocks.map(|b| self.table.documents[b as usize]).collect();
                documents.dedup();
                documents
            }
        }
    }
}

/// Closes all blocks but some, which are ascending.
fn keep(blocks: &[u32], open: &mut Mask) {
    for (block, open) in (0u32..).zip(open) {
        *open &= blocks.binary_search(&block).is_ok();
    }
}

/// Whether a tree only restricts where other parts may match.
fn is_condition(node: &Node) -> bool {
    match node {
        Node::Filter(_) | Node::Not(_) => true,
        Node::Any(parts) | Node::All(parts) => parts.iter().all(is_condition),
        Node::Text(_) | Node::Near { .. } | Node::Optional(_) => false,
    }
}
