//! Which given name is short for which? A table: "Bill" for "William".

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::transliteration::transliteration_key;
use crate::text::lexicon::entries;

/// The full names that each short form stands for, as transliteration keys.
type Forms = BTreeMap<String, Vec<String>>;

/// Whether `short` may stand for the given name `long`; both are transliteration keys.
pub fn is_short_for(short: &str, long: &str) -> bool {
    static FORMS: OnceLock<Forms> = OnceLock::new();
    let forms = FORMS.get_or_init(|| {
        let rows = rows().map(|(short, long)| {
            (
                transliteration_key(short),
                long.split('|').map(transliteration_key).collect(),
            )
        });
        crate::order::gathered(rows)
    });
    forms
        .get(short)
        .is_some_and(|names| names.iter().any(|name| name == long))
}

fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    entries(include_str!("lists/nickname.tsv")).filter_map(|line| line.split_once('\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_read() {
        let rows: Vec<_> = rows().collect();
        assert!(rows.len() > 80 && rows.windows(2).all(|w| w[0].0 < w[1].0));
        for (short, long) in rows {
            let names: Vec<_> = long.split('|').collect();
            assert!(names.windows(2).all(|w| w[0] < w[1]), "{short}");
        }
    }

    #[test]
    fn short_forms() {
        let is = |short: &str, long: &str| {
            is_short_for(&transliteration_key(short), &transliteration_key(long))
        };
        assert!(is("Bill", "William") && is("Harry", "Henry") && is("Joe", "Joseph"));
        assert!(!is("William", "Bill") && !is("Bill", "Robert") && !is("", ""));
    }
}
