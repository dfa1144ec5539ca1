//! Who said what? Quotations of a document with cue, speaker, and the rule that attributed them.
//!
//! Enters a document with its mentions; leaves its quotations in text order. The room is built in
//! layers; each imports from those before it alone:
//!
//! 1. `quotation`, `telling`: what leaves the room; `vocabulary`: words that rules of every layer ask for;
//! 2. `marks`: which quotation marks belong together, and whether what stands in them is speech;
//! 3. `cue`: the list of words that report;
//! 4. `sentence`: sentences in which a quotation is one element, and their phrases and clauses;
//! 5. `frame`: who reports what: the shape of an attribution, its rules, and what it tells besides;
//! 6. `content`: where what a cue reports starts and ends;
//! 7. `speaker`: who the subject of a cue is, and which mention it names;
//! 8. `attribution`: cues → frames;
//! 9. `assembly`: frames and marks → quotations.

mod assembly;
mod attribution;
mod content;
mod cue;
mod frame;
mod marks;
mod quotation;
mod sentence;
mod speaker;
mod telling;
mod vocabulary;

pub use assembly::quotations;
pub use quotation::{Quotation, QuotationKind, SURE, Speaker};
pub use telling::{Sense, Stance, Telling};
