//! Which units match a query? A fold of the abstract syntax tree into a set of numbers.
//!
//! The tree is asked of one unit: of whole articles, whose words may stand apart ("a AND b"), or of
//! single passages. NOT excludes the unit that holds what it names. A condition on the kind of block
//! says where the words beside it count.

use fixedbitset::FixedBitSet;

use crate::search::query::{Filter, Node};
use crate::search::schema::FieldSet;

/// Finds the units where texts stand near each other; see [`Selector::near`].
pub type Near<'a> = dyn Fn(u32, &[Vec<usize>], FieldSet) -> FixedBitSet + 'a;

/// What a tree is matched against.
pub struct Selector<'a> {
    /// How many units there are.
    pub size: u32,
    /// The units that hold a text of the query in some fields.
    pub text: &'a dyn Fn(usize, FieldSet) -> FixedBitSet,
    /// The units that meet a condition.
    pub filter: &'a dyn Fn(&Filter) -> FixedBitSet,
    /// The units where texts stand near each other in some fields: the distance, and for each part
    /// the texts that may stand for it.
    pub near: &'a Near<'a>,
}

impl Selector<'_> {
    /// The units that match.
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

/// The fields that the conditions of a conjunction leave to the words beside them; `None` when it has
/// none on fields.
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

/// The empty set of numbers below a size.
pub fn empty(size: u32) -> FixedBitSet {
    FixedBitSet::with_capacity(size as usize)
}

/// The set of all numbers below a size.
fn full(size: u32) -> FixedBitSet {
    let mut all = empty(size);
    all.insert_range(..);
    all
}

/// Adds a number to a set; one beyond its size, which only damaged bytes name, is left out.
pub fn include(set: &mut FixedBitSet, number: u32) {
    if (number as usize) < set.len() {
        set.insert(number as usize);
    }
}

/// The numbers of a set, ascending.
pub fn numbers(set: &FixedBitSet) -> impl Iterator<Item = u32> + '_ {
    set.ones().map(|number| number as u32)
}
