//! What does one line of an article say by itself? Recognizers: pure functions of a line's text.
//!
//! Each recognizer takes one line and says what it is or states: who wrote the article (`byline`,
//! `bio`, `name`), when and where (`date`, `dateline`), who owns it (`copyright`, `print_credit`,
//! `photo_credit`), what kind of article it is (`label`), whom to contact (`contact`, `mail`), and
//! whether it is boilerplate (`phrase`, `invitation`). `shape` and `fold` measure and normalize
//! lines, `vocabulary` holds the words that recognizers query. No recognizer knows the page: its
//! callers weigh the context of a line.

mod bio;
mod breadcrumb;
mod byline;
mod contact;
mod copyright;
mod date;
mod dateline;
mod fold;
mod invitation;
mod label;
mod mail;
mod name;
mod photo_credit;
mod phrase;
mod print_credit;
mod shape;
mod vocabulary;

pub use bio::{author_box, bio};
pub use breadcrumb::is_breadcrumb;
pub use byline::{broken_byline, byline};
pub use contact::is_contact;
pub use copyright::copyright;
pub use date::{date_label, is_reading_time, stamp_at_end, stamps};
pub use dateline::{dateline, is_dateline};
pub use fold::folded;
pub use invitation::{Invitation, invitation};
pub use label::{dated_label, kind};
pub use mail::{HeaderName, greeting, header, names_contact, sender};
pub use name::{is_name, is_role};
pub use photo_credit::{is_agency, is_caption, is_photo_credit};
pub use phrase::{is_label, opens_with, phrase};
#[cfg(feature = "readers")]
pub use phrase::{is_stock, opens_section};
pub use print_credit::print_credit;
#[cfg(feature = "readers")]
pub use shape::is_closed;
pub use shape::{ends_sentence, is_headline, words};
