//! Any text as a file of decisions over some articles: refused, or decided and undone again.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| corpus_explorer_fuzz::decisions(data));
