#![no_main]

use corpus_explorer_fuzz::{check, packed};
use libfuzzer_sys::fuzz_target;

// The bytes as an archive, and as the names and files in one.
fuzz_target!(|bytes: &[u8]| {
    check(&["a.zip"], bytes);
    let files: Vec<&str> = std::str::from_utf8(bytes).unwrap_or("").split('\u{1}').collect();
    let files: Vec<(&str, &[u8])> = files
        .chunks_exact(2)
        .map(|pair| (pair[0], pair[1].as_bytes()))
        .collect();
    check(&["a.zip"], &packed(&files));
});
