//! What does an unknown name refer to? A classifier by ordered evidence: its shape, its neighbours
//! and the document.

use super::capitalised::is_initial;
use super::name_memory::NameMemory;
use crate::entity::kind::MentionKind;
use crate::entity::lexicon::{Class, Gazetteer, GazetteerMatch, Lexicon};
use crate::entity::token::CasedToken;

/// A sequence of words that may be a name: `tokens[first..end]`.
#[derive(Clone, Copy)]
pub struct UnknownName<'a, 'b> {
    pub tokens: &'a [CasedToken<'b>],
    pub first: usize,
    pub end: usize,
    /// Whether a title precedes it.
    pub titled: bool,
    pub memory: &'a NameMemory,
}

type Verdict = Option<(MentionKind, f64)>;

impl<'a, 'b> UnknownName<'a, 'b> {
    /// The kind and confidence of the name; `None` if it is not a name.
    pub fn kind(&self) -> Verdict {
        if let Some(sure) = self.memory.person(self.tokens, self.first, self.end) {
            return Some((MentionKind::Person, sure));
        }
        if let Some(known) = self.memory.kind(self.tokens, self.first, self.end) {
            return Some(known);
        }
        if self.is_no_name() {
            return None;
        }
        self.by_shape()
            .or_else(|| self.by_neighbours())
            .or_else(|| self.by_default())
            .filter(|_| !self.is_code())
    }

    fn name(&self) -> &'a [CasedToken<'b>] {
        &self.tokens[self.first..self.end]
    }

    /// The number of its words, without marks.
    fn len(&self) -> usize {
        self.name().iter().filter(|w| w.is_word).count()
    }

    fn head(&self) -> &'a CasedToken<'b> {
        &self.tokens[self.first]
    }

    fn before(&self, n: usize) -> &'a str {
        self.first
            .checked_sub(n)
            .map_or("", |i| &self.tokens[i].lower)
    }

    fn after(&self, n: usize) -> &'a str {
        self.tokens.get(self.end + n).map_or("", |w| w.text)
    }

    /// Whether its words are common, with capitals because of a sentence, title or headline.
    fn is_no_name(&self) -> bool {
        let lexicon = Lexicon::get();
        if self.len() == 1
            && (lexicon.is(&self.head().bare.replace('.', ""), Class::NoName)
                || self.head().bare.chars().count() < 2)
        {
            return true;
        }
        let common = |w: &&CasedToken| {
            lexicon.is_common(&w.lower) || lexicon.is_common(&w.bare.to_lowercase())
        };
        let words = || self.name().iter().filter(|w| w.is_word);
        if self.head().lower == "the" || words_are_creeds(self.name()) {
            return true;
        }
        if self.titled
            && !self.head().opens
            && !lexicon.is(self.head().bare, Class::Title)
            && self.len() < 4
        {
            return self.len() == 1 && common(&self.head()) && self.head().in_headline;
        }
        let commons = words().filter(common).count();
        commons == self.len()
            || self.head().in_headline && commons > 0 && !lexicon.is_given(self.head().bare)
    }

    /// Whether it has letters with digits, or names joined by "&", whose kind is uncertain.
    fn is_code(&self) -> bool {
        let digits = self.len() == 1 && self.head().bare.contains(|c: char| c.is_ascii_digit());
        digits || self.name().iter().any(|w| w.text == "&")
    }

    fn by_shape(&self) -> Verdict {
        let lexicon = Lexicon::get();
        let n = self.len();
        let head = self.head();
        let person = |confidence| Some((MentionKind::Person, confidence));
        if n == 1
            && head.is_acronym()
            && !head.is_shouted_word()
            && !lexicon.is_common(&head.bare.to_lowercase())
        {
            return Some((
                MentionKind::Organisation,
                if self.acts() { 0.7 } else { 0.6 },
            ));
        }
        if self.titled {
            return person(0.95);
        }
        if n >= 2 && lexicon.is_given(head.bare) {
            return person(0.95);
        }
        let family = lexicon.is_family(head.bare) && (2..=4).contains(&n);
        let initial = self.name()[1..]
            .windows(2)
            .any(|w| is_initial(&w[0]) && w[1].text == ".")
            || n > 1 && is_initial(head);
        let particle = self
            .name()
            .iter()
            .skip(1)
            .any(|w| lexicon.is(w.text, Class::Particle));
        if n >= 2 && (family || initial || particle) {
            return person(0.85);
        }
        if self.after(0) == ","
            && self.tokens.get(self.end + 1).is_some_and(is_age)
            && matches!(self.after(2), "," | ".")
        {
            return person(0.85);
        }
        None
    }

    /// Whether an acronym is used like an organisation: with an article, a possessive or a verb.
    fn acts(&self) -> bool {
        let lexicon = Lexicon::get();
        let acting = [Class::Verb, Class::Speech, Class::Role, Class::CompanyCue];
        self.before(1) == "the"
            || self.head().is_possessive()
            || acting.iter().any(|class| lexicon.is(self.after(0), *class))
            || lexicon.is(self.before(1), Class::CompanyCue)
    }

    fn by_neighbours(&self) -> Verdict {
        let lexicon = Lexicon::get();
        let is = |word: &str, class| lexicon.is(word, class);
        let single_caps = self.head().in_headline;
        if single_caps && self.len() == 1 {
            return None;
        }
        let (before, after) = (self.before(1), self.after(0));
        if is(after, Class::Capital)
            || before == "of" && is(self.before(2), Class::Capital)
            || self.names_a_region()
        {
            return Some((MentionKind::Place, 0.85));
        }
        if self.is_in_apposition() && is(before, Class::Speech) {
            return Some((MentionKind::Person, 0.9));
        }
        if self.is_in_apposition()
            || matches!(after, "who" | "whose")
            || after == "," && matches!(self.after(1), "who" | "whose")
        {
            return Some((MentionKind::Person, 0.8));
        }
        if is(before, Class::Role) && !is(before, Class::CompanyCue) {
            return Some((MentionKind::Person, 0.85));
        }
        if is(before, Class::CompanyCue) || is(after, Class::CompanyCue) {
            return Some((MentionKind::Organisation, 0.65));
        }
        if is(after, Class::Speech) || is(before, Class::Speech) && matches!(after, "," | "." | ":")
        {
            return Some((MentionKind::Person, 0.75));
        }
        if is(before, Class::PlaceCue) || is(before, Class::Compass) {
            return Some((MentionKind::Place, 0.7));
        }
        None
    }

    /// "Fairview, Texas": a larger place follows.
    fn names_a_region(&self) -> bool {
        let place = |m: GazetteerMatch| m.known.kind == MentionKind::Place;
        self.after(0) == ","
            && self.len() < 3
            && !self.titled
            && matches!(self.before(1), "in" | "at" | "near" | "from" | "to" | "of")
            && Gazetteer::get()
                .longest_at(self.tokens, self.end + 1)
                .is_some_and(place)
    }

    /// ", an analyst": a role follows within a few words.
    fn is_in_apposition(&self) -> bool {
        let article = matches!(
            self.after(1),
            "a" | "an" | "the" | "another" | "head" | "director" | "chief"
        );
        let rest = self.tokens.get(self.end + 1..).unwrap_or_default();
        self.after(0) == ","
            && article
            && rest
                .iter()
                .take(7)
                .take_while(|w| !matches!(w.text, "," | "."))
                .any(|w| Lexicon::get().is(w.text, Class::Role))
    }

    fn by_default(&self) -> Verdict {
        let lexicon = Lexicon::get();
        let n = self.len();
        let common = self
            .name()
            .iter()
            .filter(|w| lexicon.is_common(&w.lower))
            .count();
        if self.head().in_headline && n < 2 {
            return None;
        }
        if n >= 2 {
            let person = common == 0 && n < 4 && !self.name().iter().any(CasedToken::is_acronym);
            return if person {
                Some((MentionKind::Person, 0.6))
            } else {
                None
            };
        }
        let after = self.after(0);
        let auxiliary = matches!(after, "is" | "was" | "has" | "had" | "did" | "does");
        let acts = lexicon.is(after, Class::Verb) && !auxiliary;
        acts.then_some((MentionKind::Person, 0.55))
    }
}

impl CasedToken<'_> {
    /// Whether a word in capitals is emphasis or a headline, not an acronym.
    fn is_shouted_word(&self) -> bool {
        self.in_headline || self.bare.chars().count() > 6
    }
}

fn words_are_creeds(name: &[CasedToken]) -> bool {
    name.iter()
        .all(|w| !w.is_word || Lexicon::get().is(w.bare, Class::Creed))
}

fn is_age(word: &CasedToken) -> bool {
    word.text
        .parse::<u32>()
        .is_ok_and(|age| (10..110).contains(&age))
}
