//! Who said what, and is it exported so? One module a question.

mod cases;
mod export;
mod gold;
