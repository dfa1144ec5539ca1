//! Which columns contain which field? A matching of names with fields.

use std::collections::BTreeMap;

use super::slot::{Slot, named, usual};
use crate::order;
use crate::read::input::name::letters;

/// The most columns that are considered for one field.
const ALIKE: usize = 16;

/// The slots of the columns or keys called `columns`, each with the index of its column, sorted by
/// slot and then by rank of the name. A column that `mapped` names for a field replaces usual ones.
pub fn slots<'a>(
    columns: impl Iterator<Item = &'a str>,
    mapped: &BTreeMap<String, String>,
) -> Vec<(Slot, usize)> {
    let mapped: Vec<(Slot, String)> = mapped
        .iter()
        .filter_map(|(field, column)| Some((named(field)?, letters(column))))
        .collect();
    let mut slots: Vec<(Slot, usize, usize)> = Vec::new();
    for (index, column) in columns.enumerate() {
        let own = letters(column);
        let mut taken = false;
        for (slot, _) in mapped.iter().filter(|(_, column)| *column == own) {
            slots.push((*slot, 0, index));
            taken = true;
        }
        let usual = usual(column).filter(|(slot, _)| mapped.iter().all(|(s, _)| s != slot));
        if let (Some((slot, rank)), false) = (usual, taken) {
            slots.push((slot, rank, index));
        }
    }
    order::sort(&mut slots);
    // An article does not have more names than these for one slot.
    let mut same = (None, 0);
    slots.retain(|(slot, ..)| {
        same = if same.0 == Some(*slot) {
            (same.0, same.1 + 1)
        } else {
            (Some(*slot), 0)
        };
        same.1 < ALIKE
    });
    slots
        .into_iter()
        .map(|(slot, _, index)| (slot, index))
        .collect()
}
