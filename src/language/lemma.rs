//! Which word is a form of? A lookup of its lemma, by its part of speech and the longest ending that is listed.
//!
//! `lemma.tsv` was learned from the trees that the tagger was: for a tag and an ending, or a whole
//! word after "^", how many letters come off and what takes their place. An ending that says what a
//! shorter one says is not listed.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::tagger::Tag;

/// How many letters come off the end of a word, and what takes their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Edit<'a> {
    /// Letters that come off.
    pub off: usize,
    /// What is put on.
    pub on: &'a str,
}

/// The longest ending that is listed, in letters.
pub const LONGEST: usize = 6;

type Edits = HashMap<(&'static str, &'static str), Edit<'static>>;

fn edits() -> &'static Edits {
    static EDITS: OnceLock<Edits> = OnceLock::new();
    EDITS.get_or_init(|| {
        let row = |row: &'static str| {
            let mut columns = row.split('\t');
            let key = (columns.next()?, columns.next()?);
            let off = columns.next()?.parse().ok()?;
            Some((
                key,
                Edit {
                    off,
                    on: columns.next()?,
                },
            ))
        };
        let rows = include_str!("lemma.tsv").lines();
        rows.filter(|l| !l.starts_with('#'))
            .filter_map(row)
            .collect()
    })
}

/// The lemma of a word with a tag, in lower case but for proper nouns.
pub fn lemma(word: &str, tag: Tag) -> String {
    let form = if tag == Tag::ProperNoun {
        word.to_owned()
    } else {
        word.to_lowercase()
    };
    let lower = form.to_lowercase().replace('’', "'");
    let edits = edits();
    let whole = format!("^{lower}");
    let endings = (0..=LONGEST).rev().filter_map(|n| ending(&lower, n));
    let edit = std::iter::once(whole.as_str())
        .chain(endings)
        .find_map(|ending| edits.get(&(tag.name(), ending)));
    edit.map_or(form.clone(), |edit| changed(&form, *edit))
}

/// The last letters of a word; `None` when it has no more than those.
pub fn ending(word: &str, letters: usize) -> Option<&str> {
    let Some(last) = letters.checked_sub(1) else {
        return Some("");
    };
    let (at, _) = word.char_indices().rev().nth(last)?;
    (at > 0).then(|| &word[at..])
}

/// A word after an edit; as it is when it has too few letters.
fn changed(word: &str, edit: Edit) -> String {
    let Some(last) = edit.off.checked_sub(1) else {
        return format!("{word}{}", edit.on);
    };
    match word.char_indices().rev().nth(last) {
        Some((at, _)) => format!("{}{}", &word[..at], edit.on),
        None => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, tag: Tag, expected: &str) {
        assert_eq!(lemma(word, tag), expected);
    }

    #[test]
    fn regular_and_irregular_forms() {
        check("Treaties", Tag::Noun, "treaty");
        check("men", Tag::Noun, "man");
        check("signed", Tag::Verb, "sign");
        check("saying", Tag::Verb, "say");
        check("went", Tag::Verb, "go");
        check("were", Tag::Auxiliary, "be");
        check("larger", Tag::Adjective, "large");
        check("Putin", Tag::ProperNoun, "Putin");
        check("", Tag::Noun, "");
    }

    #[test]
    fn the_list_is_sorted() {
        let rows: Vec<&str> = include_str!("lemma.tsv")
            .lines()
            .filter(|l| !l.starts_with('#'))
            .collect();
        assert!(rows.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
