//! What does grammar say about a word? A room of English knowledge that every analysis shares.
//!
//! Closed classes and word forms are read from lists beside their readers. Classes of open words
//! and the labels of sentences come from models, packed in `models/`. `MODELS.md` there says what
//! they were trained on and how accurate they are.

mod cluster;
mod cut;
mod hash;
mod inflection;
mod lemma;
mod pack;
mod piece;
mod sequence;
mod tagger;
mod word;

pub use cluster::word_class;
pub use cut::cut;
pub use hash::mix;
pub use inflection::{Form, forms};
pub use lemma::lemma;
pub use piece::Piece;
pub use sequence::{Room, Sequence};
pub use tagger::{Tag, tags};
pub use word::{Class, classes};
#[cfg(feature = "train")]
pub use {
    cluster::{CLASS_BITS, FINE, places},
    hash::hash_of,
    lemma::{LONGEST as LONGEST_ENDING, ending},
    pack::{NEVER, Packed},
    sequence::KEY_BITS,
    tagger::{tag_features, tags_by},
};
