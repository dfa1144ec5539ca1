#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| corpus_explorer_fuzz::check(&["a.txt", "a", "a.doc"], bytes));
