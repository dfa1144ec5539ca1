//! Who said what? The quotations of a document, with cue, speaker, and the rule that attributed
//! them.
//!
//! A document and its mentions enter; its quotations leave in text order. The room is built in
//! layers; each imports only from those before it:
//!
//! 1. `quotation`, `telling`: the types that leave the room; `vocabulary`: words that rules of
//!    every layer query;
//! 2. `marks`: pairs of quotation marks, and whether their content is speech;
//! 3. `cue`: the list of words that report;
//! 4. `sentence`: sentences in which a quotation is one element, with their phrases and clauses;
//! 5. `frame`: the structure of an attribution, its rules, and the words beside a cue;
//! 6. `content`: the start and end of what a cue reports;
//! 7. `speaker`: the subject of a cue, and the mention it names;
//! 8. `attribution`: cues → frames;
//! 9. `assembly`: frames and quoted spans → quotations.

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
pub use quotation::{Quotation, QuotationKind, Speaker};
pub use telling::{Sense, Stance, Telling};
