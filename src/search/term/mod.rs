//! Which terms does a text contain? The analyzer of the index: it cuts a text into tokens, gives
//! each a key, and finds the term that the forms of a word share. Texts and queries are analysed by
//! the same rules.

mod key;
mod phrase;
mod token;

pub use key::{acronym_of, is_capital_key, key, term};
pub use phrase::{holds, name_terms, terms_of, word_terms};
pub use token::{Glue, IndexToken, index_tokens};
