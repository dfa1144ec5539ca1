//! What do the lines of a page state about its article, and what proves it? Passes over its lines.
//!
//! Passes over the lines above and below the text find the headline (`headline`), the lines around
//! it (`head`) and mail headers (`mail`). Then each line and each statement of markup makes offers
//! (`offer`), among which `evidence` chooses.

mod evidence;
mod head;
mod headline;
mod mail;
mod offer;

pub use evidence::evidence;
pub use head::head;
pub use headline::title;
pub use mail::{has_subject, mail_lines};
