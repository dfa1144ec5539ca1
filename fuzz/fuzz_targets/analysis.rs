//! Is the analysis of any text sound? Every span that it finds is inside the text.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| corpus_explorer_fuzz::analysis(data));
