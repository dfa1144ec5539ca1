//! Any bytes as a saved corpus, index or collection: opened or refused, never believed.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| corpus_explorer_fuzz::saved(data));
