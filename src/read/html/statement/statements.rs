//! What does the markup of a page state about its article? A collector of values with their tags.

use super::value::value_of;
use super::{json_ld, meta};
use crate::document::{Field, Statement};
use crate::read::html::tree::Tree;

/// Everything that a page states, without duplicates; for each field, strongest statement first.
pub fn statements(tree: &Tree) -> Vec<Statement> {
    let mut found = Vec::new();
    found.extend(json_ld::statements(tree));
    found.extend(meta::statements(tree));
    let site = site(&found);
    let mut kept: Vec<Statement> = Vec::new();
    for statement in found {
        let Some(value) = value_of(&statement, site.as_deref()) else {
            continue;
        };
        let known = kept
            .iter()
            .any(|s| s.field == statement.field && s.value == value && s.tag == statement.tag);
        if !known {
            kept.push(Statement { value, ..statement });
        }
    }
    kept
}

/// The name of the site, if it is stated.
pub fn site(found: &[Statement]) -> Option<String> {
    let publisher = found.iter().find(|s| s.field == Field::Publisher)?;
    Some(publisher.text.clone())
}
