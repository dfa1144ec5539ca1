//! Can any bytes be opened as a saved corpus, index or collection? They are opened or refused, never
//! trusted.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| corpus_explorer_fuzz::saved(data));
