//! Which analyses derived what a pack carries? A fingerprint of their sources.

/// The CRC-32, in hexadecimal, of the sources of everything that a corpus derives and of the versions
/// of all crates, as `build.rs` computes it. What another build derived is derived again, so no
/// change of an analysis, a word list or a model can leave stale answers behind.
pub const ANALYSES: &str = env!("CORPUS_EXPLORER_ANALYSES");
