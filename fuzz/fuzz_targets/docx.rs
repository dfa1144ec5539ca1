#![no_main]

use corpus_explorer_fuzz::{check, packed};
use libfuzzer_sys::fuzz_target;

// Random bytes are rarely an archive, so they become the parts of one, split at zeros.
fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.split(|byte| *byte == 0);
    let names = ["word/document.xml", "word/styles.xml", "word/footnotes.xml", "docProps/core.xml"];
    let parts: Vec<(&str, &[u8])> = names.into_iter().zip(&mut parts).collect();
    check(&["a.docx"], &packed(&parts));
});
