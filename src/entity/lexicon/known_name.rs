//! Which known name is a string, and what are its aliases? Look-ups of whole names in the
//! gazetteer.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::gazetteer::{Gazetteer, GazetteerEntry, LIST};
use crate::text::lexicon::entries;

/// The entry for a whole string; "Saint", "St." and a separated possessive are normalised.
pub fn known_as(name: &str) -> Option<GazetteerEntry> {
    let gazetteer = Gazetteer::get();
    gazetteer.named(name).or_else(|| {
        let saint = ["St ", "St. ", "Saint "]
            .iter()
            .find_map(|saint| name.strip_prefix(saint));
        if let Some(rest) = saint {
            return ["St. ", "Saint "]
                .iter()
                .find_map(|saint| gazetteer.named(&format!("{saint}{rest}")));
        }
        let parted = [" 's", " ’s"].iter().any(|ending| name.contains(ending));
        let joined = || name.replace(" 's", "'s").replace(" ’s", "’s");
        gazetteer.named(&parted.then(joined)?)
    })
}

/// The aliases of a canonical name, except those that need an article.
pub fn known_names(canonical: &str) -> Vec<&'static str> {
    static LINES: OnceLock<HashMap<&str, &str>> = OnceLock::new();
    let lines = LINES.get_or_init(|| {
        let columns = |line: &'static str| {
            let (canonical, rest) = line.split_once('\t')?;
            Some((canonical, rest.split('\t').nth(1)?))
        };
        entries(LIST).filter_map(columns).collect()
    });
    let aliases = lines
        .get(canonical)
        .into_iter()
        .flat_map(|names| names.split('|'));
    aliases
        .filter(|name| !name.is_empty() && !name.starts_with("the "))
        .collect()
}
