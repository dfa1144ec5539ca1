//! How is a label of each word written? One number for what a name is and where in it the word stands.
//!
//! BILOU: a name of one word is a unit, a longer one has a beginning, insides and a last word; all
//! else is outside ([Ratinov and Roth 2009]).
//!
//! [Ratinov and Roth 2009]: https://aclanthology.org/W09-1119/

use crate::language::Piece;
use crate::text::Span;

/// What a name is to the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Type {
    Person,
    Organisation,
    Place,
    /// Demonyms, events, works, treaties, languages, …
    Other,
}

impl Type {
    /// All of them, in the order of their labels.
    pub const ALL: [Type; 4] = [Type::Person, Type::Organisation, Type::Place, Type::Other];
}

/// How many labels there are.
#[cfg(any(test, feature = "train"))]
pub const LABELS: usize = 1 + 4 * Type::ALL.len();

/// Where in a name a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Place {
    Beginning,
    Inside,
    Last,
    Unit,
}

impl Place {
    /// All of them, in the order of their labels.
    pub const ALL: [Place; 4] = [Place::Beginning, Place::Inside, Place::Last, Place::Unit];

    /// The place of a word between the ends of a name.
    pub fn between(opens: bool, closes: bool) -> Self {
        match (opens, closes) {
            (true, true) => Place::Unit,
            (true, false) => Place::Beginning,
            (false, true) => Place::Last,
            (false, false) => Place::Inside,
        }
    }

    /// Whether a name goes on after the word.
    pub fn goes_on(self) -> bool {
        matches!(self, Place::Beginning | Place::Inside)
    }

    /// Whether a name starts with the word.
    pub fn starts(self) -> bool {
        matches!(self, Place::Beginning | Place::Unit)
    }
}

/// The label of a place in a name.
#[cfg(any(test, feature = "train"))]
pub fn label(kind: Type, place: Place) -> u8 {
    1 + 4 * kind as u8 + place as u8
}

/// What a label says; `None` for 0, which is the label of words in no name.
pub fn read(label: u8) -> Option<(Type, Place)> {
    let n = usize::from(label.checked_sub(1)?);
    Some((Type::ALL[n / 4], Place::ALL[n % 4]))
}

/// The names that the labels of a sentence spell out, in text order.
pub fn names(pieces: &[Piece], labels: &[u8]) -> Vec<(Span, Type)> {
    let mut names = Vec::new();
    let mut start = None;
    for (piece, label) in pieces.iter().zip(labels) {
        let Some((kind, place)) = read(*label) else {
            start = None;
            continue;
        };
        if place.starts() {
            start = Some(piece.span.start);
        }
        if !place.goes_on()
            && let Some(start) = start.take()
        {
            names.push((
                Span {
                    start,
                    end: piece.span.end,
                },
                kind,
            ));
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_as_written() {
        for kind in Type::ALL {
            for place in Place::ALL {
                let label = label(kind, place);
                assert!(usize::from(label) < LABELS);
                assert_eq!(read(label), Some((kind, place)));
            }
        }
        assert_eq!(read(0), None);
    }
}
