//! Is it found who said what? One module a question.

mod cases;
mod gold;
