//! Is a person a woman or a man? A small table: the gender that a title or pronoun indicates.

use super::class::Class;
use super::words::Lexicon;
use crate::text::Span;
use crate::text::fold::fold;

/// The gender that a form of address or a pronoun indicates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Gender {
    Female,
    Male,
}

impl Gender {
    /// The gender of a personal pronoun in lower case.
    pub fn of_pronoun(pronoun: &str) -> Option<Gender> {
        match pronoun {
            "he" | "him" | "his" | "he's" | "he'd" | "he'll" => Some(Gender::Male),
            "she" | "her" | "she's" | "she'd" | "she'll" => Some(Gender::Female),
            _ => None,
        }
    }

    /// The gender indicated by the word before a name or by its first word.
    pub fn of_name(text: &str, name: Span) -> Option<Gender> {
        let before = text.get(..name.start as usize)?.trim_end();
        let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
        let own = name.slice(text).split_whitespace().next().unwrap_or("");
        [word, own].iter().find_map(|w| Gender::of_title(w))
    }

    fn of_title(word: &str) -> Option<Gender> {
        let (title, lexicon) = (fold(word.trim_end_matches('.')), Lexicon::get());
        if lexicon.is(&title, Class::Male) {
            Some(Gender::Male)
        } else if lexicon.is(&title, Class::Female) {
            Some(Gender::Female)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_tell() {
        for (text, name, expected) in [
            ("then Mr. Paz left", 9..12, Some(Gender::Male)),
            ("Mrs Paz left", 4..7, Some(Gender::Female)),
            ("Queen Ida left", 0..9, Some(Gender::Female)),
            ("said Paz", 5..8, None),
            ("Paz", 0..3, None),
        ] {
            assert_eq!(
                Gender::of_name(text, Span::new(name.start, name.end)),
                expected,
                "{text}"
            );
        }
        assert_eq!(Gender::of_pronoun("hers"), None);
    }
}
