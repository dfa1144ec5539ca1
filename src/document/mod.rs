//! What is an article? Data types: an article as received, a record as stored, and a document in
//! memory.

mod analysis;
mod article;
mod block;
mod field;
mod operation;
mod record;
mod source;
mod trace;

pub use analysis::{DocId, Document};
pub use article::{Article, Layout, Statement};
pub use block::{Block, BlockKind, paragraph};
pub use field::Field;
pub use operation::{Operation, OperationKind, apply, placed, undo};
pub use record::Record;
pub use source::{Decision, Encoding, Format, Given, Source};
pub use trace::{Evidence, Gap, Removal, Repair};
