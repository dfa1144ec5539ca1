//! Does every input end in an article or a reason? One module a question.

#![cfg(feature = "readers")]

mod archives;
mod formats;
mod html;
mod reading;
