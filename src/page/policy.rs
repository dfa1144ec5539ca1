//! What may a page load and run? A function from parts to the Content-Security-Policy, which lists
//! each inlined script and style by its SHA-256.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use super::part::Parts;

/// The policy: nothing is loaded, run or sent except the parts themselves and one worker made of
/// them.
pub fn policy(parts: &Parts) -> String {
    format!(
        "default-src 'none'; script-src '{}' '{}' 'wasm-unsafe-eval'; style-src '{}'; \
         worker-src blob:; connect-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types reader",
        hash(parts.glue),
        hash(parts.main),
        hash(parts.style),
    )
}

/// A script or style as the policy lists it.
pub fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}
