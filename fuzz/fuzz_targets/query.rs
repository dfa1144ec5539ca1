//! Can any text be a query? The search answers, and its answer is sound.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| corpus_explorer_fuzz::query(data));
