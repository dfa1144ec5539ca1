//! Can the documents answer a field of the query? A pass over the abstract syntax tree that checks
//! conditions on annotations.

use super::annotation::Annotations;
use crate::search::query::{Filter, Node, Query, QueryText, Remark};
use crate::search::schema::AnnotationKind;

/// Adds remarks on conditions that match no annotation. If the index has no annotations, replaces
/// such conditions by words, with a remark. `known` returns the annotations, if a query asks for
/// them.
pub fn settle<'a>(query: &mut Query, known: &dyn Fn() -> Option<&'a Annotations>) {
    let Some(mut root) = query.root.take() else {
        return;
    };
    settle_node(&mut root, query, known);
    query.root = Some(root);
}

fn settle_node<'a>(
    node: &mut Node,
    query: &mut Query,
    known: &dyn Fn() -> Option<&'a Annotations>,
) {
    match node {
        Node::Filter(Filter::Annotated { kind, value, terms }) => {
            let (field, meaning) = named(*kind);
            let Some(known) = known() else {
                let said = format!(
                    "These articles were not searched for {meaning}; “{field}:{value}” was searched as words"
                );
                let remark =
                    Remark::new("not-analysed", &said).changed(&format!("{field}:{value}"), value);
                query.remarks.push((0, remark));
                if let Some(text) = QueryText::new(value, 0, true) {
                    query.texts.push(text);
                    *node = Node::Text(query.texts.len() - 1);
                }
                return;
            };
            if known.blocks(*kind, terms).is_empty() {
                let said = format!("No “{value}” among the {meaning} of these articles");
                let remark = Remark {
                    from: Some(value.clone()),
                    ..Remark::new("not-found", &said)
                };
                query.remarks.push((0, remark));
            }
        }
        Node::All(parts) | Node::Any(parts) | Node::Optional(parts) => {
            parts
                .iter_mut()
                .for_each(|part| settle_node(part, query, known));
        }
        Node::Not(inner) => settle_node(inner, query, known),
        Node::Text(_) | Node::Near { .. } | Node::Filter(_) => {}
    }
}

/// The field of a kind of annotation, and what it searches for.
fn named(kind: AnnotationKind) -> (&'static str, &'static str) {
    match kind {
        AnnotationKind::Speaker => ("speaker", "speakers"),
        AnnotationKind::Entity => ("entity", "names"),
        AnnotationKind::Cue => ("cue", "reporting words"),
    }
}
