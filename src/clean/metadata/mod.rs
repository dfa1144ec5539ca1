//! What do the lines of a page say about its article, and what proves it?
//!
//! Passes over the lines over and under the text find the headline (`headline`), what stands around it (`head`)
//! and the lines of mail (`mail`); each line and what markup states then makes offers (`offer`), of which
//! `evidence` chooses.

mod evidence;
mod head;
mod headline;
mod mail;
mod offer;

pub use evidence::evidence;
pub use head::head;
pub use headline::title;
pub use mail::{has_subject, mail_lines};
