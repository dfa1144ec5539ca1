//! Which units match a query? A fold of the abstract syntax tree into a set of numbers.
//!
//! The tree is evaluated for one unit: whole articles, whose words may be far apart ("a AND b"), or
//! single passages. NOT excludes the units that match its operand. A condition on sections
//! determines where the words beside it must occur.

use fixedbitset::FixedBitSet;

use crate::search::query::{Filter, Node};
use crate::search::schema::FieldSet;

/// Finds the units in which texts occur near each other; see [`Selector::near`].
pub type Near<'a> = dyn Fn(u32, &[Vec<usize>], FieldSet) -> FixedBitSet + 'a;

/// Evaluates a tree, given the units that match its leaves.
pub struct Selector<'a> {
    /// The number of units.
    pub size: u32,
    /// The units in which a text of the query occurs, within some fields.
    pub text: &'a dyn Fn(usize, FieldSet) -> FixedBitSet,
    /// The units that satisfy a condition.
    pub filter: &'a dyn Fn(&Filter) -> FixedBitSet,
    /// The units in which texts occur near each other, within some fields: the distance, and the
    /// alternative texts of each part.
    pub near: &'a Near<'a>,
}

impl Selector<'_> {
    /// The units that match `node`, with words in `fields`.
    pub fn select(&self, node: &Node, fields: FieldSet) -> FixedBitSet {
        match node {
            Node::Text(text) => (self.text)(*text, fields),
            Node::Filter(filter) => (self.filter)(filter),
            Node::Near { distance, parts } => (self.near)(*distance, parts, fields),
            Node::Not(inner) => {
                let mut rest = full(self.size);
                rest.difference_with(&self.select(inner, FieldSet::ALL));
                rest
            }
            Node::Any(parts) => {
                let mut any = empty(self.size);
                parts
                    .iter()
                    .for_each(|part| any.union_with(&self.select(part, fields)));
                any
            }
            Node::All(parts) => {
                let fields = fields.and(fields_of(node).unwrap_or(FieldSet::ALL));
                let mut all = full(self.size);
                let wanted = parts.iter().filter(|p| !matches!(p, Node::Optional(_)));
                wanted.for_each(|part| all.intersect_with(&self.select(part, fields)));
                all
            }
            Node::Optional(_) => empty(self.size),
        }
    }
}

/// The fields to which the conditions of a conjunction restrict the words beside them; `None` if it
/// has no such condition.
pub fn fields_of(node: &Node) -> Option<FieldSet> {
    match node {
        Node::Filter(Filter::In(fields, _)) => Some(*fields),
        Node::Any(parts) => {
            let each: Option<Vec<FieldSet>> = parts.iter().map(fields_of).collect();
            each?.into_iter().reduce(FieldSet::or)
        }
        Node::All(parts) => parts.iter().filter_map(fields_of).reduce(FieldSet::and),
        _ => None,
    }
}

/// The empty set of numbers below `size`.
pub fn empty(size: u32) -> FixedBitSet {
    FixedBitSet::with_capacity(size as usize)
}

/// The set of all numbers below `size`.
fn full(size: u32) -> FixedBitSet {
    let mut all = empty(size);
    all.insert_range(..);
    all
}

/// Adds a number to a set, unless it exceeds its size, which happens only with damaged bytes.
pub fn include(set: &mut FixedBitSet, number: u32) {
    if (number as usize) < set.len() {
        set.insert(number as usize);
    }
}

/// The numbers of a set, ascending.
pub fn numbers(set: &FixedBitSet) -> impl Iterator<Item = u32> + '_ {
    set.ones().map(|number| number as u32)
}
