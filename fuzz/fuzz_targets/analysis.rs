//! Any text as an article: what is found in it lies in it.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| corpus_explorer_fuzz::analysis(data));
