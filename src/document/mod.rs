//! What is an article? Data types: an article as received, a record as stored, and a document in
//! memory.

mod analysis;
mod article;
mod block;
mod evidence;
mod field;
mod operation;
mod record;
mod source;
mod summary;

pub use analysis::{DocId, Document};
pub use article::{Article, Layout, Statement};
pub use block::{Block, BlockKind, paragraph};
pub use evidence::{Evidence, Gap, Removal, Repair};
pub use field::Field;
pub use operation::{Operation, OperationKind, apply, placed, undo};
pub use record::Record;
pub use source::{Basis, Encoding, Format, Given, Source};
pub use summary::Summary;
