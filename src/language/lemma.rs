//! What is the lemma of a word form? A lookup by part of speech and longest listed ending.
//!
//! `lemma.tsv` was learned from the same treebanks as the tagger. For a tag and an ending, or a
//! whole word after "^", it lists how many letters are removed and what is appended. An ending that
//! has the same effect as a shorter one is not listed.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::tagger::Tag;

/// The number of letters to remove from the end of a word, and what to append.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Edit<'a> {
    /// The number of letters to remove.
    pub off: usize,
    /// What to append.
    pub on: &'a str,
}

/// The longest listed ending, in letters.
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

/// The lemma of a word with a tag, in lower case except for proper nouns. A word that no entry
/// covers is its own lemma.
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

/// The last `letters` letters of a word, "" for 0; `None` if the word is not longer than that.
pub fn ending(word: &str, letters: usize) -> Option<&str> {
    let Some(last) = letters.checked_sub(1) else {
        return Some("");
    };
    let (at, _) = word.char_indices().rev().nth(last)?;
    (at > 0).then(|| &word[at..])
}

/// The word after an edit; unchanged if it has too few letters.
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
