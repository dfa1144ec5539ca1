//! Which documents or blocks match a query's tree? Set operations on numbers.
//!
//! The tree is asked of one unit: of whole articles, whose words may stand apart ("a AND b"), or of
//! single passages. NOT excludes the unit that holds what it names. A condition on the kind of block
//! says where the words beside it count.

use super::bits::Bits;
use super::filter::Filter;
use super::query::Node;
use super::stream::Fields;

/// Finds the units where texts stand near each other; see [`Selector::near`].
pub type Near<'a> = dyn Fn(u32, &[Vec<usize>], Fields) -> Bits + 'a;

/// What a tree is matched against.
pub struct Selector<'a> {
    /// How many units there are.
    pub size: u32,
    /// The units that hold a text of the query in some fields.
    pub text: &'a dyn Fn(usize, Fields) -> Bits,
    /// The units that meet a condition.
    pub filter: &'a dyn Fn(&Filter) -> Bits,
    /// The units where texts stand near each other in some fields: the distance, and for each part
    /// the texts that may stand for it.
    pub near: &'a Near<'a>,
}

impl Selector<'_> {
    /// The units that match.
    pub fn select(&self, node: &Node, fields: Fields) -> Bits {
        match node {
            Node::Text(text) => (self.text)(*text, fields),
            Node::Filter(filter) => (self.filter)(filter),
            Node::Near { distance, parts } => (self.near)(*distance, parts, fields),
            Node::Not(inner) => {
                let mut rest = Bits::all(self.size);
                rest.and_not(&self.select(inner, Fields::ALL));
                rest
            }
            Node::Any(parts) => {
                let mut any = Bits::none(self.size);
                parts
                    .iter()
                    .for_each(|part| any.or(&self.select(part, fields)));
                any
            }
            Node::All(parts) => {
                let fields = fields.and(fields_of(node).unwrap_or(Fields::ALL));
                let mut all = Bits::all(self.size);
                let wanted = parts.iter().filter(|p| !matches!(p, Node::Optional(_)));
                wanted.for_each(|part| all.and(&self.select(part, fields)));
                all
            }
            Node::Optional(_) => Bits::none(self.size),
        }
    }
}

/// The fields that the conditions of a conjunction leave to the words beside them; `None` when it has
/// none on fields.
pub fn fields_of(node: &Node) -> Option<Fields> {
    match node {
        Node::Filter(Filter::In(fields, _)) => Some(*fields),
        Node::Any(parts) => {
            let each: Option<Vec<Fields>> = parts.iter().map(fields_of).collect();
            each?.into_iter().reduce(Fields::or)
        }
        Node::All(parts) => parts.iter().filter_map(fields_of).reduce(Fields::and),
        _ => None,
    }
}
