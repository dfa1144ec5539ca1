//! Which words report speech? A table of verbs and nouns of saying with their class, read from
//! `cues.txt`.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::class::{Cue, CueClass};
use crate::language::{Form, forms};
use crate::quote::telling::Sense;
use crate::text::lexicon::entries;

/// The cue of a word in lower case that is a form of a reporting verb.
pub fn verb(word: &str) -> Option<Cue> {
    lexicon().0.get(word).copied()
}

/// The sense of a word in lower case that is a noun which reports with "that".
pub fn nominal(word: &str) -> Option<Sense> {
    let nouns = &lexicon().1;
    let one = || word.strip_suffix('s').and_then(|one| nouns.get(one));
    nouns.get(word).or_else(one).copied()
}

type Lexicon = (HashMap<String, Cue>, HashMap<&'static str, Sense>);

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut verbs = HashMap::new();
        let mut nouns = HashMap::new();
        for row in rows() {
            let [lemma, class, traits, irregular, sense] = row;
            let sense = Sense::named(sense).unwrap_or(Sense::Say);
            let class = match class {
                "speech" => CueClass::Speech,
                "judgement" => CueClass::Judgement,
                "belief" => CueClass::Belief,
                _ => {
                    nouns.insert(lemma, sense);
                    continue;
                }
            };
            let has = |name: &str| traits.split(',').any(|t| t == name);
            let irregular: Vec<_> = irregular.split(' ').filter(|f| *f != "-").collect();
            for (word, form) in forms(lemma, &irregular) {
                verbs.insert(
                    word,
                    Cue {
                        class,
                        sense,
                        form,
                        addressee: has("addressee") || has("hearer"),
                        hearer: has("hearer"),
                        noun: has("noun") && matches!(form, Form::Base | Form::Third),
                        object: has("object"),
                        that: has("that"),
                        marks: has("marks"),
                        infinitive: has("infinitive"),
                        accusing: has("accusing"),
                        gerund: has("gerund"),
                        invariant: irregular.first().is_some_and(|past| *past == lemma),
                        clausal: has("clausal"),
                        naming: has("naming"),
                    },
                );
            }
        }
        (verbs, nouns)
    })
}

fn rows() -> impl Iterator<Item = [&'static str; 5]> {
    entries(include_str!("cues.txt"))
        .filter_map(|line| line.split('\t').collect::<Vec<_>>().try_into().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_find_their_class() {
        assert_eq!(verb("said").map(|c| c.class), Some(CueClass::Speech));
        assert_eq!(
            verb("criticizing").map(|c| c.class),
            Some(CueClass::Judgement)
        );
        assert_eq!(verb("believes").map(|c| c.class), Some(CueClass::Belief));
        assert!(verb("denies").is_some_and(|c| c.object));
        assert!(verb("reports").is_some_and(|c| c.noun));
        assert!(verb("reported").is_some_and(|c| !c.noun));
        assert_eq!(nominal("claims"), Some(Sense::Claim));
        assert_eq!(nominal("table"), None);
        assert_eq!(verb("signed"), None);
    }

    #[test]
    fn the_list_is_sorted_and_whole() {
        let lines: Vec<_> = entries(include_str!("cues.txt")).collect();
        assert_eq!(lines.len(), rows().count());
        for row in rows() {
            assert!(Sense::named(row[4]).is_some(), "{row:?}");
        }
        for pair in lines.windows(2) {
            assert!(pair[0] < pair[1], "{pair:?}");
        }
    }
}
