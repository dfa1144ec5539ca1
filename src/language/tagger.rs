//! Which part of speech is each word? A classifier: a sequence model assigns universal tags to a
//! sentence.
//!
//! The tags are those of [Universal Dependencies]. The model was trained on the English Web
//! Treebank and the Georgetown University Multilayer corpus (`models/MODELS.md`).
//!
//! [Universal Dependencies]: https://universaldependencies.org/u/pos/

use std::sync::OnceLock;

use super::hash::mix;
use super::piece::Piece;
use super::sequence::{Room, Sequence};

macro_rules! tags {
    ($($name:ident = $label:literal, $doc:literal;)*) => {
        /// A part of speech.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Tag {
            $(#[doc = $doc] $name,)*
        }

        impl Tag {
            /// All tags, in the order of their labels in the model.
            pub const ALL: &[Tag] = &[$(Tag::$name,)*];

            /// The tag as treebanks write it.
            pub fn name(self) -> &'static str {
                match self {
                    $(Tag::$name => $label,)*
                }
            }
        }
    };
}

tags! {
    Adjective = "ADJ", "big, first";
    Adposition = "ADP", "in, of";
    Adverb = "ADV", "very, tomorrow";
    Auxiliary = "AUX", "is, has, will";
    CoordinatingConjunction = "CCONJ", "and, or";
    Determiner = "DET", "a, this, every";
    Interjection = "INTJ", "oh, yes";
    Noun = "NOUN", "treaty, years";
    Numeral = "NUM", "24, three";
    Particle = "PART", "not, ’s, to before a verb";
    Pronoun = "PRON", "he, his, who";
    ProperNoun = "PROPN", "Putin, NATO";
    Punctuation = "PUNCT", "marks";
    SubordinatingConjunction = "SCONJ", "that, if, while";
    Symbol = "SYM", "$, %";
    Verb = "VERB", "sign, said";
    Other = "X", "what is none of these";
}

fn model() -> &'static Sequence {
    static MODEL: OnceLock<Sequence> = OnceLock::new();
    MODEL.get_or_init(|| Sequence::read(include_bytes!("models/tagger.bin")))
}

/// The tag of each piece of a sentence, in order; `room` is reused between sentences.
pub fn tags(pieces: &[Piece], room: &mut Room) -> Vec<Tag> {
    tags_by(model(), pieces, room)
}

/// Like [`tags`], with a given model.
pub fn tags_by(model: &Sequence, pieces: &[Piece], room: &mut Room) -> Vec<Tag> {
    model.label(
        pieces.len(),
        room,
        |_| true,
        |at, emit| tag_features(pieces, at, emit),
    );
    room.labels
        .iter()
        .map(|label| Tag::ALL[usize::from(*label)])
        .collect()
}

/// Keeps the features of this model distinct from those of others.
const SEED: u64 = 0x7A;

/// Emits the features of the word `pieces[at]`. Their order is part of the model: a change needs a
/// new training.
pub fn tag_features(pieces: &[Piece], at: usize, emit: &mut dyn FnMut(u64)) {
    let none = Piece::default();
    let piece = |offset: isize| pieces.get(at.wrapping_add_signed(offset)).unwrap_or(&none);
    let (w, b, a, bb, aa) = (piece(0), piece(-1), piece(1), piece(-2), piece(2));
    let mut number = 0;
    let mut one = |a: u64| {
        number += 1;
        emit(mix(mix(SEED, number), a));
    };
    let fine = |p: &Piece| u64::from(p.cluster.fine);
    let coarse = |p: &Piece| u64::from(p.cluster.coarse);
    let first = u64::from(at == 0);
    one(0);
    for p in [w, b, a, bb, aa] {
        one(p.lower);
    }
    one(w.form);
    one(mix(b.lower, w.lower));
    one(mix(w.lower, a.lower));
    one(mix(mix(b.lower, w.lower), a.lower));
    one(mix(b.lower, a.lower));
    one(mix(w.shape, first));
    one(mix(w.shape, a.shape));
    one(mix(b.shape, w.shape));
    for part in w.prefixes.into_iter().chain(w.suffixes) {
        one(part);
    }
    for p in [b, a] {
        one(p.suffixes[1]);
        one(p.suffixes[2]);
    }
    one(mix(w.suffixes[2], b.lower));
    one(mix(w.suffixes[2], a.lower));
    one(mix(w.suffixes[1], mix(b.suffixes[1], a.suffixes[1])));
    one(mix(w.suffixes[2], w.shape));
    for p in [w, b, a] {
        one(fine(p));
    }
    one(mix(fine(w), w.suffixes[1]));
    one(mix(coarse(b), fine(w)));
    one(mix(fine(w), coarse(a)));
    one(mix(coarse(w), w.shape));
    one(mix(mix(coarse(b), coarse(w)), coarse(a)));
    one(mix(b.lower, coarse(w)));
    one(mix(a.lower, coarse(w)));
}
