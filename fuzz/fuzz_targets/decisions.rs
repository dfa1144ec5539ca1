//! Can any file of decisions be handled? It is refused, or added and undone again.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| corpus_explorer_fuzz::decisions(data));
