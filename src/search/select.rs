//! Which blocks or articles match a query's tree? Set operations on sorted numbers.

use super::answer::Unit;
use super::filter::Filter;
use super::leaf::Entry;
use super::query::Node;
use super::table::Table;
use crate::document::BlockKind;

/// What a tree is matched against.
pub struct Selector<'a> {
    /// The numbered blocks.
    pub table: &'a Table,
    /// For each text of the query, the blocks that hold it.
    pub entries: &'a [Vec<Entry>],
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
                    let fit = self.select(other, None, Unit::Passage);
                    for (block, open) in (0u32..).zip(&mut open) {
                        *open &= fit.binary_search(&block).is_ok();
                    }
                }
            }
        }
        open
    }

    fn close_unfit(&self, filter: &Filter, open: &mut Mask) {
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

/// Whether a tree only restricts where other parts may match.
fn is_condition(node: &Node) -> bool {
    match node {
        Node::Filter(_) | Node::Not(_) => true,
        Node::Any(parts) | Node::All(parts) => parts.iter().all(is_condition),
        Node::Text(_) | Node::Optional(_) => false,
    }
}
