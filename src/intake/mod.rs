//! What does this foreign text say once its dirt is off? The only readers of foreign input.
//!
//! An [`Article`] as received enters, a [`Record`](crate::document::Record) leaves; every change made
//! on the way is recorded in it, and nothing is invented. The way of a text (`record`): wrongly
//! decoded characters are repaired (`mojibake`), the rest made canonical (`character`), lines read
//! (`block`, `margin`, `page`), furniture told from the article (`furniture`, `picture`, `head`), lines about
//! the article asked what they prove (`metadata` with `author`, `copyright`, `credit`, `dateline`, `mail`, `stamp`),
//! its language told (`language`), blocks planned and put together (`plan`, `compose`, `hyphen`), all of
//! it until nothing changes (`reading`), and places marked where words are missing (`gap`). A text
//! under way remembers where it came from (`trace`). Files become articles in `format`.

mod article;
mod author;
mod block;
mod character;
mod clock;
mod compose;
mod copyright;
mod credit;
mod dateline;
mod encoding;
mod format;
mod furniture;
mod gap;
mod head;
mod hyphen;
mod language;
mod mail;
mod margin;
mod metadata;
mod mojibake;
mod page;
mod picture;
mod plan;
mod reading;
mod record;
mod stamp;
mod trace;

pub use article::{Article, Layout, Statement};
pub use encoding::{Decoded, decode, decode_as};
pub use format::{Options, Reader, Reading, Refusal, is_readable};
pub use reading::Steps;
pub use record::{Repaired, as_is, normalize, repair};
