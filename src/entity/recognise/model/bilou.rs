//! How is the label of a word encoded? A sequence-label scheme: one number for the kind of a name
//! and the position of the word in it.
//!
//! BILOU: a one-word name is a unit; a longer one has a beginning, inside words and a last word;
//! every other word is outside ([Ratinov and Roth 2009]).
//!
//! [Ratinov and Roth 2009]: https://aclanthology.org/W09-1119/

use crate::language::Piece;
use crate::text::Span;

/// The coarse kind of a name, as the model predicts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum CoarseKind {
    Person,
    Organisation,
    Place,
    /// Demonyms, events, works, treaties, languages, …
    Other,
}

impl CoarseKind {
    /// All kinds, in the order of their labels.
    pub const ALL: [CoarseKind; 4] = [
        CoarseKind::Person,
        CoarseKind::Organisation,
        CoarseKind::Place,
        CoarseKind::Other,
    ];
}

/// The number of labels.
#[cfg(any(test, feature = "train"))]
pub const LABELS: usize = 1 + 4 * CoarseKind::ALL.len();

/// The position of a word in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Bilou {
    Beginning,
    Inside,
    Last,
    Unit,
}

impl Bilou {
    /// All positions, in the order of their labels.
    pub const ALL: [Bilou; 4] = [Bilou::Beginning, Bilou::Inside, Bilou::Last, Bilou::Unit];

    /// The position of a word that opens a name, closes it, or both.
    pub fn between(opens: bool, closes: bool) -> Self {
        match (opens, closes) {
            (true, true) => Bilou::Unit,
            (true, false) => Bilou::Beginning,
            (false, true) => Bilou::Last,
            (false, false) => Bilou::Inside,
        }
    }

    /// Whether the name continues after the word.
    pub fn goes_on(self) -> bool {
        matches!(self, Bilou::Beginning | Bilou::Inside)
    }

    /// Whether the name starts with the word.
    pub fn starts(self) -> bool {
        matches!(self, Bilou::Beginning | Bilou::Unit)
    }
}

/// The label of a kind and a position.
#[cfg(any(test, feature = "train"))]
pub fn label(kind: CoarseKind, place: Bilou) -> u8 {
    1 + 4 * kind as u8 + place as u8
}

/// The kind and position of a label; `None` for 0, the label of words outside names.
pub fn read(label: u8) -> Option<(CoarseKind, Bilou)> {
    let n = usize::from(label.checked_sub(1)?);
    Some((CoarseKind::ALL[n / 4], Bilou::ALL[n % 4]))
}

/// The names that the labels of a sentence encode, in text order.
pub fn names(pieces: &[Piece], labels: &[u8]) -> Vec<(Span, CoarseKind)> {
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
        for kind in CoarseKind::ALL {
            for place in Bilou::ALL {
                let label = label(kind, place);
                assert!(usize::from(label) < LABELS);
                assert_eq!(read(label), Some((kind, place)));
            }
        }
        assert_eq!(read(0), None);
    }
}
